/**
 * Kills and freezes delivering processes at random instants, again and again, while digests fall due, prices change, Slack answers
 * badly, the database goes away and backups are restored, and then counts at the Slack end: everything posted exactly once?
 */
import { setTimeout as wait } from 'node:timers/promises';
import { openStore, type Store, type StoreOptions } from '#src/storage/database/database.ts';
import { exportRows, importRows } from '#src/storage/database/transfer.ts';
import type { BotOrders } from './bot.ts';
import { Bot } from './bots.ts';
import { bundleBot } from './bundle-bot.ts';
import { count, type Counted } from './count.ts';
import { makeMischief } from './faults.ts';
import { INSTANTS, nextInstant, type Instant } from './instants.ts';
import { Market } from './market.ts';
import { seeded } from './random.ts';
import { FIRST_DATE, plannedFor } from './schedules.ts';
import { wantedOf, type Many } from './wanted.ts';
import { BOT_TOKEN, DEFAULT_SCOPES, READABLE_SCOPES, startWorkspace, subscribe } from './workspace.ts';

export interface TortureOptions {
  readonly kills: number;
  readonly subscriptions: number;
  /** 0 unless given. */
  readonly alerts?: number;
  /** Processes at the same time; more than one needs PostgreSQL. */
  readonly processes: number;
  /** Share of answers that are bad, from 0 to 1. */
  readonly faults: number;
  readonly seed: number;
  /** With the scopes that the manifest asks for, history of channels can't be read. */
  readonly readable?: boolean;
  /** How many of the kills are none: the process is frozen in place (SIGSTOP), and goes on after a while. */
  readonly freezes?: number;
  /** For how long, in turn. */
  readonly frozenMs?: readonly number[];
  /** Clocks of the processes are off by so many milliseconds: one's ahead, the next one's behind. */
  readonly skewMs?: number;
  /** What happens to the database, in turn, after every so many kills. */
  readonly database?: { readonly every: number; readonly hits: readonly (() => Promise<void>)[] };
  /** How often a backup is taken between two kills, and restored elsewhere after the second. */
  readonly restores?: number;
  /** Gives an empty place: the first, and one for each restore. */
  readonly newPlace: () => Promise<Omit<StoreOptions, 'as'>>;
  /** Told how it is going. */
  readonly tell?: (line: string) => void;
}

