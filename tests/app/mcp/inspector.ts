/**
 * `npm run test:inspector`: the official MCP inspector's command line against the server, over both transports. The inspector is 111 MB
 * with all that it needs, so that it is no dependency: it is installed below `.lodestone/cache` the first time, which needs the network.
 */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { bareEnv, commandLine } from '../process.ts';
import { startLodestone, TODAY } from '../lodestone.ts';

const INSPECTOR = '@modelcontextprotocol/inspector@2.12.0';
const ROOT = join(import.meta.dirname, '../../..');
const cache = join(ROOT, '.lodestone/cache/inspector');
const cli = join(cache, 'node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js');
const run = promisify(execFile);

if (!existsSync(cli)) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "private": true }');
  process.stdout.write(`installing ${INSPECTOR} …\n`);
  await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', INSPECTOR], { cwd: cache });
}

const home = mkdtempSync(join(tmpdir(), 'lodestone-inspector-'));

const ended = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });

/** What the inspector prints, and how it ends. @param server A command or an address */
async function inspect(server: readonly string[], args: readonly string[]) {
  const env = { ...bareEnv(), HOME: home };
  const all = [cli, '--cli', ...server, ...args];
  try {
    const { stdout, stderr } = await run(process.execPath, all, { env, cwd: home, maxBuffer: 2 ** 26 });
    return { code: 0, stdout, stderr };
  } catch (error) {
    return ended.parse(error);
  }
}

const tools = z.object({ tools: z.array(z.object({ name: z.string(), outputSchema: z.unknown() })) });
const called = z.object({
  content: z.array(z.object({ type: z.string() })).min(1),
  structuredContent: z.record(z.string(), z.unknown()),
});
const failed = z.object({ isError: z.literal(true), content: z.array(z.object({ text: z.string() })) });

const contents = z.object({ contents: z.tuple([z.object({ text: z.string() })]) });
/** The protocol as it was until 2025, with its handshake, and as it is since July 2026. */
const ERAS = ['legacy', 'modern'] as const;

