/** Inputs on which the first version failed, each put in where a person puts it: the right outcome, and none of the fault. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json, Message } from 'local-slack';
import { openStore } from '#src/storage/database/database.ts';
import { startLodestone, type Lodestone } from './lodestone.ts';
import { bareEnv, commandLine } from './process.ts';
import { cases, faultsOf, FOLDER, type Case } from './faults/case.ts';

const NOW = new Date('2026-11-30T10:00:00+01:00');
const FORWARDED = 'attachments [{is_share:true, text:"';

const folder = mkdtempSync(join(tmpdir(), 'lodestone-faults-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A command of the terminal, in the folder that the cases' paths count from. */
async function run(words: readonly string[], env: Readonly<Record<string, string>>, input = '') {
  const child = spawn(process.execPath, words, { cwd: FOLDER, env: { ...bareEnv(), ...env } });
  child.stdin.end(input);
  const [out, said] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { out, said };
}

/** A state folder with the year of NdPr quotes that many cases ask of. */
async function withQuotes(name: string): Promise<string> {
  const stateDir = join(folder, name);
  const env = { STATE_DIR: stateDir, FEEDS_FILE: join(folder, 'no-feeds.json') };
  const { out, said } = await run([...commandLine('quotes'), 'import', 'files/ndpr-2026.csv'], env);
  if (!/^[1-9]\d* added/m.test(out)) throw new Error(`the quotes were not imported: ${out}${said}`);
  return stateDir;
}

const on = (surface: string) => cases.filter((given) => given.surface.startsWith(surface));
const named = (given: readonly Case[]) => given.map((one) => [one.id, one] as const);

describe('asked in a terminal', () => {
  const answers = new Map<string, string>();
  const asked = on('npm run ask');
  beforeAll(async () => {
    const stores = { plain: join(folder, 'none'), quoted: await withQuotes('asked') };
    await Promise.all(
      Object.entries(stores).map(async ([name, stateDir]) => {
        const group = asked.filter(({ setup }) => (name === 'quoted') === setup.includes('import'));
        const words = [...commandLine('ask'), '--json', '--now', '2026-11-30'];
        const { out } = await run(words, { STATE_DIR: stateDir }, group.map(({ input }) => input).join('\n'));
        for (const [at, line] of out.trimEnd().split('\n').entries()) {
          const { text: said }: { text: string } = JSON.parse(line);
          answers.set(group[at]?.id ?? '', said);
        }
      }),
    );
  });

  it.each(named(asked))('%s', (id, given) => {
    const out = answers.get(id) ?? '';
    expect(faultsOf(given, out), `${given.input}\n${out}`).toEqual([]);
  });
});

/** Whether something is stored of it, or it is read by a feed's settings. */
const isAlone = ({ surface, setup }: Case) => !surface.includes('--dry-run') || setup !== '';

describe('imported', () => {
  const asked = on('npm run quotes');
  const printed = new Map<string, string>();
  // Those that are only looked at lie in one folder, and are read by one process.
  beforeAll(async () => {
    const place = join(folder, 'tables');
    mkdirSync(place);
    const group = asked.filter((given) => !isAlone(given));
    for (const { input } of group) copyFileSync(join(FOLDER, input), join(place, basename(input)));
    const env = { STATE_DIR: join(folder, 'looked-at'), FEEDS_FILE: join(folder, 'no-feeds.json') };
    const { out } = await run([...commandLine('quotes'), 'import', place, '--dry-run'], env);
    const parts = out.split(/^([\w-]+\.(?:csv|xlsx)):$/m);
    for (const { id, input } of group) printed.set(id, parts[parts.indexOf(basename(input)) + 1] ?? '');
  });

  it.each(named(asked.filter((given) => !isAlone(given))))('%s', (id, given) => {
    const out = printed.get(id) ?? '';
    expect(faultsOf(given, out), `${given.input}\n${out}`).toEqual([]);
  });

  it.concurrent.each(named(asked.filter(isAlone)))('%s', async (id, given) => {
    const [, feedsFile = join(folder, 'no-feeds.json')] = /FEEDS_FILE=(\S+)/.exec(given.setup) ?? [];
    const feed = /--feed \S+/.exec(given.setup)?.[0].split(' ') ?? [];
    const dry = given.surface.includes('--dry-run') ? ['--dry-run'] : [];
    const env = { STATE_DIR: join(folder, id), FEEDS_FILE: feedsFile };
    const { out, said } = await run([...commandLine('quotes'), 'import', given.input, ...feed, ...dry], env);
    expect(faultsOf(given, out + said), `${out}${said}`).toEqual([]);
  });
});

describe('said in Slack', () => {
  let lodestone: Lodestone;
  beforeAll(async () => {
    const stateDir = await withQuotes('slack');
    lodestone = await startLodestone({
      // What alerts of the one say does not come between the other's questions and answers.
      people: ['Buyer', 'Asker'].map((name) => ({ name, tz: 'Europe/Berlin' })),
      env: (slack) => ({ ADMIN_USERS: slack.user('Buyer').id }),
      deps: { now: () => NOW, store: await openStore({ stateDir, as: 'bot' }) },
    });
  });
  afterAll(() => lodestone.stop());

  it.each(named(on('/nd')))('%s', async (_, given) => {
    const { slack } = lodestone;
    // What Slack has escaped already stays so: channels and people are by id.
    const channel = [...slack.workspace.channels.values()].find(({ name }) => name === 'general');
    const line = given.input.replaceAll('C000000001', channel?.id ?? '');
    const buyer = slack.user('Buyer');
    const seen = () => slack.messagesIn('#general', { visibleTo: buyer });
    const before = seen().length;
    await buyer.command(`/nd ${line}`, '#general');
    const { text: said } = await slack.waitFor(() => seen()[before]);
    expect(faultsOf(given, said), `${line}\n${said}`).toEqual([]);
  });

  it.each(named([...on('message.im'), ...on('app_mention'), ...on('two messages')]))(
    '%s',
    async (_, given) => {
      const { slack } = lodestone;
      const answer = await saying(given);
      await slack.settled();
      expect(faultsOf(given, answer.text), `${given.input}\n${answer.text}`).toEqual([]);
    },
  );

  /** The answer to the last of what is said. */
  async function saying({ surface, input }: Case): Promise<Message> {
    const { slack } = lodestone;
    const asker = slack.user('Asker');
    const lines = [...input.matchAll(/“([^”]+)”/g)].map(([, line = '']) => line);
    if (surface.startsWith('two messages')) {
      let answer: Message | undefined;
      for (const line of lines) answer = await slack.answerTo(() => asker.dm(line));
      if (answer === undefined) throw new Error(`no messages in ${input}`);
      return answer;
    }
    const { bot } = slack.workspace;
    if (surface.startsWith('app_mention'))
      return await slack.answerTo(() =>
        asker.say('#general', input.replaceAll('U0BOT', bot.userId), { encoded: true }),
      );
    if (!input.includes(FORWARDED)) return await slack.answerTo(() => asker.dm(input, { encoded: true }));
    const [, words = ''] = input.split(FORWARDED);
    const event: Json = {
      type: 'message',
      channel: (await slack.answerTo(() => asker.dm('price 2024'))).channel,
      channel_type: 'im',
      user: asker.id,
      text: '',
      ts: '30.0',
      attachments: [{ is_share: true, text: words.slice(0, words.indexOf('"')) }],
    };
    await slack.settled();
    return await slack.answerTo(() => slack.dispatch.event(slack.wrapEvent(event)));
  }
});
