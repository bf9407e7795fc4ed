/** Quotes for the terminal: those of every workspace, from the storage of the bot, where there is one. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadBook } from './delivery/quotes/load-book.ts';
import type { Catalog } from './domain/catalog.ts';
import { EVERYBODY } from './domain/quotes/quote-store.ts';
import type { QuoteBook } from './domain/quotes/quote-book.ts';
import type { readQuoteOptions } from './platform/config.ts';
import { StartError } from './platform/errors.ts';
import { loadQuoted } from './quoted.ts';
import { openStore } from './storage/database.ts';
import { StorageError } from './storage/storage-error.ts';

export type QuoteOptions = ReturnType<typeof readQuoteOptions>;

export interface TerminalQuotes {
  bookFor(text: string, now: Date): Promise<QuoteBook | undefined>;
  close(): Promise<void>;
}

/** Whether anything was ever stored: a question in a terminal makes no database. */
const isThere = ({ databaseUrl, stateDir }: QuoteOptions): boolean =>
  databaseUrl !== undefined || existsSync(join(stateDir, 'lodestone.db'));

/** Opens the storage beside a running bot. @throws StartError where it can't be opened */
export async function openBeside({ stateDir, databaseUrl }: QuoteOptions) {
  try {
    return await openStore({ stateDir, databaseUrl, as: 'terminal' });
  } catch (cause) {
    if (!(cause instanceof StorageError)) throw cause;
    const subject = databaseUrl === undefined ? 'STATE_DIR' : 'DATABASE_URL';
    throw new StartError([{ subject, reason: cause.message, fix: cause.fix }], { cause });
  }
}

/** @returns `undefined` where there is no storage */
export async function readOnlyQuotes(
  options: QuoteOptions,
  catalog: Catalog,
): Promise<TerminalQuotes | undefined> {
  if (!isThere(options)) return undefined;
  const quoted = await loadQuoted(options, catalog);
  const store = await openBeside(options);
  return {
    bookFor: async (text, now) =>
      await loadBook({ ...quoted, store, charted: true }, catalog, { text, team: EVERYBODY, now }),
    close: () => store.close(),
  };
}
