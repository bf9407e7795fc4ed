/** Objects of JSON whose fields are rows or columns: named by days or products, lists side by side, cells below their heading. */
import { readMoneyCell } from '#src/domain/reading/quotes/read-cell.ts';
import { isDate } from '#src/domain/measure/days.ts';
import { roleOf, type ColumnRole } from '#src/quotes/tables/columns/headings/heading-words.ts';
import { partIn } from '../../times/partial-times.ts';
import type { Cell, NamedCells as Fields } from '../sheet.ts';
import {
  DAY,
  MOST_DEEP,
  type Scalar,
  cellOf,
  flatten,
  isObject,
  isScalar,
  isScalars,
  isTime,
} from './json-values.ts';
import { META, saidWithin } from './json-around.ts';
import { keyedRows } from './json-stat.ts';

/** Objects that are named by days. */
export function pointsIn(data: Record<string, unknown>, fields: Fields): readonly Fields[] | undefined {
  const names = Object.keys(data);
  if (names.length === 0 || !names.every((name) => DAY.test(name) && (isDate(name) || name.length > 3)))
    return undefined;
  // Years of months are read a price at a time.
  if (Object.values(data).every((value) => isObject(value) && Object.keys(value).every(isPart)))
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

const isPart = (name: string): boolean => /^\d{1,2}$/.test(name) || partIn(name) !== undefined;

const MOST_PARALLEL = 64;

const AXIS = /^(?:labels|categories|index|x)$/i;

/** Lists of one length beside one another, of which one has times: each is a column. */
export function parallel(data: Record<string, unknown>, fields: Fields): readonly Fields[] | undefined {
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
export function byName(data: unknown, fields: Fields): readonly Fields[] | undefined {
  if (!isObject(data)) return undefined;
  const entries = Object.entries(data).filter(([name]) => !META.test(name));
  const objects = entries.filter((entry): entry is [string, Record<string, unknown>] => isObject(entry[1]));
  if (objects.length < 2 || objects.length < entries.length * 0.6) return undefined;
  if (objects.some(([, value]) => Object.values(value).some((one) => Array.isArray(one)))) return undefined;
  const [first = new Map<string, Cell>(), ...others] = objects.map(([, value]) => flatten(value));
  const shared = [...first.keys()].filter((name) => others.every((one) => one.has(name)));
  const hasPrice = shared.some((name) => PRICES.has(roleOf(name)));
  const isMoney = objects.every(([name]) => /^[A-Z]{3}$/.test(name) && readMoneyCell(name) !== undefined);
  return hasPrice
    ? objects.map(
        ([name, value]) =>
          new Map([...fields, [isMoney ? 'currency' : 'name', name] as const, ...flatten(value)]),
      )
    : undefined;
}

const PRICES: ReadonlySet<ColumnRole | undefined> = new Set(['price', 'low', 'high']);

/** Lists of cells below their heading, beside columns of what is said of all of them and no column says. */
export function withHeading(
  given: unknown,
  columns: readonly string[],
  fields: Fields,
): readonly (readonly Cell[])[] | undefined {
  const value = keyedRows(given) ?? given;
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

/** The same where the rows are named by a list beside them, as programs write what they call a frame: "index": [days]. */
export function indexed(
  value: unknown,
  columns: readonly string[],
  fields: Fields,
  index: unknown,
): readonly (readonly Cell[])[] | undefined {
  const isIndexed =
    isScalars(index) &&
    Array.isArray(value) &&
    value.length === index.length &&
    value.every((row) => isScalars(row) && row.length === columns.length);
  if (!isIndexed) return undefined;
  const named = index.every(isTime) ? 'date' : 'index';
  return withHeading(
    value.map((row: readonly Scalar[], at) => [index[at] ?? '', ...row]),
    [named, ...columns],
    fields,
  );
}
