/** `npm run quotes -- import|export|status`: histories in and out of the storage, beside a running bot. */
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { isoDate } from './domain/quotes/dates.ts';
import { CSV_HEADING, quoteCsvLine } from './domain/quotes/quote-csv.ts';
import { EVERYBODY } from './domain/quotes/quote-store.ts';
import { IMPORTED } from './delivery/quotes/desk.ts';
import { feedsStatus } from './delivery/quotes/manage-quotes.ts';
import { importQuotes, type Imported } from './delivery/quotes/import-quotes.ts';
import { readCsv, type CsvSettings } from './feeds/csv.ts';
import { FeedError, type FeedContent } from './feeds/feed.ts';
import { readTextFile } from './feeds/files.ts';
import { ROW_FIELDS } from './feeds/read-row.ts';
import { loadCatalog } from './platform/catalog.ts';
import { readQuoteOptions } from './platform/config.ts';
import { StartError } from './platform/errors.ts';
import { formatRange } from './presentation/format.ts';
import { feedLines } from './presentation/feeds-status.ts';
import { loadQuoted } from './quoted.ts';
import { latestQuotes, quoteHistory } from './storage/quotes.ts';
import { openBeside } from './terminal-quotes.ts';

const USAGE = `npm run quotes -- import <file.csv> [--feed id] [--dry-run]
    stores the prices of a table; --dry-run only shows how its first rows would be read, and every row that would be
    rejected. Columns are those of a feed of the feeds file (--feed), or the headings that export writes:
    ${CSV_HEADING.slice(0, 13).join(', ')}
    (price stands for low and high; unit, such as CNY/t, for currency and mass)
npm run quotes -- export [metal ...]    writes the published prices as such a table to standard output
npm run quotes -- status                how feeds fare, and what is held

The storage is that of DATABASE_URL or, without one, of STATE_DIR; feeds are set up in FEEDS_FILE.
`;

/** Ten years of daily prices of twenty metals from several sources are about 25 MB. */
const MOST_MEGABYTES = 200;
const SHOWN_ROWS = 10;
const FIRST_DAY = '0000-01-01';

class UsageError extends Error {}

const print = async (line: string) => {
  // Waits for a slow reader.
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
};

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  const [command, ...rest] = positionals;
  if (values.help === true || command === undefined) {
    process.stdout.write(USAGE);
    return values.help === true ? 0 : 2;
  }
  const options = readQuoteOptions(process.env);
  const quoted = await loadQuoted(options, await loadCatalog(options));
  const [file] = rest;
  const isImport = command === 'import' && file !== undefined && rest.length === 1;
  if (!isImport && command !== 'export' && command !== 'status')
    throw new UsageError(
      command === 'import' ? 'Say which one file to import.' : `There is no "${command}".`,
    );
  const now = Date.now();
  if (isImport) {
    const text = await readTextFile(file, MOST_MEGABYTES);
    const content = readCsv(text, settingsFor(values.feed, text), {
      materials: quoted.materials,
      today: isoDate(now),
    });
    if (values['dry-run'] === true) return await showDryRun(content);
    return await run((store) => importAll(store, content, now));
  }
  if (command === 'status')
    return await run(async (store) => {
      const status = await feedsStatus({ store, settings: quoted.settings }, EVERYBODY);
      for (const line of feedLines(status, now)) await print(line);
      return 0;
    });
  return await run(async (store) => {
    await print(CSV_HEADING.join(','));
    for (const { series, key } of await latestQuotes(store.db, EVERYBODY)) {
      if (rest.length > 0 && !rest.includes(key.metal)) continue;
      for (const quote of await quoteHistory(store.db, series, FIRST_DAY, isoDate(now + 2 * 86_400_000)))
        await print(quoteCsvLine(quote));
    }
    return 0;
  });

  async function run(
    act: (store: Awaited<ReturnType<typeof openBeside>>) => Promise<number>,
  ): Promise<number> {
    const store = await openBeside(options);
    try {
      return await act(store);
    } finally {
      await store.close();
    }
  }

  function settingsFor(feed: string | undefined, text: string): CsvSettings {
    if (feed === undefined) return exportedColumns(text);
    const found = quoted.settings.feeds.find(({ id }) => id === feed);
    if (found?.kind === 'csv') return found;
    throw new UsageError(`The feeds file has no CSV feed "${feed}".`);
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        feed: { type: 'string' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The columns of a table with the headings that `export` writes, as far as it has them. */
function exportedColumns(text: string): CsvSettings {
  const [heading = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const headings = new Set(
    heading.split(/[,;\t|]/).map((word) => word.trim().replaceAll('"', '').toLowerCase()),
  );
  const fields = ROW_FIELDS.filter((field) => headings.has(field));
  return {
    id: IMPORTED,
    columns: Object.fromEntries(['date', 'metal', 'form', ...fields].map((field) => [field, field])),
    decimal: undefined,
    dateOrder: undefined,
    common: {},
  };
}

async function showDryRun({ quotes, rejected }: FeedContent): Promise<number> {
  await print(`${quotes.length} rows would be read, ${rejected.length} rejected. Nothing is stored.`);
  for (const { date, metal, form, purity, terms, place, vat, currency, mass, range } of quotes.slice(
    0,
    SHOWN_ROWS,
  ))
    await print(
      `  ${[date, metal, form, purity, terms, place, `VAT ${vat}`, formatRange(range, `${currency}/${mass}`)].filter(Boolean).join(' · ')}`,
    );
  if (quotes.length > SHOWN_ROWS) await print(`  … and ${quotes.length - SHOWN_ROWS} more`);
  await printRejected({ quotes, rejected });
  return rejected.length > 0 ? 1 : 0;
}

async function printRejected({ rejected }: FeedContent): Promise<void> {
  for (const { row, reason } of rejected) await print(`line ${row} is rejected: ${reason}`);
}

async function importAll(
  store: Parameters<typeof importQuotes>[0],
  content: FeedContent,
  now: number,
): Promise<number> {
  await printRejected(content);
  const done: Imported = await importQuotes(store, content.quotes, now);
  await print(
    `${done.added} added, ${done.corrected} corrected, ${done.unchanged} unchanged, ${done.held} held for an admin, ${content.rejected.length} rejected.`,
  );
  return content.rejected.length > 0 ? 1 : 0;
}

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await main();
} catch (error) {
  const known = error instanceof UsageError || error instanceof StartError || error instanceof FeedError;
  if (!known) throw error;
  process.stderr.write(`${error.message}\n${error instanceof UsageError ? `\n${USAGE}` : ''}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
