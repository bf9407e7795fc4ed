/** Production as bars, with the price line over it. */
import type { ChartSubject } from '#src/domain/answer.ts';
import { families, findSeries } from '#src/domain/series/figures.ts';
import type { Unit } from '#src/domain/measure/figure.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import type { OutputSpec } from '#src/charts/spec.ts';
import { altTextOf, changeText, footText, pointText, unitText, yearsText } from '#src/charts/words.ts';
import { priceRuns, statedEnds } from './price.ts';
import { basisText, changeWithin, runOf, type Run } from './series.ts';

export function outputSpec(
  subject: Extract<ChartSubject, { kind: 'production' }>,
  metal: Metal,
): OutputSpec | undefined {
  const [family] = families(findSeries(metal, { metric: 'production', role: 'headline' }));
  const unit = family?.[0]?.unit;
  const bars = family && unit && runOf(metal, family, subject, unit);
  if (bars === undefined || unit === undefined) return undefined;
  const prices = priceRuns(metal, subject);
  const price = prices?.runs[0];
  const years = yearsText([...bars.points, ...(price?.points ?? [])].map((p) => p.year));
  const priced = price === undefined ? '' : `, and price, ${unitText(prices?.unit ?? 'USD')}`;
  return {
    kind: 'output',
    unit,
    bars: { label: 'Production', points: bars.points },
    priceUnit: prices?.unit,
    price: price && {
      label: 'Price',
      points: price.points,
    },
    title: outputTitle(metal, bars, price),
    subtitle: `${metal.name} production, ${unitText(unit)} (${basisText(bars.newest)})${priced}, ${years}`,
    foot: footText([...bars.sources, ...(price?.sources ?? [])]),
    altText: altTextOf([
      `Bars of ${metal.name.toLowerCase()} production in ${unitText(unit)}${price ? `, with a line of the price in ${unitText(prices?.unit ?? 'USD')}` : ''}, ${years}.`,
      `${outputTitle(metal, bars, price)}.`,
      endsText('Production', bars, unit),
      ...(price && prices ? [endsText('Price', price, prices.unit)] : []),
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

function endsText(name: string, run: Run, unit: Unit): string {
  const [first, last] = [run.points[0], run.points.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (first === last) return `${name}: ${pointText(first, unit)}.`;
  return `${name}: from ${pointText(first, unit)} to ${pointText(last, unit)}.`;
}
