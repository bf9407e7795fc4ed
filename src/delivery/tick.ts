/** Takes the digests that have become due: one delivery for each, its job, and when it is due next, all or nothing. */
import { DAY_MS } from '#src/domain/measure/days.ts';
import { newDelivery, pruneDeliveries, type NewDelivery } from '#src/storage/deliveries.ts';
import { newId } from '#src/storage/database/ids.ts';
import { prunePaces } from '#src/storage/paces.ts';
import { CLOCKS_APART_MS, findRestored, RESTORED, type Restored } from '#src/storage/database/restores.ts';
import type { Db } from '#src/storage/database/schema.ts';
import { updateSubscription, type Subscription } from '#src/storage/subscriptions.ts';
import {
  advanceSubscriptions,
  nextSubscriptionAt,
  takeDueSubscriptions,
} from '#src/storage/due-subscriptions.ts';
import { pruneTaken } from '#src/storage/taken.ts';
import { TOO_LATE_MS } from './attempt.ts';
import type { DeliveryDeps } from './deps.ts';
import { enqueue } from './enqueue.ts';
import { mendSlots } from './mend-slots.ts';
import type { Schedule } from '#src/domain/watching/schedules/schedule.ts';
import { dueSlots, type DueSlots, type Slot } from '#src/domain/watching/schedules/slots.ts';
import { tellOwners, type EndCause, type ToTell } from './tell-owner.ts';
import { scheduleInWords } from '#src/domain/watching/schedules/schedule-words.ts';

/** Taken in one transaction. */
const BATCH = 200;
/** How long finished deliveries are kept, to be listed. */
const KEPT_MS = 90 * DAY_MS;
const PRUNE_EVERY_MS = 3_600_000;

type TickDeps = Pick<DeliveryDeps, 'store' | 'queue' | 'config' | 'now' | 'log'>;

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
    // Also where the clock was set back: what it has left behind is mended here.
    if (Math.abs(at - prunedAt) >= PRUNE_EVERY_MS) {
      prunedAt = at;
      await pruneDeliveries(deps.store.db, at - KEPT_MS);
      await prunePaces(deps.store.db, at);
      await pruneTaken(deps.store.db, at);
      await mendSlots(deps);
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
    const restored = await findRestored(db, at);
    const taken = [];
    const told: ToTell[] = [];
    for (const subscription of due) {
      const read = slotsOf(subscription, at);
      if (read === undefined) told.push(await setAside(deps, db, subscription, at));
      else taken.push({ subscription, ...read });
    }
    for (const { subscription, slots, schedule } of taken) {
      if (slots.next === undefined) told.push(await finish(db, subscription, schedule, slots.latest));
    }
    const made = taken.flatMap(({ subscription, slots }) =>
      deliveriesOf(subscription, slots, at, restored).map((row) => ({ row, subscription })),
    );
    for (const { row, subscription } of made) {
      if (row.state === 'skipped') told.push(leftOut(row, subscription));
    }
    if (told.length > 0) await tellOwners(deps, db, told, at);
    await enqueue(
      deps,
      db,
      made.map(({ row }) => row),
      at,
    );
    await advanceSubscriptions(
      db,
      taken.flatMap(({ subscription: { id }, slots: { next } }) =>
        next === undefined ? [] : [{ id, next }],
      ),
    );
    return due.length;
  });
}

function slotsOf(
  { schedule, zone, next }: Subscription,
  at: number,
): { readonly slots: DueSlots; readonly schedule: Schedule } | undefined {
  return schedule && { slots: dueSlots(schedule, zone, next, at), schedule };
}

/** The last slot of its schedule has come: it is kept, to be listed, and its owner is told. */
async function finish(db: Db, subscription: Subscription, schedule: Schedule, last: Slot): Promise<ToTell> {
  const { id, team, zone } = subscription;
  await updateSubscription(db, team, id, { state: 'finished', reason: null });
  const item = { delivery: newId(), at: last.at, zone, again: false };
  return toTell(subscription, 'finished', scheduleInWords(schedule), item);
}

/** One that can't be read (the zone is not known to this machine, say) must not hold up the others. */
async function setAside({ log }: TickDeps, db: Db, subscription: Subscription, at: number): Promise<ToTell> {
  const { id, team, scheduleLine: schedule, zone } = subscription;
  log.error({ subscription: id, schedule, zone }, 'a digest’s schedule can’t be read, and it is paused');
  const reason = `its schedule can’t be read here (${schedule}, ${zone})`;
  await updateSubscription(db, team, id, { state: 'paused', reason });
  return toTell(subscription, 'paused', reason, { delivery: newId(), at, zone: 'UTC', again: false });
}

/** A slot that nobody was there to post. Where a later one is posted, there is nothing to send by hand. */
function leftOut({ id, slotAt, reason }: NewDelivery, subscription: Subscription): ToTell {
  const again = reason === TOO_LATE;
  const { zone } = subscription;
  return toTell(subscription, 'down', reason ?? '', { delivery: id, at: slotAt, zone, again });
}

function toTell(
  { team, owner, id, channel }: Subscription,
  cause: EndCause,
  reason: string,
  item: Pick<ToTell['item'], 'delivery' | 'at' | 'zone' | 'again'>,
): ToTell {
  return { team, owner, cause, reason, item: { ...item, kind: 'digest', subject: id, channel } };
}

const MISSED = 'Lodestone was not running, and a later one was due';
const TOO_LATE = 'Lodestone was not running until more than 12 hours later';

/** One to post, for the latest slot; those that were missed before it are listed. */
function deliveriesOf(
  subscription: Subscription,
  { latest, missed }: DueSlots,
  at: number,
  restored: Restored | undefined,
): readonly NewDelivery[] {
  const { team, id: subject, channel } = subscription;
  const row = (slot: Slot, state: NewDelivery['state'], reason: string | null): NewDelivery =>
    newDelivery({ team, kind: 'digest', subject, slot: slot.key, channel }, at, {
      slotAt: slot.at,
      state,
      reason,
    });
  // Whoever delivered on after the backup may have posted these: each is looked for, the one that is news first.
  const doubted = (slot: Slot): NewDelivery => ({
    ...row(slot, 'pending', RESTORED),
    dueAt: slot === latest ? at : at + 1,
    doubt: { since: slot.at - CLOCKS_APART_MS },
  });
  if (restored !== undefined && latest.at <= restored.doubtUntil)
    return [latest, ...missed.toReversed()].map(doubted);
  return [
    ...missed.map((slot) => row(slot, 'skipped', MISSED)),
    at - latest.at > TOO_LATE_MS ? row(latest, 'skipped', TOO_LATE) : row(latest, 'pending', null),
  ];
}
