/** What people do with digests: make, change, pause, resume, send now, list, delete. */
import type { DigestContent } from '#src/domain/digest.ts';
import { deleteDeliveries, recentDeliveries, type Delivery } from '#src/storage/deliveries.ts';
import { newId } from '#src/storage/ids.ts';
import type { Narrowed } from '#src/storage/narrowed.ts';
import {
  deleteSubscription,
  findSubscription,
  insertSubscription,
  listSubscriptions,
  updateSubscription,
  type Subscription,
} from '#src/storage/subscriptions.ts';
import type { DeliveryDeps } from './deps.ts';
import { enqueue } from './enqueue.ts';
import { parseSchedule } from './parse-schedule.ts';
import { formatSchedule, type Schedule } from './schedule.ts';
import { BY_HAND } from './send-again.ts';
import { nextSlot, nextSlots, slotInWords } from './slots.ts';
import { readContent } from './stored-digest.ts';

export type ManageDeps = Pick<DeliveryDeps, 'store' | 'queue' | 'config' | 'now'>;

/** What a person chooses. */
export interface DigestChoice {
  readonly channel: string;
  readonly content: DigestContent;
  readonly schedule: Schedule;
  /** A zone that `knownZone` knows. */
  readonly zone: string;
}

/** A digest as it is listed. */
/** A row that can't be read: of another version, or mended by hand. It can be deleted. */
export interface BrokenDigest {
  readonly isBroken: true;
  readonly subscription: Subscription;
}

export type AnyDigest = ListedDigest | BrokenDigest;

export interface ListedDigest {
  readonly isBroken: false;
  readonly subscription: Subscription;
  readonly schedule: Schedule;
  readonly content: DigestContent;
  /** The next post times in words, at most three; none while it is paused. */
  readonly next: readonly string[];
  /** The last deliveries, newest first: with what was skipped or failed, and why. */
  readonly recent: readonly Delivery[];
}

/** @example nextPosts(schedule, 'Europe/Berlin', now) // ["Mon 30 Nov, 09:00 Europe/Berlin", ...], three of them */
export function nextPosts(schedule: Schedule, zone: string, now: number): readonly string[] {
  return nextSlots(schedule, zone, now, 3).map((slot) => slotInWords(slot.at, zone));
}

/** @param id Of whatever asks for it: one digest is made for each, and changed where there is one already. */
export async function createDigest(
  deps: ManageDeps,
  {
    team,
    owner,
    id = newId(),
    ...choice
  }: DigestChoice & { readonly team: string; readonly owner: string; readonly id?: string },
): Promise<Subscription> {
  const { store, queue, now } = deps;
  const subscription: Subscription = {
    id,
    team,
    owner,
    ...columnsOf(choice, now()),
    state: 'active',
    reason: null,
    last_figures: null,
    last_sent_at: null,
    created_at: now(),
  };
  if (!(await insertSubscription(store.db, subscription))) await editDigest(deps, team, id, choice);
  queue.wake();
  return subscription;
}

function columnsOf({ channel, content, schedule, zone }: DigestChoice, now: number) {
  const next = nextSlot(schedule, zone, now);
  return {
    channel,
    content: JSON.stringify(content),
    schedule: formatSchedule(schedule),
    zone,
    next_at: next.at,
    next_slot: next.key,
  };
}

/** Changes a digest; its state stays. @returns whether there is one */
export async function editDigest(
  { store, queue, now }: ManageDeps,
  team: string,
  id: string,
  choice: DigestChoice,
): Promise<boolean> {
  const changed = await updateSubscription(store.db, team, id, columnsOf(choice, now()));
  queue.wake();
  return changed;
}

/** @returns whether there is one */
export async function pauseDigest({ store }: ManageDeps, team: string, id: string): Promise<boolean> {
  return await updateSubscription(store.db, team, id, { state: 'paused', reason: null });
}

/** Resumes from now on: slots that passed while it was paused are not made up for. @returns whether there is one */
export async function resumeDigest(
  { store, queue, now }: ManageDeps,
  team: string,
  id: string,
): Promise<boolean> {
  const subscription = await findSubscription(store.db, team, id);
  if (subscription === undefined) return false;
  const next = nextSlot(scheduleOf(subscription), subscription.zone, now());
  await updateSubscription(store.db, team, id, {
    state: 'active',
    reason: null,
    next_at: next.at,
    next_slot: next.key,
  });
  queue.wake();
  return true;
}

/** Deletes a digest, and what is kept of its posts. @returns whether there was one */
export async function deleteDigest({ store }: ManageDeps, team: string, id: string): Promise<boolean> {
  return await store.db.transaction().execute(async (db) => {
    await deleteDeliveries(db, team, id);
    return await deleteSubscription(db, team, id);
  });
}

/** Posts a digest now, beside its slots; also a paused one. @returns whether there is one */
export async function sendDigestNow(deps: ManageDeps, team: string, id: string): Promise<boolean> {
  const at = deps.now();
  const found = await deps.store.db.transaction().execute(async (db) => {
    const subscription = await findSubscription(db, team, id);
    if (subscription === undefined) return false;
    const delivery = {
      id: newId(),
      team,
      kind: 'digest' as const,
      subject: id,
      slot: `${BY_HAND}${new Date(at).toISOString()}`,
      slot_at: at,
      channel: subscription.channel,
      state: 'pending' as const,
      due_at: at,
      payload: null,
      reason: null,
      created_at: at,
    };
    await enqueue(deps, db, [delivery], at);
    return true;
  });
  deps.queue.wake();
  return found;
}

/** The digests of a workspace, or of a channel and a person, oldest first. */
export async function listDigests(
  deps: ManageDeps,
  team: string,
  of?: Narrowed,
): Promise<readonly AnyDigest[]> {
  const all = await listSubscriptions(deps.store.db, team, of);
  return await Promise.all(all.map((subscription) => listed(deps, subscription)));
}

/** Whose a digest is, and where it goes; `undefined` where there is none. */
export async function findDigestOf(
  { store }: ManageDeps,
  team: string,
  id: string,
): Promise<Pick<Subscription, 'owner' | 'channel'> | undefined> {
  return await findSubscription(store.db, team, id);
}

/** One digest as it is listed; `undefined` where there is none. */
export async function findListed(deps: ManageDeps, team: string, id: string): Promise<AnyDigest | undefined> {
  const subscription = await findSubscription(deps.store.db, team, id);
  return subscription && (await listed(deps, subscription));
}

async function listed({ store, now }: ManageDeps, subscription: Subscription): Promise<AnyDigest> {
  const { id, team } = subscription;
  const recent = await recentDeliveries(store.db, team, id, 5);
  const read = readListed(subscription, now());
  return read === undefined ? { subscription, isBroken: true } : { ...read, isBroken: false, recent };
}

/** What a row says; `undefined` where it can't be read: the list of all others must not fail with it. */
function readListed(
  subscription: Subscription,
  now: number,
): Omit<ListedDigest, 'isBroken' | 'recent'> | undefined {
  try {
    const schedule = scheduleOf(subscription);
    return {
      subscription,
      schedule,
      content: readContent(subscription.content),
      next: subscription.state === 'active' ? nextPosts(schedule, subscription.zone, now) : [],
    };
  } catch {
    return undefined;
  }
}

function scheduleOf({ id, schedule }: Subscription): Schedule {
  const parsed = parseSchedule(schedule);
  if (!parsed.ok) throw new Error(`subscription ${id} has a schedule that can't be read: "${schedule}"`);
  return parsed.schedule;
}
