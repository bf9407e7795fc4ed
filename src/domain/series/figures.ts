/** Looking a figure up among the metals of the data files. */
import { withId } from './by-id.ts';
import { scale, type Quantity, type Range, type Unit } from '#src/domain/measure/figure.ts';
import { printedInterval } from '#src/domain/measure/printed.ts';
import {
  isNumeric,
  type Metal,
  type Metric,
  type NumericSeries,
  type Point,
  type PackSeries,
  type Citation,
} from './metal.ts';
import type { PeriodRates } from './rates/period-rates.ts';
import type { Material } from './material.ts';
import { remembering, seriesOfTable } from './packs/with-tables.ts';

/** The metals of the data files, and what else is traded. */
export interface MetalCatalog {
  readonly metals: readonly Metal[];
  /** All that may be quoted: the metals, and what has no figures here, such as NdPr. */
  readonly materials: readonly Material[];
  /** Id of the metal that is meant when none is named. */
  readonly defaultMetal: string;
  /** Average exchange rates of years and months, where there are some. */
  readonly rates?: PeriodRates | undefined;
}

/** What is traded, as far as its figures need it. */
export type Traded = Pick<Metal, 'id' | 'name' | 'symbol' | 'products' | 'sources'> & {
  readonly oxide?: Metal['oxide'] | Material['oxide'];
};

/** A figure found, with all that an answer must say of it. */
export interface Figure {
  readonly metal: Traded;
  readonly series: NumericSeries;
  /** The period that it is of: "2024", "2026-11-20". */
  readonly at: string;
  /** The year that it is in. */
  readonly year: number;
  /** Of a quote: how old it is. */
  readonly age?: string | undefined;
  /** Of a quote: what its price is of besides the form: "99 %, ex works China, VAT included". */
  readonly basis?: string | undefined;
  readonly quantity: Quantity;
  /** Of a mean: the periods of the first and the last figure in it, as `at` is. */
  readonly over?: { readonly from: string; readonly to: string } | undefined;
  /** As it was quoted, where it was put on another basis: it is no more exact than that. */
  readonly quoted?: Range | undefined;
  readonly citation: Citation;
  /** The same figure in older editions, newest first: kept, shown where it differs, never mixed in. */
  readonly superseded: readonly Figure[];
}

/** The metal of that id. Throws where there is none: ids come from the catalog itself. */
export function metalOf(catalog: Pick<MetalCatalog, 'metals'>, id: string): Metal {
  const metal = withId(catalog.metals, id);
  if (metal === undefined) throw new Error(`no metal "${id}" in the catalog`);
  return metal;
}

/** What is meant and has no yearly figures: "ndpr"; `undefined` where the id is a metal's. */
export function outsiderOf(
  { metals, materials }: Pick<MetalCatalog, 'metals' | 'materials'>,
  id: string,
): Material | undefined {
  return withId(metals, id) === undefined ? withId(materials, id) : undefined;
}

/** A metal, or what has no figures of years. Throws where there is neither. */
export function tradedOf(catalog: Pick<MetalCatalog, 'metals' | 'materials'>, id: string): Traded {
  const outsider = outsiderOf(catalog, id);
  return outsider === undefined ? metalOf(catalog, id) : { ...outsider, products: [], sources: {} };
}

/** How a series' source is cited. */
export function citationOf(
  metal: Pick<Metal, 'id' | 'sources'>,
  series: { readonly source: string; readonly section: string },
): Citation {
  const source = metal.sources[series.source];
  if (source === undefined) throw new Error(`metal "${metal.id}" has no source "${series.source}"`);
  return { id: series.source, source, section: series.section };
}

/** Which series is meant. What is left out matches any, but `sector` and `country` left out match only series without one. */
export interface SeriesFilter {
  readonly metric: Metric;
  readonly role?: NumericSeries['role'];
  readonly sector?: string;
  readonly country?: string;
  /** Figures of years unless given. */
  readonly cadence?: 'year' | 'month';
}

/** Whether a series of a data file is of years or of months. */
export const cadenceOf = ({ points: [first] }: Pick<NumericSeries, 'points'>): 'year' | 'month' =>
  first !== undefined && first.at.length > 4 ? 'month' : 'year';

/** The series of a metal that fit, newest edition first. */
export function findSeries(metal: Metal, filter: SeriesFilter): readonly NumericSeries[] {
  return seriesThatFit(metal, keyOfFilter(filter), () => pickSeries(metal, filter));
}

const seriesThatFit = remembering<readonly NumericSeries[]>();

