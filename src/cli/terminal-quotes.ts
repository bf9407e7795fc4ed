/** Quotes for the terminal: those of every workspace, from the storage of the bot, where there is one. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { QuoteHistory } from '#src/charts/specs/quotes.ts';
import { findQuoteHistory } from '#src/quotes/find-quote-history.ts';
import { loadBook } from '#src/quotes/load-book.ts';
import { answerText } from '#src/domain/asking/ask.ts';
import { readText, type ReadText } from '#src/domain/asking/read-text.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { EVERYBODY } from '#src/domain/series/quotes/quote-store.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import type { QuotesSubject } from '#src/domain/series/chart-subject.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readQuoteOptions } from '#src/platform/settings/config.ts';
import type { Environment } from '#src/platform/settings/environment.ts';
import { StartError } from '#src/platform/errors.ts';
import { loadQuoted } from '#src/app/quoted.ts';
import type { DatabasePlace } from '#src/storage/database/database-name.ts';
import { openStore } from '#src/storage/database/database.ts';
import { StorageError } from '#src/storage/database/storage-error.ts';

type QuoteOptions = ReturnType<typeof readQuoteOptions>;

export interface TerminalQuotes {
  bookFor(read: ReadText, now: Date): Promise<QuoteBook | undefined>;
  historyFor(subject: QuotesSubject): Promise<QuoteHistory | undefined>;
  close(): Promise<void>;
}

/** Whether anything was ever stored: a question in a terminal makes no database. */
const isThere = ({ databaseUrl, stateDir }: QuoteOptions): boolean =>
  databaseUrl !== undefined || existsSync(join(stateDir, 'lodestone.db'));

/** Opens the storage beside a running bot. @throws StartError where it can't be opened, or isn't there though it must be */
export async function openBeside({ stateDir, databaseUrl }: QuoteOptions, mustExist = false) {
  try {
    return await openStore({ stateDir, databaseUrl, as: 'terminal', mustExist });
  } catch (cause) {
    if (!(cause instanceof StorageError)) throw cause;
    const subject = databaseUrl === undefined ? 'STATE_DIR' : 'DATABASE_URL';
    throw new StartError([{ subject, reason: cause.message, fix: cause.fix }], { cause });
  }
}

/** As `openBeside`; `undefined` where there is no storage. */
export async function openIfThere(options: QuoteOptions) {
  return isThere(options) ? await openBeside(options) : undefined;
}

/** @returns `undefined` where there is no storage */
export async function readOnlyQuotes(
  options: QuoteOptions,
  catalog: Catalog,
): Promise<TerminalQuotes | undefined> {
  const store = await openIfThere(options);
  if (store === undefined) return undefined;
  const quoted = await loadQuoted(options, catalog);
  const desk = { ...quoted, store, charted: true };
  return {
    bookFor: async (read, now) => await loadBook(desk, catalog, { read, team: EVERYBODY, now }),
    historyFor: async (subject) => await findQuoteHistory(desk, subject),
    close: () => store.close(),
  };
}

/**
 * The quotes that words ask a chart of, as in `/nd chart`: "ndpr oxide last 12 months in USD/kg".
 * @param say Is told which database is read.
 * @returns `undefined` where there is no storage, or there are no such quotes
 * @throws StartError
 */
export async function historyOfWords(
  words: string,
  now: Date,
  { env, say }: { readonly env: Environment; readonly say: (place: DatabasePlace) => void },
): Promise<QuoteHistory | undefined> {
  const options = readQuoteOptions(env);
  say(options);
  const catalog = await loadCatalog(options);
  const quotes = await readOnlyQuotes(options, catalog);
  try {
    const read = readText(`chart of ${words} quotes`, catalog, now);
    const { parts } = answerText(read, catalog, { now, book: await quotes?.bookFor(read, now) });
    const subject = parts.map(({ chart }) => chart).find((chart) => chart?.kind === 'quotes');
    return subject && (await quotes?.historyFor(subject));
  } finally {
    await quotes?.close();
  }
}
