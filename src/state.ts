/** What Lodestone keeps: opened for the one bot that may hold it, and looked at by the health check. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from './platform/config.ts';
import { StartError } from './platform/errors.ts';
import type { Log } from './platform/log.ts';
import { openStore, type Store } from './storage/database.ts';
import { StorageError } from './storage/storage-error.ts';

/** How long a health check waits for the storage. */
const PATIENCE_MS = 2000;

/** Opens the storage, up to date. @throws StartError where it can't be, or another bot holds it. */
export async function openState(
  { stateDir, databaseUrl }: Pick<Config, 'stateDir' | 'databaseUrl'>,
  log: Log,
): Promise<Store> {
  try {
    return await openStore({
      stateDir,
      databaseUrl,
      as: 'bot',
      onError: (error) => log.warn({ error }, 'a connection to the database broke'),
    });
  } catch (cause) {
    if (!(cause instanceof StorageError)) throw cause;
    const subject = databaseUrl === undefined ? 'STATE_DIR' : 'DATABASE_URL';
    throw new StartError([{ subject, reason: cause.message, fix: cause.fix }], { cause });
  }
}

/** Whether the storage can be read now. Rejects or says no where it can't. */
export async function stateAnswers({ db }: Store): Promise<boolean> {
  const read = db.selectFrom('settings').select('key').limit(1).execute();
  return await Promise.race([read.then(() => true), wait(PATIENCE_MS, false, { ref: false })]);
}
