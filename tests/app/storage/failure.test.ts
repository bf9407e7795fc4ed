/** A disk or a file that fails is said to: what it is, and how to mend it, in a sentence and never as a stack. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '#src/storage/database/database.ts';
import { storageFailure } from '#src/storage/database/failure.ts';
import { StorageError } from '#src/storage/database/storage-error.ts';
import { bareEnv, commandLine } from '../process.ts';
import { insertSubscriptionRow, subscriptionRow } from './rows.ts';
import { newPlace, ON_POSTGRES, openFor } from './stores.ts';

const DB = commandLine('db');
const IS_ROOT = process.getuid?.() === 0;

/** A command as people type it. @param limit The largest file that it may write, in blocks of 512 bytes. */
function run(stateDir: string, words: readonly string[], limit = 'unlimited') {
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', `ulimit -f ${limit} && exec "$@"`, 'sh', process.execPath, ...DB, ...words],
    {
      encoding: 'utf8',
      cwd: dirname(stateDir),
      env: { ...bareEnv(), STATE_DIR: stateDir },
    },
  );
  expect(stderr).not.toMatch(/^\s+at /m);
  return { status, said: stdout + stderr };
}

async function filledPlace(rows = 3): Promise<{ stateDir: string; file: string }> {
  const { stateDir } = await newPlace();
  const store = await openStore({ stateDir, as: 'bot' });
  await store.write(async (db) => {
    for (let i = 0; i < rows; i += 1) await insertSubscriptionRow(db, subscriptionRow());
  });
  await store.close();
  return { stateDir, file: join(stateDir, 'lodestone.db') };
}

describe.skipIf(ON_POSTGRES)('the embedded database', () => {
  test('of no bytes is not taken for a new one, by the bot nor by a command', async () => {
    const { stateDir, file } = await filledPlace();
    await truncate(file, 0);
    await writeFile(join(stateDir, 'backup.jsonl'), '{"lodestone":"export","migration":"0002-quotes"}\n');
    const { status, said } = run(stateDir, ['import', join(stateDir, 'backup.jsonl')]);
    expect(said).toContain(`${file} is empty, which no database of Lodestone is`);
    expect(said).toContain('restore a backup: npm run db -- import');
    expect(status).toBe(1);
    for (const as of ['bot', 'terminal'] as const)
      await expect(openStore({ stateDir, as })).rejects.toThrow(`${file} is empty`);
    expect(readFileSync(file)).toHaveLength(0);
    // As it says: once it is away, a new one is made.
    await rm(file);
    await (await openStore({ stateDir, as: 'bot' })).close();
  });

  test('that is gone while its last commits are there is not made anew', async () => {
    const { stateDir } = await newPlace();
    const store = await openFor({ stateDir });
    await insertSubscriptionRow(store.db, subscriptionRow());
    const copy = join(stateDir, 'copy');
    await mkdir(copy);
    await cp(join(stateDir, 'lodestone.db-wal'), join(copy, 'lodestone.db-wal'));
    const refused = openStore({ stateDir: copy, as: 'bot' });
    await expect(refused).rejects.toThrow('is gone, and its last commits are there still');
    expect(existsSync(join(copy, 'lodestone.db'))).toBe(false);
  });

  test.each([
    ['cut off', async (file: string) => await truncate(file, 4096), 'is damaged: parts of it can’t be read'],
    ['something else', async (file: string) => await writeFile(file, 'x'.repeat(9000)), 'is no database, or'],
  ])('that is %s is named, and left as it is', async (_, damage, reason) => {
    const { stateDir, file } = await filledPlace();
    await damage(file);
    const before = readFileSync(file);
    const { status, said } = run(stateDir, ['export']);
    expect(said).toContain(`${file} ${reason}`);
    expect(said).toContain('restore a backup: npm run db -- import');
    expect(status).toBe(1);
    await expect(openStore({ stateDir, as: 'bot' })).rejects.toThrow(`${file} ${reason}`);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('in a folder that can’t be written to', async () => {
    const { stateDir } = await newPlace();
    const folder = join(stateDir, 'state');
    await mkdir(folder);
    if (IS_ROOT) mount(folder, 'ro,size=64k');
    else await chmod(folder, 0o500);
    await writeFile(join(stateDir, 'backup.jsonl'), '{"lodestone":"export","migration":"0002-quotes"}\n');
    const { status, said } = run(folder, ['import', join(stateDir, 'backup.jsonl')]);
    expect(said).toContain('can’t be written to.');
    expect(said).toContain('Let the user who runs Lodestone write to the folder of STATE_DIR');
    expect(status).toBe(1);
    await expect(openStore({ stateDir: folder, as: 'bot' })).rejects.toThrow('can’t be written to.');
  });

  test('a file that may not grow: the backup that was there stays', async () => {
    const { stateDir } = await filledPlace(500);
    const file = join(stateDir, 'backup.jsonl');
    expect(run(stateDir, ['backup', file]).status).toBe(0);
    const before = readFileSync(file);
    const { status, said } = run(stateDir, ['backup', file], '100');
    expect(said).toContain(`${file} is larger than a file may be here.`);
    expect(status).toBe(1);
    expect(readFileSync(file).equals(before)).toBe(true);
    const limited = run(join(stateDir, 'new'), ['import', file], '100');
    expect(limited.said).toMatch(/The disk fails under .*limit on the size of files/s);
  });
});

/** Only root may: elsewhere the other tests stand for it. */
test.skipIf(ON_POSTGRES || !IS_ROOT)(
  'a full disk is said to be full, and what was stored stays',
  async () => {
    const { stateDir } = await newPlace();
    const folder = join(stateDir, 'state');
    await mkdir(folder);
    mount(folder, 'size=512k');
    const store = await openStore({ stateDir: folder, as: 'bot' });
    onTestFinished(() => store.close());
    let stored = 0;
    const fill = async () => {
      for (;;) {
        await insertSubscriptionRow(store.db, subscriptionRow({ content: 'x'.repeat(5000) }));
        stored += 1;
      }
    };
    const error: unknown = await fill().catch((thrown: unknown) => thrown);
    expect(storageFailure(error, 'the database', folder)?.message).toBe(
      'The disk is full: the database can’t be written.',
    );
    const { status, said } = run(folder, ['backup', join(folder, 'backup.jsonl')]);
    expect(said).toContain('The disk is full');
    expect(said).toContain('Make room there');
    expect(status).toBe(1);
    expect(existsSync(join(folder, 'backup.jsonl'))).toBe(false);
    // Elsewhere there is room.
    expect(run(folder, ['backup', join(stateDir, 'backup.jsonl')]).said).toContain(`${stored} rows written`);
  },
);

function mount(folder: string, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', [folder]));
}

test('what is no fault of a disk is not called one', () => {
  for (const error of [
    new Error('x'),
    new StorageError('x', 'y'),
    Object.assign(new Error('x'), { code: 'ENOENT' }),
    'x',
  ])
    expect(storageFailure(error)).toBeUndefined();
});
