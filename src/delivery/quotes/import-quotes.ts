/** Stores a long history, one series at a time: a bot beside it must not wait long for its own writes. */
import { setImmediate as breathe } from 'node:timers/promises';
import { seriesName, type ReadQuote } from '#src/domain/quote.ts';
import { EVERYBODY } from '#src/domain/quotes/quote-store.ts';
import type { Store } from '#src/storage/database.ts';
import { storeQuotes } from '#src/storage/quotes.ts';

export interface Imported {
  readonly added: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly held: number;
}

/** What a person imports is held only where a mark or a zero must have slipped. */
const HOLD_FACTOR = 10;

/** Each series is stored as a whole or not at all; to import the same again changes nothing. */
export async function importQuotes(
  store: Store,
  quotes: readonly ReadQuote[],
  now: number,
): Promise<Imported> {
  const total = { added: 0, corrected: 0, unchanged: 0, held: 0 };
  for (const series of Map.groupBy(quotes, seriesName).values()) {
    const outcome = await store.db
      .transaction()
      .execute((db) =>
        storeQuotes(db, { quotes: series, team: EVERYBODY, holdFactor: HOLD_FACTOR, enteredBy: null, now }),
      );
    total.added += outcome.added;
    total.corrected += outcome.corrected;
    total.unchanged += outcome.unchanged;
    total.held += outcome.held.length;
    await breathe();
  }
  return total;
}
