/** `npm run quotes -- import` on files as people have them, as processes of their own: read as meant, or refused with the reason. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { bareEnv, commandLine } from '../process.ts';

const CLI = commandLine('quotes');
const HEAD = 'date,metal,form,price,unit';
const row = (price: string, { date = '2026-11-20', unit = 'CNY/t', metal = 'ndpr', form = 'oxide' } = {}) =>
  `${date},${metal},${form},${price},${unit}`;

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return {
    folder,
    file: (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content),
    run: (...words: readonly string[]) =>
      spawnSync(process.execPath, [...CLI, ...words], {
        encoding: 'utf8',
        env: { ...bareEnv(), STATE_DIR: join(folder, 'state'), FEEDS_FILE: join(folder, 'none.json') },
        cwd: folder,
      }),
  };
}

it('one odd file does not stop a folder, and each is named with its reason', () => {
  const { folder, file, run } = newFolder();
  mkdirSync(join(folder, 'in'));
  file('in/a.csv', `${HEAD}\n${row('553000')}\n`);
  file('in/b.xlsx', Buffer.from('PK\u0003\u0004\u0014\0\0\0'));
  file(
    'in/c.csv',
    Buffer.from('date,metal,form,price,unit,place\n2026-11-20,dy,oxide,300,USD/kg,Z\xfcrich\n', 'latin1'),
  );
  file('in/d.csv', '<!doctype html><p>Sign in');
  file(
    'in/e.csv',
    `sep=;\r\n${HEAD.replaceAll(',', ';')}\r\n${row('554000', { date: '2026-11-21' }).replaceAll(',', ';')}\r\n`,
  );
  file('in/f.csv', `\uFEFF${HEAD}\n${row('555000', { date: '2026-11-22' })}\n`);
  file('in/g.csv', Buffer.from(`\uFEFF${HEAD}\n${row('556000', { date: '2026-11-19' })}\n`, 'utf16le'));
  const { stdout, status } = run('import', 'in');
  expect(stdout.match(/1 added/g)).toHaveLength(5);
  expect(stdout).toContain('b.xlsx:\nit is left out: this is a workbook (.xlsx) that is cut off or damaged');
  expect(run('export', 'dysprosium').stdout).toContain(',Zürich,');
  expect(stdout).toContain('d.csv:\nit is left out: it is a web page, not a table');
  expect(stdout).toContain('2 of 7 files could not be read.');
  expect(status).toBe(1);
});

/** Of what sources print at other prices than these: nothing but a price of its own tells. */
const QUARTZ = { metal: 'quartz', form: 'product' };

it('the last price of the series decides between two readings, and without one both are named', () => {
  const { file, run } = newFolder();
  file('new.csv', `${HEAD}\n${row('551.000', { date: '2026-11-21', ...QUARTZ })}\n`);
  const alone = run('import', 'new.csv');
  expect(alone.stdout).toContain('price “551.000” has two readings, 551 or 551,000');
  expect(alone.stdout).toContain('0 added');
  file('old.csv', `${HEAD}\n${row('553000', QUARTZ)}\n`);
  run('import', 'old.csv');
  expect(run('import', 'new.csv').stdout).toContain('1 added');
  expect(run('export').stdout).toContain(',551000,551000,');
});

it('a row with a cell too many or too few, and two prices of a day, are refused with their lines', () => {
  const { folder, file, run } = newFolder();
  file(
    'odd.csv',
    `${HEAD}\n${row('553,000')}\n2026-11-21,ndpr,oxide\n${row('553000', { date: '2026-11-23' })}\n${row('557000', { date: '2026-11-23' })}\n`,
  );
  const { stdout, status } = run('import', 'odd.csv');
  expect(stdout).toContain('line 2 is rejected: it has 6 cells, and the heading has 5');
  expect(stdout).toContain('line 3 is rejected: it has 3 cells, and the heading has 5');
  expect(stdout).toContain(
    'lines 4 and 5 are rejected: different prices for the same day (ndpr oxide, 2026-11-23)',
  );
  expect(stdout).toContain('0 added, 0 corrected, 0 unchanged, 0 held for an admin, 4 rejected.');
  expect(status).toBe(1);
  expect(existsSync(join(folder, 'state'))).toBe(false);
});

it('many rows of one reason are one line, with their number and the first lines', () => {
  const { file, run } = newFolder();
  const rows = Array.from({ length: 1793 }, (_, i) => row(`none ${i}`));
  file('long.csv', [`NdPr, weekly`, HEAD, ...rows].join('\n'));
  const { stdout } = run('import', 'long.csv', '--dry-run');
  expect(stdout).toContain('line 1 is left out: it stands above the heading (“NdPr weekly”)');
  expect(stdout).toMatch(/^lines 3, 4, 5 and 1,790 more are rejected: price “none 0” is not a number/m);
  expect(stdout.trimEnd().split('\n')).toHaveLength(4);
});
