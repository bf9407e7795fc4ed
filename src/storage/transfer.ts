/**
 * Everything as JSON lines, from either database into either: the first line says what it is, each other line is a row.
 *
 * {"lodestone":"export","migration":"0001-..."}
 * {"table":"subscriptions","row":{"id":"...","team":"T1", ...}}
 */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Store } from './database.ts';
import { MIGRATIONS } from './migrate.ts';
import { KEPT_TABLES, type Db, type KeptTable } from './schema.ts';
import { StorageError } from './storage-error.ts';

const header = z.object({ lodestone: z.literal('export'), migration: z.string() });
const cell = z.union([z.string(), z.number(), z.null()]);
type Row = Readonly<Record<string, z.output<typeof cell>>>;
const line = z.object({ table: z.enum(KEPT_TABLES), row: z.record(z.string(), cell) });

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
};

/**
 * Writes all rows as of one moment.
 * @param write Takes one line, without its end.
 * @returns how many rows
 */
export async function exportRows(
  store: Store,
  write: (line: string) => Promise<void> | void,
): Promise<number> {
  const transaction = store.db.transaction();
  const atOnce = store.kind === 'postgres' ? transaction.setIsolationLevel('repeatable read') : transaction;
  return await atOnce.execute(async (db) => {
    const migration = Object.keys(MIGRATIONS).toSorted().at(-1);
    await write(JSON.stringify({ lodestone: 'export', migration }));
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

async function readPage(db: Db, table: KeptTable, offset: number): Promise<readonly object[]> {
  let query = db.selectFrom(table).selectAll().limit(PAGE).offset(offset);
  for (const key of KEYS[table]) query = query.orderBy(db.dynamic.ref(key));
  return await query.execute();
}

/**
 * Fills an empty database from an export: all of it, or nothing.
 * @returns how many rows
 * @throws StorageError naming the line that is wrong, or where the database is not empty or the export is newer.
 */
export async function importRows(store: Store, lines: AsyncIterable<string>): Promise<number> {
  return await store.db.transaction().execute(async (db) => {
    await refuseUnlessEmpty(db);
    let upTo = 0;
    let batch: { table: KeptTable; rows: Row[] } | undefined;
    let count = 0;
    const flush = async () => {
      if (batch !== undefined) await insertBatch(db, batch.table, batch.rows, upTo);
      count += batch?.rows.length ?? 0;
      batch = undefined;
    };
    for await (const { number, table, row } of readExport(lines)) {
      if (batch !== undefined && (batch.table !== table || batch.rows.length >= PAGE)) await flush();
      upTo = number;
      batch ??= { table, rows: [] };
      batch.rows.push(row);
    }
    await flush();
    return count;
  });
}

/**
 * The rows of an export, each with the number of its line, from 1.
 * @throws StorageError naming the line that is none of an export, or where the export is empty or newer
 */
export async function* readExport(
  lines: AsyncIterable<string>,
): AsyncGenerator<{ readonly number: number; readonly table: KeptTable; readonly row: Row }> {
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (number === 1) checkHeader(text);
    else if (text.trim() !== '') yield { number, ...readLine(line, text, number) };
  }
  if (number === 0) throw new StorageError('The export is empty.', 'Check the file.');
}

async function insertBatch(db: Db, table: KeptTable, rows: readonly Row[], upTo: number): Promise<void> {
  try {
    const columns = Object.keys(rows[0] ?? {});
    const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
    await sql`
      insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      values ${sql.join(values)}`.execute(db);
  } catch (error) {
    throw new StorageError(
      `Rows of ${table} up to line ${upTo} can’t be imported: ${error instanceof Error ? error.message : ''}`,
      'Nothing was imported. Check that the file is an unchanged export.',
      { cause: error },
    );
  }
}

async function refuseUnlessEmpty(db: Db): Promise<void> {
  for (const table of KEPT_TABLES) {
    const row = await db.selectFrom(table).select('team').limit(1).executeTakeFirst();
    if (row !== undefined) {
      throw new StorageError(
        `The database is not empty: it has ${table}.`,
        'Import into a new database, so that nothing is mixed up or lost.',
      );
    }
  }
}

function checkHeader(text: string): void {
  const { migration } = readLine(header, text, 1);
  if (MIGRATIONS[migration] !== undefined) return;
  throw new StorageError(
    `The export was made by a newer Lodestone: it is at ${migration}, which this version does not know.`,
    'Import it with that version.',
  );
}

function readLine<T extends z.ZodType>(schema: T, text: string, number: number): z.output<T> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new StorageError(
      `Line ${number} is not a line of an export.`,
      'Nothing was imported. Check the file.',
      { cause: error },
    );
  }
}
