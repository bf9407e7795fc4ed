import { writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startSimulator } from 'local-slack';
import { manifest, SECRETS, startLodestone } from './lodestone.ts';
import { freePort, healthOf, startProcess, untilHealthy } from './process.ts';

/** A start alone takes ten seconds on a busy machine, and two run at once. */
const PATIENCE = { timeout: 60_000 };
const TOKENS = { SLACK_BOT_TOKEN: SECRETS.botToken, SLACK_SIGNING_SECRET: SECRETS.signingSecret };

const SOURCES = join(import.meta.dirname, '../../src/start.ts');

/** @param entry What is started, where it is not what `npm start` does: from the bundle where there is one. */
const start = async (transport: 'http' | 'socket', entry?: string) => {
  const slack = await startSimulator({ manifest, ...SECRETS, rateLimits: false });
  const port = await freePort();
  const env = {
    PORT: String(port),
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: SECRETS.botToken,
    NODE_ENV: 'production',
    ...(transport === 'http'
      ? { SLACK_SIGNING_SECRET: SECRETS.signingSecret }
      : { SLACK_APP_TOKEN: SECRETS.appToken }),
  };
  const started = startProcess(env, entry);
  await untilHealthy(started, port);
  slack.setAppUrl(`http://127.0.0.1:${port}/slack/events`);
  return { slack, port, started };
};

// Each is a process of its own, and most of it is waiting: for a start, for a reconnection, for tries that are made again.
describe.concurrent('a signal', PATIENCE, () => {
  it.each([
    ['SIGTERM', 'http', undefined],
    ['SIGTERM', 'socket', undefined],
    ['SIGINT', 'http', SOURCES],
  ] as const)('%s over %s lets it finish what runs, and exits 0', async (signal, transport, entry) => {
    const { slack, port, started } = await start(transport, entry);
    const buyer = slack.user('Buyer');
    slack.faults.slowness = 700;
    const asked = slack.answerTo(() => buyer.mention('#general', 'price 2024'));
    const commanded = slack.answerTo(() => buyer.command('/nd price 2023', '#general'));
    // The answer is on its way, and Slack takes its time.
    await slack.waitFor(() =>
      slack.exchanges().find((e) => 'method' in e && e.method === 'chat.postMessage'),
    );
    started.kill(signal);
    const answers = [await asked, await commanded].map((message) => message.text).join('\n');
    expect(answers).toContain('$');
    expect(await started.exited).toBe(0);
    expect(slack.messagesIn('#general').some((message) => message.text.includes('$125/kg'))).toBe(true);
    expect(await healthOf(port)).toBe(0);
    await slack.close();
  });
});

describe.concurrent('the health check', PATIENCE, () => {
  it('is bad while the socket to Slack is down, and good again afterwards', async () => {
    const lodestone = await startLodestone({ transport: 'socket' });
    const port = Number(new URL(lodestone.url).port);
    expect(await healthOf(port)).toBe(200);
    lodestone.slack.faults.slowness = 300;
    lodestone.slack.sockets.drop();
    const seen = new Set<number>();
    while (!(seen.has(503) && seen.has(200))) {
      const status = await healthOf(port);
      if (status !== 200 || seen.has(503)) seen.add(status);
      // Asked without a pause, it takes half the machine for the five seconds that Slack's library waits.
      await pause(20);
    }
    expect(seen).toEqual(new Set([503, 200]));
    await lodestone.stop();
  });
});

describe.concurrent('a start without tokens', PATIENCE, () => {
  it('is a local Slack, which outlives its input and leaves nothing behind', async () => {
    const port = await freePort();
    const started = startProcess({ PORT: String(port) });
    await untilHealthy(started, port);
    started.endInput();
    expect(await healthOf(port)).toBe(200);
    started.kill('SIGTERM');
    expect(await started.exited).toBe(0);
    expect(await healthOf(port)).toBe(0);
  });
});

describe.concurrent('a start that fails', PATIENCE, () => {
  it.each([
    ['half-set tokens', { SLACK_BOT_TOKEN: SECRETS.botToken }, /SLACK_SIGNING_SECRET/],
    ['production without tokens', { NODE_ENV: 'production' }, /SLACK_BOT_TOKEN.*NODE_ENV is production/],
    ['no data', { ...TOKENS, DATA_DIR: '/nowhere' }, /\/nowhere/],
    // With the local Slack around it, which passes the reason on.
    ['an unknown metal', { DEFAULT_METAL: 'unobtainium' }, /unobtainium/],
  ])('for %s says why, without a stack, and exits 1', async (_, env, reason) => {
    const started = startProcess({ PORT: String(await freePort()), ...env });
    expect(await started.exited).toBe(1);
    expect(started.output()).toMatch(reason);
    expect(started.output()).not.toMatch(/^\s+at /m);
  });

  it('for a token that Slack refuses says which, and never shows it', async () => {
    const slack = await startSimulator({ manifest, ...SECRETS });
    const common = { SLACK_API_URL: slack.apiUrl };
    const wrong = 'xoxb-1-wrong-token';
    const environments = [
      { SLACK_BOT_TOKEN: wrong, SLACK_SIGNING_SECRET: SECRETS.signingSecret },
      { SLACK_BOT_TOKEN: SECRETS.botToken, SLACK_APP_TOKEN: 'xapp-1-wrong-token' },
    ];
    const all = environments.map((env) => startProcess({ ...common, ...env, PORT: '0' }));
    for (const started of all) {
      expect(await started.exited).toBe(1);
      expect(started.output()).toContain('Slack refused the start (invalid_auth)');
      expect(started.output()).not.toMatch(/wrong-token/);
    }
    await slack.close();
  });

  it('for a Slack that can’t be reached says so', async () => {
    const nowhere = `http://127.0.0.1:${await freePort()}/api/`;
    const started = startProcess({ ...TOKENS, SLACK_API_URL: nowhere });
    expect(await started.exited).toBe(1);
    expect(started.output()).toContain('Slack cannot be reached');
  });

  it('for a clock that is far off says so, and keeps nothing of it', async () => {
    const slack = await startSimulator({ manifest, ...SECRETS, now: () => Date.now() - 365 * 86_400_000 });
    const started = startProcess({ ...TOKENS, SLACK_API_URL: slack.apiUrl, PORT: '0' });
    expect(await started.exited).toBe(1);
    expect(started.output()).toMatch(/the clock of this machine: it says .* UTC, and Slack's says .* UTC/);
    await slack.close();
  });

  it('for a port that is taken says so', async () => {
    const slack = await startSimulator({ manifest, ...SECRETS });
    const taken = new URL(slack.url).port;
    const started = startProcess({ ...TOKENS, SLACK_API_URL: slack.apiUrl, PORT: taken });
    expect(await started.exited).toBe(1);
    expect(started.output()).toContain(`Port ${taken} is taken`);
    await slack.close();
  });

  it('for a bad data file names file and field', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'lodestone-'));
    await writeFile(join(dir, 'tin.json'), '{ "id": "tin" }');
    const started = startProcess({ ...TOKENS, DATA_DIR: dir, DEFAULT_METAL: 'tin' });
    expect(await started.exited).toBe(1);
    expect(started.output()).toMatch(/tin\.json.*name/s);
  });
});
