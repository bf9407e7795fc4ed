/** Subscriptions to digests: when each comes, what it says, and what it said last. */
import { readContent, type DigestContent } from '#src/domain/watching/digest-content.ts';
import { readFigures, type DigestFigures } from '#src/domain/watching/kept-figures.ts';
import { parseSchedule } from '#src/domain/watching/schedules/parse-schedule.ts';
import { formatSchedule, knownZone, type Schedule } from '#src/domain/watching/schedules/schedule.ts';
import type { Slot } from '#src/domain/watching/schedules/slots.ts';
import { toColumns, toFields, type Fields } from './database/columns.ts';
import { isOf, type Narrowed } from './database/narrowed.ts';
import type { Db, SubscriptionTable } from './database/schema.ts';

type Same = Omit<Fields<SubscriptionTable>, 'content' | 'schedule' | 'nextAt' | 'nextSlot' | 'lastFigures'>;

/** A subscription as it is kept. What another version or a hand has left unreadable is `undefined`: the others must not fail with it. */
export interface Subscription extends Same {
  readonly content: DigestContent | undefined;
  /** Readable where its zone is known, too. */
  readonly schedule: Schedule | undefined;
  /** Its line in the database, for whoever is told that it can't be read. */
  readonly scheduleLine: string;
  readonly next: Slot;
  /** What the last digest said; `undefined` also where there was none. */
  readonly lastFigures: DigestFigures | undefined;
}

/** One that can be read. */
export type Readable = Subscription & { readonly content: DigestContent; readonly schedule: Schedule };

/** Whether it can be read. One that can't posts nothing, and can only be deleted. */
export const isReadable = (subscription: Subscription): subscription is Readable =>
  subscription.content !== undefined && subscription.schedule !== undefined;

/** As it is kept, of its row. */
export function toSubscription(row: SubscriptionTable): Subscription {
  const { content, schedule, nextAt, nextSlot, lastFigures, ...same } = toFields(row);
  const parsed = parseSchedule(schedule);
  return {
    ...same,
    content: readContent(content),
    schedule: parsed.ok && knownZone(same.zone) !== undefined ? parsed.schedule : undefined,
    scheduleLine: schedule,
    next: { at: nextAt, key: nextSlot },
    lastFigures: readFigures(lastFigures),
  };
}

/** What may change of a subscription. */
export type SubscriptionChanges = Partial<
  Omit<Readable, 'id' | 'team' | 'owner' | 'createdAt' | 'scheduleLine'>
>;

function columnsOf({ content, schedule, next, lastFigures, ...same }: SubscriptionChanges) {
  return {
    ...toColumns(same),
    ...(content !== undefined && { content: JSON.stringify(content) }),
    ...(schedule !== undefined && { schedule: formatSchedule(schedule) }),
    ...(next !== undefined && { next_at: next.at, next_slot: next.key }),
    ...(lastFigures !== undefined && { last_figures: JSON.stringify(lastFigures) }),
  };
}

/** A subscription that nothing was posted of yet. */
export type NewSubscription = Omit<
  Readable,
  'state' | 'reason' | 'scheduleLine' | 'lastFigures' | 'lastSentAt' | 'pausedUntil'
>;

export async function insertSubscription(
  db: Db,
  { content, schedule, next, ...same }: NewSubscription,
): Promise<void> {
  await db
    .insertInto('subscriptions')
    .values({
      ...toColumns(same),
      content: JSON.stringify(content),
      schedule: formatSchedule(schedule),
      next_at: next.at,
      next_slot: next.key,
      state: 'active',
      reason: null,
      last_figures: null,
      last_sent_at: null,
      paused_until: null,
    })
    .execute();
}

/** The subscription of a workspace; `undefined` where that workspace has none of this id. */
export async function findSubscription(db: Db, team: string, id: string): Promise<Subscription | undefined> {
  const row = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('team', '=', team)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toSubscription(row);
}

/** A workspace's subscriptions, or a part of them, oldest first. */
export async function listSubscriptions(
  db: Db,
  team: string,
  of?: Narrowed,
): Promise<readonly Subscription[]> {
  const all = db.selectFrom('subscriptions').selectAll().where('team', '=', team).orderBy('created_at');
  return (await (of === undefined ? all : all.where(isOf(of))).execute()).map(toSubscription);
}

/** All workspaces' subscriptions that are paused for one of these reasons. */
export async function subscriptionsPausedFor(
  db: Db,
  reasons: readonly string[],
): Promise<readonly Subscription[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('state', '=', 'paused')
    .where('reason', 'in', reasons)
    .execute();
  return rows.map(toSubscription);
}

/** Changes what is given. @returns whether there was one to change */
export async function updateSubscription(
  db: Db,
  team: string,
  id: string,
  changes: SubscriptionChanges,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('subscriptions')
    .set(columnsOf(changes))
    .where('team', '=', team)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** @returns whether there was one to delete */
export async function deleteSubscription(db: Db, team: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('subscriptions')
    .where('team', '=', team)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
