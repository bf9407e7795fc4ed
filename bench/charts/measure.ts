/** Draws the five charts with one contestant, in a process of its own, and prints what it took as a line of JSON. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CONTESTANTS } from './contestants.ts';
import { benchSpecs } from './subjects.ts';

const [name = '', rounds = '20', peers = '', pictures = ''] = process.argv.slice(2);
/** Rounds until the code is compiled and memory is used again rather than anew. */
const WARM_UP = 12;

/** Peers are looked for in the folder given, so that they need not be the product's own dependencies. */
async function load(packageName: string) {
  const name40 = packageName === 'chart.js-4.0';
  const folder = join(peers, 'node_modules', name40 ? 'chart.js' : packageName);
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (name40 && !about.version.startsWith('4.0.'))
    throw new Error(`Error: chart.js 4.0 is wanted, not ${about.version}`);
  const root = about.exports?.['.'] ?? about.exports ?? {};
  const entry: string = root.import ?? root.default ?? about.module ?? about.main ?? 'index.js';
  const loaded = await import(pathToFileURL(join(folder, entry)).href);
  return loaded.createCanvas === undefined && loaded.Resvg === undefined
    ? loaded
    : (loaded.default ?? loaded);
}

/** A pause, in which native memory is freed, as between the messages of the drawing process. */
function pause(): Promise<void> {
  globalThis.gc?.({ type: 'minor' });
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

const contestant = CONTESTANTS[name];
if (contestant === undefined) throw new Error(`no contestant "${name}"`);
const draw = await contestant.setUp(load);
const specs = benchSpecs();
let bytes = 0;
let charts = 0;
let cpu = process.cpuUsage();
let since = performance.now();
for (let round = 0; round < WARM_UP + Number(rounds); round += 1) {
  if (round === WARM_UP) {
    [bytes, charts] = [0, 0];
    cpu = process.cpuUsage();
    since = performance.now();
  }
  for (const spec of specs) {
    const png = await draw(spec);
    bytes += png.length;
    charts += 1;
    await pause();
    if (round === 0 && pictures !== '') writeFileSync(join(pictures, `${name}-${spec.of}.png`), png);
  }
}
const used = process.cpuUsage(cpu);
const result = {
  cpuMs: (used.user + used.system) / 1000 / charts,
  wallMs: (performance.now() - since) / charts,
  kilobytes: bytes / charts / 1000,
};
process.stdout.write(`${JSON.stringify(result)}\n`);
