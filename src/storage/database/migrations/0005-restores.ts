/** Whether the rows came from a backup, and when delivery went on from it. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const restores: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('restores')
      .addColumn('backed_up_at', 'bigint', (column) => column.notNull())
      .addColumn('started_at', 'bigint')
      .execute();
  },
};
