/**
 * The tables that JSON holds, whatever holds them: lists of objects or of lists, fields that are lists of equal length, objects
 * that are named by days or products, and series with what they are of beside their points.
 */
import { isDate } from '#src/domain/measure/days.ts';
import { roleOf, type ColumnRole } from '../columns/heading-words.ts';
import { sdmxRows } from './sdmx-rows.ts';
import type { Cell, NamedCells as Fields } from './sheet.ts';

/** Rows by fields, or cells as they stand, with lines that say what all of them are of. */
export interface JsonTable {
  readonly name: string;
  readonly titles: readonly string[];
  readonly rows: readonly Fields[] | readonly (readonly Cell[])[];
}

type Scalar = string | number | boolean | null;
interface Within {
  readonly name: string;
  readonly titles: readonly string[];
  /** What holds of all rows below, as columns. */
  readonly fields: Fields;
}

const MOST_DEEP = 4;
const isScalar = (value: unknown): value is Scalar => value === null || typeof value !== 'object';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalars = (value: unknown): value is readonly Scalar[] =>
  Array.isArray(value) && value.length > 0 && value.every(isScalar);

export function* tablesIn(data: unknown): Generator<JsonTable> {
  const sdmx = sdmxRows(data);
  if (sdmx !== undefined) yield { name: '', titles: [], rows: sdmx };
  else yield* within(data, { name: '', titles: [], fields: new Map() });
}

function* within(data: unknown, around: Within): Generator<JsonTable> {
  if (Array.isArray(data)) return void (yield* ofList(data, around));
  if (!isObject(data)) return;
  const own = { ...around, ...ofObject(data, around) };
  const rows = pointsIn(data, own.fields) ?? parallel(data, own.fields) ?? byName(data, own.fields);
  if (rows !== undefined) return void (yield { ...own, rows });
  const columns = headingIn(data);
  let isAny = false;
  for (const [name, value] of Object.entries(data)) {
    if (isScalar(value) || isScalars(value)) continue;
    const matrix = columns === undefined ? undefined : withHeading(value, columns, own.fields);
    const found = matrix === undefined ? within(value, { ...own, name }) : [{ ...own, name, rows: matrix }];
    for (const table of found) {
      isAny = true;
      yield table;
    }
  }
  // An object alone is one row.
  if (!isAny && around.name === '') yield { ...own, titles: around.titles, rows: [flatten(data)] };
}

function* ofList(list: readonly unknown[], around: Within): Generator<JsonTable> {
  if (list.every(isScalar)) return;
  if (list.every((row) => Array.isArray(row))) {
    const cells = list.filter((row) => isScalars(row)).map((row) => row.map(cellOf));
    if (cells.length === list.length) return void (yield* ofCells(cells, around));
    for (const row of list) yield* within(row, around);
    return;
  }
  // "[{ page }, [rows]]": what stands beside a list of rows is no row.
  if (list.some((row) => Array.isArray(row))) {
    for (const row of list) if (Array.isArray(row)) yield* ofList(row, around);
    return;
  }
  // Where others have a list, one object alone is a list of one, as in XML.
  const listed = new Set(
    list.flatMap((row) => (isObject(row) ? Object.keys(row).filter((name) => Array.isArray(row[name])) : [])),
  );
  const alike = list.map((row) =>
    isObject(row)
      ? Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            listed.has(name) && isObject(value) ? [value] : value,
          ]),
        )
      : row,
  );
  const nested = alike.flatMap((row) => (isObject(row) ? [...seriesOf(row, around.fields)] : []));
  if (nested.length > 0) return void (yield { ...around, rows: nested });
  yield { ...around, rows: list.map((row) => new Map([...around.fields, ...flatten(row)])) };
}

/** Points without a heading are days with their values. */
function* ofCells(cells: readonly (readonly Cell[])[], around: Within): Generator<JsonTable> {
  const isPairs = cells.every((row) => row.length === 2 && isTime(row[0]) && row[1] !== '');
  if (isPairs)
    yield {
      ...around,
      rows: cells.map(
        ([date = '', value = '']) => new Map([...around.fields, ['date', date], ['value', value]]),
      ),
    };
  else if (around.fields.size === 0) yield { ...around, rows: cells };
  else {
    const [heading = [], ...rows] = cells;
    yield {
      ...around,
      rows: rows.map(
        (row) =>
          new Map([
            ...around.fields,
            ...heading.map((name, at): [string, Cell] => [String(name), row[at] ?? '']),
          ]),
      ),
    };
  }
}

/** The points of a series within a row, each with the row's own fields. */
function* seriesOf(row: Record<string, unknown>, fields: Fields): Generator<Fields> {
  const lists = Object.values(row).filter((value) => Array.isArray(value) && value.length > 0);
  const scalars = new Map([...fields, ...flatten(row)]);
  const zipped = parallel(row, scalars);
  if (zipped !== undefined) {
    yield* zipped;
    return;
  }
  for (const list of lists) {
    const inner = within(list, { name: '', titles: [], fields: scalars });
    for (const { rows } of inner) for (const one of rows) if (one instanceof Map) yield one;
  }
  for (const value of Object.values(row)) {
    const points = isObject(value) ? pointsIn(value, scalars) : undefined;
    if (points !== undefined) yield* points;
  }
}

