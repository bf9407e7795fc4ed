/** A workspace that removes the app: its words are looked for afterwards in files, in the process' memory and at its pictures' addresses. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type Message, startSimulator } from 'local-slack';
import { COMMANDS } from '#src/slack/commands/commands.ts';
import { buildManifest } from '#src/slack/setup/manifest.ts';
import { SECRETS } from './lodestone.ts';
import { bareEnv, freePort, startProcess, untilHealthy, type Started } from './process.ts';
import { PRICE_OF } from './slack/price-form.ts';

/** In no pack, no FAQ and no code. */
const WORD = 'zorblaxine';
/** A price, and an alert's threshold, that nothing else has. */
const FIGURES = ['553127', '561739'];
const MARKS = [WORD, ...FIGURES, ...FIGURES.map((figure) => `${figure.slice(0, 3)},${figure.slice(3)}`)];

async function folder(name: string): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), `lodestone-${name}-`));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

/** Which of the marks a folder's files hold, by file. */
async function marksIn(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const bytes = (await readFile(join(entry.parentPath, entry.name))).toString('latin1').toLowerCase();
    found.push(...MARKS.filter((mark) => bytes.includes(mark)).map((mark) => `${entry.name}: ${mark}`));
  }
  return found;
}

/** The marks in all that the process' own memory reaches, by a snapshot of it: nothing else is answered until it is written. */
async function marksInMemory(started: Started, port: number, dir: string): Promise<readonly string[]> {
  const before = (await readdir(dir)).length;
  started.kill('SIGUSR2');
  await expect.poll(async () => (await readdir(dir)).length, { timeout: 60_000 }).toBe(before + 1);
  await untilHealthy(started, port);
  const newest = (await readdir(dir)).toSorted().at(-1) ?? '';
  const text = (await readFile(join(dir, newest), 'latin1')).toLowerCase();
  await rm(join(dir, newest));
  // A snapshot is full of numbers of its own: the word alone is told apart from them.
  return [WORD].filter((mark) => text.includes(mark));
}

it('leaves none of its words behind: not in files, not in memory, not at the addresses of its pictures', async () => {
  const [stateDir, dumps, port] = [await folder('state'), await folder('dumps'), await freePort()];
  const slack = await startSimulator({
    manifest: buildManifest(COMMANDS, ['files:read']),
    ...SECRETS,
    rateLimits: false,
    people: [{ name: 'Boss', admin: true }],
  });
  const publicUrl = `http://127.0.0.1:${port}`;
  const started = startProcess({
    PORT: String(port),
    STATE_DIR: stateDir,
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: SECRETS.botToken,
    SLACK_SIGNING_SECRET: SECRETS.signingSecret,
    PUBLIC_URL: publicUrl,
    NODE_OPTIONS: `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${dumps}`,
  });
  onTestFinished(async () => {
    started.kill('SIGTERM');
    await started.exited;
    await slack.close();
  });
  await untilHealthy(started, port);
  slack.setAppUrl(`${publicUrl}/slack/events`);
  const boss = slack.user('Boss');
  const say = (line: string) => slack.answerTo(() => boss.command(`/nd ${line}`, '#general'));
  const press = (message: Message, button: string) => slack.answerTo(() => boss.press(message, button));

  // Every way in which words come to it.
  await say(`${WORD} and magnets`);
  await slack.answerTo(() => boss.mention('#general', `what did neodymium cost in 2024, ${WORD}?`));
  await slack.answerTo(() => boss.dm(`${WORD} price`));
  const judged = await say('can recycling end the shortage');
  await press(judged, 'Not helpful');
  for (const days of [1, 0]) {
    const day = new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
    const line = `quote add NdPr oxide 553127 CNY/t ex-works ${WORD} incl. VAT ${day}`;
    expect((await press(await say(line), 'Store it')).text).toContain('Stored');
  }
  // A form, with words in its fields.
  await boss.command('/nd quote', '#general');
  await slack.waitFor(() => slack.openViews(boss)[0]);
  const filled = {
    ...PRICE_OF,
    metal: 'ndpr',
    low: '553127',
    vat: 'included',
    terms: 'ex-works',
    place: WORD,
  };
  await boss.submitView(filled);
  await slack.waitFor(() => JSON.stringify(slack.openViews(boss)[0]).includes('Stored'));
  await boss.closeView({ all: true });
  expect((await say('alert above 561739 CNY/t ndpr oxide')).text).toContain('The alert is set');
  const chart = JSON.stringify((await say('chart ndpr oxide 30 days')).blocks);
  const [address = ''] = /http:[^"]+\/chart\/quotes[^"]+/.exec(chart) ?? [];
  const picture = await fetch(address);
  expect([picture.status, picture.headers.get('cache-control')]).toEqual([200, 'private, max-age=60']);
  expect((await say('digest daily 9:00 ndpr')).text).toContain('NdPr');
  await press(await say('digest list'), 'Send now');
  await slack.waitFor(() => slack.messagesIn('general').some(({ text }) => text.includes('553,127')));
  await boss.command('/nd digest', '#general');
  await slack.waitFor(() => slack.openViews(boss)[0]);
  await boss.submitView({ time: '06:37' });
  await slack.waitFor(() => JSON.stringify(slack.openViews(boss)).includes('The digest is set up'));
  await boss.closeView({ all: true });
  await boss.openHome();
  await slack.settled();

  // A request in words that waits for its press, a token with a name, and a table that is dropped and imported.
  await slack.answerTo(() => boss.dm(`post a digest of neodymium in #${WORD} every monday at 9`));
  await say(`api new ${WORD}`);
  const table = `date,metal,form,low,high,unit,place\n2026-01-05,ndpr,oxide,553127,553128,CNY/t,${WORD}\n`;
  const dropped = await slack.answerTo(() =>
    boss.drop('dm', { name: `${WORD}.csv`, bytes: Buffer.from(table) }),
  );
  await press(dropped, 'Import');
  await slack.waitFor(() => slack.messagesIn('dm:Boss').some(({ text }) => text.includes('1 added')));

  // They are there, and this test sees them.
  expect((await marksIn(stateDir)).map((found) => found.split(': ')[1])).toEqual(
    expect.arrayContaining([WORD, ...FIGURES]),
  );
  expect(await marksInMemory(started, port, dumps)).toContain(WORD);

  await slack.sendEvent({ type: 'app_uninstalled' });
  await expect.poll(() => started.output()).toContain('what was kept of it until then is gone');
  expect((await fetch(address)).status).toBe(404);
  expect(await marksIn(stateDir)).toEqual([]);
  expect(await marksIn(String(bareEnv()['CACHE_DIR']))).toEqual([]);
  expect(await marksInMemory(started, port, dumps)).toEqual([]);
  expect([WORD].filter((mark) => started.output().toLowerCase().includes(mark))).toEqual([]);
}, 120_000);
