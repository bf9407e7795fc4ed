/** Backups by `npm run db`: never of nothing, never half a file, and never fewer rows over more. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Store, StoreOptions } from '#src/storage/database/database.ts';
import { bareEnv, commandLine } from '../process.ts';
import { insertSubscriptionRow, subscriptionRow } from './rows.ts';
import { newPlace, openFor } from './stores.ts';

const DB = commandLine('db');

const envOf = ({ stateDir, databaseUrl }: Omit<StoreOptions, 'as'>) => ({
  ...bareEnv(),
  STATE_DIR: stateDir,
  ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
});

function db(place: Omit<StoreOptions, 'as'>, ...words: readonly string[]) {
  return spawnSync(process.execPath, [...DB, ...words], {
    encoding: 'utf8',
    env: envOf(place),
    cwd: place.stateDir,
  });
}

async function subscribe(store: Store, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await insertSubscriptionRow(store.db, subscriptionRow());
}

const linesIn = async (file: string) => (await readFile(file, 'utf8')).trimEnd().split('\n').length;
const partsIn = async (folder: string) => (await readdir(folder)).filter((name) => name.endsWith('.part'));

test('a backup of a database that isn’t there is refused, and makes neither', async () => {
  const place = await newPlace();
  const stateDir = join(place.stateDir, 'mistyped');
  const good = join(place.stateDir, 'good.jsonl');
  await writeFile(good, 'as it was\n');
  for (const command of ['backup', 'export']) {
    const { status, stderr } = spawnSync(process.execPath, [...DB, command, good, '--force'], {
      encoding: 'utf8',
      env: envOf({ ...place, stateDir }),
    });
    expect(status).toBe(1);
    expect(stderr).toContain('There is no database of Lodestone there');
    expect(await readFile(good, 'utf8')).toBe('as it was\n');
  }
  expect(existsSync(stateDir)).toBe(false);
});

test('a backup takes the place of one that has no more rows, and of a greater one by --force alone', async () => {
  const [place, other] = [await newPlace(), await newPlace()];
  await subscribe(await openFor(place), 3);
  await subscribe(await openFor(other), 1);
  const file = join(place.stateDir, 'backup.jsonl');
  expect(db(place, 'backup', file).stderr).toContain(`3 rows written to ${file}.`);
  expect(db(place, 'backup', file).status).toBe(0);

  const refused = db(other, 'backup', file);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain(`This backup would have 1 rows, and ${file} has 3.`);
  expect(await linesIn(file)).toBe(1 + 3);
  expect(await partsIn(place.stateDir)).toEqual([]);

  expect(db(other, 'backup', file, '--force').status).toBe(0);
  expect(await linesIn(file)).toBe(1 + 1);
});

test('a file that is no whole backup is kept, unless it is empty', async () => {
  const place = await newPlace();
  await subscribe(await openFor(place), 2);
  const file = join(place.stateDir, 'notes.txt');
  const header = '{"lodestone":"export","migration":"0001-subscriptions-alerts-deliveries"}';
  for (const text of ['my notes\n', `${header}\n{"table":"subscriptions","row":{"id":`]) {
    await writeFile(file, text);
    const { status, stderr } = db(place, 'backup', file);
    expect(stderr).toContain(`${file} is there, and is no whole backup of Lodestone.`);
    expect(status).toBe(1);
    expect(await readFile(file, 'utf8')).toBe(text);
  }
  await writeFile(file, '');
  expect(db(place, 'backup', file).status).toBe(0);
  expect(await linesIn(file)).toBe(1 + 2);
});

test('a place that can’t be written is named in a line, and leaves nothing', async () => {
  const place = await newPlace();
  await subscribe(await openFor(place), 1);
  const { stateDir } = place;
  await mkdir(join(stateDir, 'folder'));
  for (const [file, reason] of [
    [join(stateDir, 'folder'), /folder is a folder\.\nName a file/],
    [
      join(stateDir, 'no/such/backup.jsonl'),
      /no\/such\/backup\.jsonl can’t be written: there is no folder \S*no\/such\./,
    ],
    ['/dev/null', /\/dev\/null is no file\./],
    ['/proc/backup.jsonl', /\/proc\/backup\.jsonl/],
  ] as const) {
    const { status, stderr } = db(place, 'backup', file);
    expect(stderr).toMatch(reason);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(1);
  }
  expect(await partsIn(stateDir)).toEqual([]);
});

test('a link to a backup stays one', async () => {
  const place = await newPlace();
  await subscribe(await openFor(place), 1);
  await writeFile(join(place.stateDir, 'monday.jsonl'), '');
  await symlink('monday.jsonl', join(place.stateDir, 'latest.jsonl'));
  expect(db(place, 'backup', join(place.stateDir, 'latest.jsonl')).status).toBe(0);
  expect(await linesIn(join(place.stateDir, 'monday.jsonl'))).toBe(1 + 1);
});

test('a backup that is stopped half way leaves what was there', async () => {
  const place = await newPlace();
  const store = await openFor(place);
  await subscribe(store, 1);
  const file = join(place.stateDir, 'backup.jsonl');
  expect(db(place, 'backup', file).status).toBe(0);
  await subscribe(store, 2000);
  const child = spawn(process.execPath, [...DB, 'backup', file], { env: envOf(place), cwd: place.stateDir });
  const ended = once(child, 'exit');
  while ((await partsIn(place.stateDir)).length === 0 && child.exitCode === null)
    await new Promise((resolve) => setImmediate(resolve));
  child.kill('SIGTERM');
  await ended;
  // Stopped or just done: a whole backup either way, and nothing beside it.
  expect([2, 2002]).toContain(await linesIn(file));
  expect(await partsIn(place.stateDir)).toEqual([]);
});
