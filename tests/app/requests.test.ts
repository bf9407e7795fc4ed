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
    signal: AbortSignal.timeout(60_000),
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

  it('that nobody signed is not taken apart where it is long', async () => {
    const body = `x=${'%5B'.repeat(100_000)}&payload=null`;
    const headers = { 'content-type': FORM };
    const unsigned = await fetch(`${lodestone.url}/slack/events`, { method: 'POST', headers, body });
    expect(unsigned.status).toBe(401);
    // What it is, is told to Slack alone.
    expect((await send(body, { type: FORM })).status).toBe(400);
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

/** Sends what a person has pressed or chosen. */
function interaction(payload: object): Promise<Response> {
  const { slack } = lodestone;
  const person = { user: { id: slack.user('Buyer').id }, team: { id: slack.workspace.team.id } };
  const body = new URLSearchParams({ payload: JSON.stringify({ ...person, ...payload }) }).toString();
  return send(body, { type: FORM });
}

const press = (action: object) =>
  interaction({
    type: 'block_actions',
    trigger_id: '1',
    actions: [{ block_id: 'b', action_ts: '1', ...action }],
  });

describe('what nothing listens to', () => {
  const old = { type: 'button', action_id: 'gone:press', value: 'x' };

  it.each([
    ['a button', () => press(old)],
    [
      'a menu',
      () => press({ type: 'static_select', action_id: 'gone:choose', selected_option: { value: 'x' } }),
    ],
    [
      'a form',
      () =>
        interaction({
          type: 'view_submission',
          view: { id: 'V1', callback_id: 'gone', state: { values: {} } },
        }),
    ],
    ['a shortcut', () => interaction({ type: 'shortcut', callback_id: 'gone', trigger_id: '1' })],
  ])('%s is acknowledged, and said to be too old', async (_, act) => {
    const told = await lodestone.slack.answerTo(async () => expect((await act()).status).toBe(200));
    expect(told.text).toContain('from an older version');
  });

  it('options are none, and a closed view is nothing to speak of', async () => {
    const options = await interaction({
      type: 'block_suggestion',
      action_id: 'gone',
      block_id: 'b',
      value: 'x',
    });
    expect([options.status, await options.json()]).toEqual([200, { options: [] }]);
    const closed = await interaction({ type: 'view_closed', view: { id: 'V1', callback_id: 'gone' } });
    expect(closed.status).toBe(200);
    await lodestone.slack.settled();
    expect(lodestone.logged().at(-1)).toMatchObject({
      type: 'view_closed',
      msg: expect.stringMatching('acknowledged'),
    });
  });

  it.each([
    { type: 'app_rate_limited', token: 't', team_id: 'T1', minute_rate_limited: 1, api_app_id: 'A1' },
    { type: 'event_callback', event_id: 'E1', team_id: 'T1', event: null },
    { type: 'event_callback', event_id: 'E2', team_id: 'T1' },
    { type: 'event_callback', event_id: 'E3', team_id: 'T1', event: { user: 'U1' } },
  ])('an event without an event is answered 200 and logged: $type', async (body) => {
    expect((await send(JSON.stringify(body))).status).toBe(200);
    expect(lodestone.logged().at(-1)).toMatchObject({
      type: body.type,
      msg: expect.stringMatching('no event'),
    });
  });
});
