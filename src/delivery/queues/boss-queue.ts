/**
 * The queue of several processes on one PostgreSQL, by pg-boss: jobs are rows there, committed with the delivery; a
 * process that dies leaves its jobs to the others.
 *
 * Each process looks by itself at what is due, and one takes it: pg-boss' own schedules are one process' work at a time, which
 * all would wait for while it is frozen, and in a zone they go wrong on the days on which clocks change.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { fromKysely, PgBoss, type Job as BossJob } from 'pg-boss';
import { dueDeliveries, type Lane } from '#src/storage/due-deliveries.ts';
import type { Store } from '#src/storage/database/database.ts';
import type { Log } from '../deps.ts';
import { LOOKERS, type Job, type Queue, type QueueWork } from './queue.ts';
import { createRounds } from '../rounds.ts';

const QUEUES: Readonly<Record<Lane, string>> = { post: 'deliveries', look: 'look-ups' };
const LANES = ['post', 'look'] as const;
const GIVEN_UP = 'deliveries-given-up';
const SCHEMA = 'lodestone_queue';
/** Open deliveries that get a job again in one tick. */
const SWEPT = 1_000;
/** What is due and was not taken is another process' just now: looked at again so soon, for that one may be frozen. */
const TAKEN_BY_ANOTHER_MS = 1_000;
/** After a failure, as of the database. */
const PAUSE_MS = 2_000;

interface BossQueueOptions {
  readonly store: Extract<Store, { readonly kind: 'postgres' }>;
  readonly concurrency: number;
  /** Open deliveries that are overdue by so much get a job again, by lane: theirs was lost with a process. */
  readonly sweepMs: Readonly<Record<Lane, number>>;
  readonly now: () => number;
  readonly log: Log;
}

export function createBossQueue({ store, concurrency, sweepMs, now, log }: BossQueueOptions): Queue {
  const boss = new PgBoss({
    connectionString: store.url,
    schema: SCHEMA,
    application_name: 'lodestone-queue',
    max: 4,
    schedule: false,
    useListenNotify: true,
  });
  boss.on('error', (error) => log.error({ error }, 'the queue has trouble with its database'));
  let work: QueueWork | undefined;
  /** Deliveries that are worked on. */
  let underWay = 0;
  let sweptAt = -Infinity;
  const rounds = createRounds({
    look,
    failed: (error) => log.error({ error }, 'what is due could not be looked up, and is looked up again'),
    pauseMs: PAUSE_MS,
    now,
  });

  /** @param key Of the jobs with one key, one waits. */
  async function insert(
    db: Store['db'],
    lane: Lane,
    jobs: readonly Job[],
    key: (id: string) => string = (id) => id,
  ): Promise<void> {
    if (jobs.length === 0) return;
    await boss.insert(
      QUEUES[lane],
      jobs.map(({ id, dueAt }) => ({
        data: { id },
        singletonKey: key(id),
        ...(dueAt > now() && { startAfter: new Date(Date.now() + dueAt - now()).toISOString() }),
      })),
      { db: fromKysely(db) },
    );
  }

  async function deliverOne(id: string, lane: Lane): Promise<boolean> {
    underWay += 1;
    try {
      const next = await work?.deliver(id, lane);
      if (next !== undefined) await insert(store.db, next.lane, [{ id, dueAt: next.at }]);
      return true;
    } catch (error) {
      log.error({ error, delivery: id }, 'a delivery failed, and is tried again');
      return false;
    } finally {
      underWay -= 1;
    }
  }

  /** Takes what is due. @returns when something is due next */
  async function look(): Promise<number> {
    const next = (await work?.tick()) ?? Infinity;
    if (Math.abs(now() - sweptAt) >= sweepMs.post / 2) await sweep();
    return Math.min(sweptAt + sweepMs.post / 2, Math.max(next, now() + TAKEN_BY_ANOTHER_MS));
  }

  /** Gives a job to what is overdue, beside its own, which may be lost, or wait for a time that a clock has left behind. */
  async function sweep(): Promise<void> {
    for (const lane of LANES) {
      const lost = await dueDeliveries(store.db, lane, now() - sweepMs[lane], SWEPT);
      const jobs = lost.map(({ id }) => ({ id, dueAt: 0 }));
      await insert(store.db, lane, jobs, (id) => `${id} overdue`);
    }
    sweptAt = now();
  }

  async function startQueues(): Promise<void> {
    await boss.start();
    await boss.createQueue(GIVEN_UP, { retryLimit: 0, deleteAfterSeconds: 7 * 86_400 });
    for (const lane of LANES) {
      await boss.createQueue(QUEUES[lane], {
        policy: 'short',
        deadLetter: GIVEN_UP,
        notify: true,
        retryLimit: 5,
        retryBackoff: true,
        retryDelay: 2,
        retryDelayMax: 300,
        heartbeatSeconds: 15,
        deleteAfterSeconds: 3_600,
      });
    }
  }

  return {
    add: (db, jobs) => insert(db, 'post', jobs),
    start: async (given) => {
      work = given;
      await startQueues();
      // A worker takes a batch and waits for all of it: two of them keep Slack busy meanwhile.
      await boss.work(
        QUEUES.post,
        {
          perJobResults: true,
          localConcurrency: 2,
          batchSize: concurrency,
          burstWhenBatchFull: true,
          pollingIntervalSeconds: 0.5,
          notifyPollingIntervalSeconds: 0.5,
        },
        async (jobs: Pick<BossJob<{ id: string }>, 'id' | 'data'>[]) =>
          await Promise.all(
            jobs.map(async ({ id, data }) => ({
              id,
              status: (await deliverOne(data.id, 'post')) ? ('completed' as const) : ('failed' as const),
            })),
          ),
      );
      // One at a time each: a look-up that hangs keeps no other from being asked for.
      await boss.work(
        QUEUES.look,
        {
          localConcurrency: LOOKERS,
          batchSize: 1,
          burstWhenBatchFull: true,
          pollingIntervalSeconds: 0.5,
          notifyPollingIntervalSeconds: 0.5,
        },
        async (jobs: Pick<BossJob<{ id: string }>, 'data'>[]) => {
          for (const { data } of jobs) {
            if (!(await deliverOne(data.id, 'look'))) throw new Error('a look-up failed, and is tried again');
          }
        },
      );
      await boss.work<{ id: string }>(GIVEN_UP, { pollingIntervalSeconds: 30 }, async (jobs) => {
        for (const { data } of jobs)
          log.error({ delivery: data.id }, 'a delivery failed again and again; the next sweep takes it up');
      });
      rounds.wake();
    },
    wake: () => rounds.wake(),
    stop: async (patienceMs) => {
      const done = Promise.all([rounds.stop(), boss.stop({ graceful: true, timeout: patienceMs })]);
      const ended = await Promise.race([done.then(() => true), wait(patienceMs, false, { ref: false })]);
      work = undefined;
      // Its own patience ends, too: it says nothing of what is still under way then.
      return ended && underWay === 0;
    },
  };
}
