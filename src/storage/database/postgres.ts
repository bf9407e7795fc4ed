/** PostgreSQL 15 or later, for when one machine is not enough. */
import { PostgresDialect } from 'kysely';
import { Pool, types, type CustomTypesConfig } from 'pg';

/** Whole numbers of 8 bytes come as text by default; ours are times and counts, which a number holds exactly. */
const INT8 = 20;
/** A process waits for Slack most of the time, not for the database. */
const MAX_CONNECTIONS = 10;

/**
 * A process that is frozen (its machine is paused, say) keeps its transaction open, and with it the rows that it has
 * locked: PostgreSQL ends such a transaction, and whoever waits for its rows gives up, and comes again.
 */
const SESSION = `
  set lock_timeout = '10s';
  set idle_in_transaction_session_timeout = '15s';
  set statement_timeout = '60s'`;

/** A pool of connections; one that breaks, idle or between two statements of a transaction, is told to `onError` instead of ending the process. @param limited Whether transactions may be ended for being slow: not a reader's that takes its time. */
export function openPool(url: string, onError: (error: Error) => void, limited: boolean): Pool {
  const parsers: CustomTypesConfig = {
    getTypeParser: (oid: number) => (oid === INT8 ? Number : types.getTypeParser(oid)),
  };
  const pool = new Pool({
    connectionString: url,
    types: parsers,
    max: MAX_CONNECTIONS,
    application_name: 'lodestone',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // Of an idle one the pool hears, too; of one in use nobody else does.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', onError));
  // The queries of a connection run in their order: this one is its first.
  if (limited) pool.on('connect', (client) => void client.query(SESSION).catch(onError));
  return pool;
}

export function postgresDialect(pool: Pool): PostgresDialect {
  return new PostgresDialect({ pool });
}
