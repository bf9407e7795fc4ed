/** What is kept of a workspace, as a whole. */
import { sql } from 'kysely';
import { KEPT_TABLES, type Db } from './schema.ts';

/** When a row was made, or last heard of, by table. What says no time is learned, or chosen, again: it goes whenever it was put. */
const MADE_AT = [
  ['subscriptions', 'created_at'],
  ['alerts', 'created_at'],
  ['deliveries', 'created_at'],
  ['quote_series', 'seen_at'],
  ['quotes', 'received_at'],
  ['feedback', 'created_at'],
  ['api_tokens', 'created_at'],
  ['taken', 'taken_at'],
] as const;

/** The workspaces that rows are kept of. */
export async function keptTeams(db: Db): Promise<readonly string[]> {
  const found = await Promise.all(
    KEPT_TABLES.map(async (table) => await db.selectFrom(table).select('team').distinct().execute()),
  );
  // Without a name: what feeds bring is no workspace's.
  return [...new Set(found.flat().map(({ team }) => team))].filter((team) => team !== '');
}

/**
 * Forgets a workspace that removed Lodestone: every row of it, in one transaction.
 * @param until Where it has been installed again since: only what was there up to then goes. Milliseconds since 1970, included.
 */
export async function deleteWorkspace(db: Db, team: string, until = Infinity): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    if (until === Infinity) {
      for (const table of [...KEPT_TABLES, 'paces', 'taken'] as const)
        await transaction.deleteFrom(table).where('team', '=', team).execute();
      return;
    }
    for (const [table, column] of MADE_AT)
      await sql`delete from ${sql.table(table)} where team = ${team} and ${sql.ref(column)} <= ${until}`.execute(
        transaction,
      );
    await transaction.deleteFrom('settings').where('team', '=', team).execute();
  });
}
