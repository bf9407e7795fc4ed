/** Books moments to post at, so that bursts are spread over all processes and across restarts. */
import type { Db } from './schema.ts';

/** How many moments a channel or workspace wants, and how far apart in milliseconds they must be. */
export interface Booking {
  readonly key: string;
  readonly team: string;
  readonly count: number;
  readonly spacing: number;
}

/**
 * Books moments from now on. @returns for each key, the first of its moments; the others follow at its spacing
 * @param bookings Each key at most once.
 */
export async function bookPaces(
  db: Db,
  now: number,
  bookings: readonly Booking[],
): Promise<ReadonlyMap<string, number>> {
  if (bookings.length === 0) return new Map();
  const rows = await db
    .insertInto('paces')
    .values(
      // In one order always, so that two processes can't wait for each other.
      bookings
        .toSorted((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ key, team, count, spacing }) => ({ key, team, free_at: now + count * spacing })),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => ({
        free_at: row
          .case()
          .when('paces.free_at', '>', now)
          .then(row('paces.free_at', '+', row('excluded.free_at', '-', now)))
          .else(row.ref('excluded.free_at'))
          .end(),
      })),
    )
    .returning(['key', 'free_at'])
    .execute();
  const lengths = new Map(bookings.map(({ key, count, spacing }) => [key, count * spacing]));
  return new Map(rows.map(({ key, free_at }) => [key, free_at - (lengths.get(key) ?? 0)]));
}

/** Forgets bookings that lie behind. */
export async function prunePaces(db: Db, now: number): Promise<void> {
  await db.deleteFrom('paces').where('free_at', '<', now).execute();
}
