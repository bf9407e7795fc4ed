/**
 * A store whose process dies at a write of one's choice: that one and all statements after it are never carried out, an open
 * transaction is never committed, and whoever waited for it goes no further.
 */
import type { KyselyPlugin } from 'kysely';
import type { Store } from '#src/storage/database/database.ts';
import { createSingleCommit } from '#src/storage/database/group-commit.ts';

/** Thrown in the place of what the dead process would have done. */
export class Crashed extends Error {}

export interface CrashingStore {
  readonly store: Store;
  /** Dies when so many more have been written; never without a number. */
  dieAfter(writes: number | undefined): void;
}

export function crashing(given: Store): CrashingStore {
  let left: number | undefined;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (left === undefined) return node;
      if (node.kind !== 'SelectQueryNode') left -= 1;
      // What died reads nothing any more, either.
      if (left < 0) throw new Crashed('the process died');
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const db = given.db.withPlugin(plugin);
  return {
    store: { ...given, db, write: createSingleCommit(db) },
    dieAfter: (writes) => void (left = writes),
  };
}
