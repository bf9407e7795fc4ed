import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadMatcher } from '#src/platform/matcher-cache.ts';

let cacheDir: string;
beforeEach(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'lodestone-cache-'));
});
afterEach(async () => {
  await chmod(cacheDir, 0o700);
  await rm(cacheDir, { recursive: true });
});

const entries = ['lend money', 'close account', 'lost card'].map((question, at) => ({
  id: `entry-${at}`,
  question,
  examples: [`how do I ${question}`, `please ${question} for me`, `${question} today`],
}));
const load = (precision = 0.95, from = entries) => loadMatcher(from, { cacheDir, precision });
const files = async () => (await readdir(cacheDir)).map((name) => join(cacheDir, name));
const QUESTION = 'my card is lost';

test('a second start takes what the first one kept, and answers the same', async () => {
  const learned = (await load()).match(QUESTION);
  const [file = ''] = await files();
  const kept = await readFile(file);
  expect((await load()).match(QUESTION)).toEqual(learned);
  expect(await readFile(file)).toEqual(kept);
  expect(await files()).toEqual([file]);
});

test('other phrasings and another precision are kept apart', async () => {
  await load();
  await load(0.8);
  await load(
    0.95,
    entries.map((entry) => ({ ...entry, examples: [...entry.examples, 'one more'] })),
  );
  expect(await files()).toHaveLength(3);
});

test('only the newest few are kept', async () => {
  for (const precision of [0.5, 0.6, 0.7, 0.8, 0.9, 0.95]) await load(precision);
  expect(await files()).toHaveLength(4);
});

test.each([
  ['empty', async () => Buffer.alloc(0)],
  ['cut short', async (file: string) => (await readFile(file)).subarray(0, 900)],
  ['foreign', async () => serialize({ some: 'thing' })],
  [
    'changed in one byte',
    async (file: string) => {
      const bytes = await readFile(file);
      bytes[bytes.length - 40] = (bytes.at(-40) ?? 0) ^ 1;
      return bytes;
    },
  ],
])('a file that is %s is made again', async (_, spoil) => {
  const learned = (await load()).match(QUESTION);
  const [file = ''] = await files();
  const sound = await readFile(file);
  await writeFile(file, await spoil(file));
  expect((await load()).match(QUESTION)).toEqual(learned);
  expect(await readFile(file)).toEqual(sound);
});

test('a folder that cannot be written, or is none, is no fault', async () => {
  const learned = (await load()).match(QUESTION);
  const [file = ''] = await files();
  const inFile = await loadMatcher(entries, { cacheDir: join(file, 'below'), precision: 0.95 });
  expect(inFile.match(QUESTION)).toEqual(learned);
});
