/** What CONTRIBUTING.md shows is done to a copy, and tried: it is no longer right where one of these fails. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { bareEnv } from './process.ts';

const ROOT = join(import.meta.dirname, '../..');
const DIFFS = [
  ...readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8').matchAll(/^```diff\n(.*?)^```$/gms),
].map(([, diff = '']) => diff);

/** A copy of the product with the first of the page's changes that touches a file. */
function changed(file: string) {
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-contributing-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const part of ['src', 'data', 'faq', 'package.json'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const input = DIFFS.find((diff) => diff.includes(`+++ b/${file}`));
  const applied = spawnSync('git', ['apply', '-'], { cwd: folder, input, encoding: 'utf8' });
  expect(applied.stderr).toBe('');
  const touched = [...(input ?? '').matchAll(/^\+\+\+ /gm)].length;
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, words, { cwd: folder, env: bareEnv(), encoding: 'utf8' });
  const tell = (script: string): unknown => {
    const { stdout, stderr } = run('--input-type=module', '--eval', script);
    expect(stderr).toBe('');
    return JSON.parse(stdout);
  };
  return { folder, touched, run, tell };
}

it('a metal is one file', () => {
  const { run, touched } = changed('data/osmium.json');
  expect(touched).toBe(1);
  expect(run('src/cli/check-data.ts').stdout).toContain('all sound');
  expect(run('src/cli/ask.ts', 'what does osmium cost in 2024?').stdout).toContain(
    'Osmium metal, 2024: $400/troy oz',
  );
});

it('a command that asks is an entry of the table', () => {
  const { tell, touched } = changed('src/slack/asking/commands.ts');
  expect(touched).toBe(1);
  const script = `
    import { COMMANDS } from '#src/slack/commands/commands.ts';
    import { readCommand } from '#src/slack/commands/read-command.ts';
    import { buildManifest } from '#src/slack/setup/manifest.ts';
    const { request, repaired } = readCommand('resreves rare earths', COMMANDS, () => false);
    const [{ usage_hint }] = buildManifest(COMMANDS).features.slash_commands;
    console.log(JSON.stringify({ request, repaired, hint: usage_hint }));`;
  expect(tell(script)).toMatchObject({
    request: { kind: 'question', question: 'reserves rare earths' },
    repaired: { from: 'resreves', to: 'reserves' },
    hint: expect.stringContaining('reserves'),
  });
});

it('a kind of feed is one file, and its lines in the table', () => {
  const { folder, tell, touched } = changed('src/quotes/feeds/lines-feed.ts');
  expect(touched).toBe(2);
  const file = join(folder, 'prices.txt');
  writeFileSync(file, 'Nd oxide 553-557k CNY/t ex-works incl. VAT 20 Nov 2026\n\nno price at all\n');
  const settings = { feeds: [{ kind: 'lines', id: 'desk', from: { file } }] };
  const script = `
    import { parseFeedSettings } from '#src/quotes/feeds/feed-settings.ts';
    import { readFeed } from '#src/quotes/feeds/kinds.ts';
    import { materialsOf } from '#src/domain/series/material.ts';
    import { metalSchema } from '#src/domain/series/metal.ts';
    import { withTables } from '#src/domain/series/packs/with-tables.ts';
    import { readFileSync } from 'node:fs';
    const { feeds: [feed] } = parseFeedSettings(${JSON.stringify(JSON.stringify(settings))}, 'feeds.json');
    const metals = [withTables(metalSchema.parse(JSON.parse(readFileSync('data/neodymium.json', 'utf8'))))];
    const materials = materialsOf(metals, { source: 'none', vat: [], materials: [] });
    console.log(JSON.stringify(await readFeed(feed, { materials, today: '2026-11-30', secret: () => undefined })));`;
  expect(tell(script)).toMatchObject({
    quotes: [{ metal: 'neodymium', form: 'oxide', range: { low: 553_000, high: 557_000 }, source: 'desk' }],
    rejected: [{ row: 3, reason: expect.stringMatching(/./) }],
  });
});

it('a topic is its words, and its line in the registry', () => {
  const { run, touched } = changed('src/domain/topics/registry.ts');
  expect(touched).toBe(2);
  expect(run('src/cli/ask.ts', 'iron ore shipments 2024').stdout).toContain(
    'Iron ore, shipments, United States, 2024: 44,200 kt',
  );
});
