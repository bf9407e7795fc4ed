/** Opening, locking, migrating: what stops a start, and what it says. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { nameDatabase } from '#src/storage/database/database-name.ts';
import { openStore } from '#src/storage/database/database.ts';
import { migrate, MIGRATIONS } from '#src/storage/database/migrate.ts';
import { StorageError } from '#src/storage/database/storage-error.ts';
import { listSubscriptions } from '#src/storage/subscriptions.ts';
import { insertSubscriptionRow, subscriptionRow } from './rows.ts';
import { newPlace, newStore, ON_POSTGRES, openFor } from './stores.ts';

const OPENER = `
  import { openStore } from '${new URL('../../../src/storage/database/database.ts', import.meta.url).href}';
  const options = JSON.parse(process.argv[1]);
  try {
    const store = await openStore(options);
    console.log('open');
    if (!options.keep) await store.close(); else setInterval(() => {}, 1000);
  } catch (error) { console.log(error.message); }`;

async function openElsewhere(options: object): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    OPENER,
    JSON.stringify(options),
  ]);
  return stdout.trim();
}

test('what was written is there after it is opened again', async () => {
  const place = await newPlace();
  const row = subscriptionRow();
  const first = await openStore({ ...place, as: 'bot' });
  await insertSubscriptionRow(first.db, row);
  const written = await listSubscriptions(first.db, 'T1');
  expect(written).toMatchObject([{ id: row.id, next: { at: row.next_at } }]);
  await first.close();
  expect(await listSubscriptions((await openFor(place)).db, 'T1')).toEqual(written);
});

test('five processes that start on an empty database at once all get on', async () => {
  const place = await newPlace();
  const opened = await Promise.all(
    Array.from({ length: 5 }, () => openElsewhere({ ...place, as: 'terminal' })),
  );
  expect(opened).toEqual(Array.from({ length: 5 }, () => 'open'));
});

test('a database newer than the code is refused, and left as it is', async () => {
  const place = await newPlace();
  const newer = await openStore({ ...place, as: 'bot' });
  await migrate(newer.db, { ...MIGRATIONS, '0999-from-the-future': { up: async () => {} } });
  await newer.close();
  const refused = openStore({ ...place, as: 'bot' });
  await expect(refused).rejects.toThrow(StorageError);
  await expect(refused).rejects.toThrow('newer than this Lodestone: it has 0999-from-the-future');
});

test('a migration that fails changes nothing, and says which one it was', async () => {
  const { db } = await newStore();
  const broken = migrate(db, {
    ...MIGRATIONS,
    '0998-broken': {
      up: async (trx) => {
        await sql`create table half_done (id text)`.execute(trx);
        await sql`no such statement`.execute(trx);
      },
    },
  });
  await expect(broken).rejects.toThrow('could not be brought up to date (0998-broken)');
  const tables = await db.introspection.getTables();
  expect(tables.map((table) => table.name)).not.toContain('half_done');
  await migrate(db);
});

test('a second bot beside a first', async () => {
  const place = await newPlace();
  await openFor(place);
  const second = await openElsewhere({ ...place, as: 'bot' });
  expect(second).toBe(
    ON_POSTGRES ? 'open' : `Another Lodestone (process ${process.pid}) runs on ${place.stateDir}.`,
  );
});

describe.skipIf(ON_POSTGRES)('the embedded database', () => {
  test('a terminal command reads and writes beside a running bot', async () => {
    const place = await newPlace();
    const bot = await openFor(place);
    const terminal = await openFor(place, 'terminal');
    await insertSubscriptionRow(terminal.db, subscriptionRow());
    expect(await listSubscriptions(bot.db, 'T1')).toHaveLength(1);
  });

  test('the lock ends with the process, also when it is killed', async () => {
    const place = await newPlace();
    const bot = spawn(process.execPath, [
      '--input-type=module',
      '--eval',
      OPENER,
      JSON.stringify({ ...place, as: 'bot', keep: true }),
    ]);
    await once(bot.stdout, 'data');
    await expect(openStore({ ...place, as: 'bot' })).rejects.toThrow(`(process ${bot.pid})`);
    bot.kill('SIGKILL');
    await once(bot, 'exit');
    await openFor(place);
  });

  test('commits are flushed to the disk, and nobody waits long for another', async () => {
    const { db } = await newStore();
    const read = async (name: string) => {
      const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
      return Object.values(rows[0] ?? {})[0];
    };
    expect(await read('journal_mode')).toBe('wal');
    expect(await read('synchronous')).toBe(2);
    expect(await read('busy_timeout')).toBe(250);
  });

  test('a folder that can’t be made, and a file that is no database, are named', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'lodestone-bad-'));
    await writeFile(join(dir, 'file'), '');
    await expect(openStore({ stateDir: join(dir, 'file', 'state'), as: 'bot' })).rejects.toThrow(
      join(dir, 'file', 'state'),
    );
    await writeFile(join(dir, 'lodestone.db'), 'not a database, but long enough to be looked at as one');
    await chmod(join(dir, 'lodestone.db'), 0o600);
    await expect(openStore({ stateDir: dir, as: 'bot' })).rejects.toThrow('lodestone.db');
  });
});

test('a PostgreSQL that isn’t there is said to be not there, without its password', async () => {
  const missing = openStore({
    stateDir: tmpdir(),
    databaseUrl: 'postgres://me:very-secret@127.0.0.1:1/nowhere',
    as: 'bot',
  });
  await expect(missing).rejects.toThrow('DATABASE_URL');
  await expect(missing).rejects.not.toThrow('very-secret');
});

test('a database that must be there and is not is named, and not made', async () => {
  const { stateDir, databaseUrl } = await newPlace();
  const folder = join(stateDir, 'elsewhere');
  const refused = openStore({ stateDir: folder, databaseUrl, as: 'terminal', mustExist: true });
  await expect(refused).rejects.toThrow('There is no database of Lodestone there: ');
  expect(existsSync(folder)).toBe(false);
});

test.each([
  [{ stateDir: '/var/x' }, 'SQLite, /var/x/lodestone.db'],
  [{ stateDir: '/', databaseUrl: 'postgres://u:secret@db:5433/lodestone' }, 'PostgreSQL, db:5433/lodestone'],
  [{ stateDir: '/', databaseUrl: 'postgres:///x?host=/tmp' }, 'PostgreSQL, that of DATABASE_URL'],
  // Marks in a password that were not escaped.
  [{ stateDir: '/', databaseUrl: 'postgres://u:p@secret#w@db/l' }, 'PostgreSQL, that of DATABASE_URL'],
  [{ stateDir: '/', databaseUrl: 'postgres://u:1/secret@db/l' }, 'PostgreSQL, that of DATABASE_URL'],
  [{ stateDir: '/', databaseUrl: 'postgres://u:secret?w@db/l' }, 'PostgreSQL, that of DATABASE_URL'],
])('%j is said to be “%s”', (place, words) => {
  expect(nameDatabase(place)).toBe(words);
});
