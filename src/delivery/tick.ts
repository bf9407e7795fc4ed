/** Takes the digests that have become due: one delivery for each, its job, and when it is due next, all or nothing. */
import type { NewDelivery } from '#src/storage/deliveries.ts';
import { pruneDeliveries } from '#src/storage/deliveries.ts';
import { newId } from '#src/storage/ids.ts';
import { prunePaces } from '#src/storage/paces.ts';
import {
  advanceSubscriptions,
  nextSubscriptionAt,
  takeDueSubscriptions,
  type Subscription,
} from '#src/storage/subscriptions.ts';
import { TOO_LATE_MS } from './deliver.ts';
import type { DeliveryDeps } from './deps.ts';
import { enqueue } from './enqueue.ts';
import { parseSchedule } from './parse-schedule.ts';
import { dueSlots, type DueSlots, type Slot } from './slots.ts';

/** Taken in one transaction. */
const BATCH = 200;
/** How long finished deliveries are kept, to be listed. */
const KEPT_MS = 90 * 86_400_000;
const PRUNE_EVERY_MS = 3_600_000;

export type TickDeps = Pick<DeliveryDeps, 'store' | 'queue' | 'config' | 'now' | 'log'>;

/**
 * Makes the tick of a process.
 * @returns takes all that is due, and says when something is due next
 */
export function createTick(deps: TickDeps): () => Promise<number | undefined> {
  let prunedAt = 0;
  return async () => {
    while ((await takeBatch(deps)) === BATCH);
    const at = deps.now();
    if (at - prunedAt >= PRUNE_EVERY_MS) {
      prunedAt = at;
      await pruneDeliveries(deps.store.db, at - KEPT_MS);
      await prunePaces(deps.store.db, at);
    }
    return await nextSubscriptionAt(deps.store.db);
  };
}

async function takeBatch(deps: TickDeps): Promise<number> {
  const { store, now } = deps;
  return await store.db.transaction().execute(async (db) => {
    const at = now();
    const due = await takeDueSubscriptions(db, store.kind, at, BATCH);
    if (due.length === 0) return 0;
    const taken = due.map((subscription) => ({ subscription, slots: slotsOf(subscription, at) }));
    await enqueue(
      deps,
      db,
      taken.flatMap(({ subscription, slots }) => deliveriesOf(subscription, slots, at)),
      at,
    );
    await advanceSubscriptions(
      db,
      taken.map(({ subscription: { id }, slots: { next } }) => ({
        id,
        next_at: next.at,
        next_slot: next.key,
      })),
    );
    return due.length;
  });
}

function slotsOf({ schedule, zone, next_at, next_slot, id }: Subscription, at: number): DueSlots {
  const parsed = parseSchedule(schedule);
  if (!parsed.ok) throw new Error(`subscription ${id} has a schedule that can't be read: "${schedule}"`);
  return dueSlots(parsed.schedule, zone, { key: next_slot, at: next_at }, at);
}

/** One to post, for the latest slot; those that were missed before it are listed. */
function deliveriesOf(
  subscription: Subscription,
  { latest, missed }: DueSlots,
  at: number,
): readonly NewDelivery[] {
  const row = (slot: Slot, state: NewDelivery['state'], reason: string | null): NewDelivery => ({
    id: newId(),
    team: subscription.team,
    kind: 'digest',
    subject: subscription.id,
    slot: slot.key,
    slot_at: slot.at,
    channel: subscription.channel,
    state,
    due_at: at,
    payload: null,
    reason,
    created_at: at,
  });
  return [
    ...missed.map((slot) => row(slot, 'skipped', 'Lodestone was not running, and a later one was due')),
    at - latest.at > TOO_LATE_MS
      ? row(latest, 'skipped', 'Lodestone was not running until more than 12 hours later')
      : row(latest, 'pending', null),
  ];
}
