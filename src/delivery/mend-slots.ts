/**
 * Mends what a clock that was far ahead has left behind: digests that wait for a slot of next year, slots of days to come that
 * count as taken or as missed, posts that wait until then.
 */
import { forgetSkippedAfter, forgetSlotsAfter, hastenDeliveries } from '#src/storage/deliveries-ahead.ts';
import { updateSubscription } from '#src/storage/subscriptions.ts';
import { subscriptionsDueAfter } from '#src/storage/due-subscriptions.ts';
import type { DeliveryDeps } from './deps.ts';
import { DAY_MS } from '#src/domain/measure/days.ts';
import { nextSlot } from '#src/domain/watching/schedules/slots.ts';

const HOUR_MS = 3_600_000;
const PAGE = 500;

/** @returns how many digests waited for too late a slot */
export async function mendSlots({
  store,
  now,
  log,
}: Pick<DeliveryDeps, 'store' | 'now' | 'log'>): Promise<number> {
  const at = now();
  await forgetSlotsAfter(store.db, at + 2 * DAY_MS);
  await forgetSkippedAfter(store.db, at + HOUR_MS);
  await hastenDeliveries(store.db, at + DAY_MS, at);
  let mended = 0;
  let last = '';
  for (;;) {
    const page = await subscriptionsDueAfter(store.db, at + DAY_MS, last, PAGE);
    for (const { id, team, schedule, zone, next: waited, pausedUntil } of page) {
      if (schedule === undefined) continue;
      const next = nextSlot(schedule, zone, Math.max(at, pausedUntil ?? at));
      if (next === undefined || next.at >= waited.at) continue;
      await updateSubscription(store.db, team, id, { next });
      mended += 1;
    }
    last = page.at(-1)?.id ?? last;
    if (page.length < PAGE) break;
    await new Promise((resolve) => void setImmediate(resolve));
  }
  if (mended > 0) log.warn({ mended }, 'digests waited for too late a slot, as after a clock that was ahead');
  return mended;
}
