/** Feeds that answer in JSON. Where each field is, a mapping says. */
import type { JSONValue } from '@jmespath-community/jmespath';
import { z } from 'zod';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import { compiled, type Finder } from './expression.ts';
import { downloadText } from './download.ts';
import { FeedError, type FeedContent, type FeedKind, type RejectedRow } from './feed.ts';
import { common, expression, ofPrices, webAddress, wholeMegabytes } from './feed-schema.ts';
import { marksOf } from '#src/quotes/tables/read-table.ts';
import { checkJsonSize } from './json-size.ts';
import { checkRows } from './limits.ts';
import {
  readRow,
  ROW_FIELDS,
  type Row,
  type RowContext,
  type RowField,
} from '#src/quotes/tables/read-row.ts';
import { createTurns } from './turns.ts';

const schema = z.strictObject({
  kind: z.literal('json'),
  ...ofPrices,
  maxMegabytes: wholeMegabytes,
  from: webAddress,
  /** What must be true of an answer that is none of an error. */
  success: expression.optional(),
  quotes: z
    .array(
      z.strictObject({
        /** A list in the answer; without it the answer as a whole is one row. */
        rows: expression.optional(),
        fields: z.partialRecord(z.enum(ROW_FIELDS), expression),
        invert: z.boolean().default(false),
        common,
      }),
    )
    .min(1),
});
type JsonFeed = z.output<typeof schema>;

export const JSON_FEED: FeedKind<typeof schema> = {
  schema,
  read: async (feed, context) => await readJson(await downloadText(feed, context), feed, context),
};

type JsonSettings = Pick<JsonFeed, 'id' | 'success' | 'quotes' | 'decimal' | 'dateOrder' | 'common'>;

/**
 * Reads an answer as a whole, row by row, so that a long one holds nobody up.
 * @throws FeedError where it is no JSON, tells of a failure, has nothing where the mapping looks, or more than is read
 */
export async function readJson(
  text: string,
  settings: JsonSettings,
  context: RowContext,
): Promise<FeedContent> {
  await checkJsonSize(text);
  const turn = createTurns();
  const data = parseJson(text);
  if (settings.success !== undefined && !compiled(settings.success)(data))
    throw new FeedError(`it tells of a failure: ${settings.success} is not true`);
  const quotes: ReadQuote[] = [];
  const rejected: RejectedRow[] = [];
  let count = 0;
  for (const mapping of settings.quotes) {
    const found = rowsOf(data, mapping.rows);
    checkRows(count + found.length);
    const read = fieldsReader(mapping.fields);
    const rows: Row[] = [];
    for (const row of found) {
      rows.push(read(row));
      await turn();
    }
    const marks = await marksOf(
      settings.decimal,
      rows.flatMap(({ price, low, high }) => [price, low, high].filter((cell) => typeof cell === 'string')),
    );
    for (const row of rows) {
      count += 1;
      await turn();
      const made = readRow(
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
      if ('quote' in made) quotes.push(made.quote);
      else rejected.push({ row: count, reason: made.reason });
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
  const found = compiled(rows)(data);
  if (!Array.isArray(found)) throw new FeedError(`it has no list at ${rows}: its schema is another one`);
  return found;
}

/** Reads the fields of a row; what is neither text, number nor truth is none. */
function fieldsReader(fields: JsonFeed['quotes'][number]['fields']): (row: JSONValue) => Row {
  const finders = ROW_FIELDS.flatMap((field): [RowField, Finder][] => {
    const where = fields[field];
    return where === undefined ? [] : [[field, compiled(where)]];
  });
  return (row) =>
    Object.fromEntries(
      finders.flatMap(([field, findIn]) => {
        const value = findIn(row);
        return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
          ? [[field, value]]
          : [];
      }),
    );
}
