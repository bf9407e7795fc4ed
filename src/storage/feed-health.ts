/** How feeds fare: when each is read next, what went wrong, and what admins have been told. */
import type { FeedHealthTable } from './quote-schema.ts';
import { toColumns, toFields, type Fields } from './database/columns.ts';
import type { Db } from './database/schema.ts';

/** How a feed fares; times in milliseconds since 1970. */
export interface FeedHealth extends Omit<Fields<FeedHealthTable>, 'rejected'> {
  /** The first rejected rows with their reasons. */
  readonly rejected: readonly {
    readonly row: number;
    readonly reason: string;
    readonly file?: string | undefined;
  }[];
}

/** All feeds that were ever set up, by their ids. */
export async function listFeedHealth(db: Db): Promise<readonly FeedHealth[]> {
  const rows = await db.selectFrom('feed_health').selectAll().orderBy('feed').execute();
  return rows.map((row): FeedHealth => ({ ...toFields(row), rejected: JSON.parse(row.rejected) }));
}

/** Makes a feed known that is not yet: it is due at `nextAt`. What is known already stays. */
export async function addFeed(db: Db, feed: string, nextAt: number): Promise<void> {
  await db
    .insertInto('feed_health')
    .values({ feed, next_at: nextAt, rows_read: 0, rows_rejected: 0, rejected: '[]' })
    .onConflict((conflict) => conflict.column('feed').doNothing())
    .execute();
}

/**
 * Takes a feed that is due, by putting off its next turn.
 * @returns whether it was taken: of several processes that find it due, one reads it
 */
export async function claimFeed(
  db: Db,
  seen: Pick<FeedHealth, 'feed' | 'nextAt'>,
  nextAt: number,
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('feed_health')
    .set({ next_at: nextAt, tried_at: now })
    .where('feed', '=', seen.feed)
    .where('next_at', '=', seen.nextAt)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function updateFeedHealth(
  db: Db,
  feed: string,
  { rejected, ...same }: Partial<Omit<FeedHealth, 'feed'>>,
): Promise<void> {
  const changes = {
    ...toColumns(same),
    ...(rejected !== undefined && { rejected: JSON.stringify(rejected) }),
  };
  await db.updateTable('feed_health').set(changes).where('feed', '=', feed).execute();
}
