/** PostgreSQL 15 or later, for when one machine is not enough. */
import { PostgresDialect } from 'kysely';
import { Pool, types, type CustomTypesConfig } from 'pg';

/** Whole numbers of 8 bytes come as text by default; ours are times and counts, which a number holds exactly. */
const INT8 = 20;
/** A process waits for Slack most of the time, not for the database. */
const MAX_CONNECTIONS = 10;

/** A pool of connections, whose errors while idle are told to `onError` instead of ending the process. */
export function openPool(url: string, onError: (error: Error) => void): Pool {
  const parsers: CustomTypesConfig = {
    getTypeParser: (oid: number) => (oid === INT8 ? Number : types.getTypeParser(oid)),
  };
  const pool = new Pool({
    connectionString: url,
    types: parsers,
    max: MAX_CONNECTIONS,
    application_name: 'lodestone',
  });
  pool.on('error', onError);
  return pool;
}

export function postgresDialect(pool: Pool): PostgresDialect {
  return new PostgresDialect({ pool });
}
