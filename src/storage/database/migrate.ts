/** Brings a database to the newest form at the start, under a lock, and refuses one that is newer than the code. */
import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { storageFailure } from './failure.ts';
import { subscriptionsAlertsDeliveries } from './migrations/0001-subscriptions-alerts-deliveries.ts';
import { quotes } from './migrations/0002-quotes.ts';
import { feedback } from './migrations/0003-feedback.ts';
import { doubt } from './migrations/0004-doubt.ts';
import { restores } from './migrations/0005-restores.ts';
import { alertReadings } from './migrations/0006-alert-readings.ts';
import { taken } from './migrations/0007-taken.ts';
import { periods } from './migrations/0008-periods.ts';
import { rules } from './migrations/0009-rules.ts';
import { pauses } from './migrations/0010-pauses.ts';
import { threads } from './migrations/0011-threads.ts';
import { apiTokens } from './migrations/0012-api-tokens.ts';
import type { Tables } from './schema.ts';
import { StorageError } from './storage-error.ts';

/** By number and name. What is released is never changed: the next number is added. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-subscriptions-alerts-deliveries': subscriptionsAlertsDeliveries,
  '0002-quotes': quotes,
  '0003-feedback': feedback,
  '0004-doubt': doubt,
  '0005-restores': restores,
  '0006-alert-readings': alertReadings,
  '0007-taken': taken,
  '0008-periods': periods,
  '0009-rules': rules,
  '0010-pauses': pauses,
  '0011-threads': threads,
  '0012-api-tokens': apiTokens,
};

/** The newest migration that the code knows. */
export const NEWEST_MIGRATION = Object.keys(MIGRATIONS).toSorted().at(-1) ?? '';

/** Whether a Lodestone ever opened this database. */
export async function wasMigrated(db: Kysely<Tables>): Promise<boolean> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  return tables.some((table) => table.name === 'kysely_migration');
}

/** Migrations that the database has had. */
async function migrationsOf(db: Kysely<Tables>): Promise<readonly string[]> {
  if (!(await wasMigrated(db))) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map((row) => row.name);
}

/**
 * Runs what has not been run, all or nothing.
 * @throws StorageError where the database was written by a newer Lodestone, or a migration fails.
 */
export async function migrate(db: Kysely<Tables>, migrations = MIGRATIONS): Promise<void> {
  const known = Object.keys(migrations);
  const had = await migrationsOf(db);
  const unknown = had.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new StorageError(
      `The database is newer than this Lodestone: it has ${unknown.join(', ')}, which this version does not know.`,
      'Run the newer version, or restore a backup that this one made.',
    );
  }
  // A command beside a bot waits for no writer where there is nothing to write.
  if (had.length === known.length) return;
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failure = storageFailure(error);
  if (failure !== undefined) throw failure;
  const failed = results?.find((result) => result.status === 'Error')?.migrationName;
  throw new StorageError(
    `The database could not be brought up to date${failed === undefined ? '' : ` (${failed})`}: ${
      error instanceof Error ? error.message : JSON.stringify(error)
    }`,
    'Nothing was changed. Mend the cause and start again.',
    { cause: error },
  );
}
