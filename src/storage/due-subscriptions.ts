/** Which subscriptions are due, and when each is due next. */
import { sql } from 'kysely';
import type { Store } from './database/database.ts';
import type { Db } from './database/schema.ts';
import { type Subscription, toSubscription } from './subscriptions.ts';

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
  return (await (kind === 'postgres' ? due.forUpdate().skipLocked() : due).execute()).map(toSubscription);
}

/** Writes when each is due next, in one statement. */
export async function advanceSubscriptions(
  db: Db,
  slots: readonly Pick<Subscription, 'id' | 'next'>[],
): Promise<void> {
  if (slots.length === 0) return;
  const rows = sql.join(slots.map(({ id, next }) => sql`(${id}, ${next.at}, ${next.key})`));
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
  const rows = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('state', '=', 'active')
    .where('next_at', '>', at)
    .where('id', '>', id)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toSubscription);
}
