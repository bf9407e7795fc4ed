/**
 * A pack as a metal: each row of its tables is a series, read when it is first asked for. Ninety packs are at hand so,
 * and only those that are asked about take time and memory.
 */
import { readCell, type Cell } from './cell.ts';
import { periodsOf, type PackTable } from './pack-table.ts';
import {
  isNumeric,
  type Metal,
  type NumericSeries,
  type Pack,
  type Point,
} from '#src/domain/series/metal.ts';

/** The place of a table's total; its series have no country. */
export const WORLD = 'World';
/** The series that a pack has beside its tables. */
const OWN_SERIES = new WeakMap<Metal, Pack['series']>();
const SERIES_OF = new WeakMap<Pack, readonly Metal['series'][number][]>();

/** The pack with its tables' rows among its series, and the places that they name among its countries. */
export function withTables(pack: Pack): Metal {
  if (pack.tables.length === 0) return pack;
  const countries = [...pack.countries];
  const named = new Set(countries.map(({ name }) => name));
  for (const place of placesOf(pack.tables)) {
    if (named.has(place)) continue;
    named.add(place);
    countries.push({ name: place, aliases: [] });
  }
  const metal: Metal = Object.defineProperty({ ...pack, countries }, 'series', {
    enumerable: true,
    get: () => seriesOf(pack),
  });
  OWN_SERIES.set(metal, pack.series);
  return metal;
}

/** Whether a metal has a series of which this holds: a table is asked by what stands above its rows, and no cell of it is read. */
export function hasSeries(
  metal: Metal,
  holds: (head: Pick<NumericSeries, 'metric' | 'role' | 'unit'>) => boolean,
): boolean {
  const own = OWN_SERIES.get(metal) ?? metal.series;
  return own.some((one) => isNumeric(one) && holds(one)) || usualTables(metal).some(holds);
}

// Another form or market answers only where it is named: `narrowTo` has them.
const usualTables = ({ tables }: Pick<Pack, 'tables'>) => tables.filter(({ role }) => role !== 'other');

function placesOf(tables: readonly PackTable[]): readonly string[] {
  return tables
    .filter(({ rowsOf }) => rowsOf === 'place')
    .flatMap(({ rows }) => rows.map(([place]) => place))
    .filter((place) => place !== WORLD && place !== '');
}

function seriesOf(pack: Pack): readonly Metal['series'][number][] {
  const known = SERIES_OF.get(pack);
  if (known !== undefined) return known;
  const read = usualTables(pack)
    .flatMap(seriesOfTable)
    .filter(({ points }) => points.length > 0);
  const series = [...pack.series, ...read];
  SERIES_OF.set(pack, series);
  return series;
}

/** Whether its periods are months, which are no figures of years. */
export const isMonthly = (table: PackTable): boolean =>
  typeof table.periods === 'string' && table.periods.length > '2021..2025'.length;

/** Each row as a series, also one that holds no number. */
export function seriesOfTable(table: PackTable): readonly NumericSeries[] {
  return readTables(table, '', () => readRows(table));
}

const readTables = remembering<readonly NumericSeries[]>();

function readRows(table: PackTable): readonly NumericSeries[] {
  const periods = periodsOf(table).map((period) => (isMonthly(table) ? period : yearOf(period)));
  return table.rows.map(([first, ...cells]) => seriesOfRow(table, periods, first, cells));
}

/** "2021-24" is of four years together; it is kept at its last. */
function yearOf(period: string): string {
  const [first = '', last] = period.split('-');
  return last === undefined ? first : `${first.slice(0, 2)}${last}`;
}

function seriesOfRow(
  table: PackTable,
  periods: readonly string[],
  first: string,
  cells: readonly string[],
): NumericSeries {
  const { id, metric, role, label, unit, basis, source, section, rowsOf, scope } = table;
  const read = cells.map(readCell);
  const isPlace = rowsOf === 'place';
  const country = isPlace && first !== WORLD && first !== '' ? first : undefined;
  const rounded = table.rounded === true && first === WORLD;
  return {
    id: named(id, first),
    family: named(table.family ?? id, first),
    metric,
    role,
    label: isPlace ? label : `${label}: ${first}`,
    unit,
    basis,
    source,
    section,
    notes: notesOf(table, read),
    missing: [],
    points: read.flatMap((cell, at) => pointOf(cell, periods[at], rounded)),
    silent: read.flatMap(({ silence, text }, at) =>
      silence === undefined ? [] : [{ at: periods[at] ?? '', silence, text }],
    ),
    ...(country === undefined ? {} : { country }),
    ...(isPlace ? {} : { item: first }),
    ...(scope === undefined ? {} : { scope }),
    ...optional(table),
  };
}

function optional({ stage, form, purity, market, terms, cents, real }: PackTable): Partial<NumericSeries> {
  return {
    ...(stage === undefined ? {} : { stage }),
    ...(form === undefined ? {} : { form }),
    ...(purity === undefined ? {} : { purity }),
    ...(market === undefined ? {} : { market }),
    ...(terms === undefined ? {} : { terms }),
    ...(cents === undefined ? {} : { cents }),
    ...(real === undefined ? {} : { real }),
  };
}

function pointOf(cell: Cell, at: string | undefined, rounded: boolean): readonly Point[] {
  const { range, qualifier, estimated } = cell;
  if (range === undefined || at === undefined) return [];
  return [
    {
      at,
      year: Number(at.slice(0, 4)),
      range,
      firmness: estimated ? 'estimated' : undefined,
      qualifier: qualifier ?? (rounded ? 'rounded' : undefined),
    },
  ];
}

/** The footnotes of a row's cells, each once. */
function notesOf({ footnotes }: PackTable, cells: readonly Cell[]): string[] {
  return [...new Set(cells.flatMap(({ notes }) => notes))].flatMap((note) => footnotes[note - 1] ?? []);
}

/** The ids that the rows of a pack's tables have as series. */
export function idsOfTables({ tables }: Pick<Pack, 'tables'>): readonly string[] {
  return tables.flatMap(({ id, rows }) => rows.map(([row]) => named(id, row)));
}

const named = (table: string, row: string): string =>
  [slug(row), table].filter((part) => part !== '').join('-');

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');

/** Works out of an object and a key once, and gives the same thing after that; it is forgotten with the object. */
export function remembering<R>(): (of: object, key: string, make: () => R) => R {
  const known = new WeakMap<object, Map<string, { readonly made: R }>>();
  return (of, key, make) => {
    let own = known.get(of);
    if (own === undefined) known.set(of, (own = new Map()));
    let found = own.get(key);
    if (found === undefined) own.set(key, (found = { made: make() }));
    return found.made;
  };
}
