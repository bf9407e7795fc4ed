/** Production as bars, with the price line over it. */
import type { ChartSubject } from '#src/domain/series/chart-subject.ts';
import { families, findSeries } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import type { ChartSpec } from '#src/charts/spec.ts';
import {
  altTextOf,
  changeText,
  endsText,
  footText,
  pointText,
  rangeText,
  unitText,
  yearsText,
} from '#src/charts/words.ts';
import { barKey, entry, MOST_WITH_FIGURES, pointKey, seriesMarks, textAt, yearsAxis } from './lines.ts';
import { priceRuns, statedEnds } from './price.ts';
import { basisText, changeWithin, runOf, type Run } from './series.ts';

export function outputSpec(
  subject: Extract<ChartSubject, { kind: 'production' }>,
  metal: Metal,
): ChartSpec | undefined {
  const [family] = families(findSeries(metal, { metric: 'production', role: 'headline' }));
  const unit = family?.[0]?.unit;
  const bars = family && unit && runOf(metal, family, subject, unit);
  if (bars === undefined || unit === undefined) return undefined;
  const prices = priceRuns(metal, subject);
  const price = prices?.runs[0];
  const points = [...bars.points, ...(price?.points ?? [])];
  const x = yearsAxis(points, textAt(bars.points));
  const roomy = x.places.length <= MOST_WITH_FIGURES;
  const estimated = bars.points.some(({ firmness }) => firmness === 'estimated');
  const years = yearsText(points.map((p) => p.at));
  const priced = price === undefined ? '' : `, and price, ${unitText(prices?.unit ?? 'USD')}`;
  return {
    of: 'production',
    x,
    // Room above the bars keeps the line off them where it can.
    y: { zero: true, headroom: price ? 0.35 : 0.05 },
    right: price && { zero: true, headroom: 0.12 },
    key: [
      entry('box', 'bar', price ? 'Production (left)' : 'Production'),
      // A year that is projected says so below its bar, where there is room.
      ...barKey(bars.points, 'bar').filter(
        ({ swatch }) => swatch === 'pale' || (swatch === 'outline' && (estimated || !roomy)),
      ),
      ...(price ? [entry('line', 'benchmark', 'Price (right)'), ...pointKey(price.points, 'benchmark')] : []),
    ],
    marks: [
      {
        kind: 'bar',
        label: 'Production',
        tone: 'bar',
        look: 'upright',
        points: bars.points.map((p) => ({ ...p, text: roomy ? rangeText(p.range) : undefined })),
      },
      ...(price
        ? seriesMarks({ label: 'Price', tone: 'benchmark', points: price.points, axis: 'right' }, x)
        : []),
    ],
    title: outputTitle(metal, bars, price),
    subtitle: `${metal.name} production, ${unitText(unit)} (${basisText(bars.newest)})${priced}, ${years}`,
    foot: footText([...bars.sources, ...(price?.sources ?? [])]),
    altText: altTextOf([
      `Bars of ${metal.name.toLowerCase()} production in ${unitText(unit)}${price ? `, with a line of the price in ${unitText(prices?.unit ?? 'USD')}` : ''}, ${years}.`,
      `${outputTitle(metal, bars, price)}.`,
      endsText('Production', bars.points, unit),
      ...(price && prices ? [endsText('Price', price.points, prices.unit)] : []),
    ]),
  };
}

function outputTitle(metal: Metal, bars: Run, price: Run | undefined): string {
  const ends = statedEnds(bars);
  const output = ends && changeWithin(metal, bars.family, ends.from, ends.to);
  if (ends === undefined || output === undefined) {
    const [last] = bars.points.slice(-1);
    return last === undefined ? metal.name : `${metal.name} production: ${pointText(last, bars.newest.unit)}`;
  }
  const cost = price && changeWithin(metal, price.family, ends.from, ends.to);
  const also = cost === undefined ? '' : `, price ${changeText(cost)}`;
  return `${metal.name}, ${ends.from} to ${ends.to}: output ${changeText(output)}${also}`;
}
