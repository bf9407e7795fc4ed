/**
 * `npm run test:inspector`: the official MCP inspector's command line against the server, over both transports. The inspector is 111 MB
 * with all that it needs, so that it is no dependency: it is installed below `.lodestone/cache` the first time, which needs the network.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { bareEnv } from '../process.ts';
import { startLodestone } from '../lodestone.ts';

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

async function tryServer(name: string, server: readonly string[]): Promise<void> {
  const passed = (what: string) => process.stdout.write(`${name}: ${what}\n`);
  const call = (tool: string, ...pairs: readonly string[]) =>
    inspect(server, [
      '--method',
      'tools/call',
      '--tool-name',
      tool,
      ...(pairs.length > 0 ? ['--tool-arg', ...pairs] : []),
    ]);

  const listed = await inspect(server, ['--method', 'tools/list', '--strict']);
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

  const faq = await inspect(server, ['--method', 'resources/list']);
  assert.match(faq.stdout, /lodestone:\/\/pack\/neodymium/);
  const prompts = await inspect(server, ['--method', 'prompts/list']);
  assert.match(prompts.stdout, /price_brief/);
  passed('lists resources and prompts');
}

const lodestone = await startLodestone({ people: [{ name: 'Boss', admin: true }] });
try {
  await tryServer('stdio', [
    process.execPath,
    join(ROOT, 'src/cli/mcp.ts'),
    '-e',
    `STATE_DIR=${join(home, 'state')}`,
  ]);
  const boss = lodestone.slack.user('Boss');
  const { text } = await lodestone.slack.answerTo(() => boss.command('/nd api new inspector', '#general'));
  const token = /lode_[\w-]{43}/.exec(text)?.[0];
  await tryServer('http', [
    `${lodestone.url}/mcp`,
    '--transport',
    'http',
    '--header',
    `Authorization: Bearer ${token}`,
  ]);
  const stranger = await inspect([`${lodestone.url}/mcp`, '--transport', 'http'], ['--method', 'tools/list']);
  assert.notEqual(stranger.code, 0);
  process.stdout.write('http: refuses who shows no token\n');
} finally {
  await lodestone.stop();
  rmSync(home, { recursive: true });
}
