/** Subscriptions to digests, alerts, the deliveries of both, and settings. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const subscriptionsAlertsDeliveries: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('subscriptions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('schedule', 'text', (column) => column.notNull())
      .addColumn('zone', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('next_at', 'bigint', (column) => column.notNull())
      .addColumn('next_slot', 'text', (column) => column.notNull())
      .addColumn('last_figures', 'text')
      .addColumn('last_sent_at', 'bigint')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('subscriptions_due')
      .on('subscriptions')
      .columns(['state', 'next_at'])
      .execute();
    await db.schema
      .createIndex('subscriptions_team')
      .on('subscriptions')
      .columns(['team', 'channel'])
      .execute();

    await db.schema
      .createTable('alerts')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('rule', 'text', (column) => column.notNull())
      .addColumn('metal', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('snoozed_until', 'bigint')
      .addColumn('fired_count', 'integer', (column) => column.notNull())
      .addColumn('fired_at', 'bigint')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('alerts_team').on('alerts').columns(['team', 'channel']).execute();

    await db.schema
      .createTable('deliveries')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('slot', 'text', (column) => column.notNull())
      .addColumn('slot_at', 'bigint', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('due_at', 'bigint', (column) => column.notNull())
      .addColumn('attempt', 'integer', (column) => column.notNull())
      .addColumn('first_attempt_at', 'bigint')
      .addColumn('payload', 'text')
      .addColumn('ts', 'text')
      .addColumn('reason', 'text')
      .addColumn('finished_at', 'bigint')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      // This is what makes a slot's post one: whoever takes the slot second finds it taken.
      .addUniqueConstraint('deliveries_slot', ['subject', 'slot'])
      .execute();
    await db.schema.createIndex('deliveries_due').on('deliveries').columns(['state', 'due_at']).execute();
    await db.schema.createIndex('deliveries_team').on('deliveries').columns(['team']).execute();

    await db.schema
      .createTable('paces')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('free_at', 'bigint', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('settings')
      .addColumn('team', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('settings_key', ['team', 'key'])
      .execute();
  },
};
