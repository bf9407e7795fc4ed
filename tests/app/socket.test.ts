/** The socket to Slack through outages, refusals and odd frames: the process lives, and answers again. */
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { assert as holds, integer, json, oneof, property, string } from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readSocketMessage } from '#src/platform/connection/socket-line.ts';
import { delayAfter, RECONNECT, type ReconnectPolicy } from '#src/platform/connection/socket-supervisor.ts';
import { type MethodFault, startSimulator } from 'local-slack';
import { manifest, SECRETS, startLodestone, type Lodestone } from './lodestone.ts';
import { freePort, healthOf, startProcess, untilHealthy } from './process.ts';
import { layWire } from './wire.ts';

/** As in production, fifty times as fast; but what is slow on a busy machine is not given up. */
const QUICK: ReconnectPolicy = { first: 10, ceiling: 200, shortLived: 0, patience: 20_000 };

async function start(reconnect = QUICK): Promise<Lodestone> {
  const lodestone = await startLodestone({ transport: 'socket', deps: { reconnect } });
  onTestFinished(() => lodestone.stop());
  return lodestone;
}

/** What comes late on a busy machine is no fault. */
const PATIENT = { timeoutMs: 40_000 };

/** Longer than the nine seconds that ended the process once. `OUTAGE_S=40` makes it forty. */
const OUTAGE_MS = Number(process.env['OUTAGE_S'] ?? 10) * 1000;

const portOf = ({ url }: Lodestone) => Number(new URL(url).port);
const opened = ({ slack }: Lodestone) => slack.callsTo('apps.connections.open').length;

async function answers({ slack }: Lodestone): Promise<void> {
  await slack.waitFor(() => slack.sockets.count() > 0, PATIENT);
  const ask = () => slack.user('Buyer').mention('#general', 'price 2024');
  const { text } = await slack.answerTo(ask, PATIENT);
  expect(text).toContain('$125/kg');
}

// One after another: what ends with a test is told to the one that runs, and of several at once that may be another.
describe('a lost socket', { timeout: 120_000 }, () => {
  it.each<[string, MethodFault]>([
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['503', { status: 503 }],
    ['504', { status: 504 }],
    ['404', { status: 404 }],
    ['429', { status: 429, retryAfter: 1 }],
    ['no answer', { hang: true }],
    ['an error of its own', { error: 'internal_error' }],
    ['a refused token', { error: 'invalid_auth' }],
    ['a disabled Socket Mode', { error: 'forbidden_for_socket_mode' }],
  ])('is opened again though Slack gives %s for an address, three times', async (_, fault) => {
    const lodestone = await start(fault.hang === true ? { ...QUICK, patience: 1000 } : QUICK);
    lodestone.slack.faults.fail('apps.connections.open', { ...fault, times: 3 });
    lodestone.slack.sockets.drop();
    await lodestone.slack.waitFor(() => opened(lodestone) >= 5, PATIENT);
    await answers(lodestone);
    expect(await healthOf(portOf(lodestone))).toBe(200);
  });

  it('is opened anew when Slack asks for it, before the old one is closed, and no message is missed', async () => {
    const lodestone = await start();
    const { slack } = lodestone;
    const buyer = slack.user('Buyer');
    const counts = [slack.sockets.count()];
    slack.subscribe((change) => change.kind === 'sockets' && counts.push(change.open));
    const greeted = () => counts.filter((open, at) => open > (counts[at - 1] ?? 0)).length;
    for (let round = 0; round < 3; round += 1) {
      const before = greeted();
      slack.sockets.refresh();
      // What comes between the one and the other is answered too.
      const asked = slack.answerTo(() => buyer.mention('#general', 'price 2023'), PATIENT);
      await slack.waitFor(() => greeted() > before, PATIENT);
      expect((await asked).text).toContain('$110/kg');
    }
    expect(counts).not.toContain(0);
    expect(slack.requests().every(({ ack }) => ack?.ok)).toBe(true);
  });

  it('that is closed each minute of an hour is opened each time, by the policy of production, and at once', async () => {
    let at = 0;
    const lodestone = await start({ ...RECONNECT, now: () => at });
    const { slack } = lodestone;
    const asked: Promise<unknown>[] = [];
    for (let minute = 1; minute <= 60; minute += 1) {
      at += 60_000;
      slack.sockets.drop();
      await slack.waitFor(() => opened(lodestone) === minute + 1 && slack.sockets.count() === 1, PATIENT);
      expect(await healthOf(portOf(lodestone))).toBe(200);
      // What is sent on each line is answered, also where the line is cut right after it.
      if (minute % 10 === 0)
        asked.push(slack.answerTo(() => slack.user('Buyer').mention('#general', 'price 2023'), PATIENT));
    }
    await Promise.all(asked);
    await answers(lodestone);
    expect(opened(lodestone)).toBe(61);
    // A minute is no short life: nothing had to wait for another try.
    expect(lodestone.logged().filter(({ failures }) => failures !== undefined)).toEqual([]);
  });

  it('is opened again after the network was away, and health says so meanwhile', async ({
    expect: expects,
  }) => {
    const wire = await layWire();
    const slack = await startSimulator({
      manifest,
      ...SECRETS,
      rateLimits: false,
      advertisedUrl: wire.url,
    });
    onTestFinished(async () => {
      await slack.close();
      await wire.close();
    });
    wire.leadTo(`http://127.0.0.1:${slack.port}`);
    const port = await freePort();
    const started = startProcess({
      PORT: String(port),
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: SECRETS.botToken,
      SLACK_APP_TOKEN: SECRETS.appToken,
    });
    onTestFinished(() => started.kill('SIGKILL'));
    await untilHealthy(started, port);
    await wire.goDown();
    await expects.poll(() => healthOf(port), { timeout: 40_000, interval: 50 }).toBe(503);
    await pause(OUTAGE_MS);
    await wire.comeBack();
    await untilHealthy(started, port);
    const answer = await slack.answerTo(() => slack.user('Buyer').mention('#general', 'price 2024'), PATIENT);
    expect(answer.text).toContain('$125/kg');
    // A router that has forgotten the connection: nothing is cut, and nothing comes through.
    wire.swallow(true);
    await expects.poll(() => healthOf(port), { timeout: 40_000, interval: 50 }).toBe(503);
    wire.swallow(false);
    await untilHealthy(started, port);
    await slack.waitFor(() => slack.sockets.count() > 0);
    await slack.answerTo(() => slack.user('Buyer').mention('#general', 'price 2022'), PATIENT);
    started.kill('SIGTERM');
    expect(await started.exited).toBe(0);
  });
});

