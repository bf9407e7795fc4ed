/** Feeds by their schedules, from a real server into a real store: whole or not at all, and admins hear once. */
import { expect, it, onTestFinished } from 'vitest';
import { startFeeds } from '#src/quotes/run-feeds.ts';
import { importQuotes } from '#src/quotes/import-quotes.ts';
import { parseFeedSettings } from '#src/quotes/feeds/feed-settings.ts';
import { listFeedHealth } from '#src/storage/feed-health.ts';
import { EVERYBODY } from '#src/domain/series/quotes/quote-store.ts';
import { latestQuotes } from '#src/storage/quotes.ts';
import { readRateDays } from '#src/storage/exchange-rates.ts';
import { OPEN_HOUSE } from '../access/actors.ts';
import { answering, serveFeed } from '../feeds/feed-server.ts';
import { materials, SHEET } from '../feeds/samples.ts';
import { quote } from '../../pure/domain/quotes/sample-quotes.ts';
import { newStore } from '../storage/stores.ts';

const HOUR = 3_600_000;
const GOOD = 'Date,Low,High\n2026-11-20,553000,557000\n';
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

async function run(more: object = {}) {
  let answer = { text: GOOD, status: 200 };
  let at = Date.parse('2026-11-24T12:00:00Z');
  const { url } = await serveFeed((request, response) =>
    answering(answer.text, answer.status)(request, response),
  );
  const store = await newStore();
  const feed = {
    id: 'smm',
    ...SHEET,
    retries: 0,
    from: { url, allowPrivate: true },
    ...more,
  };
  const settings = parseFeedSettings(JSON.stringify({ feeds: [feed] }), 'feeds.json');
  const told: string[] = [];
  let changed = 0;
  const feeds = await startFeeds({
    desk: {
      store,
      house: OPEN_HOUSE,
      settings,
      materials,
      materialsNow: () => Promise.resolve(materials),
      vat: [],
      secret: () => undefined,
      now: () => at,
      charted: true,
      takenBack: async () => {},
      withdrawn: () => {},
      changed: () => (changed += 1),
    },
    log: quiet,
    tell: async (_, { text }) => void told.push(text),
    told: () => {},
    firstWaitMs: 1,
  });
  onTestFinished(() => feeds.stop());
  await feeds.runDue();
  return {
    store,
    told,
    changes: () => changed,
    health: async () => (await listFeedHealth(store.db))[0],
    prices: async () => (await latestQuotes(store.db, '')).map((l) => [l.quote.date, l.quote.range.low]),
    turn: async (text: string, { status = 200, hours = 1 } = {}) => {
      answer = { text, status };
      at += hours * HOUR;
      await feeds.runDue();
    },
  };
}

it('a feed is read when it is due, and not before', async () => {
  const { turn, prices, changes, health } = await run();
  expect(await prices()).toEqual([['2026-11-20', 553_000]]);
  expect(changes()).toBe(1);
  await turn(`${GOOD}2026-11-21,554000,558000\n`, { hours: 0 });
  expect(await prices()).toEqual([['2026-11-20', 553_000]]);
  await turn(`${GOOD}2026-11-21,554000,558000\n`);
  expect(await prices()).toEqual([['2026-11-21', 554_000]]);
  expect(await health()).toMatchObject({ rowsRead: 2, rowsRejected: 0, movedOn: '2026-11-21' });
});

it('one that fails changes nothing, and is told once until it was good again', async () => {
  const { turn, told, prices, health } = await run();
  await turn('', { status: 500 });
  await turn('<html>', { status: 200 });
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('The feed *smm* failed: it answered 500. The old prices stand.');
  expect(await prices()).toEqual([['2026-11-20', 553_000]]);
  expect(await health()).toMatchObject({ error: 'it is a web page, not a table' });
  await turn(GOOD);
  await turn('', { status: 503 });
  expect(told).toHaveLength(2);
});

it('one that is frozen is told once, and again only after it has moved', async () => {
  const { turn, told } = await run({ frozenAfterDays: 5 });
  await turn(GOOD, { hours: 24 * 3 });
  await turn(GOOD, { hours: 1 });
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('The feed *smm* is frozen: none of its prices has moved since 2026-11-20');
  await turn(`${GOOD}2026-11-27,560000,564000\n`);
  await turn(GOOD, { hours: 24 * 8 });
  expect(told).toHaveLength(2);
});

it('a price 50 times the one before is held and told of, beside what is stored', async () => {
  const { turn, told, prices } = await run();
  await turn(`${GOOD}2026-11-21,27650000,27850000\n2026-11-23,554000,558000\n`);
  expect(await prices()).toEqual([['2026-11-23', 554_000]]);
  expect(told).toEqual([
    expect.stringContaining('a price that is held: ndpr oxide of 2026-11-21, 50 times apart'),
  ]);
});

it('exchange rates are kept by their days', async () => {
  const xml = `<e:Envelope xmlns:e="x" xmlns="y"><Cube><Cube time="2026-11-23"><Cube currency="USD" rate="1.16"/><Cube currency="CNY" rate="8.2"/></Cube></Cube></e:Envelope>`;
  const { url } = await serveFeed(answering(xml));
  const { store } = await run({
    id: 'ecb',
    kind: 'ecb',
    from: { url, allowPrivate: true },
    columns: undefined,
    common: undefined,
  });
  expect(await readRateDays(store.db, 'ECB', '2026-01-01')).toEqual([
    { date: '2026-11-23', perBase: { USD: 1.16, CNY: 8.2 } },
  ]);
});

it('an import is stored series by series, and changes nothing the second time', async () => {
  const { store } = await run();
  const quotes = ['2026-11-18', '2026-11-19'].flatMap((date) => [
    quote({ date, source: 'import' }),
    quote({ date, source: 'import', metal: 'neodymium' }),
  ]);
  expect(await importQuotes(store, quotes, { team: EVERYBODY, now: 0 })).toEqual({
    added: 4,
    corrected: 0,
    unchanged: 0,
    held: 0,
  });
  expect(await importQuotes(store, quotes, { team: EVERYBODY, now: 0 })).toEqual({
    added: 0,
    corrected: 0,
    unchanged: 4,
    held: 0,
  });
});
