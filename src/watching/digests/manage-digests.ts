/** What people do with digests that there are: pause, resume, send now, delete. Each asks whether they may, so that no caller has to. */
import type { Actor } from '#src/access/actor.ts';
import type { House } from '#src/access/may.ts';
import { barTo, type Managed, type Refused } from '#src/access/owned.ts';
import { deleteDeliveries, newDelivery } from '#src/storage/deliveries.ts';
import {
  deleteSubscription,
  findSubscription,
  isReadable,
  updateSubscription,
  type Subscription,
} from '#src/storage/subscriptions.ts';
import type { Db } from '#src/storage/database/schema.ts';
import type { DeliveryDeps } from '#src/delivery/deps.ts';
import { enqueue } from '#src/delivery/enqueue.ts';
import { letDigestGoOn } from '#src/watching/resume.ts';
import { nextSlot } from '#src/domain/watching/schedules/slots.ts';
import { BY_HAND } from '#src/watching/send-again.ts';
import { deleteStray } from '#src/watching/strays.ts';

export interface ManageDeps extends Pick<DeliveryDeps, 'store' | 'queue' | 'config' | 'now'> {
  /** What the settings let people do. */
  readonly house: House;
}

/** Said of one that can't be read. */
export const BROKEN_DIGEST =
  'What is stored of it is broken, so nothing is posted. Delete it, and set it up again with `/nd digest`.';

const FINISHED = 'It is finished: its last day is past. Change when it comes, and it goes on.';
const ENDS_BEFORE = 'It ends before that. Delete it, or pause it for a shorter time.';

interface Wanted {
  readonly id: string;
  readonly action: 'stop' | 'change';
  /** Whether it must be one that can be read; unless said, it must. */
  readonly whole?: boolean;
}

/** Does something with a digest that an id names, where whoever wants it may. One that can't be read can only be deleted. */
async function manage(
  { store, queue, house }: ManageDeps,
  actor: Actor,
  { id, action, whole = true }: Wanted,
  act: (db: Db, digest: Subscription) => Promise<Refused | undefined>,
): Promise<Managed> {
  const outcome = await store.db.transaction().execute(async (db): Promise<Managed> => {
    const digest = await findSubscription(db, actor.team, id);
    const bar = barTo(actor, action, digest, house);
    if (digest === undefined || bar !== undefined) return bar ?? 'gone';
    if (whole && !isReadable(digest)) return { why: BROKEN_DIGEST };
    return (await act(db, digest)) ?? 'done';
  });
  queue.wake();
  return outcome;
}

/** Nothing comes until it is resumed, or until a moment. @param until Milliseconds since 1970. */
export async function pauseDigest(
  deps: ManageDeps,
  actor: Actor,
  id: string,
  until?: number,
): Promise<Managed> {
  return await manage(deps, actor, { id, action: 'stop' }, async (db, digest) => {
    if (digest.state === 'finished') return { why: FINISHED };
    const { team } = digest;
    if (until === undefined) {
      await updateSubscription(db, team, id, { state: 'paused', reason: null, pausedUntil: null });
      return undefined;
    }
    const { schedule, zone } = digest;
    const next = schedule && nextSlot(schedule, zone, Math.max(until, deps.now()));
    if (next === undefined) return { why: ENDS_BEFORE };
    await updateSubscription(db, team, id, { state: 'active', reason: null, pausedUntil: until, next });
    return undefined;
  });
}

/** Resumes from now on: slots that passed while it was paused are not made up for. */
export async function resumeDigest(deps: ManageDeps, actor: Actor, id: string): Promise<Managed> {
  return await manage(deps, actor, { id, action: 'change' }, async (db, digest) => {
    if (digest.state === 'finished') return { why: FINISHED };
    await letDigestGoOn(db, digest, deps.now());
    return undefined;
  });
}

/** Deletes a digest, and what is kept of its posts. */
export async function deleteDigest(deps: ManageDeps, actor: Actor, id: string): Promise<Managed> {
  const outcome = await manage(deps, actor, { id, action: 'stop', whole: false }, async (db, { team }) => {
    await deleteDeliveries(db, team, id);
    await deleteSubscription(db, team, id);
    return undefined;
  });
  if (outcome !== 'gone') return outcome;
  const cleared = await deps.store.db
    .transaction()
    .execute((db) => deleteStray(db, actor, deps.house, { table: 'subscriptions', id }));
  return cleared ? 'done' : 'gone';
}

/** Posts a digest now, beside its slots; also a paused one. */
export async function sendDigestNow(deps: ManageDeps, actor: Actor, id: string): Promise<Managed> {
  const at = deps.now();
  return await manage(deps, actor, { id, action: 'change' }, async (db, { team, channel }) => {
    const slot = `${BY_HAND}${new Date(at).toISOString()}`;
    const delivery = newDelivery({ team, kind: 'digest', subject: id, slot, channel }, at);
    await enqueue(deps, db, [delivery], at);
    return undefined;
  });
}
