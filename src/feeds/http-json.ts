/** Prices from an answer in JSON. Where each field is, a mapping says. */
import type { JSONValue } from '@jmespath-community/jmespath';
import type { ReadQuote } from '#src/domain/quote.ts';
import { find } from './expression.ts';
import { FeedError, type FeedContent, type RejectedRow } from './feed.ts';
import type { JsonFeed } from './feed-settings.ts';
import { marksOf } from './csv.ts';
import { readRow, ROW_FIELDS, type Row, type RowContext } from './read-row.ts';

export type JsonSettings = Pick<JsonFeed, 'id' | 'success' | 'quotes' | 'decimal' | 'dateOrder' | 'common'>;

/**
 * Reads an answer as a whole.
 * @throws FeedError where it is no JSON, tells of a failure, or has nothing where the mapping looks
 */
export function readJson(text: string, settings: JsonSettings, context: RowContext): FeedContent {
  const data = parseJson(text);
  if (settings.success !== undefined && !find(data, settings.success))
    throw new FeedError(`it tells of a failure: ${settings.success} is not true`);
  const quotes: ReadQuote[] = [];
  const rejected: RejectedRow[] = [];
  let count = 0;
  for (const mapping of settings.quotes) {
    const rows = rowsOf(data, mapping.rows).map((row) => fieldsOf(row, mapping.fields));
    const marks = marksOf(
      settings.decimal,
      rows.flatMap(({ price, low, high }) => [price, low, high].filter((cell) => typeof cell === 'string')),
    );
    for (const row of rows) {
      count += 1;
      const read = readRow(
        row,
        {
          source: settings.id,
          marks,
          dateOrder: settings.dateOrder,
          invert: mapping.invert,
          common: { ...settings.common, ...mapping.common },
        },
        context,
      );
      if ('quote' in read) quotes.push(read.quote);
      else rejected.push({ row: count, reason: read.reason });
    }
  }
  // Not one row of it fits any more: the schema has changed, and to store nothing in silence would hide it.
  if (quotes.length === 0)
    throw new FeedError(
      rejected[0] === undefined
        ? 'it holds no rows where the mapping looks for them'
        : `none of its ${count} rows can be read: ${rejected[0].reason}`,
    );
  return { quotes, rejected };
}

function parseJson(text: string): JSONValue {
  try {
    // NaN and Infinity are no JSON: an answer with them is refused as a whole.
    return JSON.parse(text);
  } catch (error) {
    const what = /^\s*</.test(text) ? 'it is a web page, not JSON' : 'it is no JSON';
    throw new FeedError(what, { cause: error });
  }
}

function rowsOf(data: JSONValue, rows: string | undefined): readonly JSONValue[] {
  if (rows === undefined) return [data];
  const found = find(data, rows);
  if (!Array.isArray(found)) throw new FeedError(`it has no list at ${rows}: its schema is another one`);
  return found;
}

function fieldsOf(row: JSONValue, fields: JsonFeed['quotes'][number]['fields']): Row {
  return Object.fromEntries(
    ROW_FIELDS.flatMap((field) => {
      const expression = fields[field];
      const value = expression === undefined ? null : find(row, expression);
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[field, value]]
        : [];
    }),
  );
}
