/**
 * `npm run bench:quotes`: twenty metals, ten years of daily prices from three sources, in the embedded store. Imports a table of
 * them, then asks `/nd price 12 months` by the path that a command takes, to the message that is sent.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryUsage } from 'node:process';
import { importQuotes } from '#src/delivery/quotes/import-quotes.ts';
import { loadBook } from '#src/delivery/quotes/load-book.ts';
import { ask } from '#src/domain/ask.ts';
import { addDays } from '#src/domain/quotes/dates.ts';
import { EVERYBODY } from '#src/domain/quotes/quote-store.ts';
import { readCsv } from '#src/feeds/csv.ts';
import { readTextFile } from '#src/feeds/files.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readQuoteOptions } from '#src/platform/config.ts';
import { renderMessage } from '#src/presentation/message.ts';
import { loadQuoted } from '#src/quoted.ts';
import { openStore } from '#src/storage/database.ts';

const TODAY = '2026-11-24';
const DAYS = 3650;
const SOURCES = ['a', 'b', 'c'];
const METALS = 20;
const QUESTIONS = 300;
const WANTED = { p95Ms: 30, rowsPerSecond: 20_000, megabytes: 100 };

const options = { ...readQuoteOptions({}), feedsFile: '/no/such/feeds.json' };
const catalog = await loadCatalog(options);
const quoted = await loadQuoted(options, catalog);
// More metals than markets quote: the others are made up by name, so that there are twenty.
const materials = [
  ...quoted.materials,
  ...Array.from({ length: Math.max(0, METALS - quoted.materials.length) }, (_, i) => ({
    id: `metal-${i}`,
    name: `Metal ${i}`,
    names: [`metal-${i}`],
    oxide: undefined,
  })),
].slice(0, METALS);

const heap = () => {
  global.gc?.();
  return memoryUsage().rss / 1e6;
};

function table(source: string): string {
  const rows = ['date,metal,form,terms,place,vat,unit,low,high'];
  for (const { id } of materials) {
    for (let day = DAYS; day > 0; day -= 1) {
      const low = 400_000 + Math.round(100_000 * Math.sin(day / 90)) + day;
      rows.push(
        `${addDays(TODAY, -day)},${id},oxide,ex-works,China,included,CNY/t,${low},${low + 4000 + source.length}`,
      );
    }
  }
  return rows.join('\n');
}

const folder = await mkdtemp(join(tmpdir(), 'lodestone-bench-'));
const store = await openStore({ stateDir: folder, as: 'bot' });
const before = heap();
let rows = 0;
let spent = 0;
for (const source of SOURCES) {
  const file = join(folder, `${source}.csv`);
  await writeFile(file, table(source));
  const started = performance.now();
  const content = readCsv(
    await readTextFile(file, 100),
    {
      id: source,
      columns: Object.fromEntries(
        ['date', 'metal', 'form', 'terms', 'place', 'vat', 'unit', 'low', 'high'].map((f) => [f, f]),
      ),
      delimiter: ',',
      decimal: '.',
      dateOrder: undefined,
      common: {},
    },
    { materials, today: TODAY },
  );
  const { added } = await importQuotes(store, content.quotes, Date.parse(TODAY));
  spent += performance.now() - started;
  rows += added;
}
const perSecond = rows / (spent / 1000);

const desk = { ...quoted, materials, store, charted: true };
const now = new Date(`${TODAY}T12:00:00Z`);
const times: number[] = [];
let text = '';
for (let i = 0; i < QUESTIONS; i += 1) {
  const question = `price ${materials[i % materials.length]?.id ?? ''} 12 months`;
  const started = performance.now();
  const book = await loadBook(desk, catalog, { text: question, team: EVERYBODY, now });
  ({ text } = renderMessage(ask(question, catalog, { now, book })));
  times.push(performance.now() - started);
}
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
const grown = heap() - before;
await store.close();
await rm(folder, { recursive: true });

process.stdout.write(`${text}\n\n`);
process.stdout.write(
  [
    `rows                       ${rows}`,
    `import, table to disk      ${Math.round(perSecond)} rows/s (wanted: ${WANTED.rowsPerSecond})`,
    `/nd price <metal> 12 months, ${QUESTIONS} times: p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, longest ${(times.at(-1) ?? 0).toFixed(1)} ms (wanted: p95 under ${WANTED.p95Ms} ms)`,
    `memory over the empty bot  ${grown.toFixed(0)} MB resident (wanted: within ${WANTED.megabytes})`,
  ].join('\n') + '\n',
);
if (at(0.95) >= WANTED.p95Ms || perSecond < WANTED.rowsPerSecond || grown > WANTED.megabytes)
  process.exitCode = 1;
