/** Finding the prices of days. */
import { RARE_FIELDS, SERIES_FIELDS, seriesOf, type SeriesKey } from '#src/domain/series/quote.ts';
import { EVERYBODY, type LatestQuote, type StoredQuote } from '#src/domain/series/quotes/quote-store.ts';
import type { QuoteSeriesTable, QuoteTable } from './quote-schema.ts';
import type { Db } from './database/schema.ts';

type Joined = QuoteTable & Omit<QuoteSeriesTable, 'team' | 'id' | 'seen_at'>;

function toStored(row: Joined): StoredQuote {
  return {
    ...keyOf(row),
    series: row.series,
    date: row.date,
    edition: row.edition,
    range: { low: row.low, high: row.high },
    estimated: row.estimated === 1,
    state: row.state,
    reason: row.reason,
    enteredBy: row.entered_by,
    receivedAt: row.received_at,
  };
}

/** A series as it is kept; what it does not have is left out. */
function keyOf({ period, payment, ...row }: Omit<QuoteSeriesTable, 'team' | 'id' | 'seen_at'>): SeriesKey {
  return seriesOf({ ...row, period: period || undefined, payment: payment || undefined });
}

const SERIES_COLUMNS = [...SERIES_FIELDS, ...RARE_FIELDS] as const;

function joined(db: Db) {
  return db
    .selectFrom('quote_series')
    .innerJoin('quotes', 'quotes.series', 'quote_series.id')
    .selectAll('quotes')
    .select(SERIES_COLUMNS);
}

/** The newest published price of each series that a workspace sees, newest first. @param metals Ids; all without them. */
export async function latestQuotes(
  db: Db,
  team: string,
  metals?: readonly string[],
): Promise<readonly LatestQuote[]> {
  const seen = joined(db)
    .select((eb) =>
      eb
        .selectFrom('quotes as oldest')
        .select((row) => row.fn.min('oldest.date').as('date'))
        .whereRef('oldest.series', '=', 'quote_series.id')
        .where('oldest.state', '=', 'published')
        .as('first'),
    )
    .where('quote_series.team', 'in', [EVERYBODY, team])
    .where('quotes.state', '=', 'published')
    .where('quotes.date', '=', (eb) =>
      eb
        .selectFrom('quotes as newest')
        .select((row) => row.fn.max('newest.date').as('date'))
        .whereRef('newest.series', '=', 'quote_series.id')
        .where('newest.state', '=', 'published'),
    )
    .orderBy('quotes.date', 'desc')
    .orderBy('quotes.series');
  const rows = await (
    metals === undefined ? seen : seen.where('quote_series.metal', 'in', [...metals])
  ).execute();
  return rows.map((row) => ({
    series: row.series,
    key: keyOf(row),
    first: row.first ?? row.date,
    quote: toStored(row),
  }));
}

/** The workspace that a series is of: `EVERYBODY`, or one whose people entered it; `undefined` where there is none. */
export async function ownerOfSeries(db: Db, series: string): Promise<string | undefined> {
  const row = await db.selectFrom('quote_series').select('team').where('id', '=', series).executeTakeFirst();
  return row?.team;
}

/** A series' published prices from one day to another, both included, ascending. */
export async function quoteHistory(
  db: Db,
  series: string,
  from: string,
  to: string,
): Promise<readonly StoredQuote[]> {
  const rows = await joined(db)
    .where('quotes.series', '=', series)
    .where('quotes.state', '=', 'published')
    .where('quotes.date', '>=', from)
    .where('quotes.date', '<=', to)
    .orderBy('quotes.date')
    .execute();
  return rows.map(toStored);
}

/** All editions of one day's price, newest first. */
export async function quoteEditions(db: Db, series: string, date: string): Promise<readonly StoredQuote[]> {
  const rows = await joined(db)
    .where('quotes.series', '=', series)
    .where('quotes.date', '=', date)
    .orderBy('quotes.edition', 'desc')
    .execute();
  return rows.map(toStored);
}

/** Whether a day's price is what answers still: neither corrected nor taken back. */
export async function stillStands(
  db: Db,
  { series, date, range: { low, high } }: Pick<StoredQuote, 'series' | 'date' | 'range'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('quotes')
    .select('edition')
    .where('series', '=', series)
    .where('date', '=', date)
    .where('state', '=', 'published')
    .where('low', '=', low)
    .where('high', '=', high)
    .executeTakeFirst();
  return row !== undefined;
}

/** What a series' prices are of, also where all of them were taken back; `undefined` where there is no such series. */
export async function findSeriesKey(db: Db, id: string): Promise<SeriesKey | undefined> {
  const row = await db.selectFrom('quote_series').selectAll().where('id', '=', id).executeTakeFirst();
  return row && keyOf(row);
}
