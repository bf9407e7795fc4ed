/** Stores a long history, one series at a time: a bot beside it must not wait long for its own writes. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import { PriceTable } from '#src/domain/series/quotes/price-table.ts';
import type { StoreOutcome } from '#src/domain/series/quotes/quote-store.ts';
import type { Store } from '#src/storage/database/database.ts';
import { storeQuotes } from '#src/storage/store-quotes.ts';

export interface Imported {
  readonly added: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly held: number;
}

interface ImportOptions {
  /** The workspace whose prices they are, or `EVERYBODY`. */
  readonly team: string;
  readonly now: number;
  /** Is told of each price that is held. */
  readonly held?: (held: StoreOutcome['held'][number]) => void;
}

/** A price so many times its neighbour's waits for an admin, as one of a feed does. */
export const HOLD_FACTOR = 3;

/** Stores each series of a table as a whole or not at all; to import the same again changes nothing. */
export async function importTable(
  store: Store,
  table: PriceTable,
  { team, now, held }: ImportOptions,
): Promise<Imported> {
  const total = { added: 0, corrected: 0, unchanged: 0, held: 0 };
  for (const quotes of table.takeSeries()) {
    const outcome = await store.db
      .transaction()
      .execute((db) => storeQuotes(db, { quotes, team, holdFactor: HOLD_FACTOR, enteredBy: null, now }));
    total.added += outcome.added;
    total.corrected += outcome.corrected;
    total.unchanged += outcome.unchanged;
    total.held += outcome.held.length;
    for (const one of outcome.held) held?.(one);
    await breathe();
  }
  return total;
}

/**
 * Reads all quotes, then stores them as `importTable` does.
 * @throws what reading `quotes` throws, or where two are of one day; then nothing is stored
 */
export async function importQuotes(
  store: Store,
  quotes: Iterable<ReadQuote> | AsyncIterable<ReadQuote>,
  options: ImportOptions,
): Promise<Imported> {
  const table = new PriceTable();
  let place = 0;
  for await (const quote of quotes) table.add(quote, (place += 1));
  const [twice] = table.sameDays();
  if (twice !== undefined) throw new Error(`there is more than one price of ${twice.date}`);
  return await importTable(store, table, options);
}
