/**
 * `npm run bench:packs`: what an answer costs with all packs of `data/`, against the seven rare earths of `tests/pure/packs`, in turns: the same
 * questions on neodymium and rare earths, which both answer. `-- 9` takes as many turns.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from '#src/domain/asking/ask.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';

const ROOT = join(import.meta.dirname, '..');
const SET = 'tests/pure/questions/voices.jsonl';
const now = new Date('2026-11-23T12:00:00');
const [turns = '7'] = process.argv.slice(2);

const texts = readFileSync(join(ROOT, SET), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): string => {
    // A line of our own set, of which the question alone is wanted.
    const { q }: { readonly q: string } = JSON.parse(line);
    return q;
  });

const few = await loadCatalog(readDataOptions({ DATA_DIR: join(ROOT, 'tests/pure/packs') }));
const all = await loadCatalog(readDataOptions({}));
const contestants = [few, all].map((catalog) => ({ catalog, took: [] as number[] }));

/** Milliseconds of processor time a question. */
function timed(catalog: Catalog): number {
  const start = process.cpuUsage();
  for (const text of texts) ask(text, catalog, { now });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / texts.length;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

for (const { catalog } of contestants) timed(catalog);
for (let turn = 0; turn < Number(turns); turn += 1)
  for (const { catalog, took } of contestants) took.push(timed(catalog));
const [one = 0, other = 0] = contestants.map(({ took }) => median(took));
for (const { catalog, took } of contestants) {
  const [least, most] = [Math.min(...took), Math.max(...took)];
  process.stdout.write(
    `${String(catalog.metals.length).padStart(4)} packs: ${median(took).toFixed(2)} ms a question, least ${least.toFixed(2)}, most ${most.toFixed(2)}\n`,
  );
}
process.stdout.write(
  `${(other / one).toFixed(2)} times, by the medians of ${turns} turns of ${texts.length} questions\n`,
);
