/** The bundle that a start runs: it answers as the sources do, and is left aside where it is not of just these. */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize } from 'node:v8';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSimulator } from 'local-slack';
import { findBundle, MADE_OF, ROOT, type MadeOf } from '#src/platform/bundle.ts';
import { readData, vocabularyOf } from '#src/platform/catalog.ts';
import { SECRETS } from './lodestone.ts';
import { COMMANDS } from '#src/slack/commands/commands.ts';
import { buildManifest } from '#src/slack/setup/manifest.ts';
import { bareEnv, freePort, startProcess, untilHealthy } from './process.ts';

const PATIENCE = { timeout: 60_000 };
let folder: string;
beforeAll(() => {
  // Within the folder of the product: what is not in the bundle is found in its node_modules.
  mkdirSync(join(ROOT, '.lodestone'), { recursive: true });
  folder = mkdtempSync(join(ROOT, '.lodestone/bundle-'));
  const command = join(ROOT, 'src/cli/bundle.ts');
  const made = spawnSync(process.execPath, [command, '--to', folder], { encoding: 'utf8', env: bareEnv() });
  if (made.status !== 0) throw new Error(made.stderr);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const found = (name = 'start') => fileURLToPath(findBundle(name, folder) ?? 'file:///none');

it('starts, answers, loads late what is asked for later, and ends', PATIENCE, async () => {
  const people = [{ name: 'Boss', admin: true }];
  const manifest = buildManifest(COMMANDS, ['files:write', 'files:read']);
  const slack = await startSimulator({ manifest, ...SECRETS, people, rateLimits: false });
  const port = await freePort();
  const started = startProcess(
    {
      PORT: String(port),
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: SECRETS.botToken,
      SLACK_SIGNING_SECRET: SECRETS.signingSecret,
      CHARTS: 'upload',
    },
    found(),
  );
  await untilHealthy(started, port);
  slack.setAppUrl(`http://127.0.0.1:${port}/slack/events`);
  const boss = slack.user('Boss');
  const say = async (line: string) => (await slack.answerTo(() => boss.command(line, '#general'))).text;
  expect(await say('/nd price 2024')).toContain('$125/kg');
  await say('/nd chart price 2021-2026');
  await slack.waitFor(() =>
    slack.exchanges().find((e) => 'method' in e && e.method === 'files.completeUploadExternal'),
  );
  const [token = ''] = /lode_[\w-]{43}/.exec(await say('/nd api new script')) ?? [];
  const requestInit = { headers: { authorization: `Bearer ${token}` } };
  const at = (path: string) => new URL(path, `http://127.0.0.1:${port}`);
  const asked = await fetch(at('/api/v1/ask?q=price%202024'), requestInit);
  expect([asked.status, await asked.text()]).toEqual([200, expect.stringContaining('$125/kg')]);
  expect((await fetch(at('/api/v1/openapi.json'), requestInit)).status).toBe(200);
  const client = new Client({ name: 'tests', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(at('/mcp'), { requestInit }));
  const called = await client.callTool({ name: 'ask', arguments: { question: 'price 2024' } });
  expect(JSON.stringify(called.content)).toContain('$125/kg');
  await client.close();
  started.kill('SIGTERM');
  expect(await started.exited).toBe(0);
  expect(started.output()).not.toMatch(/warning/i);
  await slack.close();
});

it('answers in a terminal as the sources do', PATIENCE, () => {
  const env = { ...bareEnv(), STATE_DIR: folder };
  const answers = [found('ask'), join(ROOT, 'src/cli/ask.ts')].map((entry) => {
    const words = ['--json', '--explain', '--now', '2026-11-24', 'what did neodymium oxide cost in 2024?'];
    const { stdout, status } = spawnSync(process.execPath, [entry, ...words], { encoding: 'utf8', env });
    return { stdout, status };
  });
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toMatchObject({ status: 0, stdout: expect.stringContaining('$56/kg') });
});

it('has no entry for what is no command', () => {
  expect(findBundle('check-data', folder)).toBeUndefined();
});

it('holds the shipped data as they are read', async () => {
  const kept = deserialize(readFileSync(join(dirname(found()), 'data.bin')));
  const read = await readData({ dataDir: join(ROOT, 'data'), faqDir: join(ROOT, 'faq') });
  expect(kept.data).toStrictEqual(read);
  expect(kept.vocabulary).toStrictEqual(vocabularyOf(read, kept.defaultMetal));
  expect(kept.defaultMetal).toBe('neodymium');
  expect(kept.noted.files).toContain('faq/neodymium.json');
});

/** What is found where it says something else of itself. */
const alter = (change: (made: MadeOf) => MadeOf): string | undefined => {
  const file = join(folder, MADE_OF);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, JSON.stringify(change(JSON.parse(text))));
  try {
    return findBundle('start', folder);
  } finally {
    writeFileSync(file, text);
  }
};

describe('it is left aside', () => {
  it.each([
    ['where a source holds something else', (made: MadeOf) => ({ ...made, seen: '', sum: '' })],
    ['where a source is gone', (made: MadeOf) => ({ ...made, files: [...made.files, 'src/gone.ts'] })],
    ['in another place', (made: MadeOf) => ({ ...made, root: '/elsewhere' })],
    ['where it is gone itself', (made: MadeOf) => ({ ...made, entries: { start: 'c/start.js' } })],
  ])('%s', (_, change) => {
    expect(alter(change)).toBeUndefined();
  });

  it('but not where the same was only written again', () => {
    expect(alter((made) => ({ ...made, seen: '' }))).toBe(findBundle('start', folder));
    expect(findBundle('start', folder)).toMatch(/^file:/);
  });

  it('and it knows all that it was made of', () => {
    const { files }: MadeOf = JSON.parse(readFileSync(join(folder, MADE_OF), 'utf8'));
    expect(files).toEqual(
      expect.arrayContaining([
        'node_modules/.package-lock.json',
        'src/start.ts',
        'src/app/app.ts',
        'src/domain/asking/judge.json',
      ]),
    );
  });
});
