/**
 * The tables that JSON holds, whatever holds them: lists of objects or of lists, fields that are lists of equal length, objects
 * that are named by days or products, and series with what they are of beside their points.
 */
import { sdmxRows } from './sdmx-rows.ts';
import { sdmxXmlRows } from './sdmx-xml.ts';
import { roleOf } from '#src/quotes/tables/columns/headings/heading-words.ts';
import type { Cell, NamedCells as Fields } from '../sheet.ts';
import { type Within, ofObject } from './json-around.ts';
import { cellOf, flatten, isObject, isScalar, isScalars, isTime } from './json-values.ts';
import { jsonStatRows } from './json-stat.ts';
import { headingIn, headingsIn } from './json-headings.ts';
import { leavesIn, type Leaf } from './json-leaves.ts';
import { readName, type IsName } from './json-paths.ts';
import { byName, indexed, parallel, pointsIn, withHeading } from './json-columns.ts';

/** Rows by fields, or cells as they stand, with lines that say what all of them are of. */
export interface JsonTable {
  readonly name: string;
  readonly titles: readonly string[];
  readonly rows: readonly Fields[] | readonly (readonly Cell[])[];
}

export function* tablesIn(data: unknown, isName: IsName): Generator<JsonTable> {
  const sdmx = sdmxRows(data) ?? sdmxXmlRows(data);
  const stat = jsonStatRows(data);
  if (sdmx !== undefined) yield { name: '', titles: [], rows: sdmx };
  else if (stat !== undefined)
    yield { name: '', titles: stat.title === '' ? [] : [stat.title], rows: stat.rows };
  else yield* new Tables(isName, headingsIn(data)).all(data);
}

/** What a document says of all its tables, and which of its objects were read. */
class Tables {
  readonly #isName: IsName;
  readonly #headings: readonly (readonly string[])[];
  readonly #read = new WeakSet<object>();

  constructor(isName: IsName, headings: readonly (readonly string[])[]) {
    this.#isName = isName;
    this.#headings = headings;
  }

