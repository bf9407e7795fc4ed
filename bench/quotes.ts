/**
 * `npm run bench:quotes`: twenty metals, ten years of daily prices from three sources, in the embedded store. Imports tables of
 * them, then asks `/nd price 12 months` by the path that a command takes, to the message that is sent; a bot on an empty store
 * answers the same beside it. Each is a process of its own.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { addDays } from '#src/domain/measure/days.ts';
import type { Answered } from './quotes/answer.ts';
import type { ImportedTables } from './quotes/import.ts';
import { materials, TODAY } from './quotes/subject.ts';

const DAYS = 3650;
const SOURCES = ['a', 'b', 'c'];
const WANTED = { p95Ms: 30, rowsPerSecond: 20_000, megabytes: 100 };

const run = promisify(execFile);

/** Runs a part of the benchmark, which tells what it saw as JSON. */
async function part<T>(name: string, ...args: readonly string[]): Promise<T> {
  const file = join(import.meta.dirname, 'quotes', `${name}.ts`);
  const { stdout } = await run(process.execPath, ['--expose-gc', file, ...args]);
  return JSON.parse(stdout);
}

function table(source: string): string {
  const rows = ['date,metal,form,terms,place,vat,unit,low,high,source'];
  for (const { id } of materials) {
    for (let day = DAYS; day > 0; day -= 1) {
      const low = 400_000 + Math.round(100_000 * Math.sin(day / 90)) + day;
      const high = low + 4000 + source.length;
      rows.push(`${addDays(TODAY, -day)},${id},oxide,ex-works,China,included,CNY/t,${low},${high},${source}`);
    }
  }
  return rows.join('\n');
}

const folder = await mkdtemp(join(tmpdir(), 'lodestone-bench-'));
try {
  const tables = SOURCES.map((source) => join(folder, `${source}.csv`));
  for (const [i, file] of tables.entries()) await writeFile(file, table(SOURCES[i] ?? ''));
  const full = join(folder, 'full');
  const imported = await part<ImportedTables>('import', full, ...tables);
  const onFull = await part<Answered>('answer', full);
  const onEmpty = await part<Answered>('answer', join(folder, 'empty'));
  const times = onFull.milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? Number.NaN;
  const [p50, p95, longest] = [at(0.5), at(0.95), at(1)].map((ms) => `${ms.toFixed(1)} ms`);
  const perSecond = imported.rows / imported.seconds;
  const grown = onFull.megabytes - onEmpty.megabytes;
  process.stdout.write(
    [
      onFull.lastText,
      '',
      `rows                         ${imported.rows}`,
      `import, table to disk        ${Math.round(perSecond)} rows/s (wanted: ${WANTED.rowsPerSecond})`,
      `memory while importing       ${imported.megabytes.toFixed(0)} MB at most over that process before`,
      `/nd price <metal> 12 months  ${times.length} times: p50 ${p50}, p95 ${p95}, longest ${longest} (wanted: p95 under ${WANTED.p95Ms} ms)`,
      `memory of a bot on them      ${onFull.megabytes.toFixed(0)} MB, on an empty store ${onEmpty.megabytes.toFixed(0)} MB: ${grown.toFixed(0)} MB more (wanted: within ${WANTED.megabytes})`,
      '',
    ].join('\n'),
  );
  if (at(0.95) >= WANTED.p95Ms || perSecond < WANTED.rowsPerSecond || grown > WANTED.megabytes)
    process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}
