/** Export and import, through the command that people type, between both kinds of database. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { insertAlert, listAlerts } from '#src/storage/alerts.ts';
import type { Store, StoreOptions } from '#src/storage/database/database.ts';
import { insertDeliveries } from '#src/storage/deliveries.ts';
import { addFeedback } from '#src/storage/feedback.ts';
import { KEPT_TABLES } from '#src/storage/database/schema.ts';
import { writeSetting } from '#src/storage/database/settings.ts';
import { listSubscriptions } from '#src/storage/subscriptions.ts';
import { insertSubscriptionRow, alertOf, alertRow, deliveryOf, subscriptionRow } from './rows.ts';
import { newPlace, openFor } from './stores.ts';
import { commandLine } from '../process.ts';

type Place = Omit<StoreOptions, 'as'>;

async function db(place: Place, ...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [...commandLine('db'), ...args], {
    env: {
      ...env,
      STATE_DIR: place.stateDir,
      ...(place.databaseUrl !== undefined && { DATABASE_URL: place.databaseUrl }),
    },
  });
  const said = { code: 0 as unknown, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  [said.code] = await once(child, 'close');
  // Which database it is, is said first by all of them.
  expect(said.err).toMatch(/^Database: (?:SQLite|PostgreSQL), /);
  return { ...said, err: said.err.replace(/^Database: .*\n/, '') };
}

const embedded = async (): Promise<Place> => ({ stateDir: (await newPlace()).stateDir });

async function fill({ db: into }: Store): Promise<void> {
  for (let i = 0; i < 3; i += 1)
    await insertSubscriptionRow(into, subscriptionRow({ zone: 'Europe/Berlin' }));
  await insertAlert(into, alertOf({ reason: 'line\nbreak, "quote", ’✓ \u2028\u2029\u0085' }));
  // More than one page, and the largest times and texts that there are.
  await insertDeliveries(
    into,
    Array.from({ length: 1203 }, (_, i) =>
      deliveryOf({ slot: `slot ${i}`, dueAt: 8_640_000_000_000_000 - i, payload: '{"figures":[1.5]}' }),
    ),
  );
  await writeSetting(into, 'T1', 'admins', ['U1']);
  await addFeedback(into, 'T1', { text: 'why?', outcome: 'unanswered', faq: null }, 1);
}

async function allRows({ db: from }: Store): Promise<object[]> {
  const tables = await Promise.all(KEPT_TABLES.map((table) => from.selectFrom(table).selectAll().execute()));
  return tables.flat().toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

test('from the embedded database to the other kind, and back, beside a running bot', async () => {
  const [source, target, back] = [await embedded(), await newPlace(), await embedded()];
  const bot = await openFor(source);
  await fill(bot);
  const before = await allRows(bot);

  const file = join(source.stateDir, 'all.jsonl');
  expect(await db(source, 'export', file)).toMatchObject({ code: 0, err: `1209 rows written to ${file}.\n` });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await db(target, 'import', file)).toMatchObject({ code: 0, err: '1209 rows imported.\n' });
  expect(await allRows(await openFor(target))).toEqual(before);

  const { out } = await db(target, 'export');
  await writeFile(file, out);
  await db(back, 'import', file);
  expect(await allRows(await openFor(back))).toEqual(before);
});

test('a backup is a whole export, and an import into it is refused where there is something', async () => {
  const place = await newPlace();
  const store = await openFor(place, 'terminal');
  await fill(store);
  const file = join(place.stateDir, 'backup.jsonl');
  expect(await db(place, 'backup', file)).toMatchObject({ code: 0 });
  expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(1 + 1209);
  const refused = await db(place, 'import', file);
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('The database is not empty: it has subscriptions.');
  expect(await listSubscriptions(store.db, 'T1')).toHaveLength(3);
});

test('a broken line imports nothing, and is named', async () => {
  const place = await newPlace();
  const file = join(place.stateDir, 'broken.jsonl');
  const header = '{"lodestone":"export","migration":"0001-subscriptions-alerts-deliveries"}';
  const good = JSON.stringify({ table: 'alerts', row: alertRow() });
  await writeFile(file, [header, good, '{"table":"alerts","row":'].join('\n'));
  expect(await db(place, 'import', file)).toMatchObject({
    code: 1,
    err: expect.stringContaining('Line 3 is'),
  });
  await writeFile(file, [header, good, good].join('\n'));
  expect((await db(place, 'import', file)).err).toContain('Rows of alerts up to line 3 can’t be imported');
  await writeFile(file, '{"lodestone":"export","migration":"0999-future"}\n');
  expect((await db(place, 'import', file)).err).toContain('made by a newer Lodestone');
  const made = `${header.slice(0, -1)},"at":1,"rows":2}`;
  await writeFile(file, [made, good, ''].join('\n'));
  expect((await db(place, 'import', file)).err).toContain('says that it has 2 rows, and 1 are there');
  await writeFile(file, '');
  expect((await db(place, 'import', file)).err).toContain('The export is empty');
  expect(await listAlerts((await openFor(place)).db, 'T1')).toEqual([]);
});
