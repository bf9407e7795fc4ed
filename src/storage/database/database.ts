/** Opens the storage: SQLite in the state folder, or PostgreSQL where there is an address of one. */
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { embeddedFile, embeddedFiles, nameDatabase, type DatabasePlace } from './database-name.ts';
import { storageFailure } from './failure.ts';
import { createGroupCommit, createSingleCommit, type Writer } from './group-commit.ts';
import { migrate, wasMigrated } from './migrate.ts';
import { closeToOthers } from './private-files.ts';
import type { Db, Tables } from './schema.ts';
import { lockStateDir, makeSqlite, nodeSqliteDialect, openSqlite, openSqliteReader } from './sqlite.ts';
import { StorageError } from './storage-error.ts';

export interface StoreOptions extends DatabasePlace {
  /** `bot` holds the state folder against a second bot; `terminal` works beside a running one. */
  readonly as: 'bot' | 'terminal';
  /** Whether a database that isn't there is an error, and not made. */
  readonly mustExist?: boolean;
  /** Told of a connection that broke while nobody used it. */
  readonly onError?: (error: Error) => void;
}

interface Opened {
  readonly db: Kysely<Tables>;
  /** A transaction for a small write, at little cost where many write at once. Must be able to run twice. */
  readonly write: Writer;
  /** Waits for queries under way, and lets go of files, connections and lock. */
  close(): Promise<void>;
}

/** The open storage. */
export type Store =
  | (Opened & { readonly kind: 'sqlite'; readonly file: string })
  | (Opened & { readonly kind: 'postgres'; readonly url: string });

/**
 * Opens the storage and brings it up to date.
 * @throws StorageError where it can't be opened, isn't there though it must be, is newer than the code, or another bot holds it.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const store =
    options.databaseUrl === undefined
      ? openEmbedded(options)
      : await openServer(options.databaseUrl, options);
  try {
    if (options.mustExist === true && !(await wasMigrated(store.db))) throw notThere(options);
    await migrate(store.db);
  } catch (error) {
    await store.close();
    if (error instanceof StorageError) throw error;
    const folder = store.kind === 'sqlite' ? options.stateDir : undefined;
    throw cannotOpen(store.kind === 'sqlite' ? store.file : 'DATABASE_URL', error, folder);
  }
  return store;
}

function openEmbedded({ stateDir, as, mustExist = false }: StoreOptions): Store {
  const file = embeddedFile(stateDir);
  if (mustExist && !existsSync(file)) throw notThere({ stateDir });
  try {
    mkdirSync(stateDir, { recursive: true, mode: 0o700 });
    closeToOthers(stateDir, embeddedFiles(stateDir));
  } catch (error) {
    throw cannotOpen(stateDir, error);
  }
  let unlock: (() => void) | undefined;
  try {
    if (as === 'bot') unlock = lockStateDir(stateDir);
    if (existsSync(file)) refuseEmpty(file);
    else makeSqlite(file);
    const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(openSqlite(file)) });
    return {
      kind: 'sqlite',
      db,
      write: createGroupCommit(db),
      file,
      close: () => db.destroy().finally(() => unlock?.()),
    };
  } catch (error) {
    unlock?.();
    throw error instanceof StorageError ? error : cannotOpen(file, error, stateDir);
  }
}

async function openServer(url: string, { as, onError = () => {} }: StoreOptions): Promise<Store> {
  // The driver takes a moment to load, which a start without a server needn't wait for.
  const { openPool, postgresDialect } = await import('./postgres.ts');
  const db = new Kysely<Tables>({ dialect: postgresDialect(openPool(url, onError, as === 'bot')) });
  return { kind: 'postgres', db, write: createSingleCommit(db), url, close: () => db.destroy() };
}

/** Reads as of one moment, for as long as it takes: nobody who writes meanwhile waits. */
export async function readAtOneMoment<T>(store: Store, read: (db: Db) => Promise<T>): Promise<T> {
  if (store.kind === 'postgres')
    return await store.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(read);
  // The store's own connection is one: whoever else reads or writes in this process must not wait for this either.
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(openSqliteReader(store.file), 'begin') });
  try {
    return await db.transaction().execute(read);
  } finally {
    await db.destroy();
  }
}

function notThere(place: DatabasePlace): StorageError {
  const below = place.databaseUrl === undefined ? foldersBelow(place.stateDir) : [];
  const others = below.map((folder) => `STATE_DIR=${folder}`).join(' or ');
  return new StorageError(
    `There is no database of Lodestone there: ${nameDatabase(place)}.`,
    `${others === '' ? '' : `There is one by ${others}, as a local Slack keeps it: set that before the command. `}Check STATE_DIR and DATABASE_URL: they must be those of the bot, in the environment or in the .env of this folder.`,
  );
}

/** Folders in a state folder that have a database of their own. */
function foldersBelow(stateDir: string): readonly string[] {
  if (!existsSync(stateDir)) return [];
  const folders = readdirSync(stateDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => join(stateDir, name)).filter((folder) => existsSync(embeddedFile(folder)));
}

/** A file of no bytes was cut off: were it taken for a new database, what was in it would be gone without a word. */
function refuseEmpty(file: string): void {
  if (statSync(file).size > 0) return;
  throw new StorageError(
    `${file} is empty, which no database of Lodestone is: a copy of it failed, say, or the disk was full.`,
    'Move it away, with those beside it that end in -wal and -shm, and restore a backup: npm run db -- import <file>. Without one, start again once it is away: that begins anew.',
  );
}

/** The address of a database holds a password: it is never part of a message. */
function cannotOpen(what: string, cause: unknown, folder?: string): StorageError {
  const failure = storageFailure(cause, what === 'DATABASE_URL' ? 'the database' : what, folder);
  if (failure !== undefined) return failure;
  const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
  return new StorageError(
    `The storage can’t be opened (${what}): ${reason}`,
    what === 'DATABASE_URL'
      ? 'Check that PostgreSQL 15 or later runs there, and that user and database exist.'
      : 'Check that the folder of STATE_DIR may be written to, and that its files are whole.',
    { cause },
  );
}
