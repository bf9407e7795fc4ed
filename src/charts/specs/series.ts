/** Takes lines of points out of a metal's series: newest edition first, in one unit, with changes only within an edition. */
import { endsAt, figureAt, yearsOf } from '#src/domain/series/figures.ts';
import {
  convertPricePer,
  convertMass,
  isMassUnit,
  priceUnit,
  type Range,
  type Unit,
} from '#src/domain/measure/figure.ts';
import { changeOf, type Change } from '#src/domain/measure/changes.ts';
import type { Metal, NumericSeries, Source } from '#src/domain/series/metal.ts';
import type { Firmness, Point } from '#src/charts/spec.ts';

/** One family of series as a picture needs it. */
export interface Run {
  readonly metal: Metal;
  readonly family: readonly NumericSeries[];
  readonly newest: NumericSeries;
  readonly points: readonly Point[];
  /** Sources of the points that are shown, newest edition first. */
  readonly sources: readonly Source[];
}

/** Years in either order, both ends included. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/** The family's points in those years, in `unit`; `undefined` where there are none, or the unit can't be had. */
export function runOf(
  metal: Metal,
  family: readonly NumericSeries[],
  years: Years,
  unit: Unit,
): Run | undefined {
  const [newest] = family;
  if (newest === undefined) return undefined;
  const [first, last] = [Math.min(years.from, years.to), Math.max(years.from, years.to)];
  const figures = yearsOf(family)
    .filter((year) => year >= first && year <= last)
    .flatMap((year) => figureAt(metal, family, year) ?? []);
  const points = figures.flatMap((figure): Point[] => {
    const range = inUnit(figure.quantity.range, figure.quantity.unit, unit);
    return range === undefined
      ? []
      : [{ at: figure.year, range, firmness: firmnessOf(figure.quantity.firmness) }];
  });
  if (points.length === 0) return undefined;
  const used = new Set(figures.map((figure) => figure.series));
  return { metal, family, newest, points, sources: sourcesOf(metal, [...used]) };
}

/** The sources of some series, each once. */
export function sourcesOf(metal: Metal, series: readonly NumericSeries[]): readonly Source[] {
  return [...new Set(series.map((s) => s.source))].flatMap((id) => metal.sources[id] ?? []);
}

/** Who publishes a run's figures. */
export function publisherOf(metal: Metal, run: Run): string {
  return metal.sources[run.newest.source]?.publisher ?? run.newest.label;
}

export function firmnessOf(firmness: 'estimated' | 'projected' | undefined): Firmness {
  return firmness ?? 'reported';
}

function inUnit(range: Range, from: Unit, to: Unit): Range | undefined {
  if (from === to) return range;
  const [a, b] = [priceUnit(from), priceUnit(to)];
  if (a !== undefined && b !== undefined)
    return a.currency === b.currency ? convertPricePer(range, a.mass, b.mass) : undefined;
  return isMassUnit(from) && isMassUnit(to) ? convertMass(range, from, to) : undefined;
}

/**
 * How a family moved between two years, from the newest edition that has both: no ratio across editions.
 * `undefined` where no edition has both, or the first figure can be zero.
 */
export function changeWithin(
  metal: Metal,
  family: readonly NumericSeries[],
  from: number,
  to: number,
): Change | undefined {
  const ends = endsAt(metal, family, from, to);
  if (ends === undefined) return undefined;
  const [a, b] = [ends[0].quantity, ends[1].quantity];
  return a.range.low > 0 ? changeOf(a, b) : undefined;
}

/** What the figures are a price or mass of, and where it is sold. @example "oxide, 99.5 % minimum", "metal, LME" */
export function basisText({ basis, purity, market }: NumericSeries): string {
  const said = basis === 'unstated' && market !== undefined ? [] : [BASIS_WORDS[basis] ?? basis];
  return [...said, ...(purity === undefined || basis === 'unstated' ? [] : [purity]), market ?? []]
    .flat()
    .join(', ');
}

/** Once where it is the same of all, else of each. */
export function basesText(all: readonly { readonly name: string; readonly series: NumericSeries }[]): string {
  const [first] = all;
  if (first === undefined) return '';
  const texts = new Set(all.map(({ series }) => basisText(series)));
  if (texts.size === 1) return basisText(first.series);
  const { basis, market } = first.series;
  const alike = all.every(({ series }) => series.basis === basis && series.market === market);
  // Of metals in one form, only how pure they are is another.
  if (alike) return `${basisText({ ...first.series, purity: undefined })}, purities differ`;
  return all.map(({ name, series }) => `${name}: ${basisText(series)}`).join(' · ');
}

const BASIS_WORDS: Readonly<Record<string, string>> = { unstated: 'basis not stated' };
