import { WebClient } from '@slack/web-api';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slackClientOptions } from '#src/platform/connection/slack-client.ts';
import { freePort } from '../process.ts';

const answers: { status: number; headers?: Record<string, string>; body?: unknown }[] = [];
let calls = 0;
const server = createServer((_, response) => {
  const { status, headers = {}, body = { ok: true } } = answers[calls] ?? { status: 200 };
  calls += 1;
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
});

beforeEach(async () => {
  calls = 0;
  answers.length = 0;
  server.listen(0);
  await once(server, 'listening');
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const client = () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return new WebClient('xoxb-1-test', slackClientOptions(`http://127.0.0.1:${port}/api/`));
};
const post = () => client().apiCall('chat.postMessage', { channel: 'C1', text: 'x' });

describe('a call to Slack', () => {
  it('waits and tries again where Slack asks for it', async () => {
    answers.push({ status: 429, headers: { 'retry-after': '0' } });
    await expect(post()).resolves.toMatchObject({ ok: true });
    expect(calls).toBe(2);
  });

  it.each([
    ['a failure of Slack’s own', { status: 503 }, '503'],
    ['a refusal', { status: 200, body: { ok: false, error: 'not_in_channel' } }, 'not_in_channel'],
  ])('is not made again after %s: it may have been done', async (_, answer, reason) => {
    answers.push(answer);
    await expect(post()).rejects.toThrow(reason);
    expect(calls).toBe(1);
  });

  it('is made again where it never reached Slack', async () => {
    const options = slackClientOptions(`http://127.0.0.1:${await freePort()}/api/`);
    let tries = 0;
    const counted = new WebClient('xoxb-1-test', {
      ...options,
      fetch: (...given) => {
        tries += 1;
        return fetch(...given);
      },
    });
    await expect(counted.apiCall('api.test')).rejects.toThrow('fetch failed');
    expect(tries).toBe(5);
  });

  it('gives each client options of its own, which Socket Mode may write into', () => {
    expect(slackClientOptions(undefined)).not.toBe(slackClientOptions(undefined));
  });
});
