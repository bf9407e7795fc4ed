/** Books moments to post at, so that bursts are spread over all processes and across restarts. */
import type { Db } from './database/schema.ts';

/** How long a channel or workspace is to be taken, in whole milliseconds. */
interface Booking {
  readonly key: string;
  readonly team: string;
  readonly span: number;
}

/** No burst is longer: what is booked beyond was booked by a clock that was ahead, and counts for nothing. */
const FARTHEST_MS = 2 * 3_600_000;

/**
 * Books a span from now on, or from where the last one ends. @returns for each key, when its span begins
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
        .map(({ key, team, span }) => ({ key, team, free_at: now + span })),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => ({
        free_at: row
          .case()
          .when(row.between('paces.free_at', now, now + FARTHEST_MS))
          .then(row('paces.free_at', '+', row('excluded.free_at', '-', now)))
          .else(row.ref('excluded.free_at'))
          .end(),
      })),
    )
    .returning(['key', 'free_at'])
    .execute();
  const spans = new Map(bookings.map(({ key, span }) => [key, span]));
  return new Map(rows.map(({ key, free_at }) => [key, free_at - (spans.get(key) ?? 0)]));
}

/** Forgets bookings that lie behind. */
export async function prunePaces(db: Db, now: number): Promise<void> {
  await db.deleteFrom('paces').where('free_at', '<', now).execute();
}
