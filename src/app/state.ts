/** What Lodestone keeps: opened for the one bot that may hold it, and looked at by the health check. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '#src/platform/settings/config.ts';
import { StartError } from '#src/platform/errors.ts';
import type { Log } from '#src/platform/log.ts';
import type { Health } from '#src/platform/connection/routes.ts';
import { openStore, type Store } from '#src/storage/database/database.ts';
import { oldestDueAt } from '#src/storage/due-deliveries.ts';
import { StorageError } from '#src/storage/database/storage-error.ts';
import { nextSubscriptionAt } from '#src/storage/due-subscriptions.ts';

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

/** A digest that is due, or a post that is to be looked at, waits no longer than this while all is well. */
const OVERDUE_MS = 5 * 60_000;

/**
 * Whether the storage can be read now, and whether anything in it should have been posted by now and was not: somebody holds
 * its rows, or nobody works on them. Rejects where it can't be read.
 */
export async function stateHealth({ db }: Store, now: number): Promise<Health> {
  const read = Promise.all([nextSubscriptionAt(db), oldestDueAt(db)]);
  const due = await Promise.race([read, wait(PATIENCE_MS, undefined, { ref: false })]);
  if (due === undefined) return 'unavailable';
  return due.some((at) => at !== undefined && at < now - OVERDUE_MS) ? 'overdue' : 'ok';
}
