/** The kinds of feed: a new one is a file of its own, and a line here. */
import { z } from 'zod';
import { CSV_FEED } from './csv-feed.ts';
import { ECB_FEED } from './ecb-feed.ts';
import type { FeedContent, FeedContext } from './feed.ts';
import { JSON_FEED } from './json-feed.ts';
import { RATES_FEED } from './rates-feed.ts';

/** One feed of the feeds file, of any kind. */
export const feedSchema = z.discriminatedUnion('kind', [
  CSV_FEED.schema,
  JSON_FEED.schema,
  ECB_FEED.schema,
  RATES_FEED.schema,
]);
export type Feed = z.output<typeof feedSchema>;

/**
 * A feed's whole content, checked. Stores nothing.
 * @throws FeedError with the reason in one line
 */
export async function readFeed(feed: Feed, context: FeedContext): Promise<FeedContent> {
  switch (feed.kind) {
    case 'csv':
      return await CSV_FEED.read(feed, context);
    case 'json':
      return await JSON_FEED.read(feed, context);
    case 'ecb':
      return await ECB_FEED.read(feed, context);
    case 'rates':
      return await RATES_FEED.read(feed, context);
  }
}
