/**
 * Everything as JSON lines, from either database into either: the first line says what it is, each other line is a row.
 *
 * {"lodestone":"export","migration":"0001-...","at":1780304400000,"rows":1209}
 * {"table":"subscriptions","row":{"id":"...","team":"T1", ...}}
 */
import { sql } from 'kysely';
import { readAtOneMoment, type Store } from './database.ts';
import { storageFailure } from './failure.ts';
import { NEWEST_MIGRATION } from './migrate.ts';
import { backedUpSince, noteRestore } from './restores.ts';
import { KEPT_TABLES, type Db, type KeptTable } from './schema.ts';
import { StorageError } from './storage-error.ts';
import { readExport, type KeptRow } from './read-export.ts';

/** Rows that are read or written at once. */
const PAGE = 500;

const KEYS: Readonly<Record<KeptTable, readonly string[]>> = {
  subscriptions: ['id'],
  alerts: ['id'],
  deliveries: ['id'],
  settings: ['team', 'key'],
  quote_series: ['id'],
  quotes: ['series', 'date', 'edition'],
  exchange_rates: ['source', 'date', 'currency'],
  feedback: ['id'],
  api_tokens: ['id'],
};

/**
 * Writes all rows as of one moment.
 * @param write Takes one line, without its end; it may take its time.
 * @param at Milliseconds since 1970, by the clock of whoever delivers.
 * @returns how many rows
 */
export async function exportRows(
  store: Store,
  write: (line: string) => Promise<void> | void,
  at = Date.now(),
): Promise<number> {
  return await readAtOneMoment(store, async (db) => {
    const asOf = await backedUpSince(db, at);
    const head = { lodestone: 'export', migration: NEWEST_MIGRATION, at: asOf, rows: await countRows(db) };
    await write(JSON.stringify(head));
    let count = 0;
    for (const table of KEPT_TABLES) {
      for (let offset = 0; ; offset += PAGE) {
        const rows = await readPage(db, table, offset);
        for (const row of rows) await write(JSON.stringify({ table, row }));
        count += rows.length;
        if (rows.length < PAGE) break;
      }
    }
    return count;
  });
}

async function countRows(db: Db): Promise<number> {
  let count = 0;
  for (const table of KEPT_TABLES) {
    const all = db.selectFrom(table).select(({ fn }) => fn.countAll().as('rows'));
    count += Number((await all.executeTakeFirstOrThrow()).rows);
  }
  return count;
}

async function readPage(db: Db, table: KeptTable, offset: number): Promise<readonly object[]> {
  let query = db.selectFrom(table).selectAll().limit(PAGE).offset(offset);
  for (const key of KEYS[table]) query = query.orderBy(db.dynamic.ref(key));
  return await query.execute();
}

/** What was imported. */
export interface Imported {
  readonly rows: number;
  /** Rows in whose texts a NUL stood, which PostgreSQL can't hold: it is a ␀ there. */
  readonly mended: number;
}

/**
 * Fills an empty database from an export: all of it, or nothing. What may have been posted since is in doubt from then on.
 * @throws StorageError naming the line that is wrong, or where the database is not empty, or the export is newer or cut off.
 */
export async function importRows(store: Store, lines: AsyncIterable<string>): Promise<Imported> {
  return await store.db.transaction().execute(async (db) => {
    await refuseUnlessEmpty(db);
    let upTo = 0;
    let mended = 0;
    let batch: { table: KeptTable; rows: KeptRow[] } | undefined;
    let count = 0;
    const flush = async () => {
      if (batch !== undefined) await insertBatch(db, batch.table, batch.rows, upTo);
      count += batch?.rows.length ?? 0;
      batch = undefined;
    };
    const begun = (at: number) => noteRestore(db, at);
    for await (const { number, table, row: read } of readExport(lines, begun)) {
      const row = store.kind === 'postgres' ? withoutNul(read) : read;
      if (row !== read) mended += 1;
      if (batch !== undefined && (batch.table !== table || batch.rows.length >= PAGE)) await flush();
      upTo = number;
      batch ??= { table, rows: [] };
      batch.rows.push(row);
    }
    await flush();
    return { rows: count, mended };
  });
}

/** The same row where no text of it has a NUL. */
function withoutNul(row: KeptRow): KeptRow {
  if (!Object.values(row).some((value) => typeof value === 'string' && value.includes('\0'))) return row;
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' ? value.replaceAll('\0', '␀') : value,
    ]),
  );
}

async function insertBatch(db: Db, table: KeptTable, rows: readonly KeptRow[], upTo: number): Promise<void> {
  try {
    const columns = Object.keys(rows[0] ?? {});
    const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
    await sql`
      insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      values ${sql.join(values)}`.execute(db);
  } catch (error) {
    throw (
      storageFailure(error) ??
      new StorageError(
        `Rows of ${table} up to line ${upTo} can’t be imported: ${error instanceof Error ? error.message : ''}`,
        'Nothing was imported. Check that the file is an unchanged export.',
        { cause: error },
      )
    );
  }
}

async function refuseUnlessEmpty(db: Db): Promise<void> {
  for (const table of KEPT_TABLES) {
    const row = await db.selectFrom(table).select('team').limit(1).executeTakeFirst();
    if (row !== undefined) {
      throw new StorageError(
        `The database is not empty: it has ${table.replaceAll('_', ' ')}.`,
        'Import into a new database, so that nothing is mixed up or lost: move the state folder away, or name another by STATE_DIR or DATABASE_URL.',
      );
    }
  }
}
