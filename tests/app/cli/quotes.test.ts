/** `npm run quotes`, as processes of their own: what is exported can be imported as it was, and nothing is stored half. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { bareEnv, commandLine } from '../process.ts';

const CLI = commandLine('quotes');

const HEADING = 'date,metal,form,purity,terms,place,vat,unit,low,high,estimated,source';
const TABLE = `${HEADING}
2026-11-19,ndpr,oxide,99.5 %,ex-works,China,included,CNY/t,550000,554000,no,smm
2026-11-20,ndpr,oxide,99.5 %,ex-works,China,included,CNY/t,553000,557000,yes,smm
2026-11-20,neodymium,metal,,fob,"Shanghai, China",excluded,USD/kg,118.5,119.25,no,
`;

const withoutMoment = (text: string) => text.replaceAll(/,[^,\n]*$/gm, '');

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-quotes-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return {
    folder,
    file: (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    run: (state: string, ...words: readonly string[]) => {
      const env = {
        ...bareEnv(),
        STATE_DIR: join(folder, state),
        FEEDS_FILE: join(folder, 'no-feeds.json'),
      };
      return spawnSync(process.execPath, [...CLI, ...words], { encoding: 'utf8', env });
    },
  };
}

it('exports what it can import again: sources, estimates and all', () => {
  const { file, run } = newFolder();
  const first = run('a', 'import', file('table.csv', TABLE));
  expect(first.stdout).toBe('3 added, 0 corrected, 0 unchanged, 0 held for an admin, 0 rejected.\n');
  const { stdout: exported } = run('a', 'export');
  expect(exported).toContain(
    '2026-11-20,ndpr,oxide,99.5 %,ex-works,China,included,CNY,t,553000,557000,yes,smm,,,1',
  );
  expect(exported).toContain(
    'neodymium,metal,,fob,"Shanghai, China",excluded,USD,kg,118.5,119.25,no,import,,,1',
  );
  const table = file('exported.csv', exported);
  expect(run('a', 'import', table).stdout).toContain('0 added, 0 corrected, 3 unchanged');
  expect(run('b', 'import', table).stdout).toContain('3 added');
  expect(withoutMoment(run('b', 'export').stdout)).toBe(withoutMoment(exported));
});

it('keeps a workspace’s own prices to it', () => {
  const { file, run } = newFolder();
  run('a', 'import', file('table.csv', TABLE), '--team', 'T1');
  expect(run('a', 'export').stdout.trimEnd().split('\n')).toHaveLength(1);
  expect(run('a', 'export').stderr).toContain('0 prices exported.');
  expect(run('a', 'export', 'tin', 'NdPr', '--team', 'T1').stderr).toContain(
    '2 prices exported. There are none of tin; there are of',
  );
  expect(run('a', 'export', 'gizmo', '--team', 'T1').stderr).toContain('There is no metal "gizmo"');
  expect(run('a', 'export', 'ndpr', '--team', 'T1').stdout.trimEnd().split('\n')).toHaveLength(3);
});

it('shows in a dry run what would be read and what rejected, and stores nothing', () => {
  const { folder, file, run } = newFolder();
  const bad = `${TABLE}2026-11-21,unobtainium,oxide,,,,,CNY/t,1,1,no,smm\n2026-11-21,ndpr,oxide,,,,,CNY/t,1,1,no,数据\n`;
  const { stdout, status } = run('a', 'import', file('bad.csv', bad), '--dry-run');
  expect(status).toBe(1);
  expect(stdout).toContain(
    '2026-11-20 · ndpr · oxide · 99.5 % · ex-works · China · VAT included · CN¥553,000 to CN¥557,000/t · from smm',
  );
  expect(stdout).toContain('line 5 is rejected: “unobtainium” is no metal that is known here');
  expect(stdout).toContain(
    'line 6 is rejected: the source “数据” is no id: lower case letters, digits and dashes',
  );
  expect(stdout).toContain('3 rows would be read, 2 rejected. Nothing is stored.');
  expect(existsSync(join(folder, 'a'))).toBe(false);
});

it('refuses what is no table, with the reason, and stores nothing', () => {
  const { file, run } = newFolder();
  for (const [text, reason] of [
    ['<!doctype html><p>Sign in', 'it is a web page, not a table'],
    ['date,metal,low\n2026-11-20,ndpr,1\n', 'it does not say in which unit its prices are'],
    [`${TABLE}2026-11-21,"ndpr,oxide\n`, 'it is no table'],
  ] as const) {
    const { stderr, status } = run('a', 'import', file('odd.csv', text));
    expect(stderr).toContain(reason);
    expect(status).toBe(1);
  }
  expect(run('a', 'export').stdout.trimEnd().split('\n')).toHaveLength(1);
});
