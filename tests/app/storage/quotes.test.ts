/** Prices in both databases: editions, holding, deciding, undoing, and who sees what. */
import { expect, test } from 'vitest';
import { exactly } from '#src/domain/measure/figure.ts';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import { EVERYBODY, type StoreRequest } from '#src/domain/series/quotes/quote-store.ts';
import type { Store } from '#src/storage/database/database.ts';
import { readRateDays, storeRates } from '#src/storage/exchange-rates.ts';
import { addFeed, claimFeed, listFeedHealth, updateFeedHealth } from '#src/storage/feed-health.ts';
import { decideHeld, heldQuotes, lastEntered, withdrawQuote } from '#src/storage/quote-decisions.ts';
import { latestQuotes, quoteEditions, quoteHistory } from '#src/storage/quotes.ts';
import { seriesId, storeQuotes } from '#src/storage/store-quotes.ts';
import { exportRows, importRows } from '#src/storage/database/transfer.ts';
import { deleteWorkspace } from '#src/storage/database/workspaces.ts';
import { quote } from '../../pure/domain/quotes/sample-quotes.ts';
import { T0 } from './rows.ts';
import { newStore } from './stores.ts';

const on = (date: string, low: number, more: Partial<ReadQuote> = {}) =>
  quote({ date, range: exactly(low), ...more });

const byHand = (low: number) => on('2026-11-20', low, { source: 'manual' });

const put = async (store: Store, quotes: readonly ReadQuote[], more: Partial<StoreRequest> = {}) =>
  await store.db
    .transaction()
    .execute((db) =>
      storeQuotes(db, { quotes, team: EVERYBODY, holdFactor: 3, enteredBy: null, now: T0, ...more }),
    );

const ID = seriesId(EVERYBODY, quote());
const history = async ({ db }: Store, series = ID) =>
  (await quoteHistory(db, series, '2026-01-01', '2026-12-31')).map((q) => [q.date, q.range.low, q.edition]);

test('a price comes back as it was put', async () => {
  const store = await newStore();
  const given = quote({
    range: { low: 0.1 + 0.2, high: 557_000.123456789 },
    estimated: true,
    purity: '“99 %” ✓',
  });
  expect(await put(store, [given])).toMatchObject({ added: 1, corrected: 0, unchanged: 0, held: [] });
  const [latest] = await latestQuotes(store.db, 'T1', ['ndpr']);
  expect(latest?.quote).toEqual({
    ...given,
    series: seriesId(EVERYBODY, given),
    edition: 1,
    state: 'published',
    reason: null,
    enteredBy: null,
    receivedAt: T0,
  });
  expect(await latestQuotes(store.db, 'T1', ['terbium'])).toEqual([]);
});

test('a correction is a new edition; the old one is kept', async () => {
  const store = await newStore();
  await put(store, [on('2026-11-19', 550), on('2026-11-20', 553)]);
  const second = await put(store, [on('2026-11-20', 555), on('2026-11-19', 550)], { now: T0 + 1 });
  expect(second).toMatchObject({ added: 0, corrected: 1, unchanged: 1, movedOn: '2026-11-20' });
  expect(await history(store)).toEqual([
    ['2026-11-19', 550, 1],
    ['2026-11-20', 555, 2],
  ]);
  const editions = await quoteEditions(store.db, ID, '2026-11-20');
  expect(editions.map((q) => [q.edition, q.range.low, q.state, q.receivedAt])).toEqual([
    [2, 555, 'published', T0 + 1],
    [1, 553, 'superseded', T0],
  ]);
});

