/** What is kept of a workspace, as a whole. */
import { KEPT_TABLES, type Db } from './schema.ts';

/** Forgets a workspace that removed Lodestone: every row of it, in one transaction. */
export async function deleteWorkspace(db: Db, team: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const table of [...KEPT_TABLES, 'paces'] as const) {
      await transaction.deleteFrom(table).where('team', '=', team).execute();
    }
  });
}
