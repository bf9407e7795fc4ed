/** Takes what was deleted out of the database's files, too: a row that is gone may still stand in them, for anybody who reads bytes. */
import { sql } from 'kysely';
import type { Store } from './database.ts';

/**
 * The log of writes is emptied, which may hold deleted rows. @param anew Also writes all of the file anew: before secure_delete
 * was switched on, what was deleted stayed in its free pages.
 * @returns whether it could be done now; not where somebody reads the database meanwhile
 */
export async function scrub(store: Store, { anew }: { readonly anew: boolean }): Promise<boolean> {
  // A server has files, logs and copies of its own, of which only who runs it disposes.
  if (store.kind === 'postgres') return true;
  if (anew) await sql`vacuum`.execute(store.db);
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(store.db);
  return rows[0]?.busy === 0;
}
