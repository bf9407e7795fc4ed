/** Notices that wait to be posted: not begun with, or for a token that works. */
import { toFields } from './database/columns.ts';
import type { Store } from './database/database.ts';
import type { Db } from './database/schema.ts';
import type { Delivery } from './deliveries.ts';

/**
 * A notice that waits to be posted, and that nobody has begun with; on PostgreSQL it is locked until the transaction ends.
 * @param subject Whom it tells of what.
 */
export async function findWaitingNotice(
  db: Db,
  kind: Store['kind'],
  team: string,
  subject: string,
): Promise<Delivery | undefined> {
  const found = db
    .selectFrom('deliveries')
    .selectAll()
    .where('team', '=', team)
    .where('subject', '=', subject)
    .where('kind', '=', 'notice')
    .where('state', '=', 'pending')
    .where('first_attempt_at', 'is', null);
  const row = await (kind === 'postgres' ? found.forUpdate() : found).executeTakeFirst();
  return row && toFields(row);
}

/** Whether any notice waits for a token that works. */
export async function noticesWait(db: Db, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('deliveries')
    .select('id')
    .where('state', '=', 'pending')
    .where('kind', '=', 'notice')
    .where('due_at', '>', now)
    .where('first_attempt_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Notices that wait for a token that works come at once. @param team `undefined`: all. @returns how many */
export async function hastenNotices(db: Db, team: string | undefined, now: number): Promise<number> {
  const all = db.updateTable('deliveries').set({ due_at: now });
  const { numUpdatedRows } = await (team === undefined ? all : all.where('team', '=', team))
    .where('kind', '=', 'notice')
    .where('state', '=', 'pending')
    .where('due_at', '>', now)
    .where('first_attempt_at', 'is not', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