test('what is far off waits for a person, and the old price stands', async () => {
  const store = await newStore();
  await put(store, [on('2026-11-19', 550)]);
  const outcome = await put(store, [on('2026-11-20', 27_500)]);
  expect(outcome).toMatchObject({ added: 0, held: [{ date: '2026-11-20', edition: 1 }] });
  expect(await history(store)).toEqual([['2026-11-19', 550, 1]]);
  // Read again, it is not held a second time.
  expect(await put(store, [on('2026-11-20', 27_500)])).toMatchObject({ unchanged: 1, held: [] });
  const [held] = await heldQuotes(store.db, 'T1');
  expect(held).toMatchObject({ range: exactly(27_500), reason: '50 times apart from 2026-11-19' });
  if (held === undefined) throw new Error('nothing is held');
  const decide = async (decision: 'publish' | 'reject') =>
    await store.db.transaction().execute((db) => decideHeld(db, held, decision));
  expect(await decide('publish')).toBe(true);
  expect(await decide('reject')).toBe(false);
  expect(await heldQuotes(store.db, 'T1')).toEqual([]);
  expect(await history(store)).toEqual([
    ['2026-11-19', 550, 1],
    ['2026-11-20', 27_500, 1],
  ]);
});

test('a held correction takes the place of the published price when it is confirmed, and none when it is rejected', async () => {
  const store = await newStore();
  await put(store, [on('2026-11-19', 550), on('2026-11-20', 553)]);
  await put(store, [on('2026-11-20', 5530), on('2026-11-19', 5500)]);
  const held = await heldQuotes(store.db, EVERYBODY);
  expect(held.map(({ date }) => date)).toEqual(['2026-11-19', '2026-11-20']);
  const [first, second] = held;
  if (first === undefined || second === undefined) throw new Error('not held');
  await store.db.transaction().execute((db) => decideHeld(db, first, 'publish'));
  await store.db.transaction().execute((db) => decideHeld(db, second, 'reject'));
  expect(await history(store)).toEqual([
    ['2026-11-19', 5500, 2],
    ['2026-11-20', 553, 1],
  ]);
  // What was rejected is not held again when the feed repeats it.
  expect(await put(store, [on('2026-11-20', 5530)])).toMatchObject({ held: [], unchanged: 1 });
});

test('what a person entered is taken back, and what it had replaced answers again', async () => {
  const store = await newStore();
  const mine = { team: 'T1', enteredBy: 'U1' };
  await put(store, [byHand(553)], mine);
  await put(store, [byHand(555)], { ...mine, now: T0 + 1 });
  const last = await lastEntered(store.db, 'T1', 'U1');
  expect(last).toMatchObject({ edition: 2, range: exactly(555) });
  expect(await lastEntered(store.db, 'T1', 'U2')).toBeUndefined();
  if (last === undefined) throw new Error('nothing entered');
  const undo = async () => await store.db.transaction().execute((db) => withdrawQuote(db, last));
  expect(await undo()).toBe(true);
  expect(await undo()).toBe(false);
  const series = seriesId('T1', byHand(1));
  expect(await history(store, series)).toEqual([['2026-11-20', 553, 1]]);
  // Entered anew after that, it is an edition of its own.
  await put(store, [byHand(555)], mine);
  expect(await history(store, series)).toEqual([['2026-11-20', 555, 3]]);
});

test('what a workspace entered is its own; what feeds bring is everybody’s', async () => {
  const store = await newStore();
  await put(store, [on('2026-11-20', 1)]);
  await put(store, [on('2026-11-21', 2, { source: 'manual' })], { team: 'T1', enteredBy: 'U1' });
  const seen = async (team: string) =>
    (await latestQuotes(store.db, team)).map(({ quote: q }) => q.range.low);
  expect(await seen('T1')).toEqual([2, 1]);
  expect(await seen('T2')).toEqual([1]);
  await deleteWorkspace(store.db, 'T1');
  expect(await seen('T1')).toEqual([1]);
});

