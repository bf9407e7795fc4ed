/** Digests that are paused until a day: no row has such a day yet. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const pauses: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('subscriptions').addColumn('paused_until', 'bigint').execute();
  },
};