/** Tells one filter from another. */
export const keyOfFilter = ({ metric, role, sector, country, cadence = 'year' }: SeriesFilter): string =>
  `${metric}|${role ?? ''}|${sector ?? ''}|${country ?? ''}|${cadence}`;

function pickSeries(metal: Metal, filter: SeriesFilter): readonly NumericSeries[] {
  return metal.series
    .filter(isNumeric)
    .filter(
      (s) =>
        s.metric === filter.metric &&
        cadenceOf(s) === (filter.cadence ?? 'year') &&
        (filter.role === undefined || s.role === filter.role) &&
        s.sector === filter.sector &&
        s.country === filter.country,
    )
    .toSorted((a, b) => editionYear(metal, b) - editionYear(metal, a));
}

/** All series of a metric, of whatever place, item, form and cadence, newest edition first: other forms and markets too. */
export function allSeries(metal: Metal, metric: Metric): readonly NumericSeries[] {
  const others = metal.tables.filter((table) => table.role === 'other').flatMap(seriesOfTable);
  return [...metal.series.filter(isNumeric), ...others]
    .filter((series) => series.metric === metric && series.points.length > 0)
    .toSorted((a, b) => editionYear(metal, b) - editionYear(metal, a));
}

function editionYear(metal: Metal, series: PackSeries): number {
  return metal.sources[series.source]?.editionYear ?? 0;
}

/** The families of the series, in the order in which they first appear; within one, newest edition first. */
export function families(series: readonly NumericSeries[]): readonly (readonly NumericSeries[])[] {
  return [...Map.groupBy(series, (s) => s.family).values()];
}

/** Worked out once a point: the same few are looked at by each reading of a question. */
function printedOf(point: Point): Range {
  let printed = PRINTED.get(point);
  if (printed === undefined)
    PRINTED.set(point, (printed = printedInterval(point.range, point.qualifier === 'rounded')));
  return printed;
}
const PRINTED = new WeakMap<Point, Range>();

/** A point as a quantity, with all values that print so. @param cents It was printed in hundredths. */
export function printedQuantity(point: Point, unit: Unit, cents?: boolean): Quantity {
  const { range, firmness, qualifier, printed: known } = point;
  const printed = known ?? printedOf(point);
  if (cents !== true) return { range, unit, firmness, qualifier, printed };
  return { range: scale(range, 0.01), unit, firmness, qualifier, printed: scale(printed, 0.01), cents };
}

/** Looked up in place of sought: a price of sixty years has 800 months. */
function pointAt({ points }: Pick<NumericSeries, 'points'>, at: string): Point | undefined {
  let known = POINTS.get(points);
  if (known === undefined) POINTS.set(points, (known = new Map(points.map((point) => [point.at, point]))));
  return known.get(at);
}
const POINTS = new WeakMap<NumericSeries['points'], ReadonlyMap<string, Point>>();

/** A family's figure for a year or a month, from the newest edition that has it; `undefined` where none has. */
export function figureAt(
  metal: Metal,
  family: readonly NumericSeries[],
  period: number | string,
): Figure | undefined {
  const at = String(period);
  const found = family.flatMap((series) => {
    const point = pointAt(series, at);
    if (point === undefined) return [];
    const quantity = printedQuantity(point, series.unit, series.cents);
    const rate = series.rates?.get(at);
    const citation = { ...citationOf(metal, series), ...(rate === undefined ? {} : { rates: [rate] }) };
    return [{ metal, series, at, year: point.year, basis: series.market, quantity, citation }];
  });
  const [newest, ...older] = found;
  // Two tables of one edition may print the same figure.
  const superseded = older.filter(({ series }) => series.source !== newest?.series.source);
  return newest && { ...newest, superseded: superseded.map((f) => ({ ...f, superseded: [] })) };
}

/**
 * A family's figures of two periods, both of the newest edition that has both: nothing is worked out across editions.
 * `undefined` where no one edition has both.
 */
export function endsAt(
  metal: Metal,
  family: readonly NumericSeries[],
  from: number | string,
  to: number | string,
): readonly [Figure, Figure] | undefined {
  for (const series of family) {
    const [a, b] = [figureAt(metal, [series], from), figureAt(metal, [series], to)];
    if (a !== undefined && b !== undefined) return [a, b];
  }
  return undefined;
}

/** All years that a family has, ascending. */
export function yearsOf(family: readonly NumericSeries[]): readonly number[] {
  return [...new Set(family.flatMap((s) => s.points.map((p) => p.year)))].toSorted((a, b) => a - b);
}