export interface TortureReport extends Counted {
  readonly kills: number;
  /** How many of them hit at each instant. */
  readonly hits: Readonly<Record<Instant, number>>;
  readonly rounds: number;
  /** What processes said that ended by themselves. */
  readonly deaths: readonly string[];
  /** Second copies that were there for a while. */
  readonly takenBack: number;
  readonly freezes: number;
  readonly databaseHits: number;
  readonly restores: number;
  readonly badAnswers: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/** Whether a run kept every promise. */
export function isClean(report: TortureReport): boolean {
  const { doubled, missing, unwanted, wrongRows, wrongPrices, deaths, untold } = report;
  return (
    [doubled, missing, unwanted, wrongRows, wrongPrices, deaths].every((list) => list.length === 0) &&
    untold === 0
  );
}

const FIRST = Date.parse(`${FIRST_DATE}T09:00:00Z`);
const START = FIRST - 2_000;
const DAY = 86_400_000;
const TIMEOUT_MS = 400;
/** As in life, but shorter. */
const WAITS = {
  timeoutMs: TIMEOUT_MS,
  leaseMs: 3 * TIMEOUT_MS,
  settleMs: 300,
  repeatMs: 3_000,
  // Longer than what comes latest takes.
  lookAgainMs: [4_000, 9_000],
  gatherMs: 300,
  concurrency: 8,
};
/** Longer than a lease: others take over what a frozen process holds. */
const FROZEN_MS = [3_000];

/** One that ends by itself again and again ends the torture. */
const MOST_DEATHS = 5;

export async function torture(options: TortureOptions): Promise<TortureReport> {
  const { kills, subscriptions, alerts = 0, readable = true, skewMs = 0, tell = () => {} } = options;
  const { database, restores: mostRestores = 0, frozenMs = FROZEN_MS } = options;
  const began = Date.now();
  const random = seeded(options.seed);
  let offset = START - Date.now();
  const now = () => Date.now() + offset;
  const scopes = readable ? READABLE_SCOPES : DEFAULT_SCOPES;
  const workspace = await startWorkspace(scopes, subscriptions + alerts, now);
  const { slack, team, owner, channels } = workspace;
  const mischief = makeMischief(slack, options.faults, random, readable);
  let place = await options.newPlace();
  let store = await openStore({ ...place, as: 'terminal' });
  const market = new Market({ store: () => store, now, alerts });
  await subscribe(store, workspace, channels.slice(0, subscriptions), FIRST, (i) => plannedFor(i, START));
  await market.setUp(team, owner, channels.slice(subscriptions));
  const main = await bundleBot();
  const bots = Array.from({ length: options.processes }, () => new Bot(main));
  const orders = (i: number): BotOrders => ({
    ...place,
    ...WAITS,
    apiUrl: slack.apiUrl,
    token: BOT_TOKEN,
    offset: offset + skewMs * ([0, 1, -1][i % 3] ?? 0),
  });
  const hits: Record<Instant, number> = { made: 0, begun: 0, time: 0, write: 0, transaction: 0 };
  let [killed, rounds, freezes, databaseHits, restores, takenBack] = [0, 1, 0, 0, 0, 0];
  let backup: readonly string[] | undefined;
  let failure: unknown;
  const fail = (error: unknown) => void (failure = error);
  const stopWatching = slack.subscribe((change) => {
    if (change.kind === 'message-removed') takenBack += 1;
  });

  /** Everything goes on from the backup, elsewhere. */
  async function restore(lines: readonly string[]): Promise<void> {
    for (const bot of bots) await bot.kill();
    await store.close();
    place = await options.newPlace();
    store = await openStore({ ...place, as: 'terminal' });
    await importRows(
      store,
      (async function* () {
        yield* lines;
      })(),
    );
    restores += 1;
    market.playAgain(rounds).catch(fail);
  }

  try {
    market.play(1).catch(fail);
    for (;;) {
      await Promise.all(bots.map((bot, i) => bot.run(orders(i))));
      const done = roundDone(() => store, market, { subscriptions, alerts, rounds, first: FIRST });
      const victim = bots[Math.floor(random() * bots.length)];
      if (victim === undefined) throw new Error('nobody to torture');
      const freeze = freezes < (options.freezes ?? 0) && killed % 2 === 1;
      const instant = INSTANTS[killed % INSTANTS.length] ?? 'time';
      const mostPosts = Math.min(40, subscriptions / 4);
      const moment =
        killed < kills
          ? await nextInstant({
              instant,
              mischief,
              victim,
              freeze,
              random,
              mostPosts,
              finished: done.finished,
            })
          : await done.finished;
      done.stop();
      if (failure !== undefined) throw failure;
      if (bots.some((bot) => bot.deaths.length > MOST_DEATHS)) break;
      if (moment === 'finished') {
        if (killed >= kills) break;
        for (const bot of bots) await bot.kill();
        [rounds, offset, backup] = [rounds + 1, offset + DAY, undefined];
        market.play(rounds).catch(fail);
        continue;
      }
      killed += 1;
      hits[moment] += 1;
      if (freeze) {
        await victim.freeze(frozenMs[freezes % frozenMs.length] ?? 0);
        freezes += 1;
      } else await victim.kill();
      if (backup !== undefined) {
        await restore(backup);
        backup = undefined;
      } else if (restores < mostRestores && killed * mostRestores >= restores * kills) {
        backup = await backUp(store, now());
      }
      if (database !== undefined && killed % database.every === 0) {
        await database.hits[databaseHits % database.hits.length]?.();
        databaseHits += 1;
      }
      if (killed % 20 === 0) tell(`${killed} kills, ${rounds} rounds`);
    }
    await slack.settled({ timeoutMs: 20_000, quietMs: 500 });
    const counted = await count(slack, store, { subscriptions, alerts, rounds, first: FIRST });
    const deaths = bots.flatMap((bot) => bot.deaths);
    const badAnswers = mischief.counts;
    const seconds = Math.round((Date.now() - began) / 1000);
    const done = { kills: killed, hits, rounds, deaths, takenBack, freezes, databaseHits, restores };
    return { ...done, ...counted, badAnswers, seconds };
  } finally {
    mischief.stop();
    market.stop();
    stopWatching();
    for (const bot of bots) await bot.dismiss();
    await store.close();
    await slack.close();
  }
}

async function backUp(store: Store, at: number): Promise<readonly string[]> {
  const lines: string[] = [];
  await exportRows(store, (line) => void lines.push(line), at);
  return lines;
}

/** Resolves when all of a round is finished, nothing is open or to be looked for again, and prices are back. */
function roundDone(
  store: () => Store,
  market: Market,
  many: Many,
): { finished: Promise<'finished'>; stop: () => void } {
  const state = { stopped: false };
  const { slots, firings } = wantedOf(many);
  const isDone = async (): Promise<boolean> => {
    const rows = await store()
      .db.selectFrom('deliveries')
      .select(({ fn }) => [
        'state',
        'kind',
        fn.countAll<number>().as('rows'),
        fn.count<number>('look_again_at').as('again'),
      ])
      .groupBy(['state', 'kind'])
      .execute();
    if (rows.some((row) => row.state === 'pending' || row.state === 'sending' || row.again > 0)) return false;
    const total = rows.reduce((sum, row) => sum + (row.kind === 'notice' ? 0 : row.rows), 0);
    return (
      total >= slots.length + firings.length && (many.alerts === 0 || (await market.isOver(many.rounds)))
    );
  };
  const look = async (): Promise<'finished'> => {
    while (!state.stopped) {
      // A database that is restarted does not answer for a moment.
      if (await isDone().catch(() => false)) return 'finished';
      await wait(50);
    }
    return await new Promise(() => {});
  };
  return { finished: look(), stop: () => void (state.stopped = true) };
}
