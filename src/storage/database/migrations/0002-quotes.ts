/** Prices of days with their editions, what they are prices of, exchange rates, and how feeds fare. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const quotes: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('quote_series')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('metal', 'text', (column) => column.notNull())
      .addColumn('form', 'text', (column) => column.notNull())
      .addColumn('purity', 'text', (column) => column.notNull())
      .addColumn('terms', 'text', (column) => column.notNull())
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('vat', 'text', (column) => column.notNull())
      .addColumn('currency', 'text', (column) => column.notNull())
      .addColumn('mass', 'text', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('seen_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('quote_series_metal').on('quote_series').columns(['metal', 'team']).execute();

    await db.schema
      .createTable('quotes')
      .addColumn('series', 'text', (column) => column.notNull())
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('date', 'text', (column) => column.notNull())
      .addColumn('edition', 'integer', (column) => column.notNull())
      .addColumn('low', 'double precision', (column) => column.notNull())
      .addColumn('high', 'double precision', (column) => column.notNull())
      .addColumn('estimated', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('entered_by', 'text')
      .addColumn('received_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('quotes_key', ['series', 'date', 'edition'])
      // The last line of defence: whoever writes, this is never a price. NaN is above all numbers for PostgreSQL.
      .addCheckConstraint('quotes_price', sql`low > 0 and high >= low and high < 1e300`)
      .execute();
    // This is what makes one price answer for a day, whoever writes at the same time.
    await sql`create unique index quotes_published on quotes (series, date) where state = 'published'`.execute(
      db,
    );
    await sql`create index quotes_held on quotes (team) where state = 'held'`.execute(db);
    await sql`create index quotes_entered on quotes (team, received_at) where entered_by is not null`.execute(
      db,
    );

    await db.schema
      .createTable('exchange_rates')
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('date', 'text', (column) => column.notNull())
      .addColumn('base', 'text', (column) => column.notNull())
      .addColumn('currency', 'text', (column) => column.notNull())
      .addColumn('per_base', 'double precision', (column) => column.notNull())
      .addPrimaryKeyConstraint('exchange_rates_key', ['source', 'date', 'currency'])
      .execute();

    await db.schema
      .createTable('feed_health')
      .addColumn('feed', 'text', (column) => column.primaryKey())
      .addColumn('next_at', 'bigint', (column) => column.notNull())
      .addColumn('tried_at', 'bigint')
      .addColumn('good_at', 'bigint')
      .addColumn('error_at', 'bigint')
      .addColumn('error', 'text')
      .addColumn('rows_read', 'integer', (column) => column.notNull())
      .addColumn('rows_rejected', 'integer', (column) => column.notNull())
      .addColumn('rejected', 'text', (column) => column.notNull())
      .addColumn('moved_on', 'text')
      .addColumn('told_error', 'text')
      .addColumn('told_frozen', 'text')
      .execute();
  },
};
