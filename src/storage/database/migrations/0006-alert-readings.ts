/** Which series of quotes an alert watches, and what it has fired on. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const alertReadings: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('alerts').addColumn('series', 'text').execute();
    await db.schema.alterTable('alerts').addColumn('fired_on', 'text').execute();
  },
};