/** Fields of what is around a list: what columns are called becomes one, and a title is a line above. */
function ofObject(data: Record<string, unknown>, around: Within): Pick<Within, 'titles' | 'fields'> {
  const fields = new Map(around.fields);
  const titles = [...around.titles];
  const isNamed = Object.entries({ ...inMeta(data), ...data }).some(
    ([name, value]) => NAMED.test(name) && typeof value === 'string' && value !== '',
  );
  for (const [name, value] of Object.entries({ ...inMeta(data), ...data })) {
    if (!isScalar(value) || value === null || typeof value === 'boolean') continue;
    if (TITLES.test(name)) titles.push(String(value));
    // An exchange's symbol beside a name is none of the metal: "HG" is copper there.
    else if (INHERITED.has(roleOf(name)) && !(SYMBOL.test(name) && isNamed)) fields.set(name, cellOf(value));
  }
  return { titles, fields };
}

const TITLES = /^(?:title|name|description|label|long_?name|heading|caption|subtitle)$/i;
const SYMBOL = /^(?:symbol|ticker|code|contract)$/i;
const NAMED = /^(?:(?:long_?)?name|title|description|metal|commodity|product|material)$/i;
const META =
  /^(?:meta|metadata|info|header|series_?info|product|instrument|contract|commodity|security|asset|material)$/i;
const INHERITED: ReadonlySet<ColumnRole | undefined> = new Set([
  'metal',
  'form',
  'purity',
  'terms',
  'place',
  'vat',
  'unit',
  'currency',
  'mass',
  'period',
  'payment',
  'date',
]);

const inMeta = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.assign(
    {},
    ...Object.entries(data).map(([name, value]) => (META.test(name) && isObject(value) ? value : {})),
  );

const isTime = (cell: unknown): boolean =>
  typeof cell === 'number' ? cell > 1e8 && cell < 1e14 : typeof cell === 'string' && DAY.test(cell);
const DAY = /^(?:19|20)\d\d(?:[-/.]?(?:0[1-9]|1[0-2])(?:[-/.]?[0-3]\d(?:[T ].*)?)?|-?[QWM]\d{1,2})?$/;

/** Objects that are named by days. */
function pointsIn(data: Record<string, unknown>, fields: Fields): readonly Fields[] | undefined {
  const names = Object.keys(data);
  if (names.length === 0 || !names.every((name) => DAY.test(name) && (isDate(name) || name.length > 3)))
    return undefined;
  return names.flatMap((date) => {
    const value = data[date];
    const own = new Map([...fields, ['date', date] as const]);
    if (isScalar(value)) return [new Map([...own, ['value', cellOf(value)] as const])];
    if (Array.isArray(value)) return value.map((row) => new Map([...own, ...flatten(row)]));
    const products = byName(value, own);
    return products ?? [new Map([...own, ...flatten(value)])];
  });
}

const MOST_PARALLEL = 64;
const AXIS = /^(?:labels|categories|index|x)$/i;

/** Lists of one length beside one another, of which one has times: each is a column. */
function parallel(data: Record<string, unknown>, fields: Fields): readonly Fields[] | undefined {
  const lists = [...listsOf(data, 0)].slice(0, MOST_PARALLEL);
  const times = lists.find(
    ([name, list]) => list.every(isTime) || roleOf(name) === 'date' || AXIS.test(name),
  );
  if (times === undefined) return byIndex(data, fields);
  const [timeName, days] = times;
  const around = new Map([...fields, ...saidWithin(data, 0)]);
  const called = roleOf(timeName) === 'date' ? timeName : 'date';
  const row = (at: number, columns: readonly (readonly [string, readonly Scalar[]])[]) => [
    [called, cellOf(days[at])] as const,
    ...columns.map(([name, list]) => [name, cellOf(list[at])] as const),
  ];
  const ofLength = (all: Iterable<readonly [string, readonly Scalar[]]>) =>
    [...all].filter(([name, list]) => name !== timeName && list.length === days.length);
  const sets = Object.values(data)
    .filter((value) => Array.isArray(value))
    .flatMap((value) => value.filter(isObject).map((set) => ({ set, columns: ofLength(listsOf(set, 0)) })))
    .filter(({ columns }) => columns.length === 1);
  if (sets.length > 0 && lists.filter(([, list]) => list.length === days.length).length < 3)
    return sets.flatMap(({ set, columns: [column] }) => {
      const own = [...flatten(set)].map(
        ([name, cell]) => [/^(?:label|title)$/i.test(name) ? 'name' : name, cell] as const,
      );
      const values = [['value', column?.[1] ?? []] as const];
      return days.map((_, at) => new Map([...around, ...own, ...row(at, values)]));
    });
  const columns = ofLength(lists);
  return columns.length === 0 ? undefined : days.map((_, at) => new Map([...around, ...row(at, columns)]));
}

