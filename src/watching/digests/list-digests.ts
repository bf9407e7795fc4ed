/** Digests as they are listed: those that somebody may know of, with what comes next and what became of the last ones. */
import type { Actor } from '#src/access/actor.ts';
import { maySee } from '#src/access/owned.ts';
import { recentDeliveries, type Delivery } from '#src/storage/deliveries.ts';
import type { Narrowed } from '#src/storage/database/narrowed.ts';
import {
  findSubscription,
  isReadable,
  listSubscriptions,
  type Readable,
  type Subscription,
} from '#src/storage/subscriptions.ts';
import type { ManageDeps } from './manage-digests.ts';
import type { Schedule } from '#src/domain/watching/schedules/schedule.ts';
import { nextSlots, settle } from '#src/domain/watching/schedules/slots.ts';
import { slotInWords } from '#src/domain/watching/schedules/wall-clock.ts';
import { listStrays } from '#src/watching/strays.ts';

/** One that can't be read: of another version, or mended by hand. It can be deleted. */
interface BrokenDigest {
  readonly isBroken: true;
  readonly subscription: Subscription;
}

/** One of another company's workspace, where nobody can reach it: it can be deleted. */
interface StrayDigest {
  readonly isBroken: 'stray';
  readonly subscription: Pick<Subscription, 'id' | 'channel'>;
}

export type AnyDigest = ListedDigest | BrokenDigest | StrayDigest;

/** A digest as it is listed. */
export interface ListedDigest {
  readonly isBroken: false;
  readonly subscription: Readable;
  /** The next post times in words, at most three; none while it is paused. */
  readonly next: readonly string[];
  /** The last deliveries, newest first: with what was skipped or failed, and why. */
  readonly recent: readonly Delivery[];
}

/**
 * At most three; none where its last day is past.
 * @example nextPosts(schedule, 'Europe/Berlin', now) // ["Mon 30 Nov, 09:00 Europe/Berlin", ...]
 */
export function nextPosts(schedule: Schedule, zone: string, now: number): readonly string[] {
  const settled = settle(schedule, zone, now);
  return (settled === undefined ? [] : nextSlots(settled, zone, now, 3)).map((slot) =>
    slotInWords(slot.at, zone),
  );
}

/** The digests of a workspace, or of a channel and a person, that somebody may know of; oldest first. */
export async function listDigests(
  deps: ManageDeps,
  actor: Actor,
  of?: Narrowed,
): Promise<readonly AnyDigest[]> {
  const all = await listSubscriptions(deps.store.db, actor.team, of);
  const seen = all.filter((subscription) => maySee(actor, subscription, deps.house));
  const own = await Promise.all(seen.map((subscription) => listed(deps, subscription)));
  const strays = await listStrays(deps.store.db, actor, deps.house, 'subscriptions');
  return [...own, ...strays.map((subscription) => ({ isBroken: 'stray' as const, subscription }))];
}

/** One digest as it is listed; `undefined` where there is none that somebody may know of. */
export async function findListed(
  deps: ManageDeps,
  actor: Actor,
  id: string,
): Promise<ListedDigest | BrokenDigest | undefined> {
  const subscription = await findSubscription(deps.store.db, actor.team, id);
  if (subscription === undefined || !maySee(actor, subscription, deps.house)) return undefined;
  return await listed(deps, subscription);
}

async function listed(
  { store, now }: ManageDeps,
  subscription: Subscription,
): Promise<ListedDigest | BrokenDigest> {
  const { id, team } = subscription;
  if (!isReadable(subscription)) return { subscription, isBroken: true };
  const { schedule, zone, state, pausedUntil } = subscription;
  const at = now();
  const next = state === 'active' ? nextPosts(schedule, zone, Math.max(at, pausedUntil ?? at)) : [];
  return { subscription, isBroken: false, next, recent: await recentDeliveries(store.db, team, id, 5) };
}