describe('a frame that is no envelope', () => {
  it('is acknowledged where it has an id, and harms nothing', async () => {
    const lodestone = await start();
    const { slack } = lodestone;
    for (const frame of [
      'null',
      '[]',
      '"hello"',
      '{',
      '',
      '<html>',
      '{"type":"events_api"}',
      '{"type":"events_api","envelope_id":"e1"}',
      '{"type":"events_api","envelope_id":"e2","payload":null}',
      '{"type":"events_api","envelope_id":"e3","payload":{"type":"app_rate_limited","minute_rate_limited":1}}',
      '{"type":"events_api","envelope_id":"e4","payload":{"event":null}}',
      '{"type":"events_api","envelope_id":"e5","payload":{"event":{"type":7}}}',
      '{"type":"interactive","envelope_id":"e6","payload":"text"}',
      '{"type":"slash_commands","envelope_id":"e7","payload":{}}',
      '{"type":"unheard_of","envelope_id":"e8","payload":{"a":1}}',
    ])
      slack.sockets.frame(frame);
    await answers(lodestone);
    expect(await healthOf(portOf(lodestone))).toBe(200);
    const told = lodestone
      .logged()
      .filter(({ msg }) => String(msg).startsWith('Slack sent what holds no event'));
    expect(told.map(({ what }) => what)).toContain('app_rate_limited');
  });

  it('is read without a throw, whatever it is', () => {
    holds(
      property(oneof(string(), json()), (text) => {
        const { kind } = readSocketMessage(text);
        expect(['noise', 'empty', 'hello', 'goodbye', 'envelope']).toContain(kind);
      }),
    );
  });
});

it('waits longer after each failure, and never longer than the ceiling', () => {
  holds(
    property(integer({ min: 1, max: 100_000 }), (failures) => {
      const wait = delayAfter(failures, RECONNECT);
      expect(wait).toBeGreaterThanOrEqual(RECONNECT.first * 0.8);
      expect(wait).toBeLessThanOrEqual(RECONNECT.ceiling);
    }),
  );
  expect(delayAfter(100, RECONNECT)).toBeGreaterThanOrEqual(RECONNECT.ceiling * 0.8);
});

it('a failure that nobody waited for is logged with a reference, and one that nobody caught ends in order', async () => {
  const net = fileURLToPath(new URL('../../src/platform/last-net.ts', import.meta.url));
  const log = fileURLToPath(new URL('../../src/platform/log.ts', import.meta.url));
  const code = `
    const { spreadNet } = await import(${JSON.stringify(net)});
    const { createLog } = await import(${JSON.stringify(log)});
    spreadNet(createLog({ level: 'info' }), () => process.exit(1));
    Promise.reject(new Error('nobody waits'));
    setTimeout(() => { console.log('goes on'); throw new Error('nobody catches'); }, 1);
    setTimeout(() => {}, 100_000);
  `;
  const started = startProcess({}, '--input-type=module', ['-e', code]);
  expect(await started.exited).toBe(1);
  const out = started.output();
  expect(out).toMatch(
    /"reference":"\w{4}-\w{4}".*nobody waits[\s\S]*goes on[\s\S]*"reference":"\w{4}-\w{4}".*nobody catches/,
  );
});
