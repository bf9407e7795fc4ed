/** Feeds that answer in JSON. Where each field is, a mapping says. */
import type { JSONValue } from '@jmespath-community/jmespath';
import { z } from 'zod';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import { compiled, type Finder } from './expression.ts';
import { downloadText } from './download.ts';
import { FeedError, type FeedContent, type FeedContext, type FeedKind, type RejectedRow } from './feed.ts';
import { bytesFrom } from './bring.ts';
import { oddFile } from './csv-feed.ts';
import { common, expression, ofPrices, place, wholeMegabytes } from './feed-schema.ts';
import { inUtf8 } from '#src/quotes/tables/sheets/decode.ts';
import { marksOf } from '#src/quotes/tables/columns/column-clues.ts';
import { checkJson } from './check-json.ts';
import { checkRows } from './limits.ts';
import { readRow } from '#src/quotes/tables/rows/read-row.ts';
import { ROW_FIELDS, type Row, type RowContext, type RowField } from '#src/quotes/tables/rows/row.ts';
import { createTurns } from './turns.ts';

const mostPages = z.int().min(1).max(100).default(20);

const schema = z.strictObject({
  kind: z.literal('json'),
  ...ofPrices,
  maxMegabytes: wholeMegabytes,
  from: place,
  /** Where an answer is one page of several: by a number in the address, or by the address of the next one in the answer. */
  pages: z
    .union([
      z.strictObject({ query: z.string().min(1), first: z.int().min(0).default(1), most: mostPages }),
      z.strictObject({ next: expression, most: mostPages }),
    ])
    .optional(),
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
  read: async (feed, context) => {
    const contents: FeedContent[] = [];
    let isMore = false;
    for await (const { text, name } of pagesOf(feed, context)) {
      const content = readJson(text, feed, context, isMore);
      isMore = true;
      contents.push(
        name === undefined ? await content : await content.catch((error: unknown) => oddFile(error, name)),
      );
      // A page behind the last one has nothing.
      if (name === undefined && contents.at(-1)?.quotes.length === 0) break;
    }
    const quotes = contents.flatMap((content) => content.quotes);
    checkRows(quotes.length);
    return { quotes, rejected: contents.flatMap(({ rejected }) => rejected) };
  },
};

/** The answers one after the other, each with the name of its file where they are a folder's. */
async function* pagesOf(
  { from, pages, ...limits }: JsonFeed,
  context: FeedContext,
): AsyncGenerator<{ readonly text: string; readonly name: string | undefined }> {
  if (pages === undefined || !('url' in from)) {
    for await (const { bytes, name } of bytesFrom(from, limits, context)) {
      const pieces: Uint8Array[] = [];
      for await (const piece of inUtf8(bytes)) pieces.push(piece);
      yield { text: Buffer.concat(pieces).toString('utf8'), name };
    }
    return;
  }
  let { url } = from;
  for (let page = 0; page < pages.most; page += 1) {
    const query =
      'query' in pages ? { ...from.query, [pages.query]: String(pages.first + page) } : from.query;
    const text = await downloadText({ ...limits, from: { ...from, url, query } }, context);
    yield { text, name: undefined };
    if ('query' in pages) continue;
    const next = compiled(pages.next)(parseJson(text));
    if (typeof next !== 'string' || next === '') return;
    const address = new URL(next, url);
    if (address.origin !== new URL(url).origin) throw new FeedError('its next page is at another host');
    url = address.href;
  }
}

type JsonSettings = Pick<JsonFeed, 'id' | 'success' | 'quotes' | 'decimal' | 'dateOrder' | 'common'>;

/**
 * Reads an answer as a whole, row by row, so that a long one holds nobody up.
 * @param isMore It is a further page, which may be empty.
 * @throws FeedError where it is no JSON, tells of a failure, has nothing where the mapping looks, or more than is read
 */
export async function readJson(
  text: string,
  settings: JsonSettings,
  context: RowContext,
  isMore = false,
): Promise<FeedContent> {
  await checkJson(text);
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
          isUnitSet: (mapping.common['unit'] ?? settings.common['unit']) !== undefined,
          common: { ...settings.common, ...mapping.common },
        },
        context,
      );
      if ('quote' in made) quotes.push(made.quote);
      else rejected.push({ row: count, reason: made.reason });
    }
  }
  // Not one row of it fits any more: the schema has changed, and to store nothing in silence would hide it.
  if (quotes.length === 0 && isMore && count === 0) return { quotes, rejected };
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
