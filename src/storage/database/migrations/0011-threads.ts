/** Deliveries that stand in a thread, such as the end of an alert below its message: none did until here. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const threads: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('deliveries').addColumn('thread_ts', 'text').execute();
  },
};
