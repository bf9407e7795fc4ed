/**
 * `npm run torture:lanes`: how late the others are beside one bad one. Digests fall due at one moment, one to a channel; a quiet
 * run, and beside it runs in which one channel asks to wait for ever, answers slowly, or never, in which its history hangs,
 * and on PostgreSQL in which one of three processes is frozen for good. All by the clocks of real life.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Simulator } from 'local-slack';
import { DEFAULT_DELIVERY_CONFIG, POST_TIMEOUT_MS } from '#src/delivery/deps.ts';
import { METADATA_TYPE } from '#src/delivery/post.ts';
import { openStore, type StoreOptions } from '#src/storage/database/database.ts';
import { startCluster } from '../../app/postgres/cluster.ts';
import type { BotOrders, TrapPlace } from './bot.ts';
import { Bot } from './bots.ts';
import { bundleBot } from './bundle-bot.ts';
import { newDatabase } from './places.ts';
import { BOT_TOKEN, READABLE_SCOPES, startWorkspace, subscribe } from './workspace.ts';

const { values } = parseArgs({
  options: {
    digests: { type: 'string', default: '200' },
    /** How many of them are to the bad channel. */
    bad: { type: 'string', default: '20' },
    /** Three processes on a private PostgreSQL, or that of DATABASE_URL; one on SQLite without it. */
    postgres: { type: 'boolean', default: false },
    /** Only cases whose name has this in it, beside the quiet one. */
    only: { type: 'string', default: '' },
  },
});
const [digests, bad] = [Number(values.digests), Number(values.bad)];
const processes = values.postgres ? 3 : 1;

/** Between the beginning and the moment at which all are due: all processes have started by then. */
const AHEAD_MS = 20_000;
/** So much later the others look at what is due, where the first shall be frozen with it. */
const BEHIND_MS = 300;
const LONGEST_MS = 300_000;
const FOR_EVER = Number.POSITIVE_INFINITY;

interface Case {
  readonly name: string;
  /** What goes wrong in the bad channel. */
  readonly spoil?: (slack: Simulator, channel: string) => void;
  /** Where the first process stops for good: inside a transaction, or a second after all are due. */
  readonly freeze?: TrapPlace | 'running';
}

const HOSTILE: readonly Case[] = [
  {
    name: 'a channel that asks to wait, for ever',
    spoil: ({ faults }, channel) =>
      faults.fail('chat.postMessage', { status: 429, retryAfter: 30, channel, times: FOR_EVER }),
  },
  {
    name: 'a channel that answers after 9 s',
    spoil: ({ faults }, channel) =>
      faults.fail('chat.postMessage', { late: 9_000, channel, times: FOR_EVER }),
  },
  {
    name: 'a channel that never answers',
    spoil: ({ faults }, channel) => {
      faults.fail('chat.postMessage', { hang: true, channel, times: FOR_EVER });
      faults.fail('conversations.history', { hang: true, channel, times: FOR_EVER });
    },
  },
  {
    name: 'posts in doubt, and a history that hangs',
    spoil: ({ faults }, channel) => {
      faults.fail('chat.postMessage', { status: 500, channel, times: FOR_EVER });
      faults.fail('conversations.history', { hang: true, channel, times: FOR_EVER });
    },
  },
];
const FROZEN: readonly Case[] = [
  { name: 'a process frozen while it posts', freeze: 'running' },
  { name: 'a process frozen as it claims a post', freeze: 'write' },
  { name: 'a process frozen as it takes what is due', freeze: 'transaction' },
];

interface Lateness {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  /** Of so many of the others none came in five minutes. */
  readonly never: number;
  /** Of the others' posts, those that came more than once. */
  readonly doubled: number;
}

