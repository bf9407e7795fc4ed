/** Rows of any text go out and come back equal, and an export is of one moment while others write. */
import { Readable } from 'node:stream';
import {
  assert as holds,
  asyncProperty,
  constantFrom,
  double,
  integer,
  maxSafeInteger,
  oneof,
  option,
  record,
  string,
  tuple,
  uniqueArray,
  type Arbitrary,
} from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { insertAlert, listAlerts } from '#src/storage/alerts.ts';
import { linesOf } from '#src/storage/database/backup.ts';
import { KEPT_TABLES, type KeptTable } from '#src/storage/database/schema.ts';
import type { Store } from '#src/storage/database/database.ts';
import { listSubscriptions } from '#src/storage/subscriptions.ts';
import { exportRows, importRows } from '#src/storage/database/transfer.ts';
import { insertSubscriptionRow, alertOf, alertRow, subscriptionRow } from './rows.ts';
import { newStore, newPlace, ON_POSTGRES, openFor } from './stores.ts';
import { anyCharacter } from '../../any-character.ts';

const text = oneof(
  string({ unit: anyCharacter }),
  constantFrom('\u2028', '\u2029', '\u0085', '\uFEFF', "'=1+1", '=1', '"', '\\', '\r\n', '\n', ' ', ''),
  string({ unit: constantFrom('\u2028', '\0', '"', "'", '\\', '\n', '\r', '𝒜', '﻿', 'ü') }),
);

/** SQLite takes what is part of a key for nullable. */
const KEYS = new Set(['id', 'team', 'key', 'series', 'date', 'edition', 'source', 'currency']);

/** A row of a table, whatever columns it has: any text, any whole number, any price. */
async function anyRow(store: Store, table: KeptTable): Promise<Arbitrary<Readonly<Record<string, unknown>>>> {
  const tables = await store.db.introspection.getTables();
  const columns = tables.find(({ name }) => name === table)?.columns ?? [];
  const row: Record<string, Arbitrary<unknown>> = {};
  for (const { name, dataType, isNullable } of columns) {
    const value: Arbitrary<unknown> = /^(?:text|varchar)/i.test(dataType)
      ? text
      : /^(?:bigint|int8)/i.test(dataType)
        ? maxSafeInteger()
        : /^int/i.test(dataType)
          ? integer()
          : double({ noNaN: true, noDefaultInfinity: true });
    row[name] = isNullable && !KEYS.has(name) ? option(value) : value;
  }
  const prices = tuple(double({ min: 1e-9, max: 1e12, noNaN: true }), constantFrom(1, 1.1)).map(
    ([low, more]) => ({
      low,
      high: low * more,
      estimated: 0,
    }),
  );
  return table === 'quotes'
    ? tuple(record(row), prices).map(([any, price]) => ({ ...any, ...price }))
    : record(row);
}

async function allLines(store: Store): Promise<readonly string[]> {
  const lines: string[] = [];
  await exportRows(store, (line) => void lines.push(line));
  // In whatever order: databases sort texts each in their own way.
  return lines.slice(1).toSorted();
}

async function move(from: Store, to: Store): Promise<void> {
  const lines: string[] = [];
  const rows = await exportRows(from, (line) => void lines.push(line));
  const input = Readable.from([Buffer.from(`${lines.join('\n')}\n`)]);
  expect(await importRows(to, linesOf(input))).toEqual({ rows, mended: 0 });
}

const embedded = async () => await openFor({ stateDir: (await newPlace()).stateDir });

test('rows of every table, of any text, go from the embedded database to the other kind and back, equal', async () => {
  const any = await embedded();
  const arbitraries = await Promise.all(
    KEPT_TABLES.map(async (table) => [table, await anyRow(any, table)] as const),
  );
  const rows = arbitraries.map(([table, row]) =>
    uniqueArray(row, {
      minLength: 12,
      maxLength: 12,
      selector: (one) => JSON.stringify(one['id'] ?? one),
    }).map((all) => ({ table, all })),
  );
  await holds(
    asyncProperty(tuple(...rows), async (tables) => {
      const [from, other, back] = [await embedded(), await newStore(), await embedded()];
      for (const { table, all } of tables) {
        for (const row of all) {
          // PostgreSQL can't hold a NUL: there it never was.
          const kept = Object.entries(row).map(([column, value]) => [column, withoutNul(value)] as const);
          const [columns, values] = [kept.map(([column]) => column), kept.map(([, value]) => value)];
          await sql`
            insert or ignore into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
            values (${sql.join(values)})`.execute(from.db);
        }
      }
      await move(from, other);
      await move(other, back);
      const [before, between, after] = [await allLines(from), await allLines(other), await allLines(back)];
      expect(before.length).toBeGreaterThan(60);
      expect(between).toEqual(before);
      expect(after).toEqual(before);
    }),
    // To shrink hundreds of rows takes longer than to read them.
    { numRuns: 4, endOnFailure: true },
  );
});

const withoutNul = (value: unknown): unknown =>
  typeof value === 'string' && ON_POSTGRES ? value.replaceAll('\0', '') : value;

test('a NUL comes into either database, and PostgreSQL says what it made of it', async () => {
  const to = await newStore();
  const line = JSON.stringify({ table: 'alerts', row: alertRow({ reason: 'a\0b' }) });
  const header = '{"lodestone":"export","migration":"0001-subscriptions-alerts-deliveries"}\n';
  const input = Readable.from([`${header}${line}\n`]);
  expect(await importRows(to, linesOf(input))).toEqual({ rows: 1, mended: ON_POSTGRES ? 1 : 0 });
  expect((await listAlerts(to.db, 'T1'))[0]?.reason).toBe(ON_POSTGRES ? 'a␀b' : 'a\0b');
});

test('a reader that stalls holds up nobody who writes, in this process or another, and sees one moment', async () => {
  const place = await newPlace();
  const [bot, beside] = [await openFor(place), await openFor(place, 'terminal')];
  for (let i = 0; i < 3; i += 1) await insertSubscriptionRow(bot.db, subscriptionRow());
  const lines: string[] = [];
  const rows = await exportRows(bot, async (line) => {
    lines.push(line);
    // It takes no more until both have written.
    await bot.write((db) => insertSubscriptionRow(db, subscriptionRow()));
    await beside.db.transaction().execute((db) => insertAlert(db, alertOf()));
  });
  expect(rows).toBe(3);
  expect(lines).toHaveLength(1 + 3);
  expect(await listSubscriptions(bot.db, 'T1')).toHaveLength(3 + 4);
});
