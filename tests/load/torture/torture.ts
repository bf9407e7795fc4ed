/**
 * Kills delivering processes at random instants, again and again, while digests fall due and Slack answers badly, and then
 * counts at the Slack end: every slot posted exactly once?
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { METADATA_TYPE } from '#src/delivery/post.ts';
import { readDataOptions } from '#src/platform/config.ts';
import { type Simulator, startSimulator } from 'local-slack';
import { openStore, type Store, type StoreOptions } from '#src/storage/database.ts';
import { insertSubscription } from '#src/storage/subscriptions.ts';
import { MAY_HAVE_BEEN_POSTED } from '#src/delivery/settle-doubt.ts';
import type { BotOrders } from './bot.ts';
import { makeMischief } from './faults.ts';
import { seeded } from './random.ts';

export interface TortureOptions {
  readonly kills: number;
  readonly subscriptions: number;
  /** Processes at the same time; more than one needs PostgreSQL. */
  readonly processes: number;
  /** Share of answers that are bad, from 0 to 1. */
  readonly faults: number;
  readonly seed: number;
  /** With the scopes that the manifest asks for, history of channels can't be read. */
  readonly readable?: boolean;
  /** How many of the kills are none: the process is frozen in place (SIGSTOP), and goes on after `FROZEN_MS`. */
  readonly freezes?: number;
  /** Clocks of the processes are off by so many milliseconds: one's ahead, the next one's behind. */
  readonly skewMs?: number;
  /** Restarts the database; called after every so many kills. */
  readonly restartDatabase?: { readonly every: number; readonly restart: () => Promise<void> };
  readonly place: Omit<StoreOptions, 'as'>;
  /** Told how it is going. */
  readonly tell?: (line: string) => void;
}

export interface TortureReport {
  readonly kills: number;
  /** How many of them hit while a post was under way, and how many after it was made and before it was answered. */
  readonly killsBegun: number;
  readonly killsMade: number;
  readonly rounds: number;
  readonly slots: number;
  readonly posts: number;
  /** Slots that were posted more than once, or never, and rows that say otherwise than Slack. */
  readonly doubled: readonly string[];
  readonly missing: readonly string[];
  readonly wrongRows: readonly string[];
  /** Slots that were left out, and of how many of them the owner was told in Slack. */
  readonly leftOut: number;
  readonly told: number;
  /** Second copies that were there for a while. */
  readonly takenBack: number;
  readonly freezes: number;
  readonly restarts: number;
  readonly badAnswers: Readonly<Record<string, number>>;
  readonly adopted: number;
  readonly seconds: number;
}

const SECRETS = { signingSecret: 'signing-secret', botToken: 'xoxb-local', appToken: 'xapp-local' };
const START = Date.UTC(2026, 5, 1, 8, 59, 58);
const DAY = 86_400_000;
const TIMEOUT_MS = 400;
const LEASE_MS = 3 * TIMEOUT_MS;
const HANGS_MS = 60_000;
const SETTLE_MS = 300;
const REPEAT_MS = 3_000;
const LOOK_AGAIN_MS = [5_000];
const GATHER_MS = 300;
/** Longer than a lease: others take over what a frozen process holds. */
const FROZEN_MS = 3_000;

const DEFAULT = ['chat:write', 'im:history'];
const READABLE = [...DEFAULT, 'channels:history', 'im:write'];

