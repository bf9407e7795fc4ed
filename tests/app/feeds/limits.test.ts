/** Feeds that are too much: refused by the name of the limit, over a real server; and long ones that hold nobody up. */
import { setImmediate as breathe } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readTable } from '#src/quotes/tables/read-table.ts';
import { readEcb } from '#src/quotes/feeds/ecb-feed.ts';
import type { FeedContent } from '#src/quotes/feeds/feed.ts';
import { readJson } from '#src/quotes/feeds/json-feed.ts';
import {
  MOST_CELL_CHARACTERS,
  MOST_CELLS,
  MOST_COLUMNS,
  MOST_DEPTH,
  MOST_ROWS,
} from '#src/quotes/feeds/limits.ts';
import { readFeed } from '#src/quotes/feeds/kinds.ts';
import { answering, serveFeed } from './feed-server.ts';
import { COMMON, context, feedOf, SHEET } from './samples.ts';

const KINDS = {
  csv: SHEET,
  json: {
    kind: 'json',
    quotes: [{ rows: 'rows', fields: { date: 'd', price: 'p' }, common: COMMON }],
  },
  ecb: { kind: 'ecb' },
};

async function readFrom(kind: keyof typeof KINDS, text: string, more: object = {}): Promise<FeedContent> {
  const { url } = await serveFeed(answering(text));
  const feed = { id: 'feed', ...KINDS[kind], from: { url, allowPrivate: true }, retries: 0, ...more };
  return await readFeed(feedOf(feed), context);
}

const envelope = (inside: string) => `<?xml version="1.0"?><Envelope><Cube>${inside}</Cube></Envelope>`;
const rate = "<Cube currency='USD' rate='1.1'/>";
const day = (rates = rate, time = '2026-11-20') => `<Cube time='${time}'>${rates}</Cube>`;
const json = (rows: readonly object[]) => JSON.stringify({ rows });
const row = { d: '2026-11-20', p: 553_000 };
const rowsOf = (length: number) => Array.from({ length }, () => row);
const nested = (depth: number) => `{"rows":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
const table = (rows: number, cell = '1') => `Date,Low,High\n${`2026-11-20,${cell},2\n`.repeat(rows)}`;
const entities = `<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`;

it.each<[string, keyof typeof KINDS, string, string]>([
  ['more rows of JSON than are read', 'json', json(rowsOf(MOST_ROWS + 1)), 'more than 50,000 rows'],
  [
    'more values than are read',
    'json',
    `{"rows":[${'0,'.repeat(MOST_CELLS)}0]}`,
    'more than 500,000 values, the most',
  ],
  ['lists in lists', 'json', nested(MOST_DEPTH + 1), 'its lists and objects are nested more than 32 deep'],
  ['lists without an end', 'json', '['.repeat(5_000_000), 'nested more than 32 deep'],
  ['more rows of a table than are read', 'csv', table(1) + 'x\n'.repeat(MOST_ROWS), 'more than 50,000 rows'],
  ['more columns than are read', 'csv', `Date,Low${',1'.repeat(MOST_COLUMNS)}\n`, 'more than 4,000 columns'],
  ['a row without an end', 'csv', `Date,Low,High\n2026-11-20,1,"${'2'.repeat(200_000)}\n`, 'it is no table'],
  ['XML in XML', 'ecb', '<a>'.repeat(MOST_DEPTH + 1), 'its elements are nested more than 32 deep'],
  ['more elements than are read', 'ecb', envelope('<a/>'.repeat(MOST_CELLS)), 'more than 500,000 elements'],
  ['one element that is all', 'ecb', envelope(day(rate.repeat(2000))), 'more than 50,000 characters'],
  ['a frame that is all', 'ecb', envelope(' '.repeat(60_000) + day()), 'more than 50,000 characters'],
  ['entities of its own', 'ecb', entities + envelope(day()), 'declares a document type, which is not read'],
  ['a tag without an end', 'ecb', `${envelope(day())}<!-- `, 'it is no XML'],
])('a feed is refused for %s', async (_, kind, text, words) => {
  await expect(readFrom(kind, text)).rejects.toThrow(words);
});

it('what is just within the limits is read', async () => {
  const list = await readFrom('json', json(rowsOf(MOST_ROWS)));
  expect(list.quotes).toHaveLength(MOST_ROWS);
  expect(await readFrom('json', nested(MOST_DEPTH)).catch(String)).toContain(
    'none of its 1 rows can be read',
  );
  const remarks = `<!-- <a> ' --><![CDATA[ <b> ]]>`;
  const said = envelope(`${remarks}${day()}${day(rate, '2026-11-19')}`);
  expect((await readFrom('ecb', said)).rates?.days.map(({ date }) => date)).toEqual([
    '2026-11-19',
    '2026-11-20',
  ]);
});

it('a cell that is too long costs its row alone', async () => {
  const long = '1,'.repeat(MOST_CELL_CHARACTERS);
  const reason = 'its price has 2,000 characters: at most 1,000 are read';
  const { quotes, rejected } = await readFrom('json', json([row, { ...row, p: long }]));
  expect([quotes.length, rejected]).toEqual([1, [{ row: 2, reason }]]);
  const sheet = await readFrom('csv', table(1) + table(1, `"${long}"`).split('\n').slice(1).join('\n'));
  expect(sheet.rejected).toMatchObject([{ row: 3, reason: reason.replace('price', 'low') }]);
});

it.each(['json', 'ecb'])('%s, which is read as a whole, may not be set up to be larger than that', (kind) => {
  const feed = { id: 'f', from: { url: 'https://x.test' }, maxMegabytes: 11 };
  expect(() => feedOf({ ...KINDS[kind === 'ecb' ? 'ecb' : 'json'], ...feed })).toThrow(/maxMegabytes.*10/);
  expect(feedOf({ ...feed, ...KINDS.csv }).maxMegabytes).toBe(11);
});

const mapping = feedOf({ id: 'a', ...KINDS.json, from: { url: 'https://x.test' } });
const sheet = { id: 'sheet', columns: SHEET.columns, common: COMMON } as const;
const dated = (at: number) => new Date(Date.UTC(2000, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);
const dates = Array.from({ length: 9000 }, (_, at) => dated(at));

it.each<[string, () => Promise<FeedContent>]>([
  ['JSON', () => readJson(json(dates.map((d) => ({ d, p: '553,000' }))), settingsOfJson(), context)],
  ['XML', () => readEcb(envelope(dates.map((d) => day(rate, d)).join('')), 'ECB')],
  [
    'a table',
    () =>
      readTable(
        `Date,Low,High\n${dates.map((d) => `${d},1,2`).join('\n')}`,
        { ...sheet, delimiter: ',', decimal: undefined, dateOrder: undefined },
        context,
      ),
  ],
])('%s of 9,000 days lets others run meanwhile', async (_, read) => {
  const reading = read();
  const done = reading.then(() => true);
  let turns = 0;
  while (!(await Promise.race([done, breathe(false)]))) turns += 1;
  const { quotes, rates } = await reading;
  expect(quotes.length + (rates?.days.length ?? 0)).toBe(9000);
  expect(turns).toBeGreaterThan(1);
});

function settingsOfJson() {
  if (mapping.kind !== 'json') throw new Error('the mapping is of JSON');
  return mapping;
}
