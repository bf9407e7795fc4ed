/** What was done already for a form or a button: Slack, and people, may send one twice. */
import { DAY_MS } from '#src/domain/measure/days.ts';
import type { Db } from './database/schema.ts';

/** Longer than anybody tries again, or comes back to a form. */
const KEPT_MS = 7 * DAY_MS;

/** Whether it was done. @param key Of the form or the button; no words of people. */
export async function wasTaken(db: Db, team: string, key: string): Promise<boolean> {
  const row = await db
    .selectFrom('taken')
    .select('key')
    .where('team', '=', team)
    .where('key', '=', key)
    .executeTakeFirst();
  return row !== undefined;
}

/** To be called in the transaction that does it. @param now Milliseconds since 1970. */
export async function take(db: Db, team: string, key: string, now: number): Promise<void> {
  await db.insertInto('taken').values({ team, key, taken_at: now }).execute();
}

/** Forgets what nobody sends any more. */
export async function pruneTaken(db: Db, now: number): Promise<void> {
  await db
    .deleteFrom('taken')
    .where('taken_at', '<', now - KEPT_MS)
    .execute();
}
