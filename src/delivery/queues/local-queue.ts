/** The queue of a single process: the rows themselves are the jobs, and memory only holds what is under way. */
import PQueue from 'p-queue';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '#src/storage/database/database.ts';
import { dueDeliveries, nextDeliveryAt, type Lane } from '#src/storage/due-deliveries.ts';
import type { Log } from '../deps.ts';
import { pauseFor, pauseLeft, type Pause } from '../pause.ts';
import { LOOKERS, type Queue, type QueueWork } from './queue.ts';
import { createRounds } from '../rounds.ts';

/** After a failure of our own (the disk is full, say), a row is left alone for this long. */
const PAUSE_MS = 10_000;

interface LocalQueueOptions {
  readonly store: Store;
  readonly concurrency: number;
  readonly now: () => number;
  readonly log: Log;
}

/** The workers of one lane. */
interface Workers {
  readonly lane: Lane;
  readonly many: number;
  readonly running: PQueue;
  /** Deliveries that were taken and are not done; counted here, since p-queue counts one down a moment after it is done. */
  taken: number;
  /** More was due than there was room for. */
  more: boolean;
}

const workersFor = (lane: Lane, many: number): Workers => ({
  lane,
  many,
  running: new PQueue({ concurrency: many }),
  taken: 0,
  more: false,
});

export function createLocalQueue({ store, concurrency, now, log }: LocalQueueOptions): Queue {
  const lanes = [workersFor('post', concurrency), workersFor('look', LOOKERS)];
  /** Deliveries that are queued here, and those to leave alone for a while. */
  const held = new Map<string, 'queued' | Pause>();
  let work: QueueWork | undefined;
  const rounds = createRounds({
    look: async () => (work === undefined ? undefined : await look(work)),
    failed: (error) => log.error({ error }, 'what is due could not be looked up, and is looked up again'),
    pauseMs: PAUSE_MS,
    now,
  });

  async function runOne(id: string, { deliver }: QueueWork, workers: Workers): Promise<void> {
    try {
      const next = await deliver(id, workers.lane);
      held.delete(id);
      if (next !== undefined) rounds.wakeAt(next.at);
    } catch (error) {
      log.error({ error, delivery: id }, 'a delivery failed, and is tried again');
      held.set(id, pauseFor(PAUSE_MS, now()));
    }
    workers.taken -= 1;
    // Fills up before it runs dry. What is due later has its own time to wake.
    if (workers.more && workers.taken <= workers.many * 2) rounds.wake();
  }

  /** Takes what is due in a lane, as far as there is room. */
  async function take(working: QueueWork, workers: Workers, at: number): Promise<void> {
    const room = workers.many * 4 - workers.taken;
    const due = room > 0 ? await dueDeliveries(store.db, workers.lane, at, held.size + room + 1) : [];
    const free = due.filter((row) => !held.has(row.id));
    workers.more = room <= 0 || free.length > room;
    for (const { id } of free.slice(0, room)) {
      held.set(id, 'queued');
      workers.taken += 1;
      void workers.running.add(() => runOne(id, working, workers));
    }
  }

  /** Takes what is due. @returns when something is due next */
  async function look(working: QueueWork): Promise<number> {
    for (const [id, one] of held) if (one !== 'queued' && pauseLeft(one, now()) <= 0) held.delete(id);
    const nextTick = await working.tick();
    const at = now();
    for (const workers of lanes) await take(working, workers, at);
    // What is due after the moment that was looked at, also if it is due by now.
    const nextRow = await nextDeliveryAt(store.db, at);
    return Math.min(nextTick ?? Infinity, nextRow ?? Infinity);
  }

  return {
    // The rows are the jobs: nothing to add.
    add: async () => {},
    start: async (given) => {
      work = given;
      rounds.wake();
    },
    wake: () => rounds.wake(),
    stop: async (patienceMs) => {
      work = undefined;
      const done = (async () => {
        await rounds.stop();
        for (const { running } of lanes) running.clear();
        await Promise.all(lanes.map(({ running }) => running.onIdle()));
        return true;
      })();
      // What is still under way then is in doubt, and is looked for at the next start.
      return await Promise.race([done, sleep(patienceMs, false, { ref: false })]);
    },
  };
}
