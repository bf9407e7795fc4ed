/** Feeds as a feeds file sets them up, and what they are read with. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metalSchema } from '#src/domain/series/metal.ts';
import { withTables } from '#src/domain/series/packs/with-tables.ts';
import { materialsOf, materialsSchema, tableNamesSchema } from '#src/domain/series/material.ts';
import { parseFeedSettings } from '#src/quotes/feeds/feed-settings.ts';
import type { Feed } from '#src/quotes/feeds/kinds.ts';
import type { FeedContext } from '#src/quotes/feeds/feed.ts';

const DATA = join(import.meta.dirname, '../../../data');
const read = (file: string): unknown => JSON.parse(readFileSync(join(DATA, file), 'utf8'));

export const materials = materialsOf(
  globSync('*.json', { cwd: DATA }).map((file) => withTables(metalSchema.parse(read(file)))),
  materialsSchema.parse(read('quoted/materials.json')),
  tableNamesSchema.parse(read('quoted/names.json')),
);

export const context: FeedContext = {
  materials,
  today: '2026-11-24',
  secret: (name) => (name === 'FEED_KEY' ? 's3cret' : undefined),
  firstWaitMs: 1,
};

/** The same where nothing is known of what metals cost: any number is a price there. */
export const unpriced: FeedContext = {
  ...context,
  materials: materials.map((one) => ({ ...one, usual: undefined })),
};

/** A feed with all its defaults. @throws FeedsFileError */
export function feedOf(feed: object): Feed {
  const [first] = parseFeedSettings(JSON.stringify({ feeds: [feed] }), 'feeds.json').feeds;
  if (first === undefined) throw new Error('no feed');
  return first;
}

export const COMMON = {
  metal: 'ndpr',
  form: 'oxide',
  purity: '99.5 %',
  terms: 'ex-works',
  place: 'China',
  vat: 'included',
  unit: 'CNY/t',
};

/** How such a table is read: what a feed of one says besides where it is. */
export const SHEET = {
  kind: 'csv',
  columns: { date: 'Date', low: 'Low', high: 'High' },
  common: COMMON,
} as const;

export const csvFeed = (from: object, more: object = {}) =>
  feedOf({
    id: 'sheet',
    ...SHEET,
    from,
    ...more,
  });
