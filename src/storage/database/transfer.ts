/**
 * Everything as JSON lines, from either database into either: the first line says what it is, each other line is a row.
 *
 * {"lodestone":"export","migration":"0001-...","at":1780304400000,"rows":1209}
 * {"table":"subscriptions","row":{"id":"...","team":"T1", ...}}
 */
import { sql } from 'kysely';
import { z } from 'zod';
import { readAtOneMoment, type Store } from './database.ts';
import { storageFailure } from './failure.ts';
import { MIGRATIONS, NEWEST_MIGRATION } from './migrate.ts';
import { withRule } from './migrations/0009-rules.ts';
import { backedUpSince, noteRestore } from './restores.ts';
import { KEPT_TABLES, type Db, type KeptTable } from './schema.ts';
import { StorageError } from './storage-error.ts';

const header = z.object({
  lodestone: z.literal('export'),
  migration: z.string(),
  /** As of when it has all that was posted, and how many rows follow: those of an older version don't say. */
  at: z.number().optional(),
  rows: z.number().optional(),
});
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
    let batch: { table: KeptTable; rows: Row[] } | undefined;
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
function withoutNul(row: Row): Row {
  if (!Object.values(row).some((value) => typeof value === 'string' && value.includes('\0'))) return row;
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' ? value.replaceAll('\0', '␀') : value,
    ]),
  );
}

/**
 * The rows of an export, each with the number of its line, from 1.
 * @param begun Told when the export was made, before the first row; 0 where it doesn't say.
 * @throws StorageError naming the line that is none of an export, or where the export is empty, newer or cut off
 */
export async function* readExport(
  lines: AsyncIterable<string>,
  begun: (at: number) => Promise<void> | void = () => {},
): AsyncGenerator<{ readonly number: number; readonly table: KeptTable; readonly row: Row }> {
  let number = 0;
  let count = 0;
  let wanted: number | undefined;
  let migration = '';
  for await (const text of lines) {
    number += 1;
    if (number === 1) {
      const { at = 0, rows, ...head } = readHeader(text);
      wanted = rows;
      ({ migration } = head);
      await begun(at);
    } else if (text.trim() !== '') {
      count += 1;
      const { table, row } = readLine(line, text, number);
      const isOfLines = table === 'alerts' && migration < '0009';
      yield { number, table, row: isOfLines ? withRule(row) : row };
    }
  }
  if (number === 0) throw new StorageError('The export is empty.', 'Check the file.');
  if (wanted === undefined || wanted === count) return;
  throw new StorageError(
    `The export says that it has ${wanted} rows, and ${count} are there.`,
    'Nothing was imported. The file was cut off or changed: take another backup.',
  );
}

async function insertBatch(db: Db, table: KeptTable, rows: readonly Row[], upTo: number): Promise<void> {
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
        `The database is not empty: it has ${table}.`,
        'Import into a new database, so that nothing is mixed up or lost.',
      );
    }
  }
}

function readHeader(text: string): z.output<typeof header> {
  // Editors on Windows begin a file with a mark.
  const read = readLine(header, text.replace(/^\uFEFF/, ''), 1);
  if (MIGRATIONS[read.migration] !== undefined) return read;
  throw new StorageError(
    `The export was made by a newer Lodestone: it is at ${read.migration}, which this version does not know.`,
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
