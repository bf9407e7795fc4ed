import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startChildApp } from '../src/process/child-app.ts';
import { startSimulator, usualNames } from '../src/local-slack.ts';
import { MANIFEST } from './peer.ts';

/** What a process gets of the tests' own environment: where programs are, and what is cached. */
const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
const MAIN = join(import.meta.dirname, 'process/main.ts');

type Running = {
  readonly process: ChildProcessWithoutNullStreams;
  readonly output: () => string;
  /** Resolves with the first match in what has been written. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly url: string;
};

const started: ChildProcessWithoutNullStreams[] = [];
afterEach(() => {
  for (const one of started.splice(0)) one.kill('SIGKILL');
});

function launch(env: Record<string, string> = {}): Running & { exited: Promise<number | null> } {
  const child = spawn(process.execPath, [MAIN], { env: { PATH, NODE_COMPILE_CACHE, PORT: '0', ...env } });
  started.push(child);
  let written = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text;
      for (const listener of listeners) listener();
    });
  }
  const says = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(written);
        if (!match) return;
        listeners.delete(look);
        resolve(match);
      };
      child.once('exit', () => reject(new Error(`It ended without ${String(pattern)}:\n${written}`)));
      listeners.add(look);
      look();
    });
  const exited = once(child, 'close').then(([code]: unknown[]) => (typeof code === 'number' ? code : null));
  return { process: child, output: () => written, says, url: '', exited };
}

async function start(env: Record<string, string> = {}): Promise<ReturnType<typeof launch>> {
  const running = launch(env);
  const [, url = ''] = await running.says(/local Slack: (http:\/\/127\.0\.0\.1:\d+)/);
  return { ...running, url };
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const answers = (port: string): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    (response) => response.ok,
    () => false,
  );
const pidIn = (match: RegExpExecArray): number => Number(match[1]);

test('it answers on its port for itself and for the app, and chats on standard input', async () => {
  const { process: parent, says, url } = await start({ NODE_ENV: 'staging' });
  expect(await (await fetch(`${url}/healthz`)).text()).toBe('healthy');
  expect(await (await fetch(`${url}/chart/1?year=2024`)).text()).toBe('chart /chart/1?year=2024');
  expect(await (await fetch(url)).text()).toContain('<title>Local Slack</title>');
  expect((await fetch(`${url}/nothing`)).status).toBe(404);
  parent.stdin.write('hello\n');
  await says(/pid \d+ port \d+ node_env staging heard hello/);
});

test('told to stop, it stops the app in order, leaves nothing behind, and exits 0', async () => {
  const { process: parent, says, exited, output } = await start();
  parent.stdin.end('hello\n');
  const pid = pidIn(await says(/pid (\d+)/));
  parent.kill('SIGTERM');
  expect(await exited).toBe(0);
  expect(output()).toContain('the app stops');
  expect(isAlive(pid)).toBe(false);
});

test('killed without a word, it takes the app along', async () => {
  const { process: parent, says, exited } = await start();
  parent.stdin.write('hello\n');
  const [, port = ''] = await says(/port (\d+)/);
  expect(await answers(port)).toBe(true);
  parent.kill('SIGKILL');
  await exited;
  // By its port, not its id: an orphan that has ended may still be listed as one.
  await expect.poll(() => answers(port), { timeout: 5000 }).toBe(false);
});

test('told to stop while the app is still starting, it exits 0 and leaves nothing behind', async () => {
  const { process: parent, says, exited } = launch({ NEVER_READY: 'yes' });
  const pid = pidIn(await says(/starting as pid (\d+)/));
  parent.kill('SIGINT');
  expect(await exited).toBe(0);
  expect(isAlive(pid)).toBe(false);
});

test('the app that dies is started again, while the local Slack lives', async () => {
  const { process: parent, says, url } = await start();
  parent.stdin.write('hello\n');
  const first = pidIn(await says(/pid (\d+) .* heard hello/));
  parent.stdin.write('die\n');
  await says(/The app ended \(code 3\). Starting it again\.[\s\S]*The app is back\./);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  parent.stdin.write('again\n');
  const second = pidIn(await says(/pid (\d+) .* heard again/));
  expect(second).not.toBe(first);
  parent.stdin.write('restart\n');
  await says(/the app stops[\s\S]*The app is back/);
  parent.stdin.write('once more\n');
  expect(pidIn(await says(/pid (\d+) .* heard once more/))).not.toBe(second);
}, 40_000);

test('an app that dies again and again is given up, and that is said, until somebody starts it', async () => {
  const [states, said]: [string[], string[]] = [[], []];
  const tokens = { signingSecret: 's', botToken: 'xoxb-1', appToken: 'xapp-1' };
  const slack = await startSimulator({ manifest: MANIFEST, ...tokens });
  let broken: Record<string, string> = {};
  const app = await startChildApp({
    entry: join(import.meta.dirname, 'process/small-app.ts'),
    env: (port) => ({
      PATH,
      NODE_COMPILE_CACHE,
      ...usualNames({ port, apiUrl: slack.apiUrl, ...tokens }),
      ...broken,
    }),
    onReady: () => states.push('ready'),
    onGone: () => states.push('gone'),
    onGivenUp: () => states.push('given up'),
    tell: (text) => said.push(text),
    backoffMs: 1,
  });
  broken = { BROKEN: 'a price below nothing' };
  process.kill(app.pid() ?? 0, 'SIGKILL');
  await expect.poll(() => states, { timeout: 20_000 }).toEqual(['ready', 'gone', 'given up']);
  expect(said.at(-1)).toContain('stays down');
  broken = {};
  await app.restart();
  expect(states.at(-1)).toBe('ready');
  await app.stop();
  await slack.close();
}, 40_000);

test('an app that cannot start says why, and the whole ends with an error', async () => {
  const { exited, output } = launch({ BROKEN: 'a price below nothing' });
  expect(await exited).toBe(1);
  expect(output()).toContain('data/broken.json: a price below nothing');
  expect(output()).toContain('The app ended (code 1) before it could answer');
});

test('a port that is taken is an error', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const { exited, output } = launch({ PORT: String(typeof address === 'object' ? address?.port : '') });
  expect(await exited).toBe(1);
  expect(output()).toContain('EADDRINUSE');
  server.close();
});
