/** A metal's price history in one row of a digest. */
import type { Metal } from '#src/domain/series/metal.ts';
import type { SparklineSpec } from '#src/charts/spec.ts';
import { footText } from '#src/charts/words.ts';
import { priceRuns, runText, singleTitle } from './price.ts';

const EVER = { from: 1900, to: 2100 };

export function sparklineSpec(metal: Metal): SparklineSpec | undefined {
  const found = priceRuns(metal, EVER);
  const main = found?.runs[0];
  if (found === undefined || main === undefined) return undefined;
  return {
    kind: 'sparkline',
    points: main.points,
    title: singleTitle(metal, found.unit, main),
    subtitle: `${metal.name} price`,
    foot: footText(main.sources),
    altText: `${metal.name} price. ${runText(main, found.unit)}`,
  };
}