test('all is stored, or nothing', async () => {
  const store = await newStore();
  await put(store, [on('2026-11-19', 550)]);
  const good = Array.from({ length: 1500 }, (_, i) => on('2026-11-20', 550 + i, { purity: `${i}` }));
  // What no feed lets through: here it is the database that refuses it, in the last statement.
  for (const low of [NaN, -1, 0]) {
    const bad = on('2026-11-21', low, { purity: 'zzz' });
    await expect(put(store, [...good, bad, on('2026-11-22', 1)])).rejects.toThrow(/constraint/i);
  }
  expect(await latestQuotes(store.db, EVERYBODY)).toHaveLength(1);
  expect(await store.db.selectFrom('quote_series').select('id').execute()).toHaveLength(1);
});

test('two that store the same day at once: both get on, and one price answers', async () => {
  const store = await newStore();
  await Promise.all([1, 2, 3, 4].map((low) => put(store, [on('2026-11-20', low)])));
  expect(await history(store)).toEqual([['2026-11-20', expect.any(Number), expect.any(Number)]]);
  const editions = await quoteEditions(store.db, ID, '2026-11-20');
  expect(editions.map(({ edition }) => edition)).toEqual([4, 3, 2, 1].slice(4 - editions.length));
});

test('rates of days are put, put again, and read from a day on', async () => {
  const { db } = await newStore();
  const rates = { source: 'ECB', base: 'EUR' } as const;
  await storeRates(db, {
    ...rates,
    days: [
      { date: '2026-11-19', perBase: { USD: 1.1, CNY: 7.9 } },
      { date: '2026-11-20', perBase: { USD: 1.11 } },
    ],
  });
  await storeRates(db, { ...rates, days: [{ date: '2026-11-20', perBase: { USD: 1.12 } }] });
  expect(await readRateDays(db, 'ECB', '2026-11-19')).toEqual([
    { date: '2026-11-19', perBase: { USD: 1.1, CNY: 7.9 } },
    { date: '2026-11-20', perBase: { USD: 1.12 } },
  ]);
  expect(await readRateDays(db, 'ECB', '2026-11-20')).toHaveLength(1);
  expect(await readRateDays(db, 'table', '2026-01-01')).toEqual([]);
});

test('a feed that is due is taken by one', async () => {
  const { db } = await newStore();
  await addFeed(db, 'smm', T0);
  await addFeed(db, 'smm', T0 + 9);
  const [health] = await listFeedHealth(db);
  expect(health).toMatchObject({ feed: 'smm', nextAt: T0, goodAt: null, rowsRejected: 0, rejected: [] });
  if (health === undefined) throw new Error('no feed');
  const claims = await Promise.all([1, 2, 3].map(() => claimFeed(db, health, T0 + 60_000, T0)));
  expect(claims.filter(Boolean)).toHaveLength(1);
  await updateFeedHealth(db, 'smm', {
    error: 'HTTP 500',
    errorAt: T0,
    rejected: [{ row: 2, reason: 'no date' }],
  });
  expect(await listFeedHealth(db)).toMatchObject([
    { nextAt: T0 + 60_000, triedAt: T0, error: 'HTTP 500', rejected: [{ row: 2, reason: 'no date' }] },
  ]);
});

test('prices and rates move to another database whole', async () => {
  const [from, to] = [await newStore(), await newStore()];
  await put(from, [on('2026-11-19', 0.1 + 0.2), on('2026-11-20', 0.31)]);
  await put(from, [on('2026-11-20', 99)]);
  await storeRates(from.db, {
    source: 'ECB',
    base: 'EUR',
    days: [{ date: '2026-11-20', perBase: { USD: 1.12 } }],
  });
  const lines: string[] = [];
  await exportRows(from, (line) => void lines.push(line));
  await importRows(
    to,
    (async function* () {
      yield* lines;
    })(),
  );
  for (const table of ['quote_series', 'quotes', 'exchange_rates'] as const) {
    const rows = async ({ db }: Store) =>
      (await db.selectFrom(table).selectAll().execute()).map((r) => JSON.stringify(r)).toSorted();
    const there = await rows(from);
    expect(there.length).toBeGreaterThan(0);
    expect(await rows(to)).toEqual(there);
  }
});
