/**
 * Charts: our renderer beside the stacks that people use instead, in one run.
 *
 *   node bench/charts.ts [--peers FOLDER] [--rounds 20] [--charts 10000] [--pictures FOLDER]
 *
 * Peers are looked for in the product's own dependencies, or in FOLDER/node_modules:
 *   npm install canvas chart.js@4.0.1 echarts @resvg/resvg-js vega vega-lite
 */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { createRenderer, DRAWING_FLAGS } from '#src/charts/renderer.ts';
import { createChartHandler } from '#src/charts/serve.ts';
import { signedChartUrl } from '#src/charts/signature.ts';
import { fullConfig } from '#src/charts/writers/full.ts';
import { CONTESTANTS } from './charts/contestants.ts';
import { benchFigures, benchSpecs, benchSubjects, HEIGHT, RATIO, WIDTH } from './charts/subjects.ts';

const run = promisify(execFile);
const HERE = import.meta.dirname;
const TURNS = 3;

const { values } = parseArgs({
  options: {
    peers: { type: 'string', default: resolve(HERE, '..') },
    rounds: { type: 'string', default: '20' },
    charts: { type: 'string', default: '10000' },
    pictures: { type: 'string', default: '' },
  },
});

interface Result {
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly kilobytes: number;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function measure(name: string): Promise<Result> {
  const args = [
    ...DRAWING_FLAGS,
    resolve(HERE, 'charts/measure.ts'),
    name,
    values.rounds,
    resolve(values.peers),
    values.pictures,
  ];
  const { stdout } = await run(process.execPath, args);
  return JSON.parse(stdout);
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
}

/** All in turn, three times: what else the machine does falls on each of them. */
async function compare(): Promise<void> {
  const results = new Map<string, Result[]>();
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const [name, contestant] of Object.entries(CONTESTANTS)) {
      const list = results.get(name) ?? [];
      if (turn > 0 && list.length === 0) continue;
      try {
        list.push(await measure(name));
        results.set(name, list);
      } catch (error) {
        const reason =
          error instanceof Error ? error.message.split('\n').find((l) => /Error|Cannot/.test(l)) : '';
        say(
          `| ${contestant.name} | not measured: needs ${contestant.needs.join(', ')} (${reason?.trim() ?? 'failed'}) |`,
        );
      }
    }
  say('| five charts at 1200 x 720 | CPU, ms a chart | charts a second, one core | kB a chart |');
  say('| --- | --: | --: | --: |');
  for (const [name, list] of results) {
    const cpu = median(list.map((r) => r.cpuMs));
    const kilobytes = median(list.map((r) => r.kilobytes));
    say(
      `| ${CONTESTANTS[name]?.name} | ${cpu.toFixed(1)} | ${(1000 / cpu).toFixed(0)} | ${kilobytes.toFixed(0)} |`,
    );
  }
  const [ours, theirs] = [results.get('lodestone'), results.get('quickchart')].map(
    (l) => l && median(l.map((r) => r.cpuMs)),
  );
  if (ours !== undefined && theirs !== undefined)
    say(`\n${(theirs / ours).toFixed(1)} times QuickChart's charts a second.`);
}

async function cached(): Promise<void> {
  const renderer = createRenderer();
  const secret = 'bench';
  const handle = createChartHandler({ data: benchFigures(), renderer, secret });
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  const [subject] = benchSubjects();
  if (address === null || typeof address === 'string' || subject === undefined) throw new Error('no port');
  const url = signedChartUrl(subject, { publicUrl: `http://127.0.0.1:${address.port}`, secret });
  const { stdout } = await run(process.execPath, [resolve(HERE, 'charts/load.ts'), url]);
  const { rate }: { rate: number } = JSON.parse(stdout);
  say(
    `\nCached, over HTTP: ${Math.round(rate)} requests a second, the asking process beside it on the same machine.`,
  );
  server.closeAllConnections();
  server.close();
  await renderer.close();
}

function megabytes(pid: number | undefined): number {
  return (Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * 4096) / 1e6;
}

async function memory(): Promise<void> {
  const charts = Number(values.charts);
  const losses: string[] = [];
  const renderer = createRenderer({ onLoss: (reason) => losses.push(reason) });
  const specs = benchSpecs();
  const samples: number[] = [];
  const since = performance.now();
  const size = { width: WIDTH, height: HEIGHT, ratio: RATIO };
  for (let i = 1; i <= charts; i += 1) {
    const spec = specs[i % specs.length];
    if (spec !== undefined)
      await renderer.draw(fullConfig(spec, i % 2 === 0 ? 'dark' : 'light', HEIGHT), size);
    if (i % Math.ceil(charts / 20) === 0) samples.push(megabytes(renderer.pid));
  }
  const steady = samples.slice(2);
  const spread = (Math.max(...steady) / Math.min(...steady) - 1) * 100;
  say(
    `\nMemory of the drawing process over ${charts} charts, MB: ${samples.map((mb) => mb.toFixed(0)).join(' ')}.`,
  );
  say(
    `Within ${spread.toFixed(0)} % after the first tenth; ${((charts / (performance.now() - since)) * 1000).toFixed(0)} charts a second; ${losses.length} processes lost.`,
  );
  await renderer.close();
}

if (values.pictures !== '') mkdirSync(values.pictures, { recursive: true });
say(`Node ${process.version}, ${cpus()[0]?.model}, ${cpus().length} cores\n`);
await compare();
await cached();
await memory();
