/** What every command of package.json does alike: its usage, its settings, and what it says of what was mistyped. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '#src/storage/database/database.ts';
import { bareEnv } from '../process.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SRC = join(ROOT, 'src');

/** Each command that people run, by what node is given. */
const COMMANDS = {
  start: ['main.ts'],
  ask: ['command.ts', 'ask'],
  quotes: ['command.ts', 'quotes'],
  chart: ['command.ts', 'chart'],
  db: ['command.ts', 'db'],
  faq: ['command.ts', 'faq'],
  manifest: ['command.ts', 'manifest'],
  'data:check': ['cli/check-data.ts'],
  'new-metal': ['cli/new-metal.ts'],
};
type Name = keyof typeof COMMANDS;
const isName = (name: string): name is Name => Object.hasOwn(COMMANDS, name);
const names = Object.keys(COMMANDS).filter(isName);

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-commands-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function run(name: Name, words: readonly string[], cwd = newFolder(), input = '') {
  const [entry = '', ...named] = COMMANDS[name];
  return spawnSync(process.execPath, [join(SRC, entry), ...named, ...words], {
    encoding: 'utf8',
    env: bareEnv(),
    cwd,
    input,
  });
}

describe.each(names)('%s', (name) => {
  it('prints its usage for --help, whatever else was typed, and exits with 0', () => {
    const { status, stdout, stderr } = run(name, ['--frob', 'x', '--help']);
    expect(stdout).toMatch(/^Usage: npm (?:run|start)/);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('names an option that it does not know, and exits with 2', () => {
    const { status, stderr } = run(name, ['--frob']);
    expect(stderr).toMatch(/^Unknown option '--frob'\.\n\nUsage: npm/);
    expect(status).toBe(2);
  });
});

it('has each of them in package.json', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  for (const [name, entry] of Object.entries(COMMANDS))
    expect(scripts[name]).toContain(`node src/${entry.join(' ')}`);
});

describe('settings of .env', () => {
  const QUOTE = 'date,metal,form,price,unit\n2026-11-20,ndpr,oxide,553000,CNY/t\n';

  // Nine processes, one after another.
  it(
    'hold for every command that reads the database, and each says which it is',
    { timeout: 120_000 },
    async () => {
      const folder = newFolder();
      writeFileSync(join(folder, '.env'), 'STATE_DIR=elsewhere\n');
      writeFileSync(join(folder, 'a.csv'), QUOTE);
      await (await openStore({ stateDir: join(folder, 'elsewhere'), as: 'terminal' })).close();
      const said = `Database: SQLite, ${join(folder, 'elsewhere/lodestone.db')}\n`;
      for (const [name, ...words] of [
        ['quotes', 'import', 'a.csv'],
        ['quotes', 'export'],
        ['quotes', 'status'],
        ['ask', 'ndpr price'],
        ['chart', 'quotes', 'ndpr', '--link', '--host', 'charts.example.com'],
        ['db', 'backup', 'all.jsonl'],
        ['faq', 'suggest'],
      ] as const) {
        const { stderr, status } = run(name, words, folder);
        expect({ name, stderr, status }).toMatchObject({ stderr: expect.stringContaining(said), status: 0 });
      }
      expect(readFileSync(join(folder, 'all.jsonl'), 'utf8')).toContain('553000');
      expect(run('ask', ['ndpr price'], folder).stdout).toContain('CN¥553,000/t');
      expect(existsSync(join(folder, '.lodestone'))).toBe(false);
    },
  );

  it('are not said among answers in JSON', () => {
    const { stdout, stderr } = run('ask', ['--json', 'price 2024']);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'answer' });
    expect(stderr).toBe('');
  });

  it('name what is wrong with them', () => {
    const folder = newFolder();
    writeFileSync(join(folder, '.env'), 'DATABASE_URL=mysql://u:secret@h/d\n');
    const { stderr, status } = run('db', ['backup', 'a.jsonl'], folder);
    expect(stderr).toContain('DATABASE_URL: this is not the address of a PostgreSQL database');
    expect(stderr).not.toContain('secret');
    expect(status).toBe(1);
    rmSync(join(folder, '.env'));
    mkdirSync(join(folder, '.env'));
    expect(run('ask', ['price'], folder).stderr).toMatch(/^\.env: can’t be read/);
  });
});

describe('a metal that was begun', () => {
  it('has no figure before somebody puts one in: it is refused, with the place of what is missing', () => {
    const folder = newFolder();
    const begun = run('new-metal', ['osmium', 'Osmium', 'Os', '--data', '.'], folder);
    expect(begun.stdout).toContain('osmium.json: put your figures in, in place of null');
    const file = join(folder, 'osmium.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ series: [{ points: [{ value: null }] }] });
    expect(run('new-metal', ['osmium', 'Mine', '--data', '.'], folder).status).toBe(1);
    writeFileSync(join(folder, '.env'), `DATA_DIR=${folder}\n`);
    const { stderr, status } = run('data:check', [], folder);
    expect(stderr).toContain('osmium.json: series[0].points[0].value: ');
    expect(status).toBe(1);
  });
});

describe('a file or folder that isn’t there, or can’t be read', () => {
  it('a database is named that stands below the folder that was meant, such as a local Slack’s', async () => {
    const folder = newFolder();
    const below = join(folder, '.lodestone', 'local-slack');
    const store = await openStore({ stateDir: below, databaseUrl: undefined, as: 'bot' });
    await store.close();
    for (const [name, words] of [
      ['quotes', ['export']],
      ['faq', ['suggest']],
      ['db', ['export']],
    ] as const)
      expect(run(name, words, folder).stderr).toContain('There is one by STATE_DIR=');
    const named = run('quotes', ['export'], folder).stderr;
    expect(named).toContain('local-slack, as a local Slack keeps it');
    const { stderr } = run('db', ['backup', 'nowhere/all.jsonl', '--force'], below);
    expect(stderr).toContain('There is no database of Lodestone there');
    writeFileSync(join(folder, '.env'), `STATE_DIR=${below}\n`);
    expect(run('db', ['backup', 'nowhere/all.jsonl'], folder).stderr).toContain('there is no folder nowhere');
  });

  it.each([
    ['quotes', ['import', 'no.csv'], /no\.csv can’t be read: there is no such file or folder/],
    ['quotes', ['export'], /There is no database of Lodestone there: SQLite/],
    ['db', ['import', 'no.jsonl'], /no\.jsonl: there is no such file or folder/],
    ['db', ['import', '.'], /\. is a folder/],
    ['faq', ['suggest'], /There is no database of Lodestone there/],
    ['chart', ['price', '--data', 'nowhere'], /nowhere/],
  ] as const)('%s %j: is named, without a stack', (name, words, reason) => {
    const folder = newFolder();
    const { stderr, status } = run(name, words, folder);
    expect(stderr).toMatch(reason);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBeGreaterThan(0);
  });
});
