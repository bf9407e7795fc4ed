/**
 * Deliveries: one row for each message that shall be posted once. Whoever changes a row names the attempt that it saw
 * last, so of two that hold the same row one succeeds, and the other learns that it has lost it.
 */
import type { DeliveryState, DeliveryTable, Db } from './schema.ts';

export type Delivery = DeliveryTable;

/** What is known of a delivery before its first attempt. */
export type NewDelivery = Omit<Delivery, 'attempt' | 'first_attempt_at' | 'ts' | 'finished_at'> & {
  readonly state: 'pending' | 'skipped';
};

const OPEN: readonly DeliveryState[] = ['pending', 'sending'];

/** Adds those whose slot nobody has taken yet. @returns the ids of the ones added */
export async function insertDeliveries(
  db: Db,
  deliveries: readonly NewDelivery[],
): Promise<readonly string[]> {
  if (deliveries.length === 0) return [];
  const rows = await db
    .insertInto('deliveries')
    .values(
      deliveries.map((delivery) => ({
        ...delivery,
        attempt: 0,
        first_attempt_at: null,
        ts: null,
        finished_at: delivery.state === 'skipped' ? delivery.created_at : null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['subject', 'slot']).doNothing())
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

export async function findDelivery(db: Db, id: string): Promise<Delivery | undefined> {
  return await db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Open deliveries that are due, the longest due first. */
export async function dueDeliveries(
  db: Db,
  now: number,
  limit: number,
): Promise<readonly Pick<Delivery, 'id' | 'team'>[]> {
  return await db
    .selectFrom('deliveries')
    .select(['id', 'team'])
    .where('state', 'in', OPEN)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute();
}

/** When the next open delivery after `after` is due; `undefined` where there is none. */
export async function nextDeliveryAt(db: Db, after: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('deliveries')
    .select('due_at')
    .where('state', 'in', OPEN)
    .where('due_at', '>', after)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst();
  return row?.due_at;
}

type Changes = Partial<
  Omit<Delivery, 'id' | 'team' | 'kind' | 'subject' | 'slot' | 'slot_at' | 'created_at'>
>;

/**
 * Changes an open row, if it is still at the attempt and in the state that were seen.
 * @returns the row as it is now; `undefined` where somebody else has changed it
 */
export async function changeDelivery(
  db: Db,
  seen: Pick<Delivery, 'id' | 'attempt' | 'state'>,
  changes: Changes,
): Promise<Delivery | undefined> {
  return await db
    .updateTable('deliveries')
    .set(changes)
    .where('id', '=', seen.id)
    .where('attempt', '=', seen.attempt)
    .where('state', '=', seen.state)
    .returningAll()
    .executeTakeFirst();
}

/** The last deliveries of a subscription or alert, newest slot first: what was sent, skipped, and why. */
export async function recentDeliveries(
  db: Db,
  team: string,
  subject: string,
  limit: number,
): Promise<readonly Delivery[]> {
  return await db
    .selectFrom('deliveries')
    .selectAll()
    .where('team', '=', team)
    .where('subject', '=', subject)
    .orderBy('slot_at', 'desc')
    .limit(limit)
    .execute();
}

/** Deletes what a subscription or alert that is gone has left. */
export async function deleteDeliveries(db: Db, team: string, subject: string): Promise<void> {
  await db.deleteFrom('deliveries').where('team', '=', team).where('subject', '=', subject).execute();
}

/** Deletes finished deliveries that ended before an instant. */
export async function pruneDeliveries(db: Db, before: number): Promise<void> {
  await db.deleteFrom('deliveries').where('finished_at', '<', before).execute();
}
