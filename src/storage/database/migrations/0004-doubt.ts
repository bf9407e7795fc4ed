/** What is known of posts in doubt: when the last one was asked for and how often, and when to look for a second copy. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const doubt: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('deliveries').addColumn('asked_at', 'bigint').execute();
    await db.schema
      .alterTable('deliveries')
      .addColumn('asks', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.alterTable('deliveries').addColumn('look_again_at', 'bigint').execute();
    await sql`create index deliveries_look_again on deliveries (look_again_at) where look_again_at is not null`.execute(
      db,
    );
  },
};