export async function torture(options: TortureOptions): Promise<TortureReport> {
  const { kills, subscriptions, processes, place, readable = true, skewMs = 0, tell = () => {} } = options;
  const began = Date.now();
  const random = seeded(options.seed);
  let offset = START - Date.now();
  const slack = await startSimulator({
    manifest: {
      display_information: { name: 'Lodestone' },
      features: { bot_user: { display_name: 'Lodestone' } },
      oauth_config: { scopes: { bot: readable ? READABLE : DEFAULT } },
    },
    ...SECRETS,
    now: () => Date.now() + offset,
    channels: Array.from({ length: subscriptions }, (_, i) => ({ name: `c${i}` })),
  });
  const mischief = makeMischief(slack, options.faults, random, readable);
  const store = await openStore({ ...place, as: 'terminal' });
  await subscribe(store, slack, subscriptions);
  const bots = Array.from({ length: processes }, () => new Bot());
  const orders = (i: number): BotOrders => ({
    ...place,
    apiUrl: slack.apiUrl,
    token: SECRETS.botToken,
    offset: offset + skewMs * ([0, 1, -1][i % 3] ?? 0),
    timeoutMs: TIMEOUT_MS,
    leaseMs: LEASE_MS,
    settleMs: SETTLE_MS,
    repeatMs: REPEAT_MS,
    lookAgainMs: LOOK_AGAIN_MS,
    gatherMs: GATHER_MS,
    concurrency: 8,
  });
  // Early enough in a round that it is not over before.
  const mostPosts = Math.min(40, subscriptions / 4);
  let [killed, killsBegun, killsMade, rounds, frozen, restarts] = [0, 0, 0, 1, 0, 0];
  let takenBack = 0;
  const stopWatching = slack.subscribe((change) => {
    if (change.kind === 'message-removed') takenBack += 1;
  });
  try {
    for (;;) {
      await Promise.all(bots.map((bot, i) => bot.run(orders(i))));
      const done = roundDone(store, subscriptions * rounds);
      const moment =
        killed < kills
          ? await nextKill(
              mischief,
              INSTANTS[killed % INSTANTS.length] ?? 'time',
              random,
              mostPosts,
              done.finished,
            )
          : await done.finished;
      done.stop();
      const over = moment === 'finished';
      if (over && killed >= kills) break;
      const victims = over ? bots : [bots[Math.floor(random() * bots.length)]];
      const freeze = !over && frozen < (options.freezes ?? 0) && killed % 2 === 1;
      if (freeze) frozen += 1;
      for (const bot of victims) await (freeze ? bot?.freeze() : bot?.kill());
      if (over) {
        rounds += 1;
        offset += DAY;
      } else {
        killed += 1;
        if (moment === 'begun') killsBegun += 1;
        if (moment === 'made') killsMade += 1;
        if (options.restartDatabase !== undefined && killed % options.restartDatabase.every === 0) {
          await options.restartDatabase.restart();
          restarts += 1;
        }
        if (killed % 20 === 0) tell(`${killed} kills, ${rounds} rounds`);
      }
    }
    await slack.settled({ timeoutMs: 20_000, quietMs: 500 });
    const counted = await count(slack, store, subscriptions, rounds);
    const more = { takenBack, freezes: frozen, restarts };
    const badAnswers = mischief.counts;
    const seconds = Math.round((Date.now() - began) / 1000);
    return { kills: killed, killsBegun, killsMade, rounds, ...counted, ...more, badAnswers, seconds };
  } finally {
    mischief.stop();
    stopWatching();
    for (const bot of bots) await bot.dismiss();
    await store.close();
    await slack.close();
  }
}

/** One process after another: while one delivers, the next has loaded its code and waits for its orders. */
class Bot {
  #child: ChildProcess | undefined;
  #next = startBot();

