/** Deliveries of times that lie ahead: a clock that was far off, and is set right now, has left them behind. */
import type { Db } from './database/schema.ts';

/** Forgets deliveries of slots after a moment: they were made while the clock was ahead. */
export async function forgetSlotsAfter(db: Db, at: number): Promise<void> {
  await db.deleteFrom('deliveries').where('slot_at', '>', at).execute();
}

/** Forgets that slots after a moment were left out: their time is to come. */
export async function forgetSkippedAfter(db: Db, at: number): Promise<void> {
  await db.deleteFrom('deliveries').where('state', '=', 'skipped').where('slot_at', '>', at).execute();
}

/** What is open and due after a moment, too far ahead, is due now. @returns how many */
export async function hastenDeliveries(db: Db, after: number, now: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({ due_at: now })
    .where('state', 'in', ['pending', 'sending'])
    .where('due_at', '>', after)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