async function tryServer(name: string, server: readonly string[], era: (typeof ERAS)[number]): Promise<void> {
  const passed = (what: string) => process.stdout.write(`${name}, ${era}: ${what}\n`);
  const inEra = (args: readonly string[]) => inspect(server, ['--protocol-era', era, ...args]);
  const call = (tool: string, ...pairs: readonly string[]) =>
    inEra([
      '--method',
      'tools/call',
      '--tool-name',
      tool,
      ...(pairs.length > 0 ? ['--tool-arg', ...pairs] : []),
    ]);

  const listed = await inEra(['--method', 'tools/list', '--strict']);
  assert.equal(listed.code, 0, listed.stderr);
  const { tools: all } = tools.parse(JSON.parse(listed.stdout));
  assert.equal(all.length, 8);
  passed('lists eight tools, whose schemas are portable');

  const asked = called.parse(JSON.parse((await call('ask', 'question=neodymium price 2024')).stdout));
  assert.equal(asked.structuredContent['outcome'], 'answer');
  const series = await call('get_series', 'material=Dy', 'from="2024"');
  assert.equal(called.parse(JSON.parse(series.stdout)).structuredContent['material'], 'dysprosium');
  const none = await call('get_series', 'material=unobtainium');
  assert.equal(called.parse(JSON.parse(none.stdout)).structuredContent['outcome'], 'none');
  passed('calls, and “no data” is a result');

  const wrong = await call('get_series', 'material=neodymium', 'from=May');
  const said = `${wrong.stdout}${wrong.stderr}`;
  assert.match(failed.safeParse(JSON.parse(wrong.stdout)).data?.content[0]?.text ?? said, /2026-06/);
  passed('says of a bad argument how to mend it');

  const faq = await inEra(['--method', 'resources/list']);
  assert.match(faq.stdout, /lodestone:\/\/pack\/neodymium/);
  const pack = await inEra(['--method', 'resources/read', '--uri', 'lodestone://pack/neodymium']);
  assert.match(contents.parse(JSON.parse(pack.stdout)).contents[0].text, /^\{\n "id": "neodymium"/);
  const prompts = await inEra(['--method', 'prompts/list']);
  assert.match(prompts.stdout, /price_brief/);
  const brief = ['--prompt-name', 'price_brief', '--prompt-args', 'material=neodymium'];
  assert.match((await inEra(['--method', 'prompts/get', ...brief])).stdout, /price brief on neodymium/);
  passed('lists and gives resources and prompts');

  const app = await inEra(['--method', 'tools/call', '--tool-name', 'draw_chart', '--app-info']);
  assert.match(app.stdout, /ui:\/\/lodestone\/chart/);
  passed('shows its chart as an MCP App');
}

const INFO = 30;
/** Told whenever the server looks at its clock, as it does for each request. */
let heard = () => {};
/** The example of docs/assistants.md, as it is printed there. */
async function tryExample(): Promise<void> {
  const doc = readFileSync(join(ROOT, 'docs/assistants.md'), 'utf8');
  const [, name = '', args = ''] = /^npx (\S+) (.*)$/m.exec(doc) ?? [];
  assert.equal(name, INSPECTOR);
  const env = { ...bareEnv(), HOME: home, STATE_DIR: join(home, 'state') };
  const { stdout } = await run('sh', ['-c', `exec node ${cli} ${args}`], { env, cwd: ROOT });
  assert.equal(called.parse(JSON.parse(stdout)).structuredContent['outcome'], 'answer');
  process.stdout.write('docs: the example answers\n');
}

const lodestone = await startLodestone({
  people: [{ name: 'Boss', admin: true }],
  env: { LIMIT_REQUESTS: '100000,100000' },
  deps: {
    now: () => {
      heard();
      return TODAY;
    },
  },
});

/** Ends the inspector while calls of its are under way: the server goes on, and takes that for no fault of its own. */
async function giveUp(server: readonly string[]): Promise<void> {
  const tool = ['--method', 'tools/call', '--tool-name', 'draw_chart'];
  const given = ['--tool-args-json', JSON.stringify({ materials: ['neodymium', 'terbium'] })];
  const load = ['--load', '--load-concurrency', '10', '--load-duration', '60'];
  const underWay = new Promise<void>((resolve) => {
    let left = 50;
    heard = () => ((left -= 1) === 0 ? resolve() : undefined);
  });
  const args = [cli, '--cli', ...server, ...tool, ...given, ...load];
  const impatient = spawn(process.execPath, args, {
    env: { ...bareEnv(), HOME: home },
    cwd: home,
    stdio: 'ignore',
  });
  await underWay;
  const gone = once(impatient, 'exit');
  impatient.kill('SIGINT');
  await gone;
  const next = ['--method', 'tools/call', '--tool-name', 'list_materials', '--tool-arg', 'search=Tb'];
  assert.match((await inspect(server, next)).stdout, /terbium/);
  const failures = lodestone.logged().filter(({ level }) => Number(level) > INFO);
  assert.deepEqual(failures, []);
  process.stdout.write('http: goes on after calls that were given up, and logs no fault\n');
}

try {
  await tryExample();
  const overStdio = [process.execPath, ...commandLine('mcp'), '-e', `STATE_DIR=${join(home, 'state')}`];
  for (const era of ERAS) await tryServer('stdio', overStdio, era);
  const boss = lodestone.slack.user('Boss');
  const { text } = await lodestone.slack.answerTo(() => boss.command('/nd api new inspector', '#general'));
  const token = /lode_[\w-]{43}/.exec(text)?.[0];
  const overHttp = [
    `${lodestone.url}/mcp`,
    '--transport',
    'http',
    '--header',
    `Authorization: Bearer ${token}`,
  ];
  for (const era of ERAS) await tryServer('http', overHttp, era);
  await giveUp(overHttp);
  const stranger = await inspect([`${lodestone.url}/mcp`, '--transport', 'http'], ['--method', 'tools/list']);
  assert.notEqual(stranger.code, 0);
  process.stdout.write('http: refuses who shows no token\n');
} finally {
  await lodestone.stop();
  rmSync(home, { recursive: true });
}
