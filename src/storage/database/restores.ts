/**
 * What is known of a database that was filled from a backup. Whoever delivered on after the backup has posted what is not in
 * it: everything that could have been posted between the backup and the first start from it is in doubt.
 */
import { sql } from 'kysely';
import { DAY_MS } from '#src/domain/measure/days.ts';
import type { Db } from './schema.ts';

/** Both in milliseconds since 1970. */
export interface Restored {
  readonly backedUpAt: number;
  /** Since when this database is delivered from. */
  readonly startedAt: number;
  /** What is due until then is in doubt: the clock of whoever delivered before may have been ahead of ours. */
  readonly doubtUntil: number;
}

/** Clocks of Slack, the old machine and this one may differ by so much. */
export const CLOCKS_APART_MS = 900_000;

/** So long after a restore, feeds have brought what the backup lacks, and what fires is news. */
export const NEWS_AFTER_MS = DAY_MS;

/** A start by a clock that is further off Slack's is refused. */
const STARTS_APART_MS = 300_000;

const restoredAt = (backedUpAt: number, startedAt: number): Restored => ({
  backedUpAt,
  startedAt,
  doubtUntil: startedAt + STARTS_APART_MS,
});

/** Why a delivery is in doubt, in words. */
export const RESTORED = 'Lodestone was restored from a backup';

/** Within the transaction that imports: nothing was delivered from here yet. */
export async function noteRestore(db: Db, backedUpAt: number): Promise<void> {
  await db.deleteFrom('restores').execute();
  await db.insertInto('restores').values({ backed_up_at: backedUpAt, started_at: null }).execute();
}

/**
 * Within a transaction: whether the rows came from a backup. The first to ask begins the restore: what was open in the backup
 * may have been posted since, and is in doubt from then on.
 */
export async function findRestored(db: Db, now: number): Promise<Restored | undefined> {
  const row = await db.selectFrom('restores').selectAll().executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.started_at !== null) return restoredAt(row.backed_up_at, row.started_at);
  const { numUpdatedRows } = await db
    .updateTable('restores')
    .set({ started_at: now })
    .where('started_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await doubtOpen(db);
  return restoredAt(row.backed_up_at, now);
}

/** As of when rows that are exported now have all that was posted: what a backup lacks, one of what was restored from it lacks too. */
export async function backedUpSince(db: Db, now: number): Promise<number> {
  const row = await db.selectFrom('restores').selectAll().executeTakeFirst();
  if (row === undefined || (row.started_at !== null && now > row.started_at + NEWS_AFTER_MS)) return now;
  return Math.min(row.backed_up_at, now);
}

async function doubtOpen(db: Db): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({
      state: 'sending',
      attempt: sql`attempt + 1`,
      first_attempt_at: sql`coalesce(first_attempt_at, created_at - ${sql.lit(CLOCKS_APART_MS)})`,
      // Whoever went on may have asked for it again and again, and not long ago.
      asked_at: null,
      asks: sql`asks + 2`,
      reason: RESTORED,
    })
    .where('state', 'in', ['pending', 'sending'])
    .execute();
}
