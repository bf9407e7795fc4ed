/**
 * Small writes of many at once, committed together: a commit waits for the disk, and ten writes can share the wait. Each is
 * told when it is on the disk, as if it had been alone.
 */
import type { Kysely } from 'kysely';
import type { Db, Tables } from './schema.ts';

/** Reads and writes in a transaction. It may be run again, after what it did the first time was taken back. */
type Write<T> = (db: Db) => Promise<T>;

/** Runs a write in a transaction; resolves once that is committed. */
export type Writer = <T>(write: Write<T>) => Promise<T>;

/** Tells the caller of a write that it is committed. */
type Settle = () => void;

interface Waiting {
  readonly run: (db: Db) => Promise<Settle>;
  readonly fail: (error: unknown) => void;
}

/** In one transaction at most: nobody waits for more. */
const LARGEST_GROUP = 100;

/** For a database with one connection. */
export function createGroupCommit(db: Kysely<Tables>): Writer {
  const waiting: Waiting[] = [];
  let running = false;

  async function commitAll(): Promise<void> {
    // Once around the event loop: answers that have already come bring their writes along.
    await new Promise((resolve) => void setImmediate(resolve));
    while (waiting.length > 0) {
      const group = waiting.splice(0, LARGEST_GROUP);
      const done = await commit(group).catch(() => undefined);
      // One that fails must not take the others along: then each is on its own.
      if (done !== undefined) for (const settle of done) settle();
      else for (const one of group) await commit([one]).then(([settle]) => settle?.(), one.fail);
    }
    running = false;
  }

  async function commit(group: readonly Waiting[]): Promise<readonly Settle[]> {
    return await db.transaction().execute(async (transaction) => {
      const done: Settle[] = [];
      for (const { run } of group) done.push(await run(transaction));
      return done;
    });
  }

  return async (write) =>
    await new Promise((resolve, reject) => {
      waiting.push({
        run: async (transaction) => {
          const result = await write(transaction);
          return () => resolve(result);
        },
        fail: reject,
      });
      if (running) return;
      running = true;
      void commitAll();
    });
}

/** For a database with many connections, each of which waits for the disk on its own. */
export function createSingleCommit(db: Kysely<Tables>): Writer {
  return async (write) => await db.transaction().execute(write);
}
