/** Rows of any text go out and come back equal, and an export is of one moment while others write. */
import { Readable } from 'node:stream';
import { array, assert as holds, asyncProperty, constantFrom, oneof, string } from 'fast-check';
import { expect, test } from 'vitest';
import { insertAlert, listAlerts } from '#src/storage/alerts.ts';
import { linesOf } from '#src/storage/backup.ts';
import { writeSetting } from '#src/storage/settings.ts';
import { insertSubscription, listSubscriptions } from '#src/storage/subscriptions.ts';
import { exportRows, importRows } from '#src/storage/transfer.ts';
import { alertRow, subscriptionRow } from './rows.ts';
import { newStore, newPlace, ON_POSTGRES, openFor } from './stores.ts';

const text = oneof(
  string({ unit: 'binary' }),
  constantFrom('\u2028', '\u2029', '\u0085', '\uFEFF', "'=1+1", '=1', '"', '\\', '\r\n', '\n', ' ', ''),
  string({ unit: constantFrom('\u2028', '\0', '"', "'", '\\', '\n', '\r', '𝒜', '﻿', 'ü') }),
);

const sorted = (list: readonly { readonly id: string }[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));

test('any text of any column comes back as it was', async () => {
  await holds(
    asyncProperty(array(text, { minLength: 40, maxLength: 40 }), async (texts) => {
      const [from, to] = [await newStore(), await newStore()];
      // PostgreSQL can't hold a NUL: there it never was.
      const all = texts.map((each) => (ON_POSTGRES ? each.replaceAll('\0', '') : each));
      for (const each of all) {
        await insertAlert(from.db, alertRow({ reason: each, rule: each, owner: each }));
        await insertSubscription(from.db, subscriptionRow({ content: each, zone: each, reason: each }));
      }
      for (const key of new Set(all)) await writeSetting(from.db, 'T1', key, key);
      const lines: string[] = [];
      const rows = await exportRows(from, (line) => void lines.push(line));
      const input = Readable.from([Buffer.from(`${lines.join('\n')}\n`)]);
      expect(await importRows(to, linesOf(input))).toEqual({ rows, mended: 0 });
      const again: string[] = [];
      await exportRows(to, (line) => void again.push(line));
      expect(again.slice(1)).toEqual(lines.slice(1));
      expect(sorted(await listAlerts(to.db, 'T1'))).toEqual(sorted(await listAlerts(from.db, 'T1')));
    }),
    { numRuns: 5 },
  );
});

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
  for (let i = 0; i < 3; i += 1) await insertSubscription(bot.db, subscriptionRow());
  const lines: string[] = [];
  const rows = await exportRows(bot, async (line) => {
    lines.push(line);
    // It takes no more until both have written.
    await bot.write((db) => insertSubscription(db, subscriptionRow()));
    await beside.db.transaction().execute((db) => insertAlert(db, alertRow()));
  });
  expect(rows).toBe(3);
  expect(lines).toHaveLength(1 + 3);
  expect(await listSubscriptions(bot.db, 'T1')).toHaveLength(3 + 4);
});
