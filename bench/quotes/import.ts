/** The import's share of `bench/quotes`, in a process of its own: stores tables as `npm run quotes -- import` does. */
import { memoryUsage, resourceUsage } from 'node:process';
import { importQuotes } from '#src/quotes/import-quotes.ts';
import { EVERYBODY } from '#src/domain/series/quotes/quote-store.ts';
import { tableRows } from '#src/quotes/tables/read-table.ts';
import { fileInPieces } from '#src/quotes/feeds/files.ts';
import { ANY_TABLE } from '#src/quotes/tables/layout.ts';
import { openStore } from '#src/storage/database/database.ts';
import { materials, TODAY } from './subject.ts';

export interface ImportedTables {
  readonly rows: number;
  readonly seconds: number;
  /** Resident at most, over what it was before. */
  readonly megabytes: number;
}

const [stateDir = '', ...files] = process.argv.slice(2);

async function* quotesOf(read: ReturnType<typeof tableRows>) {
  for await (const row of read) if ('quote' in row) yield row.quote;
}

const store = await openStore({ stateDir, as: 'terminal' });
global.gc?.();
const before = memoryUsage().rss / 1e6;
const started = performance.now();
let rows = 0;
for (const file of files) {
  const read = tableRows(fileInPieces(file, 100), ANY_TABLE, { materials, today: TODAY });
  const { added } = await importQuotes(store, quotesOf(read), { team: EVERYBODY, now: Date.parse(TODAY) });
  rows += added;
}
const seconds = (performance.now() - started) / 1000;
await store.close();
const imported: ImportedTables = { rows, seconds, megabytes: resourceUsage().maxRSS / 1000 - before };
process.stdout.write(JSON.stringify(imported));
