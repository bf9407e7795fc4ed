/** A metal's price history in one row of a digest. */
import type { Metal } from '#src/domain/series/metal.ts';
import type { ChartSpec, Mark } from '#src/charts/spec.ts';
import { footText, rangeText } from '#src/charts/words.ts';
import { seriesMarks, yearsAxis } from './lines.ts';
import { priceRuns, runText, singleTitle } from './price.ts';

const EVER = { from: 1900, to: 2100 };

export function sparklineSpec(metal: Metal): ChartSpec | undefined {
  const found = priceRuns(metal, EVER);
  const main = found?.runs[0];
  if (found === undefined || main === undefined) return undefined;
  const last = main.points.at(-1);
  if (last === undefined) return undefined;
  const stated = main.points.findLast((p) => p.firmness !== 'projected');
  const x = yearsAxis(main.points, () => undefined);
  return {
    of: 'sparkline',
    bare: true,
    x,
    y: { headroom: 0.05, hidden: true },
    key: [],
    marks: seriesMarks({ label: '', tone: 'main', points: main.points }, x, {
      text: rangeText(last.range),
    }).map((mark): Mark =>
      mark.kind === 'line' || mark.kind === 'range'
        ? { ...mark, dots: [stated?.at ?? last.at, last.at] }
        : mark.kind === 'label'
          ? { ...mark, tone: 'ink' }
          : mark,
    ),
    title: singleTitle(metal, found.unit, main),
    subtitle: `${metal.name} price`,
    foot: footText(main.sources),
    altText: `${metal.name} price. ${runText(main, found.unit)}`,
  };
}