/** What an object and those that it holds alone say of all rows. */
function* saidWithin(data: Record<string, unknown>, deep: number): Generator<readonly [string, Cell]> {
  for (const [name, value] of Object.entries(data)) {
    const inner: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
    if (isScalar(value) && value !== null && INHERITED.has(roleOf(name))) yield [name, cellOf(value)];
    else if (deep < MOST_DEEP && isObject(inner)) yield* saidWithin(inner, deep + 1);
  }
}

/** Lists of scalars in an object, or in objects that it holds alone. */
function* listsOf(
  data: Record<string, unknown>,
  deep: number,
): Generator<readonly [string, readonly Scalar[]]> {
  for (const [name, value] of Object.entries(data)) {
    if (isScalars(value)) yield [name, value];
    else if (deep < MOST_DEEP && isObject(value)) yield* listsOf(value, deep + 1);
    else if (deep < MOST_DEEP && Array.isArray(value) && value.length === 1 && isObject(value[0]))
      yield* listsOf(value[0], deep + 1);
  }
}

/** Columns that are objects with one field a row: "date": { "0": … }, "price": { "0": … }. */
function byIndex(data: Record<string, unknown>, fields: Fields): readonly Fields[] | undefined {
  const columns = Object.entries(data).filter(([, value]) => isObject(value));
  const [first] = columns;
  if (first === undefined || columns.length < 2 || !isObject(first[1])) return undefined;
  const rows = Object.keys(first[1]);
  const isIndexed = columns.every(
    ([, value]) =>
      isObject(value) &&
      Object.values(value).every(isScalar) &&
      Object.keys(value).every((name) => /^\d+$/.test(name)),
  );
  if (!isIndexed || rows.length === 0) return undefined;
  return rows.map(
    (row) =>
      new Map([
        ...fields,
        ...columns.map(([name, value]): [string, Cell] => [name, cellOf(isObject(value) ? value[row] : '')]),
      ]),
  );
}

/** Objects of the same fields that are named by what they are of. */
function byName(data: unknown, fields: Fields): readonly Fields[] | undefined {
  if (!isObject(data)) return undefined;
  const entries = Object.entries(data).filter(([name]) => !META.test(name));
  const objects = entries.filter((entry): entry is [string, Record<string, unknown>] => isObject(entry[1]));
  if (objects.length < 2 || objects.length < entries.length * 0.6) return undefined;
  if (objects.some(([, value]) => Object.values(value).some((one) => Array.isArray(one)))) return undefined;
  const [first = new Map<string, Cell>(), ...others] = objects.map(([, value]) => flatten(value));
  const shared = [...first.keys()].filter((name) => others.every((one) => one.has(name)));
  const hasPrice = shared.some((name) => PRICES.has(roleOf(name)));
  return hasPrice
    ? objects.map(([name, value]) => new Map([...fields, ['name', name] as const, ...flatten(value)]))
    : undefined;
}

const PRICES: ReadonlySet<ColumnRole | undefined> = new Set(['price', 'low', 'high']);

/** The names of columns that stand beside lists of cells: "columns": ["Date", "Price"]. */
function headingIn(data: Record<string, unknown>): readonly string[] | undefined {
  const [, names] =
    Object.entries(data).find(([name]) =>
      /^(?:columns?|cols|column_?(?:names|headers|list)|headers?|headings?|fields|field_?names|schema|keys)$/i.test(
        name,
      ),
    ) ?? [];
  if (!Array.isArray(names)) return undefined;
  const texts = names.map((one: unknown) =>
    isObject(one) ? (one['name'] ?? one['label'] ?? one['id']) : one,
  );
  return texts.every((text) => typeof text === 'string') ? texts : undefined;
}

/** Lists of cells below their heading, beside columns of what is said of all of them and no column says. */
function withHeading(
  value: unknown,
  columns: readonly string[],
  fields: Fields,
): readonly (readonly Cell[])[] | undefined {
  const isCells =
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((row) => isScalars(row) && row.length === columns.length);
  if (!isCells) return undefined;
  const said = new Set(columns.map((name) => roleOf(name)));
  const around = [...fields].filter(([name]) => !said.has(roleOf(name)));
  return [
    [...around.map(([name]) => name), ...columns],
    ...value.map((row: readonly Scalar[]) => [...around.map(([, cell]) => cell), ...row.map(cellOf)]),
  ];
}

function flatten(row: unknown, prefix = '', deep = 0): Map<string, Cell> {
  if (!isObject(row) || deep > MOST_DEEP) return new Map();
  return new Map(
    Object.entries(row).flatMap(([key, value]): (readonly [string, Cell])[] => {
      if (isObject(value)) return [...flatten(value, `${prefix}${key} `, deep + 1)];
      return isScalar(value) ? [[`${prefix}${key}`, cellOf(value)]] : [];
    }),
  );
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'number' || typeof value === 'string') return value;
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : '';
}
