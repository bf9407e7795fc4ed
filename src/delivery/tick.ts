/** Takes the digests that have become due: one delivery for each, its job, and when it is due next, all or nothing. */
import { pruneDeliveries, type NewDelivery } from '#src/storage/deliveries.ts';
import { newId } from '#src/storage/ids.ts';
import { prunePaces } from '#src/storage/paces.ts';
import type { Db } from '#src/storage/schema.ts';
import {
  advanceSubscriptions,
  nextSubscriptionAt,
  takeDueSubscriptions,
  updateSubscription,
  type Subscription,
} from '#src/storage/subscriptions.ts';
import { TOO_LATE_MS } from './deliver.ts';
import type { DeliveryDeps } from './deps.ts';
import { enqueue } from './enqueue.ts';
import { parseSchedule } from './parse-schedule.ts';
import { knownZone } from './schedule.ts';
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
    // SQLite answers at once: without a turn for the rest between batches, ten thousand would be one long pause.
    while ((await takeBatch(deps)) === BATCH) await new Promise((resolve) => void setImmediate(resolve));
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
    const taken = [];
    for (const subscription of due) {
      const slots = slotsOf(subscription, at);
      if (slots !== undefined) taken.push({ subscription, slots });
      else await setAside(deps, db, subscription);
    }
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

function slotsOf({ schedule, zone, next_at, next_slot }: Subscription, at: number): DueSlots | undefined {
  const parsed = parseSchedule(schedule);
  if (!parsed.ok || knownZone(zone) === undefined) return undefined;
  return dueSlots(parsed.schedule, zone, { key: next_slot, at: next_at }, at);
}

/** One that can't be read (the zone is not known to this machine, say) must not hold up the others. */
async function setAside(
  { log }: TickDeps,
  db: Db,
  { id, team, schedule, zone }: Subscription,
): Promise<void> {
  log.error({ subscription: id, schedule, zone }, 'a digest’s schedule can’t be read, and it is paused');
  await updateSubscription(db, team, id, {
    state: 'paused',
    reason: `its schedule can’t be read here (${schedule}, ${zone})`,
  });
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
