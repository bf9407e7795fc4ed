/** Where the storage is, from the environment. */
import { resolve } from 'node:path';
import type { StoreOptions } from './database.ts';
import { StorageError } from './storage-error.ts';

/** The folder of the embedded database, when none is given. */
export const DEFAULT_STATE_DIR = '.lodestone';

/**
 * Reads STATE_DIR and DATABASE_URL; blank is unset.
 * @throws StorageError where DATABASE_URL is no address of a PostgreSQL. The address is never part of the message.
 */
export function readStorageOptions(
  env: Readonly<Record<string, string | undefined>>,
): Pick<StoreOptions, 'stateDir' | 'databaseUrl'> {
  const databaseUrl = env['DATABASE_URL']?.trim() || undefined;
  if (databaseUrl !== undefined && !/^postgres(?:ql)?:\/\//.test(databaseUrl)) {
    throw new StorageError(
      'DATABASE_URL is not the address of a PostgreSQL database.',
      'Give one such as postgres://user:password@host:5432/lodestone, or leave it out for the embedded database.',
    );
  }
  return { stateDir: resolve(env['STATE_DIR']?.trim() || DEFAULT_STATE_DIR), databaseUrl };
}