async function measure({ spoil, freeze }: Case, place: Omit<StoreOptions, 'as'>): Promise<Lateness> {
  const workspace = await startWorkspace(READABLE_SCOPES, digests - bad + 1);
  const { slack } = workspace;
  const [worst = '', ...others] = workspace.channels;
  spoil?.(slack, worst);
  const main = await bundleBot();
  const bots = Array.from({ length: processes }, () => new Bot(main));
  try {
    const orders = (i: number): BotOrders => ({
      ...place,
      ...DEFAULT_DELIVERY_CONFIG,
      apiUrl: slack.apiUrl,
      token: BOT_TOKEN,
      offset: freeze === 'transaction' && i > 0 ? -BEHIND_MS : 0,
      timeoutMs: POST_TIMEOUT_MS,
    });
    const dueAt = Date.now() + AHEAD_MS;
    const store = await openStore({ ...place, as: 'terminal' });
    await subscribe(store, workspace, [...Array.from({ length: bad }, () => worst), ...others], dueAt);
    await store.close();
    await Promise.all(bots.map((bot, i) => bot.run(orders(i))));
    const [first] = bots;
    // Just before: a look at what is due that finds nothing is a transaction, too.
    await wait(dueAt - 30 - Date.now());
    let frozen = freeze === undefined;
    if (freeze === 'transaction' || freeze === 'write') {
      const trapped = first?.trap({ place: freeze, signal: 'SIGSTOP', skip: 0 });
      void trapped?.then(() => (frozen = true));
    }
    await wait(dueAt + 1_000 - Date.now());
    if (freeze === 'running') {
      first?.stop();
      frozen = true;
    }
    const posts = () => others.map((channel) => postsIn(slack, channel));
    while (Date.now() < dueAt + LONGEST_MS && posts().some((times) => times.length === 0)) await wait(250);
    if (!frozen) throw new Error(`${freeze}: nobody was frozen there`);
    const late = posts()
      .flatMap(([at]) => (at === undefined ? [] : [(at - dueAt) / 1000]))
      .toSorted((a, b) => a - b);
    const at = (share: number) => late[Math.ceil(late.length * share) - 1] ?? Number.NaN;
    const never = others.length - late.length;
    const doubled = posts().filter((times) => times.length > 1).length;
    return { p50: at(0.5), p95: at(0.95), max: at(1), never, doubled };
  } finally {
    for (const bot of bots) await bot.dismiss();
    await slack.close();
  }
}

/** When a channel got its digests, in milliseconds since 1970. */
function postsIn(slack: Simulator, channel: string): readonly number[] {
  const messages = slack.workspace.messages.get(channel) ?? [];
  return messages
    .filter(({ metadata }) => metadata?.['event_type'] === METADATA_TYPE)
    .map(({ ts }) => Number(ts) * 1000);
}

const folder = await mkdtemp(join(tmpdir(), 'lodestone-lanes-'));
const given = values.postgres ? process.env['DATABASE_URL'] : undefined;
const cluster = values.postgres && given === undefined ? await startCluster() : undefined;
const server = given ?? cluster?.url;
const row = (cells: readonly (string | number)[]): void =>
  void process.stdout.write(`| ${cells.join(' | ')} |\n`);
try {
  const about = values.postgres ? `${processes} processes on PostgreSQL` : 'one process on SQLite';
  process.stdout.write(`${about}, ${digests} digests due at once, ${bad} of them to one channel\n\n`);
  row(['beside', 'others: half within', '95 % within', 'last', 'times a quiet run', 'never', 'doubled']);
  row(Array.from({ length: 7 }, () => '---'));
  const cases = [...HOSTILE, ...(values.postgres ? FROZEN : [])].filter(({ name }) =>
    name.includes(values.only),
  );
  let quiet: Lateness | undefined;
  for (const [i, one] of [{ name: 'nothing: a quiet run' }, ...cases].entries()) {
    const stateDir = join(folder, `${i}`);
    const databaseUrl =
      server === undefined ? undefined : await newDatabase(server, `lanes_${process.pid}_${i}`);
    const late = await measure(one, { stateDir, databaseUrl });
    quiet ??= late;
    const [p50, p95, max] = [late.p50, late.p95, late.max].map((seconds) => `${seconds.toFixed(1)} s`);
    const times = (late.p95 / quiet.p95).toFixed(2);
    row([one.name, p50 ?? '', p95 ?? '', max ?? '', times, late.never, late.doubled]);
    if (late.p95 > 2 * quiet.p95 || late.never + late.doubled > 0) process.exitCode = 1;
  }
} finally {
  await cluster?.stop();
  await rm(folder, { recursive: true, force: true });
}
