import { get } from 'node:http';
import { describe, expect, test } from 'vitest';
import { callsForEachTest, clientOf, refusal } from './calls.ts';
import { SECRETS } from './peer.ts';

const calls = callsForEachTest();

describe('who may call', () => {
  test('no token, a wrong one, one of the wrong kind', async () => {
    await expect(clientOf(calls.slack).auth.test()).rejects.toMatchObject(refusal('not_authed'));
    await expect(clientOf(calls.slack, 'xoxb-other').auth.test()).rejects.toMatchObject(
      refusal('invalid_auth'),
    );
    await expect(clientOf(calls.slack, SECRETS.appToken).auth.test()).rejects.toMatchObject(
      refusal('not_allowed_token_type'),
    );
    await expect(calls.client.apps.connections.open()).rejects.toMatchObject(
      refusal('not_allowed_token_type'),
    );
  });
  test('a scope that the manifest lacks is named', async () => {
    await expect(calls.client.team.info()).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'team:read', provided: expect.stringContaining('chat:write') },
    });
  });
  test('an unknown method', async () => {
    await expect(calls.client.apiCall('chat.shout')).rejects.toMatchObject(refusal('unknown_method'));
    await expect(calls.client.apiCall('toString')).rejects.toMatchObject(refusal('unknown_method'));
  });
  test('tokens do not reach the log', async () => {
    await calls.client.auth.test({ token: SECRETS.botToken });
    expect(calls.slack.exchanges()).toHaveLength(1);
    expect(JSON.stringify(calls.slack.exchanges())).not.toContain(SECRETS.botToken);
  });
  test('JSON bodies and forms mean the same', async () => {
    const headers = {
      authorization: `Bearer ${SECRETS.botToken}`,
      'content-type': 'application/json; charset=utf-8',
    };
    const body = JSON.stringify({ channel: calls.general, text: 'hi', blocks: [{ type: 'divider' }] });
    const response = await fetch(`${calls.slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body });
    expect(await response.json()).toMatchObject({
      ok: true,
      message: { text: 'hi', blocks: [{ type: 'divider' }] },
    });
  });
});

test('another name than the local ones is refused', async () => {
  const { port } = new URL(calls.slack.url);
  const status = await new Promise((resolve, reject) => {
    const headers = { host: `calls.slack.evil.example:${port}` };
    get({ host: '127.0.0.1', port, path: '/api/api.test', headers }, (response) =>
      resolve(response.resume().statusCode),
    ).once('error', reject);
  });
  expect(status).toBe(403);
});

const post = (): Promise<unknown> => calls.client.chat.postMessage({ channel: calls.general, text: 'x' });
const count = (): number => calls.slack.messagesIn('#general').length;

describe('faults', () => {
  test('an error, a status, a limit: each as often as told', async () => {
    calls.slack.faults.fail('chat.postMessage', { error: 'fatal_error' });
    calls.slack.faults.fail('chat.postMessage', { status: 503 });
    calls.slack.faults.fail('chat.postMessage', { status: 429, retryAfter: 7 });
    await expect(post()).rejects.toMatchObject(refusal('fatal_error'));
    await expect(post()).rejects.toMatchObject({ statusCode: 503 });
    await expect(post()).rejects.toMatchObject({ retryAfter: 7 });
    await post();
    expect(count()).toBe(1);
  });
  test('a call that never ends, before or after the work is done', async () => {
    const { chat } = clientOf(calls.slack, SECRETS.botToken, 300);
    const postBriefly = () => chat.postMessage({ channel: calls.general, text: 'x' });
    calls.slack.faults.fail('chat.postMessage', { hang: true });
    await expect(postBriefly()).rejects.toThrow(/aborted|timeout|timed out/i);
    expect(count()).toBe(0);
    calls.slack.faults.fail('chat.postMessage', { hang: true, afterDoing: true });
    await expect(postBriefly()).rejects.toThrow(/aborted|timeout|timed out/i);
    expect(count()).toBe(1);
    await calls.slack.settled();
  });
  test('more than one message a second in a channel, past a small burst', async () => {
    await calls.restart({ rateLimits: true });
    const results = await Promise.allSettled([1, 2, 3, 4, 5, 6].map(post));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(4);
    expect(results.at(-1)).toMatchObject({ reason: { retryAfter: 1 } });
    await calls.client.chat.postMessage({ channel: '#procurement', text: 'elsewhere' });
  });
});
