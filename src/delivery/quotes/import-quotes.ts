/** Stores a long history, one series at a time: a bot beside it must not wait long for its own writes. */
import { setImmediate as breathe } from 'node:timers/promises';
import { seriesName, type ReadQuote } from '#src/domain/quote.ts';
import { PriceColumn } from '#src/domain/quotes/price-column.ts';
import type { Store } from '#src/storage/database.ts';
import { storeQuotes } from '#src/storage/store-quotes.ts';

export interface Imported {
  readonly added: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly held: number;
}

/** What a person imports is held only where a mark or a zero must have slipped. */
const HOLD_FACTOR = 10;

/**
 * Reads all quotes, then stores each series as a whole or not at all; to import the same again changes nothing.
 * @param options.team The workspace whose prices they are, or `EVERYBODY`.
 * @throws what reading `quotes` throws; then nothing is stored
 */
export async function importQuotes(
  store: Store,
  quotes: Iterable<ReadQuote> | AsyncIterable<ReadQuote>,
  { team, now }: { readonly team: string; readonly now: number },
): Promise<Imported> {
  const columns = new Map<string, PriceColumn>();
  const days = new Map<string, string>();
  for await (const quote of quotes) {
    const { date } = quote;
    const day = days.get(date) ?? date;
    days.set(day, day);
    const name = seriesName(quote);
    const column = columns.get(name) ?? new PriceColumn(quote);
    columns.set(name, column);
    column.add(quote, day);
  }
  const total = { added: 0, corrected: 0, unchanged: 0, held: 0 };
  for (const [name, column] of columns) {
    columns.delete(name);
    const outcome = await store.db.transaction().execute((db) =>
      storeQuotes(db, {
        quotes: column.quotes(),
        team,
        holdFactor: HOLD_FACTOR,
        enteredBy: null,
        now,
      }),
    );
    total.added += outcome.added;
    total.corrected += outcome.corrected;
    total.unchanged += outcome.unchanged;
    total.held += outcome.held.length;
    await breathe();
  }
  return total;
}
