/** The queue of a single process: the rows themselves are the jobs, and memory only holds what is under way. */
import PQueue from 'p-queue';
import type { Store } from '#src/storage/database.ts';
import { dueDeliveries, nextDeliveryAt } from '#src/storage/deliveries.ts';
import type { Log } from './deps.ts';
import type { Queue, QueueWork } from './queue.ts';

/** Looked at least this often, so that a clock that was set or moved is noticed. */
const LONGEST_SLEEP_MS = 15_000;
/** What falls due within this is taken at one go. */
const SHORTEST_SLEEP_MS = 20;
/** After a failure of our own (the disk is full, say), a row is left alone for this long. */
const PAUSE_MS = 10_000;

export interface LocalQueueOptions {
  readonly store: Store;
  readonly concurrency: number;
  readonly now: () => number;
  readonly log: Log;
}

export function createLocalQueue({ store, concurrency, now, log }: LocalQueueOptions): Queue {
  const running = new PQueue({ concurrency });
  /** Deliveries that are queued here, and those to leave alone until a time. */
  const held = new Map<string, number>();
  let work: QueueWork | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wakesAt = Infinity;
  let round: Promise<void> | undefined;
  let again = false;
  /** Deliveries that were taken and are not done; counted here, since p-queue counts one down a moment after it is done. */
  let taken = 0;
  /** More was due than there was room for. */
  let more = false;

  /** Wakes at `at`, unless it wakes sooner anyway. */
  function wakeAt(at: number): void {
    if (work === undefined || at >= wakesAt) return;
    clearTimeout(timer);
    wakesAt = at;
    timer = setTimeout(wake, Math.max(SHORTEST_SLEEP_MS, at - now()));
  }

  async function runOne(id: string, { deliver }: QueueWork): Promise<void> {
    try {
      const againAt = await deliver(id);
      held.delete(id);
      if (againAt !== undefined) wakeAt(againAt);
    } catch (error) {
      log.error({ error, delivery: id }, 'a delivery failed, and is tried again');
      held.set(id, now() + PAUSE_MS);
    }
    taken -= 1;
    // Fills up before it runs dry. What is due later has its own time to wake.
    if (more && taken <= concurrency * 2) wake();
  }

  /** Takes what is due, and sleeps until something is. */
  async function look(working: QueueWork): Promise<void> {
    for (const [id, until] of held) if (until <= now()) held.delete(id);
    const nextTick = await working.tick();
    const at = now();
    const room = concurrency * 4 - taken;
    const due = room > 0 ? await dueDeliveries(store.db, at, held.size + room + 1) : [];
    const free = due.filter((row) => !held.has(row.id));
    more = room <= 0 || free.length > room;
    for (const { id } of free.slice(0, room)) {
      held.set(id, Infinity);
      taken += 1;
      void running.add(() => runOne(id, working));
    }
    // What is due after the moment that was looked at, also if it is due by now.
    const nextRow = await nextDeliveryAt(store.db, at);
    wakeAt(Math.min(nextTick ?? Infinity, nextRow ?? Infinity, now() + LONGEST_SLEEP_MS));
  }

  function wake(): void {
    if (work === undefined) return;
    if (round !== undefined) {
      again = true;
      return;
    }
    const working = work;
    clearTimeout(timer);
    wakesAt = Infinity;
    round = look(working)
      .catch((error: unknown) => {
        log.error({ error }, 'what is due could not be looked up, and is looked up again');
        wakeAt(now() + PAUSE_MS);
      })
      .finally(() => {
        round = undefined;
        if (!again) return;
        again = false;
        wake();
      });
  }

  return {
    // The rows are the jobs: nothing to add.
    add: async () => {},
    start: async (given) => {
      work = given;
      wake();
    },
    wake,
    stop: async () => {
      work = undefined;
      clearTimeout(timer);
      await round;
      running.clear();
      await running.onIdle();
    },
  };
}
