/** Which deliveries are due, and when the next one is. */
import type { DeliveryState, Db } from './database/schema.ts';
import type { Delivery } from './deliveries.ts';

/** What is to be done with a delivery: post it, or look in Slack's history for what became of it. */
export type Lane = 'post' | 'look';

const OPEN: readonly DeliveryState[] = ['pending', 'sending'];

/** Deliveries of a lane that are due, the longest due first; those that were sent and may be there twice come last. */
export async function dueDeliveries(
  db: Db,
  lane: Lane,
  now: number,
  limit: number,
): Promise<readonly Pick<Delivery, 'id' | 'team'>[]> {
  const open = await db
    .selectFrom('deliveries')
    .select(['id', 'team'])
    .where('state', '=', lane === 'post' ? 'pending' : 'sending')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute();
  if (lane === 'post' || open.length >= limit) return open;
  const sent = await db
    .selectFrom('deliveries')
    .select(['id', 'team'])
    .where('look_again_at', '<=', now)
    .orderBy('look_again_at')
    .limit(limit - open.length)
    .execute();
  return [...open, ...sent];
}

/** The earliest moment at which an open delivery was to be looked at; `undefined` where none is open. */
export async function oldestDueAt(db: Db): Promise<number | undefined> {
  const rows = await Promise.all(
    OPEN.map((state) =>
      db
        .selectFrom('deliveries')
        .select('due_at')
        .where('state', '=', state)
        .orderBy('due_at')
        .limit(1)
        .executeTakeFirst(),
    ),
  );
  const times = rows.flatMap((row) => (row === undefined ? [] : [row.due_at]));
  return times.length === 0 ? undefined : Math.min(...times);
}

/** When the next delivery after `after` is due, in either lane; `undefined` where there is none. */
export async function nextDeliveryAt(db: Db, after: number): Promise<number | undefined> {
  const again = await db
    .selectFrom('deliveries')
    .select('look_again_at')
    .where('look_again_at', '>', after)
    .orderBy('look_again_at')
    .limit(1)
    .executeTakeFirst();
  const row = await db
    .selectFrom('deliveries')
    .select('due_at')
    .where('state', 'in', OPEN)
    .where('due_at', '>', after)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst();
  const times = [row?.due_at, again?.look_again_at].filter((at) => typeof at === 'number');
  return times.length === 0 ? undefined : Math.min(...times);
}
