import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'charts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function chart(...words: readonly string[]) {
  const options = { encoding: 'utf8', cwd: folder } as const;
  return spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../../src/charts/cli.ts'), ...words],
    options,
  );
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
])('says what is wrong with %j, and exits with 2', (words, message) => {
  const { status, stderr } = chart(...words);
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});
