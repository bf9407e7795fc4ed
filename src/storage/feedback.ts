/** What people let the bot know of its FAQ answers. Nothing of it says who did. */
import { DAY_MS } from '#src/domain/measure/days.ts';
import type { Feedback } from '#src/domain/faq/feedback.ts';
import { FEEDBACK_DAYS } from '#src/domain/faq/feedback.ts';
import { newId } from './database/ids.ts';
import type { Db } from './database/schema.ts';

const LIFETIME_MS = FEEDBACK_DAYS * DAY_MS;

/** Adds one. @param now Milliseconds since 1970. */
export async function addFeedback(db: Db, team: string, feedback: Feedback, now: number): Promise<void> {
  await db
    .insertInto('feedback')
    .values({ id: newId(), team, ...feedback, created_at: now })
    .execute();
}

/** What is kept of a workspace, or of all of them where none is named; the oldest first. */
export async function listFeedback(db: Db, now: number, team?: string): Promise<readonly Feedback[]> {
  let query = db
    .selectFrom('feedback')
    .select(['text', 'outcome', 'faq'])
    .where('created_at', '>', now - LIFETIME_MS)
    .orderBy('created_at')
    .orderBy('id');
  if (team !== undefined) query = query.where('team', '=', team);
  return await query.execute();
}

/** Deletes what is older than it may be. */
export async function forgetOldFeedback(db: Db, now: number): Promise<void> {
  await db
    .deleteFrom('feedback')
    .where('created_at', '<=', now - LIFETIME_MS)
    .execute();
}