  *all(data: unknown): Generator<JsonTable> {
    let isAny = false;
    for (const table of this.#within(data, { name: '', titles: [], fields: new Map() })) {
      isAny = true;
      yield table;
    }
    if (!isObject(data)) return;
    const own = ofObject(data, { name: '', titles: [], fields: new Map() }, this.#isName);
    const leaves = leavesIn(data, own.fields, this.#isName, (object) => this.#read.has(object));
    for (const [titles, rows] of byTitles(leaves))
      yield { name: '', titles: [...own.titles, ...titles], rows };
    // An object alone is one row.
    if (!isAny && leaves.length === 0) yield { name: '', titles: [], rows: [flatten(data)] };
  }

  *#within(data: unknown, around: Within): Generator<JsonTable> {
    if (Array.isArray(data)) return void (yield* this.#ofList(data, around));
    if (!isObject(data)) return;
    const own = { ...around, ...ofObject(data, around, this.#isName) };
    const columns = headingIn(data);
    const matrices = new Map(
      columns === undefined
        ? []
        : Object.entries(data).flatMap(([name, value]) => {
            const rows =
              indexed(value, columns, own.fields, data['index']) ?? withHeading(value, columns, own.fields);
            return rows === undefined ? [] : [[name, rows] as const];
          }),
    );
    const rows =
      matrices.size > 0
        ? undefined
        : (pointsIn(data, own.fields) ?? parallel(data, own.fields) ?? byName(data, own.fields));
    if (rows !== undefined) {
      this.#read.add(data);
      return void (yield { ...own, rows });
    }
    for (const [name, value] of Object.entries(data)) {
      if (isScalar(value) || isScalars(value)) continue;
      const matrix = matrices.get(name);
      yield* matrix === undefined
        ? this.#within(value, this.#beneath(own, name))
        : [{ ...own, name, rows: matrix }];
    }
  }

  /** What the name of a field says of all that it holds. */
  #beneath(around: Within, name: string): Within {
    const { metal, time, currency } = readName(name, this.#isName);
    const fields = new Map(around.fields);
    if (metal !== undefined)
      fields.set(
        'product name',
        fields.has('product name') ? `${fields.get('product name') ?? ''}, ${metal}` : metal,
      );
    if (time !== undefined && time.length > 3) fields.set('date', time);
    if (currency !== undefined) fields.set('currency', currency);
    // "forecast" over the metals is said of all of them.
    const group = readName(around.name, this.#isName).other;
    const isSaid = group !== undefined && group !== '' && !around.titles.includes(group);
    return { name, titles: isSaid ? [...around.titles, group] : around.titles, fields };
  }

  *#ofList(list: readonly unknown[], around: Within): Generator<JsonTable> {
    if (list.every(isScalar)) return;
    if (list.every((row) => Array.isArray(row))) {
      const cells = list.filter((row) => isScalars(row)).map((row) => row.map(cellOf));
      if (cells.length === list.length) return void (yield* ofCells(cells, around, this.#headings));
      for (const row of list) yield* this.#within(row, around);
      return;
    }
    // "[{ page }, [rows]]": what stands beside a list of rows is no row.
    if (list.some((row) => Array.isArray(row))) {
      for (const row of list) if (Array.isArray(row)) yield* this.#ofList(row, around);
      return;
    }
    // Where others have a list, one object alone is a list of one, as in XML.
    const listed = new Set(
      list.flatMap((row) =>
        isObject(row) ? Object.keys(row).filter((name) => Array.isArray(row[name])) : [],
      ),
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
    const nested = alike.flatMap((row) => (isObject(row) ? [...this.#seriesOf(row, around.fields)] : []));
    if (nested.length > 0) return void (yield { ...around, rows: nested });
    yield { ...around, rows: list.map((row) => beneath(around.fields, flatten(row))) };
  }

  /** The points of a series within a row, each with the row's own fields. */
  *#seriesOf(row: Record<string, unknown>, fields: Fields): Generator<Fields> {
    const lists = Object.values(row).filter((value) => Array.isArray(value) && value.length > 0);
    const scalars = beneath(fields, flatten(row));
    const zipped = parallel(row, scalars);
    if (zipped !== undefined) {
      yield* zipped;
      return;
    }
    for (const list of lists) {
      const inner = this.#within(list, { name: '', titles: [], fields: scalars });
      for (const { rows } of inner) for (const one of rows) if (one instanceof Map) yield one;
    }
    for (const value of Object.values(row)) {
      const points = isObject(value) ? pointsIn(value, scalars) : undefined;
      if (points !== undefined) yield* points;
    }
  }
}

/** A day in full: a month may be that of a delivery. */
const WHOLE_DAY =
  /(?<!\d)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|(?:19|20)\d{6})(?!\d)/u;

/** A row with what is said around it, whose day is none where the row has its own. */
function beneath(around: Fields, own: Fields): Fields {
  const isDated = [...own].some(([name, value]) => roleOf(name) === 'date' && WHOLE_DAY.test(String(value)));
  const outer = isDated
    ? [...around].filter(([name, value]) => roleOf(name) !== 'date' || !/\d/u.test(String(value)))
    : around;
  return new Map([...outer, ...own]);
}

/** Rows below what the words above them say of them, in the order in which they come. */
function byTitles(leaves: readonly Leaf[]): readonly (readonly [readonly string[], readonly Fields[]])[] {
  const groups = new Map<string, { readonly titles: readonly string[]; readonly rows: Fields[] }>();
  for (const { titles, fields } of leaves) {
    const key = titles.join('\n');
    const group = groups.get(key) ?? { titles, rows: [] };
    groups.set(key, group);
    group.rows.push(fields);
  }
  return [...groups.values()].map(({ titles, rows }) => [titles, rows] as const);
}

/** Points without a heading are days with their values; other lists are headed by what the document says once of so many columns. */
function* ofCells(
  cells: readonly (readonly Cell[])[],
  around: Within,
  headings: readonly (readonly string[])[],
): Generator<JsonTable> {
  const isPairs = (at: 0 | 1) =>
    cells.every((row) => row.length === 2 && isTime(row[at]) && (at === 0 || !isTime(row[0]))) &&
    cells.some((row) => row[1 - at] !== '');
  const timeAt = isPairs(0) ? 0 : isPairs(1) ? 1 : undefined;
  if (timeAt !== undefined) {
    const rows = cells.map(
      (row) =>
        new Map([...around.fields, ['date', row[timeAt] ?? ''], ['value', row[1 - timeAt] ?? '']] as const),
    );
    return void (yield { ...around, rows });
  }
  const [said, ...others] = headings.filter((names) => cells.every((row) => row.length === names.length));
  const headed =
    said === undefined || others.length > 0 ? undefined : withHeading(cells, said, around.fields);
  if (headed !== undefined) yield { ...around, rows: headed };
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
