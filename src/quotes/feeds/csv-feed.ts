/** Feeds that are tables: at an address, in a file, or in each file of a folder; workbooks and text of any encoding alike. */
import { z } from 'zod';
import { readTable } from '#src/quotes/tables/read-table.ts';
import { ROW_FIELDS } from '#src/quotes/tables/rows/row.ts';
import { bytesFrom } from './bring.ts';
import { FeedError, type FeedContent, type FeedContext, type FeedKind } from './feed.ts';
import { ofPrices, place } from './feed-schema.ts';

const schema = z.strictObject({
  kind: z.literal('csv'),
  ...ofPrices,
  from: place,
  /** The file's heading for a field; without any, columns are told by what they are called and hold. */
  columns: z.partialRecord(z.enum(ROW_FIELDS), z.string().min(1)).default({}),
  delimiter: z.string().length(1).optional(),
});
type CsvFeed = z.output<typeof schema>;

export const CSV_FEED: FeedKind<typeof schema> = { schema, read: readCsvFeed };

async function readCsvFeed(feed: CsvFeed, context: FeedContext): Promise<FeedContent> {
  const contents: FeedContent[] = [];
  for await (const { bytes, name } of bytesFrom(feed.from, feed, context)) {
    const content = readTable(bytes, feed, context, name);
    contents.push(
      name === undefined ? await content : await content.catch((error: unknown) => oddFile(error, name)),
    );
  }
  return some({
    quotes: contents.flatMap(({ quotes }) => quotes),
    rejected: contents.flatMap(({ rejected }) => rejected),
  });
}

/** One odd file does not stop the others: it is named beside their rows. */
export function oddFile(error: unknown, file: string): FeedContent {
  if (!(error instanceof FeedError)) throw error;
  return { quotes: [], rejected: [{ row: 1, reason: error.message, file }] };
}

/** A table of which no row is a price is another table than the one that was set up. */
function some(content: FeedContent): FeedContent {
  const [first] = content.rejected;
  if (content.quotes.length === 0 && first !== undefined)
    throw new FeedError(
      `none of its ${content.rejected.length} rows can be read: line ${first.row}: ${first.reason}`,
    );
  return content;
}
