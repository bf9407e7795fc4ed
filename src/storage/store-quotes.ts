/** Storing the prices of days, with their editions. */
import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import { seriesName, seriesOf, type ReadQuote, type SeriesKey } from '#src/domain/series/quote.ts';
import { type QuoteId, type StoreOutcome, type StoreRequest } from '#src/domain/series/quotes/quote-store.ts';
import { screenPrices, type KnownPrice } from '#src/domain/series/quotes/screen.ts';
import type { QuoteSeriesTable, QuoteTable } from './quote-schema.ts';
import type { Db } from './database/schema.ts';

/** Rows in one statement; SQLite takes at most 32,766 values. */
const ROWS_AT_ONCE = 50;
/** Prices whose series is looked up at once. */
const NAMED_AT_ONCE = 5000;
/** Days of a series that are set against what is known at once. */
const DAYS_AT_ONCE = 1000;

/** A series' id: the same for the same team and series, wherever it is made. */
export function seriesId(team: string, key: SeriesKey): string {
  return createHash('sha256')
    .update(`${team}\n${seriesName(key)}`)
    .digest('base64url')
    .slice(0, 16);
}

/**
 * Stores prices: a day's first, a correction as a new edition beside the old one, and what is too far off as held. Must run
 * in a transaction: all of it is stored, or nothing.
 */
export async function storeQuotes(db: Db, request: StoreRequest): Promise<StoreOutcome> {
  const { team, now, holdFactor, enteredBy } = request;
  const bySeries = await grouped(request.quotes);
  const series = bySeries
    .flatMap((quotes) => (quotes[0] ? [[seriesId(team, quotes[0]), quotes] as const] : []))
    // In one order always, so that two processes can't wait for each other.
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  await putSeries(db, team, series, now);
  const outcome = { added: 0, corrected: 0, unchanged: 0, held: [] as StoreOutcome['held'][number][] };
  const published: QuoteId[] = [];
  const rows: QuoteTable[] = [];
  let movedOn: string | undefined;
  for (const [id, key, quotes] of stretches(series)) {
    const screened = screenPrices(quotes, await knownPrices(db, id, quotes), holdFactor);
    for (const [at, { date, edition }] of screened.superseded.entries()) {
      await setState(db, { series: id, date, edition }, 'superseded');
      if (at % ROWS_AT_ONCE === 0) await breathe();
    }
    for (const price of screened.added) {
      const { date, edition, range, estimated, state, reason = null } = price;
      rows.push({
        series: id,
        team,
        date,
        edition,
        low: range.low,
        high: range.high,
        estimated: estimated ? 1 : 0,
        state,
        reason,
        entered_by: enteredBy,
        received_at: now,
      });
      const quote: ReadQuote = { ...seriesOf(key), date, range, estimated };
      if (state === 'held') outcome.held.push({ series: id, date, edition, quote, reason: reason ?? '' });
      else published.push({ series: id, date, edition });
    }
    outcome.corrected += screened.superseded.length;
    outcome.added +=
      screened.added.filter((p) => p.state === 'published').length - screened.superseded.length;
    outcome.unchanged += screened.unchanged;
    if (screened.movedOn !== undefined && screened.movedOn > (movedOn ?? '')) ({ movedOn } = screened);
    // What comes next of the same series is set against these.
    if (rows.length >= ROWS_AT_ONCE || quotes.length === DAYS_AT_ONCE) await insertRows(db, rows.splice(0));
    if (quotes.length === DAYS_AT_ONCE) await breathe();
  }
  await insertRows(db, rows);
  return { ...outcome, published, movedOn };
}

async function grouped(quotes: readonly ReadQuote[]): Promise<readonly (readonly ReadQuote[])[]> {
  const names: string[] = [];
  for (const quote of quotes) {
    names.push(seriesName(quote));
    if (names.length % NAMED_AT_ONCE === 0) await breathe();
  }
  return [...Map.groupBy(quotes, (_, at) => names[at] ?? '').values()];
}

/** Long series a stretch of days at a time, in order; of several prices of a day the last one counts. */
function* stretches(
  all: readonly (readonly [id: string, quotes: readonly ReadQuote[]])[],
): Generator<readonly [id: string, key: SeriesKey, quotes: readonly ReadQuote[]]> {
  for (const [id, quotes] of all) {
    const days = [...new Map(quotes.map((quote) => [quote.date, quote])).values()];
    const inOrder = days.toSorted((a, b) => (a.date < b.date ? -1 : 1));
    for (let at = 0; at < inOrder.length; at += DAYS_AT_ONCE) {
      const stretch = inOrder.slice(at, at + DAYS_AT_ONCE);
      const [key] = stretch;
      if (key !== undefined) yield [id, key, stretch];
    }
  }
}

/**
 * Writes that a series was seen, which on PostgreSQL also keeps other writers of it waiting. Never the same moment twice:
 * by it others see that something came, also of two files that were imported as of one moment.
 */
async function putSeries(
  db: Db,
  team: string,
  series: readonly (readonly [string, readonly ReadQuote[]])[],
  now: number,
): Promise<void> {
  const rows = series.flatMap(([id, [key]]): QuoteSeriesTable[] =>
    key === undefined ? [] : [{ id, team, ...keptKey(key), seen_at: now }],
  );
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
    await db
      .insertInto('quote_series')
      .values(rows.slice(i, i + ROWS_AT_ONCE))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({
          seen_at: sql<number>`case when excluded.seen_at > quote_series.seen_at then excluded.seen_at else quote_series.seen_at + 1 end`,
        }),
      )
      .execute();
  }
}

/** A series' fields as columns: what it does not have is empty. */
function keptKey(key: SeriesKey): Omit<QuoteSeriesTable, 'id' | 'team' | 'seen_at'> {
  const { period = '', payment = '', ...rest } = seriesOf(key);
  return { ...rest, period, payment };
}

async function insertRows(db: Db, rows: readonly QuoteTable[]): Promise<void> {
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
    await db
      .insertInto('quotes')
      .values(rows.slice(i, i + ROWS_AT_ONCE))
      .execute();
    // The embedded database waits for nobody: without a turn, a long feed would hold up the whole process.
    await breathe();
  }
}

/** All editions from the first to the last of the days, and the published prices next to them on either side. */
async function knownPrices(
  db: Db,
  series: string,
  quotes: readonly ReadQuote[],
): Promise<readonly KnownPrice[]> {
  let [first, last] = [quotes[0]?.date ?? '', quotes[0]?.date ?? ''];
  for (const { date } of quotes) {
    if (date < first) first = date;
    if (date > last) last = date;
  }
  const all = db.selectFrom('quotes').selectAll().where('series', '=', series);
  const inside = await all.where('date', '>=', first).where('date', '<=', last).execute();
  const published = all.where('state', '=', 'published').limit(1);
  const before = await published.where('date', '<', first).orderBy('date', 'desc').executeTakeFirst();
  const after = await published.where('date', '>', last).orderBy('date').executeTakeFirst();
  return [...(before === undefined ? [] : [before]), ...inside, ...(after === undefined ? [] : [after])].map(
    ({ date, edition, state, low, high, estimated }) => ({
      date,
      edition,
      state,
      range: { low, high },
      estimated: estimated === 1,
    }),
  );
}

async function setState(db: Db, id: QuoteId, state: QuoteTable['state']): Promise<void> {
  await db
    .updateTable('quotes')
    .set({ state })
    .where('series', '=', id.series)
    .where('date', '=', id.date)
    .where('edition', '=', id.edition)
    .execute();
}
