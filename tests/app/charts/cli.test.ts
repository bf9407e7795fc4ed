import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { importQuotes } from '#src/quotes/import-quotes.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import { EVERYBODY } from '#src/domain/series/quotes/quote-store.ts';
import { openStore } from '#src/storage/database/database.ts';
import { bareEnv, commandLine } from '../process.ts';
import { quote } from '../../pure/domain/quotes/sample-quotes.ts';

const folder = mkdtempSync(join(tmpdir(), 'charts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function chart(...words: readonly string[]) {
  const env = { ...bareEnv(), STATE_DIR: folder };
  const options = { encoding: 'utf8', cwd: folder, env } as const;
  return spawnSync(process.execPath, [...commandLine('chart'), ...words], options);
}

test('draws a chart into a file, and says where it is and what it shows', () => {
  const { status, stdout } = chart('price', '2021-2026', '-o', 'deck/of/price.png', '--width', '800');
  expect(status).toBe(0);
  expect(stdout).toContain(join(folder, 'deck/of/price.png'));
  expect(stdout).toContain('from $75/kg in 2021 (estimated)');
  const png = readFileSync(join(folder, 'deck/of/price.png'));
  expect(png.readUInt32BE(16)).toBe(800);
});

test('prints the config as JSON', () => {
  const { stdout } = chart('sectors', '2026', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ type: 'doughnut' });
});

test.each([
  [['prize'], '"prize" is no chart'],
  [['price', '--width', 'wide'], '--width takes a number of pixels'],
  [['price', '-o', '.'], 'a picture is a PNG, so its name ends with .png, unlike "."'],
  [['price', '-o', '/dev/null/price.png'], "/dev/null/price.png can't be written"],
  [['price', '-o', '/proc/folder/deeper/price.png'], "/proc/folder/deeper/price.png can't be written"],
  [['gallery', '-o', '/proc/folder'], "can't be written"],
  [['price', '--frob'], 'Unknown option'],
  [['price', '1990-1995'], 'there are no figures for this chart'],
  [['quotes', 'ndpr'], 'there are no quotes for this chart'],
])('says what is wrong with %j, and exits with 2', (words, message) => {
  const { status, stderr } = chart(...words);
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});

test('draws quotes from the bot’s storage, on the basis that is asked for', async () => {
  const store = await openStore({ stateDir: folder, as: 'terminal' });
  const now = Date.now();
  const days = [1, 2, 3].map((ago) => isoDate(now - ago * 86_400_000));
  await importQuotes(
    store,
    days.map((date) => quote({ date })),
    { team: EVERYBODY, now },
  );
  await store.close();
  const drawn = chart('quotes', 'ndpr', 'last', '30', 'days', 'in', 'CNY/kg', '-o', 'ndpr.png');
  expect(drawn.stderr).toBe(`Database: SQLite, ${join(folder, 'lodestone.db')}\n`);
  expect(drawn.stdout).toContain('NdPr oxide quotes in CNY per kg');
  expect(readFileSync(join(folder, 'ndpr.png')).readUInt32BE(16)).toBe(1200);
  expect(chart('quotes', 'ndpr', '--link').stderr).toContain('no link to a public server');
});
