/** What was done for a form or a button that may be sent twice. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const taken: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('taken')
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('taken_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('taken_key', ['team', 'key'])
      .execute();
  },
};
