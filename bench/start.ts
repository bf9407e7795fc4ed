/**
 * `npm run bench:start`: how long it takes from the start of the process until the bot is ready, against a bare Bolt app, in turns; both listen to
 * HTTP in front of a local Slack, load their code from the cache of compiled code, and have been started before. Lodestone's code is bundled, as
 * `npm ci` leaves it. `-- 21` makes as many turns.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from 'local-slack';
import { findBundle } from '#src/platform/bundle.ts';
import { COMMANDS } from '#src/slack/commands/commands.ts';
import { buildManifest } from '#src/slack/setup/manifest.ts';
import { OPTIONAL_SCOPES } from '#src/slack/setup/subscriptions.ts';

const ROOT = join(import.meta.dirname, '..');
const SECRETS = {
  signingSecret: '0123456789abcdef0123456789abcdef',
  botToken: 'xoxb-1-bench',
  appToken: 'xapp-1-bench',
};
/** Below those that the system hands out by itself. */
const [FIRST_PORT, PORTS] = [20_000, 12_000];
const CONTESTANTS = { 'bare Bolt app': 'bench/start/bare-app.ts', Lodestone: 'src/main.ts' };
const [turns = '11'] = process.argv.slice(2);

if (findBundle('start') === undefined)
  spawnSync(process.execPath, [join(ROOT, 'src/cli/bundle.ts')], { stdio: 'inherit' });
const folder = await mkdtemp(join(tmpdir(), 'lodestone-bench-'));
const slack = await startSimulator({
  manifest: buildManifest(COMMANDS, Object.keys(OPTIONAL_SCOPES)),
  ...SECRETS,
  people: [{ name: 'Buyer', admin: true }],
  rateLimits: false,
});
const env = {
  PATH: process.env['PATH'],
  NODE_COMPILE_CACHE: join(folder, 'code'),
  PORT: String(FIRST_PORT + (process.pid % PORTS)),
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: SECRETS.botToken,
  SLACK_SIGNING_SECRET: SECRETS.signingSecret,
  STATE_DIR: folder,
};

/** Milliseconds until it says that it is ready. */
async function timeStart(file: string): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(ROOT, file)], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const ready = new Promise<number>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('"ready"')) resolve(performance.now() - begun);
    });
    child.once('exit', () => reject(new Error(`${file} ended before it was ready: ${said}`)));
  });
  const took = await ready;
  child.kill('SIGTERM');
  await gone;
  return took;
}

const times = new Map<string, number[]>(Object.keys(CONTESTANTS).map((name) => [name, []]));
try {
  // The first start of each fills the caches.
  for (const file of Object.values(CONTESTANTS)) await timeStart(file);
  for (let turn = 0; turn < Number(turns); turn += 1)
    for (const [name, file] of Object.entries(CONTESTANTS)) times.get(name)?.push(await timeStart(file));
} finally {
  await slack.close();
  await rm(folder, { recursive: true, force: true });
}
const medians = [...times].map(([name, all]) => {
  const sorted = all.toSorted((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  process.stdout.write(
    `${name.padEnd(14)} median ${median.toFixed(0)} ms, least ${(sorted[0] ?? 0).toFixed(0)}, most ${(sorted.at(-1) ?? 0).toFixed(0)}\n`,
  );
  return median;
});
process.stdout.write(`${((medians[1] ?? 0) / (medians[0] ?? 1)).toFixed(2)} times\n`);
