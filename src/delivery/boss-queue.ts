/**
 * The queue of several processes on one PostgreSQL, by pg-boss: jobs are rows there, committed with the delivery; a
 * process that dies leaves its jobs to the others.
 *
 * pg-boss ticks each minute in UTC, in one process at a time; slots come from slots.ts, for pg-boss' own schedules in a
 * zone go wrong on the days on which clocks change.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { fromKysely, PgBoss, type Job as BossJob } from 'pg-boss';
import { dueDeliveries, type Lane } from '#src/storage/deliveries.ts';
import type { Store } from '#src/storage/database.ts';
import type { Log } from './deps.ts';
import { LOOKERS, type Job, type Queue, type QueueWork } from './queue.ts';

const QUEUES: Readonly<Record<Lane, string>> = { post: 'deliveries', look: 'look-ups' };
const LANES = ['post', 'look'] as const;
const GIVEN_UP = 'deliveries-given-up';
const TICK = 'tick';
const SCHEMA = 'lodestone_queue';
/** Open deliveries that get a job again in one tick. */
const SWEPT = 1_000;

export interface BossQueueOptions {
  readonly store: Extract<Store, { readonly kind: 'postgres' }>;
  readonly concurrency: number;
  /** Open deliveries that are overdue by so much get a job again: theirs was lost with a process. */
  readonly sweepMs: number;
  readonly now: () => number;
  readonly log: Log;
}

export function createBossQueue({ store, concurrency, sweepMs, now, log }: BossQueueOptions): Queue {
  const boss = new PgBoss({
    connectionString: store.url,
    schema: SCHEMA,
    application_name: 'lodestone-queue',
    max: 4,
    cronMonitorIntervalSeconds: 5,
    cronWorkerIntervalSeconds: 1,
    useListenNotify: true,
  });
  boss.on('error', (error) => log.error({ error }, 'the queue has trouble with its database'));
  let work: QueueWork | undefined;
  let ticking: Promise<void> | undefined;
  let again = false;
  let sweeping: NodeJS.Timeout | undefined;

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
    try {
      const next = await work?.deliver(id, lane);
      if (next !== undefined) await insert(store.db, next.lane, [{ id, dueAt: next.at }]);
      return true;
    } catch (error) {
      log.error({ error, delivery: id }, 'a delivery failed, and is tried again');
      return false;
    }
  }

  async function tickOnce(): Promise<void> {
    try {
      await work?.tick();
      for (const lane of LANES) {
        const lost = await dueDeliveries(store.db, lane, now() - sweepMs, SWEPT);
        // Beside their own job, which may be lost, or wait for a time that a clock has left behind.
        await insert(
          store.db,
          lane,
          lost.map(({ id }) => ({ id, dueAt: 0 })),
          (id) => `${id} overdue`,
        );
      }
    } catch (error) {
      log.error({ error }, 'what is due could not be looked up, and is looked up again');
    }
  }

  /** One tick at a time in this process, and another after it if somebody asked meanwhile. */
  async function tick(): Promise<void> {
    if (ticking !== undefined) again = true;
    ticking ??= (async () => {
      do {
        again = false;
        await tickOnce();
      } while (again);
    })().finally(() => (ticking = undefined));
    await ticking;
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
    await boss.createQueue(TICK, { policy: 'stately', retryLimit: 0, deleteAfterSeconds: 3_600 });
    await boss.schedule(TICK, '* * * * *', null, { tz: 'UTC' });
  }

  return {
    add: (db, jobs) => insert(db, 'post', jobs),
    start: async (given) => {
      work = given;
      await startQueues();
      await boss.work(TICK, { pollingIntervalSeconds: 1 }, tick);
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
      // What a process took with it when it died is missed sooner than at the minute's tick.
      sweeping = setInterval(() => void tick(), Math.max(1_000, sweepMs / 2)).unref();
      void tick();
    },
    wake: () => void tick(),
    stop: async (patienceMs) => {
      clearInterval(sweeping);
      const done = (async () => {
        await boss.stop({ graceful: true, timeout: patienceMs });
        await ticking;
      })();
      await Promise.race([done, sleep(patienceMs, undefined, { ref: false })]);
      work = undefined;
    },
  };
}
