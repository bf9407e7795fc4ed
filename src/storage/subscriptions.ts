/** Subscriptions to digests. */
import { sql } from 'kysely';
import type { Store } from './database/database.ts';
import { isOf, type Narrowed } from './database/narrowed.ts';
import type { Db, SubscriptionTable } from './database/schema.ts';

export type Subscription = SubscriptionTable;

export async function insertSubscription(db: Db, subscription: Subscription): Promise<void> {
  await db.insertInto('subscriptions').values(subscription).execute();
}

/** The subscription of a workspace; `undefined` where that workspace has none of this id. */
export async function findSubscription(db: Db, team: string, id: string): Promise<Subscription | undefined> {
  return await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('team', '=', team)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** A workspace's subscriptions, or a part of them, oldest first. */
export async function listSubscriptions(
  db: Db,
  team: string,
  of?: Narrowed,
): Promise<readonly Subscription[]> {
  const all = db.selectFrom('subscriptions').selectAll().where('team', '=', team).orderBy('created_at');
  return await (of === undefined ? all : all.where(isOf(of))).execute();
}

/** All workspaces' subscriptions that are paused for one of these reasons. */
export async function subscriptionsPausedFor(
  db: Db,
  reasons: readonly string[],
): Promise<readonly Subscription[]> {
  return await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('state', '=', 'paused')
    .where('reason', 'in', reasons)
    .execute();
}

/** Changes what is given. @returns whether there was one to change */
export async function updateSubscription(
  db: Db,
  team: string,
  id: string,
  changes: Partial<Omit<Subscription, 'id' | 'team' | 'created_at'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('subscriptions')
    .set(changes)
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

/**
 * Active subscriptions whose slot has come, the longest due first. On PostgreSQL they are locked until the transaction
 * ends, and those that another process has locked are left to it.
 */
export async function takeDueSubscriptions(
  db: Db,
  kind: Store['kind'],
  now: number,
  limit: number,
): Promise<readonly Subscription[]> {
  const due = db
    .selectFrom('subscriptions')
    .selectAll()
    .where('state', '=', 'active')
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(limit);
  return await (kind === 'postgres' ? due.forUpdate().skipLocked() : due).execute();
}

/** Writes when each is due next, in one statement. */
export async function advanceSubscriptions(
  db: Db,
  slots: readonly Pick<Subscription, 'id' | 'next_at' | 'next_slot'>[],
): Promise<void> {
  if (slots.length === 0) return;
  const rows = sql.join(slots.map((s) => sql`(${s.id}, ${s.next_at}, ${s.next_slot})`));
  // Both databases name the columns of a list of values column1, column2, ...
  await sql`
    update subscriptions set next_at = cast(slots.column2 as bigint), next_slot = slots.column3
    from (values ${rows}) as slots
    where subscriptions.id = slots.column1`.execute(db);
}

/** When the next active subscription is due; `undefined` where there is none. */
export async function nextSubscriptionAt(db: Db): Promise<number | undefined> {
  const row = await db
    .selectFrom('subscriptions')
    .select('next_at')
    .where('state', '=', 'active')
    .orderBy('next_at')
    .limit(1)
    .executeTakeFirst();
  return row?.next_at;
}

/** A page of active subscriptions that are due only after an instant, in the order of their ids. */
export async function subscriptionsDueAfter(
  db: Db,
  at: number,
  id: string,
  limit: number,
): Promise<readonly Subscription[]> {
  return await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('state', '=', 'active')
    .where('next_at', '>', at)
    .where('id', '>', id)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** How many of an owner's subscriptions and alerts are paused for a reason. @param channel Only those there. */
export async function countPausedFor(
  db: Db,
  of: { readonly team: string; readonly owner: string; readonly reason: string; readonly channel?: string },
): Promise<number> {
  const counts = (['subscriptions', 'alerts'] as const).map(async (table) => {
    const all = db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .where('team', '=', of.team)
      .where('owner', '=', of.owner)
      .where('state', '=', 'paused')
      .where('reason', '=', of.reason);
    const row = await (
      of.channel === undefined ? all : all.where('channel', '=', of.channel)
    ).executeTakeFirst();
    return row?.rows ?? 0;
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
