/** What a series' prices are of where they are not of days, and how they are paid. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const periods: Migration = {
  async up(db: Kysely<unknown>) {
    for (const name of ['period', 'payment'])
      await db.schema
        .alterTable('quote_series')
        .addColumn(name, 'text', (column) => column.notNull().defaultTo(''))
        .execute();
  },
};
