/** What people decide of prices: confirming or rejecting what is held, and taking back what they entered. */
import { EVERYBODY, type QuoteId, type StoredQuote } from '#src/domain/series/quotes/quote-store.ts';
import { quoteEditions } from './quotes.ts';
import type { Db } from './database/schema.ts';

/** Prices that wait for a person of a workspace, or of any, the oldest first. */
export async function heldQuotes(db: Db, team: string): Promise<readonly StoredQuote[]> {
  const rows = await db
    .selectFrom('quotes')
    .select(['series', 'date', 'edition'])
    .where('state', '=', 'held')
    .where('team', 'in', [EVERYBODY, team])
    .orderBy('date')
    .orderBy('series')
    .execute();
  const found: StoredQuote[] = [];
  for (const { series, date, edition } of rows)
    found.push(...(await quoteEditions(db, series, date)).filter((quote) => quote.edition === edition));
  return found;
}

/**
 * Publishes a held price, in place of the day's present one if it has one, or rejects it. Must run in a transaction.
 * @returns whether it was still held
 */
export async function decideHeld(db: Db, id: QuoteId, decision: 'publish' | 'reject'): Promise<boolean> {
  const isHeld = await moveState(db, id, 'held', decision === 'reject' ? 'rejected' : 'superseded');
  if (!isHeld || decision === 'reject') return isHeld;
  // One after the other: two prices of a day can't be published at once.
  await db
    .updateTable('quotes')
    .set({ state: 'superseded' })
    .where('series', '=', id.series)
    .where('date', '=', id.date)
    .where('state', '=', 'published')
    .execute();
  return await moveState(db, id, 'superseded', 'published');
}

/** The newest price that a person entered in a workspace, and that stands; `undefined` where there is none. */
export async function lastEntered(db: Db, team: string, enteredBy: string): Promise<StoredQuote | undefined> {
  const row = await db
    .selectFrom('quotes')
    .select(['series', 'date', 'edition'])
    .where('team', '=', team)
    .where('entered_by', '=', enteredBy)
    .where('state', 'in', ['published', 'held'])
    .orderBy('received_at', 'desc')
    .orderBy('date', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const editions = await quoteEditions(db, row.series, row.date);
  return editions.find(({ edition }) => edition === row.edition);
}

/** In the place of a figure that was taken back. Its row stays: another price under its number could be confirmed by an old button. */
const BLANK = { low: 1, high: 1, estimated: 0, reason: null, entered_by: null } as const;

/**
 * Takes back a price, whose figure is not kept; the edition that it had superseded answers again. Must run in a transaction.
 * @returns whether it stood
 */
export async function withdrawQuote(db: Db, id: QuoteId): Promise<boolean> {
  const stood =
    (await moveState(db, id, 'published', 'withdrawn')) || (await moveState(db, id, 'held', 'withdrawn'));
  if (!stood) return false;
  await db
    .updateTable('quotes')
    .set(BLANK)
    .where('series', '=', id.series)
    .where('date', '=', id.date)
    .where('edition', '=', id.edition)
    .execute();
  const editions = await quoteEditions(db, id.series, id.date);
  const before = editions.find(({ state, edition }) => state === 'superseded' && edition < id.edition);
  const isCovered = editions.some(({ state }) => state === 'published');
  if (before !== undefined && !isCovered) await moveState(db, before, 'superseded', 'published');
  return true;
}

async function moveState(
  db: Db,
  { series, date, edition }: QuoteId,
  from: StoredQuote['state'],
  to: StoredQuote['state'],
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('quotes')
    .set({ state: to })
    .where('series', '=', series)
    .where('date', '=', date)
    .where('edition', '=', edition)
    .where('state', '=', from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
