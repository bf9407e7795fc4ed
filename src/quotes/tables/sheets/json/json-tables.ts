/**
 * The tables that JSON holds, whatever holds them: lists of objects or of lists, fields that are lists of equal length, objects
 * that are named by days or products, and series with what they are of beside their points.
 */
import { sdmxRows } from './sdmx-rows.ts';
import { sdmxXmlRows } from './sdmx-xml.ts';
import type { Cell, NamedCells as Fields } from '../sheet.ts';
import { type Within, ofObject } from './json-around.ts';
import { cellOf, flatten, isObject, isScalar, isScalars, isTime } from './json-values.ts';
import { jsonStatRows } from './json-stat.ts';
import { leavesIn } from './json-leaves.ts';
import { byName, headingIn, parallel, pointsIn, withHeading } from './json-columns.ts';

/** Rows by fields, or cells as they stand, with lines that say what all of them are of. */
export interface JsonTable {
  readonly name: string;
  readonly titles: readonly string[];
  readonly rows: readonly Fields[] | readonly (readonly Cell[])[];
}

export function* tablesIn(data: unknown): Generator<JsonTable> {
  const sdmx = sdmxRows(data) ?? sdmxXmlRows(data);
  const stat = jsonStatRows(data);
  if (sdmx !== undefined) yield { name: '', titles: [], rows: sdmx };
  else if (stat !== undefined)
    yield { name: '', titles: stat.title === '' ? [] : [stat.title], rows: stat.rows };
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
  if (isAny || around.name !== '') return;
  const leaves = leavesIn(data);
  // An object alone is one row.
  yield {
    ...own,
    titles: leaves.length > 0 ? own.titles : around.titles,
    rows: leaves.length > 0 ? leaves : [flatten(data)],
  };
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
