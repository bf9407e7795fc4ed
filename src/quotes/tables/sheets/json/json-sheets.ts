/** JSON as tables: each that it holds, by the names of its fields; fields within fields are columns: "data.price". */
import { checkJsonSize } from '#src/quotes/feeds/json-size.ts';
import { FeedError } from '#src/quotes/feeds/feed.ts';
import { roleOf } from '../../columns/heading-words.ts';
import { tablesIn, type JsonTable } from './json-tables.ts';
import type { Sheet, TableRecord } from '../sheet.ts';

/** @throws FeedError where it is no JSON, is too much, or has no table */
export async function jsonSheets(text: string): Promise<readonly Sheet[]> {
  await checkJsonSize(text);
  let data: unknown;
  try {
    data = JSON.parse(text, unwrapped);
  } catch (cause) {
    data = linesOfJson(text, cause);
  }
  const tables = [...tablesIn(data)].filter(({ rows }) =>
    rows.some((row) => (row instanceof Map ? row.size > 0 : true)),
  );
  if (tables.length === 0)
    throw new FeedError('it is JSON without a list of prices: set up a feed of kind "json" for it');
  return tables.map((table) => ({
    name: table.name === '' ? undefined : table.name,
    records: recordsOf(table),
  }));
}

/** Databases wrap values that JSON has no kind for: {"$date": "2025-04-15"}, {"$numberDecimal": "31.50"}. */
function unwrapped(_: string, value: unknown): unknown {
  const [only, ...others] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return only !== undefined && others.length === 0 && only[0].startsWith('$') ? only[1] : value;
}

/** One value a line, as logs and streams have it. */
function linesOfJson(text: string, cause: unknown): readonly unknown[] {
  try {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): unknown => JSON.parse(line, unwrapped));
  } catch {
    throw new FeedError('it is no JSON', { cause });
  }
}

/** The names of fields are its heading, and its line; lists of cells have theirs as the first row. */
async function* recordsOf({ titles, rows }: JsonTable): AsyncGenerator<TableRecord> {
  for (const title of titles) yield { line: 0, cells: [title] };
  const fields = rows.flatMap((row) => (row instanceof Map ? [row] : []));
  if (fields.length === 0) {
    for (const [at, row] of rows.entries()) if (Array.isArray(row)) yield { line: at + 1, cells: row };
    return;
  }
  const names = [...new Set(fields.flatMap((row) => [...row.keys()]))];
  yield { line: 0, cells: byLastWord(withoutShared(names)) };
  for (const [at, row] of fields.entries())
    yield { line: at + 1, cells: names.map((name) => row.get(name) ?? '') };
}

/** Without the words that all names begin with: those of what they are in. */
function withoutShared(names: readonly string[]): readonly string[] {
  const words = names.map((name) => name.split(' '));
  const [first = []] = words;
  let shared = 0;
  // Of no names at all, every one has more words.
  while (words.length > 0 && words.every((one) => one.length > shared + 1 && one[shared] === first[shared]))
    shared += 1;
  return words.map((one) => one.slice(shared).join(' '));
}

/** What a field of a thing that is called a price, a product or the like says itself: "price currency" is a currency. */
function byLastWord(names: readonly string[]): readonly string[] {
  const short = names.map((name) => {
    const [, before = '', last = ''] = /^(.+) (\S+)$/u.exec(name) ?? [];
    const [around, own] = [roleOf(before), roleOf(last)];
    // The amount of a price is the price.
    if (around === 'price' && own === 'ignored' && /^amount$/i.test(last)) return before;
    return around !== undefined && own !== undefined && own !== 'ignored' ? last : name;
  });
  return short.map((name, at) =>
    short.indexOf(name) === short.lastIndexOf(name) ? name : (names[at] ?? name),
  );
}