  /** Starts it, unless it runs. */
  async run(orders: BotOrders): Promise<void> {
    if (this.#child !== undefined) return;
    const { child, said } = this.#next;
    this.#next = startBot();
    this.#child = child;
    child.stdin.end(JSON.stringify(orders));
    await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(() => {
        throw new Error(`a bot died by itself:\n${said.join('')}`);
      }),
    ]);
  }

  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child !== undefined) await end(child);
  }

  /** Stops it where it is, and lets it go on while others have taken over. */
  async freeze(): Promise<void> {
    const child = this.#child;
    child?.kill('SIGSTOP');
    await new Promise((resolve) => void setTimeout(resolve, FROZEN_MS));
    child?.kill('SIGCONT');
  }

  /** Kills the one that waits, too. */
  async dismiss(): Promise<void> {
    await Promise.all([this.kill(), end(this.#next.child)]);
  }
}

function startBot() {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bot.ts')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(readDataOptions({}).cacheDir, 'code') },
  });
  const said: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  return { child, said };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** What a kill waits for: a post that was made and is not answered yet, one that begins, or just some time after the start. */
const INSTANTS = ['made', 'begun', 'time'] as const;
type Instant = (typeof INSTANTS)[number];

/** Waits for an instant of a kind, at random which one; for some time where it doesn't come. */
async function nextKill(
  mischief: ReturnType<typeof makeMischief>,
  wanted: Instant,
  random: () => number,
  mostPosts: number,
  finished: Promise<'finished'>,
): Promise<Instant | 'finished'> {
  let skip = Math.floor(random() * mostPosts);
  let timer: NodeJS.Timeout | undefined;
  const instant = new Promise<Instant>((resolve) => {
    // A post comes, or the round is over; neither, and something hangs.
    timer = setTimeout(() => resolve('time'), wanted === 'time' ? random() * 700 : HANGS_MS);
    mischief.onPost((when) => {
      if (when !== wanted) return;
      skip -= 1;
      if (skip < 0) resolve(when);
    });
  });
  const moment = await Promise.race([instant, finished]);
  clearTimeout(timer);
  mischief.onPost(() => {});
  return moment;
}

/** Resolves when so many digests are finished, and nothing is open or to be looked for again. */
function roundDone(store: Store, wanted: number): { finished: Promise<'finished'>; stop: () => void } {
  const state = { stopped: false };
  const look = async (): Promise<'finished'> => {
    while (!state.stopped) {
      // A database that is restarted does not answer for a moment.
      const rows = await store.db
        .selectFrom('deliveries')
        .select(({ fn }) => [
          'state',
          'kind',
          fn.countAll<number>().as('rows'),
          fn.count<number>('look_again_at').as('again'),
        ])
        .groupBy(['state', 'kind'])
        .execute()
        .catch(() => []);
      const finished = rows.filter(
        (row) => row.state !== 'pending' && row.state !== 'sending' && row.again === 0,
      );
      const total = finished.reduce((sum, row) => sum + (row.kind === 'digest' ? row.rows : 0), 0);
      if (total >= wanted && finished.length === rows.length) return 'finished';
      await new Promise((resolve) => void setTimeout(resolve, 50));
    }
    return await new Promise(() => {});
  };
  return { finished: look(), stop: () => void (state.stopped = true) };
}

async function subscribe(store: Store, slack: Simulator, wanted: number): Promise<void> {
  const channels = [...slack.workspace.channels.values()].filter((channel) => channel.kind === 'channel');
  await store.db.transaction().execute(async (db) => {
    for (const [i, channel] of channels.slice(0, wanted).entries()) {
      await insertSubscription(db, {
        id: `S${i}`,
        team: slack.workspace.team.id,
        channel: channel.id,
        owner: slack.user('Buyer').id,
        content: JSON.stringify({ items: ['price'], metals: ['neodymium'] }),
        schedule: 'daily 09:00',
        zone: 'UTC',
        state: 'active',
        reason: null,
        next_at: Date.UTC(2026, 5, 1, 9),
        next_slot: '2026-06-01T09:00 UTC',
        last_figures: null,
        last_sent_at: null,
        created_at: START,
      });
    }
  });
}

type Counted = Pick<
  TortureReport,
  'slots' | 'posts' | 'doubled' | 'missing' | 'wrongRows' | 'adopted' | 'leftOut' | 'told'
>;

async function count(
  slack: Simulator,
  store: Store,
  subscriptions: number,
  rounds: number,
): Promise<Counted> {
  const posted = new Map<string, string[]>();
  for (const messages of slack.workspace.messages.values()) {
    for (const { metadata, ts } of messages) {
      if (metadata?.['event_type'] !== METADATA_TYPE) continue;
      const key = /"key":"([^"]+)"/.exec(JSON.stringify(metadata))?.[1] ?? '';
      posted.set(key, [...(posted.get(key) ?? []), ts]);
    }
  }
  const wanted = Array.from({ length: subscriptions }, (_, i) =>
    Array.from({ length: rounds }, (_unused, round) => {
      const day = new Date(Date.UTC(2026, 5, 1 + round, 9)).toISOString().slice(0, 16);
      return `S${i} ${day} UTC`;
    }),
  ).flat();
  const rows = await store.db.selectFrom('deliveries').selectAll().where('kind', '=', 'digest').execute();
  const leftOut = rows.filter((row) => row.reason === MAY_HAVE_BEEN_POSTED);
  const said = new Set(leftOut.map((row) => `${row.subject} ${row.slot}`));
  const wrongRows = rows
    .filter((row) => !leftOut.includes(row))
    .filter((row) => row.state !== 'sent' || posted.get(`${row.subject} ${row.slot}`)?.[0] !== row.ts)
    .map(
      (row) => `${row.subject} ${row.slot} is ${row.state}${row.reason === null ? '' : `: ${row.reason}`}`,
    );
  return {
    slots: wanted.length,
    posts: wanted.reduce((sum, key) => sum + (posted.get(key)?.length ?? 0), 0),
    doubled: wanted.filter((key) => (posted.get(key)?.length ?? 0) > 1),
    missing: wanted.filter((key) => !posted.has(key) && !said.has(key)),
    leftOut: leftOut.length,
    told: countTold(slack),
    wrongRows,
    adopted: rows.filter((row) => row.reason?.startsWith('found') === true).length,
  };
}

/** Of how many slots the owner was told: each that is named has a button of its own, and the rest is counted. A message that came twice counts once. */
function countTold(slack: Simulator): number {
  const messages = new Map(
    slack.messagesIn('dm:Buyer').map((message) => [JSON.stringify(message.metadata), message]),
  );
  return [...messages.values()].reduce((sum, { blocks, text }) => {
    const named = blocks.filter((block) => 'accessory' in block).length;
    return sum + named + Number(/And (\d+) more/.exec(text)?.[1] ?? 0);
  }, 0);
}
