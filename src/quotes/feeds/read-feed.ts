/** Reads a feed, whichever kind it is: the one door. Stores nothing. */
import { join } from 'node:path';
import { readCsv } from '#src/quotes/tables/csv.ts';
import { download } from './download.ts';
import { readEcb } from './ecb.ts';
import { FeedError, type FeedContent, type FeedContext } from './feed.ts';
import type { CsvFeed, EcbFeed, Feed, JsonFeed } from './feed-settings.ts';
import { fileInPieces, tablesIn } from './files.ts';
import { readJson } from './http-json.ts';
import type { Pieces } from '#src/quotes/tables/decode.ts';

/**
 * A feed's whole content, checked.
 * @throws FeedError with the reason in one line
 */
export async function readFeed(feed: Feed, context: FeedContext): Promise<FeedContent> {
  switch (feed.kind) {
    case 'csv':
      return await readCsvFeed(feed, context);
    case 'json':
      return await readJson(await textAt(feed, context), feed, context);
    default:
      return await readEcb(await textAt(feed, context), feed.name ?? 'ECB');
  }
}

/** An answer that is read as a whole. */
async function textAt(feed: JsonFeed | EcbFeed, context: FeedContext): Promise<string> {
  return Buffer.concat(await download(feed.from, feed, context)).toString('utf8');
}

async function* inTurn(pieces: readonly Buffer[]): Pieces {
  yield* pieces;
}

async function readCsvFeed(feed: CsvFeed, context: FeedContext): Promise<FeedContent> {
  const { from } = feed;
  if ('url' in from) return some(await readCsv(inTurn(await download(from, feed, context)), feed, context));
  const ofFile = (file: string, name?: string) =>
    readCsv(fileInPieces(file, feed.maxMegabytes), feed, context, name);
  if ('file' in from) return some(await ofFile(from.file));
  const contents: FeedContent[] = [];
  for (const name of await tablesIn(from.folder)) {
    const content = await ofFile(join(from.folder, name), name).catch((error: unknown) =>
      oddFile(error, name),
    );
    contents.push(content);
  }
  return some({
    quotes: contents.flatMap(({ quotes }) => quotes),
    rejected: contents.flatMap(({ rejected }) => rejected),
  });
}

/** One odd file does not stop the others: it is named beside their rows. */
function oddFile(error: unknown, file: string): FeedContent {
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
