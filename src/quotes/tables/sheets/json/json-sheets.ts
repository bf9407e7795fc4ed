/** JSON as tables: each that it holds, by the names of its fields; fields within fields are columns: "data.price". */
import { checkJson } from '#src/quotes/feeds/check-json.ts';
import { FeedError } from '#src/quotes/feeds/feed.ts';
import { headingOf } from './json-names.ts';
import { withLabels } from './json-labels.ts';
import type { IsName } from './json-paths.ts';
import { unwrapped } from './json-plain.ts';
import { tablesIn, type JsonTable } from './json-tables.ts';
import { withToldPrices } from './told-prices.ts';
import { roleOf } from '#src/quotes/tables/columns/headings/heading-words.ts';
import { epochIn } from '../../times/epoch.ts';
import type { NamedCells, Sheet, TableRecord } from '../sheet.ts';

/** @param isName Whether a text names a metal and nothing else. @throws FeedError where it is no JSON, is too much, or has no table */
export async function jsonSheets(text: string, isName: (text: string) => boolean): Promise<readonly Sheet[]> {
  await checkJson(text);
  let data: unknown;
  try {
    data = JSON.parse(text, unwrapped);
  } catch (cause) {
    data = linesOfJson(text, cause);
  }
  const tables = [...tablesIn(withLabels(data), isName)].filter(({ rows }) =>
    rows.some((row) => (row instanceof Map ? row.size > 0 : true)),
  );
  if (tables.length === 0)
    throw new FeedError('it is JSON without a list of prices: set up a feed of kind "json" for it');
  return tables.map((table) => ({
    name: table.name === '' ? undefined : table.name,
    records: recordsOf(table, isName),
  }));
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
async function* recordsOf({ titles, rows }: JsonTable, isName: IsName): AsyncGenerator<TableRecord> {
  for (const title of titles) yield { line: 0, cells: [title] };
  const fields = withToldPrices(
    rows.flatMap((row) => (row instanceof Map ? [row] : [])),
    isName,
  );
  if (fields.length === 0) {
    for (const [at, row] of rows.entries()) if (Array.isArray(row)) yield { line: at + 1, cells: row };
    return;
  }
  const names = withoutClocks([...new Set(fields.flatMap((row) => [...row.keys()]))], fields);
  yield { line: 0, cells: headingOf(names, fields) };
  for (const [at, row] of fields.entries())
    yield { line: at + 1, cells: names.map((name) => row.get(name) ?? '') };
}

const DAY_ALONE = /^\d{4}-\d\d-\d\d$/;

/** Without times of a clock beside a day: "timestamp" beside "date", which may be of another day elsewhere. */
function withoutClocks(names: readonly string[], rows: readonly NamedCells[]): readonly string[] {
  const dates = names.filter(
    (name) => roleOf(name) === 'date' || roleOf(name.split(' ').at(-1) ?? '') === 'date',
  );
  const isDay = (name: string) => rows.every((row) => DAY_ALONE.test(String(row.get(name) ?? '')));
  const isClock = (name: string) =>
    rows.every((row) => {
      const cell = row.get(name) ?? '';
      return epochIn(cell) !== undefined || /^\d{4}-\d\d-\d\d[T ]\d\d:/.test(String(cell));
    });
  return dates.some(isDay) ? names.filter((name) => !dates.includes(name) || !isClock(name)) : names;
}
