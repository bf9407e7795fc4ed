/** The queue in memory: whatever ends when, the next one is taken. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLocalQueue } from '#src/delivery/queues/local-queue.ts';
import { changeDelivery, findDelivery, insertDeliveries } from '#src/storage/deliveries.ts';
import { deliveryOf, T0 } from '../storage/rows.ts';
import { newStore, ON_POSTGRES } from '../storage/stores.ts';
import { cases } from '../../cases.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Runs rows through a queue, `together` of which end at the very same moment; @returns how many were delivered. */
async function drain(count: number, concurrency: number, together: number): Promise<number> {
  const store = await newStore();
  const rows = Array.from({ length: count }, (_, i) => deliveryOf({ slot: `${i}`, dueAt: T0 + (i % 3) }));
  for (let at = 0; at < count; at += 500) await insertDeliveries(store.db, rows.slice(at, at + 500));
  const queue = createLocalQueue({ store, concurrency, now: () => T0 + 10, log: silent });
  let started = 0;
  let waiting: (() => void)[] = [];
  await new Promise<void>((resolve, reject) => {
    const deliver = async (id: string): Promise<undefined> => {
      const row = await findDelivery(store.db, id);
      if (row?.state !== 'pending') return;
      await changeDelivery(store.db, row, { state: 'sent' });
      started += 1;
      await new Promise<void>((end) => {
        waiting.push(end);
        if (waiting.length < Math.min(together, concurrency) && started < count) return;
        const group = waiting;
        waiting = [];
        for (const release of group) release();
      });
      if (started === count) resolve();
    };
    queue.start({ deliver, tick: async () => undefined }).catch(reject);
  });
  await queue.stop(1_000);
  return started;
}

// A queue that misses the end of a group sleeps for fifteen seconds: with every run of it the test ends late, and fails.
test.skipIf(ON_POSTGRES)('any number, ending one by one or together', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 130 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      async (count, concurrency, together) => {
        // A group that can't fill up would wait for ever: the number is a multiple of it.
        const size = Math.min(together, concurrency);
        expect(await drain(count * size, concurrency, size)).toBe(count * size);
      },
    ),
    { numRuns: cases(15) },
  );
});
