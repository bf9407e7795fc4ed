/** JSON as tables: each list of objects, or of lists, is one. Fields within fields are columns: "data.price". */
import { checkJsonSize } from '#src/quotes/feeds/json-size.ts';
import { FeedError } from '#src/quotes/feeds/feed.ts';
import type { Cell, Sheet, TableRecord } from './sheet.ts';

/** @throws FeedError where it is no JSON, is too much, or has no list */
export async function jsonSheets(text: string): Promise<readonly Sheet[]> {
  await checkJsonSize(text);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    data = linesOfJson(text, cause);
  }
  const lists = [...listsIn(data, '')];
  if (lists.length === 0)
    throw new FeedError('it is JSON without a list of prices: set up a feed of kind "json" for it');
  return lists.map(({ name, list }) => ({ name: name === '' ? undefined : name, records: recordsOf(list) }));
}

/** One value a line, as logs and streams have it. */
function linesOfJson(text: string, cause: unknown): readonly unknown[] {
  try {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): unknown => JSON.parse(line));
  } catch {
    throw new FeedError('it is no JSON', { cause });
  }
}

interface List {
  readonly name: string;
  readonly list: readonly unknown[];
}

function* listsIn(data: unknown, name: string): Generator<List> {
  if (Array.isArray(data)) {
    if (data.some((row) => typeof row === 'object' && row !== null)) yield { name, list: data };
    return;
  }
  if (typeof data !== 'object' || data === null) return;
  for (const [key, value] of Object.entries(data)) yield* listsIn(value, key);
}

/** The names of fields are its heading, and its line; lists have theirs as the first row. */
async function* recordsOf(list: readonly unknown[]): AsyncGenerator<TableRecord> {
  if (list.every((row) => Array.isArray(row))) {
    for (const [at, row] of list.entries()) yield { line: at + 1, cells: row.map(cellOf) };
    return;
  }
  const flat = list.map((row) => flatten(row));
  const names = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  yield { line: 0, cells: names };
  for (const [at, row] of flat.entries())
    yield { line: at + 1, cells: names.map((name) => row.get(name) ?? '') };
}

const MOST_DEEP = 4;

function flatten(row: unknown, prefix = '', deep = 0): ReadonlyMap<string, Cell> {
  if (typeof row !== 'object' || row === null || deep > MOST_DEEP) return new Map();
  return new Map(
    Object.entries(row).flatMap(([key, value]: [string, unknown]): (readonly [string, Cell])[] =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? [...flatten(value, `${prefix}${key} `, deep + 1)]
        : [[`${prefix}${key}`, cellOf(value)]],
    ),
  );
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'number' || typeof value === 'string') return value;
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : '';
}
