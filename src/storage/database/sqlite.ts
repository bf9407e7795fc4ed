/** SQLite by Node's own `node:sqlite`: nothing to install, one file in the state folder. */
import { existsSync, linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
  SqliteAdapter,
  SqliteDialect,
  type DialectAdapter,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import { LRUCache } from 'lru-cache';
import { HOLDER_FILE, LOCK_FILE } from './database-name.ts';
import { makePrivateFile } from './private-files.ts';
import { StorageError } from './storage-error.ts';

/** `node:sqlite` waits inside the process, and everything else with it: so never for long. */
const BUSY_TIMEOUT_MS = 250;

const STATEMENTS_KEPT = 100;

/**
 * Makes an empty database, whole from the first moment on: a file of no bytes is one that was cut off. Where another process
 * has made it meanwhile, that one stays.
 * @throws StorageError where a database was there whose last commits still are.
 */
export function makeSqlite(file: string): void {
  const left = `${file}-wal`;
  if (existsSync(left) && statSync(left).size > 0 && !existsSync(file))
    throw new StorageError(
      `${file} is gone, and its last commits are there still, in ${left}.`,
      `Put the file back, or move ${left} away: a new database beside it would take them for its own.`,
    );
  const fresh = `${file}.${process.pid}.new`;
  try {
    makePrivateFile(fresh);
    const database = new DatabaseSync(fresh);
    database.exec('pragma journal_mode = wal');
    database.close();
    linkSync(fresh, file);
  } catch (error) {
    if (existsSync(file)) return;
    // Not every file system has links.
    if (!isWithoutLinks(error)) throw error;
    renameSync(fresh, file);
  } finally {
    rmSync(fresh, { force: true });
  }
}

const isWithoutLinks = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && error.syscall === 'link';

/** Opens the file so that what was committed survives a kill and a power cut. */
export function openSqlite(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  database.exec('pragma journal_mode = wal');
  // At NORMAL a power cut takes back commits that were already acknowledged.
  database.exec('pragma synchronous = full');
  // What is deleted is overwritten, and no copy of what is kept goes to the system's folder for passing things.
  database.exec('pragma secure_delete = on');
  database.exec('pragma temp_store = memory');
  return database;
}

/** Opens a file that is open already for reading alone: it sees one moment in a transaction, and holds up no writer. */
export function openSqliteReader(file: string): DatabaseSync {
  return new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS, readOnly: true });
}

// A transaction that reads first and writes later can't wait for another writer; one that says so at once can.
const WRITING = 'begin immediate';

/** Kysely's dialect for a `node:sqlite` database. @param begin What a transaction begins with: `begin` for one that only reads. */
export function nodeSqliteDialect(database: DatabaseSync, begin = WRITING): SqliteDialect {
  return new NodeSqliteDialect({ database: adapt(database, begin) });
}

class NodeSqliteDialect extends SqliteDialect {
  override createAdapter(): DialectAdapter {
    return new TransactionalDdl();
  }
}

/** SQLite can take back a half-done migration, so migrations run in a transaction, which is also their lock. */
class TransactionalDdl extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function adapt(database: DatabaseSync, begin: string): SqliteDatabase {
  // A statement's memory is freed only when garbage is collected, so those that come again are kept.
  const kept = new LRUCache<string, SqliteStatement>({
    max: STATEMENTS_KEPT,
    memoMethod: (text) => prepare(database, text === 'begin' ? begin : text),
  });
  return { close: () => database.close(), prepare: (text) => kept.memo(text) };
}

function prepare(database: DatabaseSync, text: string): SqliteStatement {
  const statement = database.prepare(text);
  // After some failures (the disk is full) SQLite has taken all back by itself: the failure is what counts then.
  if (text === 'rollback')
    return {
      reader: false,
      all: () => [],
      run: () => (database.isTransaction ? statement.run() : { changes: 0, lastInsertRowid: 0 }),
      iterate: () => [][Symbol.iterator](),
    };
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...values.map(bindable)),
    run: (values) => statement.run(...values.map(bindable)),
    // Two that go through the same rows at once need one each.
    iterate: (values) => database.prepare(text).iterate(...values.map(bindable)),
  };
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  throw new TypeError(`a value of type ${typeof value} can't be stored: only text, numbers and null can`);
}

/**
 * Holds the state folder for one bot. The lock is the operating system's, on a file of its own: it ends with the
 * process, however it dies, and terminal commands, which don't take it, work beside a running bot.
 * @returns lets go.
 * @throws StorageError where another bot has it.
 */
export function lockStateDir(stateDir: string): () => void {
  const holder = join(stateDir, HOLDER_FILE);
  const file = join(stateDir, LOCK_FILE);
  makePrivateFile(file);
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new StorageError(
      `Another Lodestone${nameHolder(holder)} runs on ${stateDir}.`,
      'Stop it first, give this one a STATE_DIR of its own, or set DATABASE_URL to run several on PostgreSQL.',
      { cause: error },
    );
  }
  try {
    writeFileSync(holder, JSON.stringify({ pid: process.pid }), { mode: 0o600 });
  } catch (error) {
    lock.close();
    throw error;
  }
  return () => lock.close();
}

const SQLITE_BUSY = 5;
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && Number(error.errcode) === SQLITE_BUSY;

function nameHolder(file: string): string {
  try {
    const pid = /^\{"pid":(\d+)\}$/.exec(readFileSync(file, 'utf8'))?.[1];
    return pid === undefined ? '' : ` (process ${pid})`;
  } catch {
    return '';
  }
}
