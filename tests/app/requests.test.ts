import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECRETS, startLodestone, type Lodestone } from './lodestone.ts';

let lodestone: Lodestone;
beforeAll(async () => {
  lodestone = await startLodestone();
});
afterAll(() => lodestone.stop());

interface Sending {
  readonly secret?: string;
  /** Seconds from now. */
  readonly at?: number;
  readonly type?: string;
}

const FORM = 'application/x-www-form-urlencoded';

/** Sends a body as Slack would, or nearly so. */
async function send(
  body: string,
  { secret = SECRETS.signingSecret, at = 0, type = 'application/json' }: Sending = {},
): Promise<Response> {
  const timestamp = String(Math.floor(Date.now() / 1000) + at);
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return fetch(`${lodestone.url}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
    signal: AbortSignal.timeout(10_000),
  });
}

const challenge = JSON.stringify({ type: 'url_verification', challenge: 'c', token: 't' });

describe('a request', () => {
  it('with the right signature is answered', async () => {
    const response = await send(challenge);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ challenge: 'c' });
  });

  it.each([
    ['a wrong signature', { secret: 'another secret' }],
    ['an old timestamp', { at: -301 }],
  ])('with %s is refused', async (_, sending) => {
    expect((await send(challenge, sending)).status).toBe(401);
  });

  it('without a signature is refused', async () => {
    const response = await fetch(`${lodestone.url}/slack/events`, { method: 'POST', body: challenge });
    expect(response.status).toBe(401);
  });

  it('that is too large is refused', async () => {
    expect((await send('x'.repeat(5_000_000))).status).toBe(413);
  });

  it('to nowhere is not found', async () => {
    expect((await fetch(`${lodestone.url}/admin`)).status).toBe(404);
    expect((await fetch(`${lodestone.url}//`)).status).toBe(404);
    expect((await fetch(`${lodestone.url}/slack/events`)).status).toBe(404);
  });
});

describe('a malformed payload', () => {
  const payloads: readonly (readonly [body: string, type?: string])[] = [
    ['{'],
    ['null'],
    ['[]'],
    ['"text"'],
    ['{}'],
    [JSON.stringify({ type: 'event_callback' })],
    [JSON.stringify({ type: 'event_callback', event_id: 'Ev1', event: null })],
    [JSON.stringify({ type: 'event_callback', event: { type: 'message', channel_type: 'im' } })],
    ['payload=%7B', FORM],
    ['payload=null', FORM],
    [`payload=${encodeURIComponent(JSON.stringify({ type: 'block_actions', actions: [] }))}`, FORM],
    ['command=%2Fnd', FORM],
    ['', FORM],
  ];
  // What is nothing that Slack sends has no listener, and its request is ended after three seconds: they share the wait.
  const answers = new Map<string, Promise<Response>>();
  beforeAll(() => {
    for (const [body, type] of payloads) answers.set(body, send(body, type === undefined ? {} : { type }));
  });

  it.each(payloads.map(([body]) => body))('%j does no harm', async (body) => {
    const response = await answers.get(body);
    expect(response?.status).toBeLessThanOrEqual(500);
    const health = await fetch(`${lodestone.url}/healthz`);
    expect(health.status).toBe(200);
    const { slack } = lodestone;
    const answer = await slack.answerTo(() => slack.user('Buyer').command('/nd price 2024', '#general'));
    expect(answer.text).toContain('$125/kg');
  });
});
