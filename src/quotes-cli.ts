/** `npm run quotes -- import|export|status`: histories in and out of the storage, beside a running bot. */
import { once } from 'node:events';
import type { ReadQuote } from './domain/quote.ts';
import { isoDate } from './domain/measure/days.ts';
import { CSV_HEADING, quoteCsvLine } from './domain/quotes/quote-csv.ts';
import { EVERYBODY } from './domain/quotes/quote-store.ts';
import { feedsStatus } from './delivery/quotes/manage-quotes.ts';
import { importQuotes } from './delivery/quotes/import-quotes.ts';
import { csvRows, type CsvSettings } from './feeds/csv.ts';
import type { RejectedRow } from './feeds/feed.ts';
import { fileInPieces } from './feeds/files.ts';
import { ownTable } from './feeds/own-table.ts';
import { loadFigures } from './platform/catalog.ts';
import { readQuoteOptions } from './platform/config.ts';
import { formatRange } from './presentation/format.ts';
import { feedLines } from './presentation/feeds-status.ts';
import { loadQuoted } from './quoted.ts';
import { runCommand, sayDatabase, UsageError, type Given } from './run-command.ts';
import { latestQuotes, quoteHistory } from './storage/quotes.ts';
import { openBeside } from './terminal-quotes.ts';

const USAGE = `Usage: npm run quotes -- import <file.csv | folder> [--feed id] [--team T0…] [--dry-run]
       npm run quotes -- export [metal ...] [--team T0…]
       npm run quotes -- status [--team T0…]

  import     stores the prices of a table, or of all tables of a folder: the rows that can be read; each other is named
  export     writes the published prices as such a table to standard output
  status     how feeds fare, and what is held

  --dry-run  store nothing: show how the first rows would be read, and every row that would be rejected
  --feed ID  the columns are those of this feed of the feeds file, and the prices go into its history
  --team ID  the prices that one workspace sees; what is imported is its own. Without it they are every workspace's
  --help     this text

Without --feed, columns have the headings that export writes:
  ${CSV_HEADING.slice(0, 13).join(', ')}
(price stands for low and high; unit, such as CNY/t, for currency and mass; a feed's id in source puts the prices into
that feed's history).

The database is that of DATABASE_URL or, without one, of STATE_DIR (.lodestone); feeds are set up in FEEDS_FILE.
`;

/** Ten years of daily prices of twenty metals from several sources are about 25 MB. */
const MOST_MEGABYTES = 200;
const SHOWN_ROWS = 10;
const FIRST_DAY = '0000-01-01';

type Store = Awaited<ReturnType<typeof openBeside>>;
type Rows = ReturnType<typeof csvRows>;

const print = async (line: string) => {
  // Waits for a slow reader.
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
};

const OPTIONS = {
  feed: { type: 'string' },
  team: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

async function main({ values, words, env }: Given<typeof OPTIONS>): Promise<number> {
  const [command, ...rest] = words;
  if (command === undefined) throw new UsageError('Say what to do.');
  const options = readQuoteOptions(env);
  sayDatabase(options);
  const quoted = await loadQuoted(options, await loadFigures(options.dataDir));
  const now = Date.now();
  const { team = EVERYBODY } = values;
  switch (command) {
    case 'import': {
      const [file, ...others] = rest;
      if (file === undefined || others.length > 0) throw new UsageError('Say which one file to import.');
      const context = { materials: quoted.materials, today: isoDate(now) };
      const rows = csvRows(fileInPieces(file, MOST_MEGABYTES), settingsFor(values.feed), context);
      if (values['dry-run'] === true) return await showDryRun(rows);
      return await withStore((store) => importRows(store, rows, { team, now }));
    }
    case 'export':
      return await withStore((store) => exportQuotes(store, rest, { team, now }));
    case 'status':
      return await withStore(async (store) => {
        for (const line of feedLines(await feedsStatus({ store, settings: quoted.settings }, team), now))
          await print(line);
        return 0;
      });
    default:
      throw new UsageError(`There is no "${command}".`);
  }

  async function withStore(act: (store: Store) => Promise<number>): Promise<number> {
    const store = await openBeside(options, command !== 'import');
    try {
      return await act(store);
    } finally {
      await store.close();
    }
  }

  function settingsFor(feed: string | undefined): CsvSettings | typeof ownTable {
    if (feed === undefined) return ownTable;
    const found = quoted.settings.feeds.find(({ id }) => id === feed);
    if (found?.kind === 'csv') return found;
    throw new UsageError(`The feeds file has no CSV feed "${feed}".`);
  }
}

async function showDryRun(rows: Rows): Promise<number> {
  let [read, rejected] = [0, 0];
  for await (const row of rows) {
    if (!('quote' in row)) {
      rejected += 1;
      await print(rejectedLine(row));
      continue;
    }
    read += 1;
    if (read <= SHOWN_ROWS) await print(quoteLine(row.quote));
    if (read === SHOWN_ROWS + 1) await print('  …');
  }
  await print(`${read} rows would be read, ${rejected} rejected. Nothing is stored.`);
  return rejected > 0 ? 1 : 0;
}

const rejectedLine = ({ row, reason }: RejectedRow) => `line ${row} is rejected: ${reason}`;

function quoteLine(quote: ReadQuote): string {
  const { date, metal, form, purity, terms, place, vat, currency, mass, range, source } = quote;
  const price = formatRange(range, `${currency}/${mass}`);
  const words = [date, metal, form, purity, terms, place, `VAT ${vat}`, price, `from ${source}`];
  return `  ${words.filter((word) => word !== '').join(' · ')}`;
}

async function importRows(
  store: Store,
  rows: Rows,
  to: { readonly team: string; readonly now: number },
): Promise<number> {
  let rejected = 0;
  const done = await importQuotes(store, quotesOf(rows), to);
  await print(
    `${done.added} added, ${done.corrected} corrected, ${done.unchanged} unchanged, ${done.held} held for an admin, ${rejected} rejected.`,
  );
  return rejected > 0 ? 1 : 0;

  async function* quotesOf(read: Rows): AsyncGenerator<ReadQuote> {
    for await (const row of read) {
      if ('quote' in row) yield row.quote;
      else {
        rejected += 1;
        await print(rejectedLine(row));
      }
    }
  }
}

async function exportQuotes(
  { db }: Store,
  metals: readonly string[],
  { team, now }: { readonly team: string; readonly now: number },
): Promise<number> {
  await print(CSV_HEADING.join(','));
  for (const { series, key } of await latestQuotes(db, team)) {
    if (metals.length > 0 && !metals.includes(key.metal)) continue;
    for (const quote of await quoteHistory(db, series, FIRST_DAY, isoDate(now + 2 * 86_400_000)))
      await print(quoteCsvLine(quote));
  }
  return 0;
}

await runCommand({ usage: USAGE, options: OPTIONS }, main);
