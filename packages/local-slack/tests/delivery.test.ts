import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { startSimulator, type Simulator, type SimulatorOptions } from '../src/simulator.ts';
import { MANIFEST, SECRETS, startPeer } from './peer.ts';

type Seen = { readonly headers: IncomingHttpHeaders; readonly body: string };

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** An app that answers as it is told: with a status, or never. */
async function startApp(answers: readonly (number | 'never')[]): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const answer = answers[seen.length] ?? 200;
      seen.push({ headers: request.headers, body });
      if (answer !== 'never') response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/slack/events`, seen };
}

async function start(options: Partial<SimulatorOptions>): Promise<Simulator> {
  const slack = await startSimulator({ manifest: MANIFEST, ...SECRETS, rateLimits: false, ...options });
  closing.push(slack.close);
  return slack;
}

test('an event that is not taken is sent again, with number and reason, until it is', async () => {
  const { url, seen } = await startApp([500, 'never', 200]);
  // Long enough that a busy machine gives its 500 in time: the reasons are what is tested.
  const slack = await start({ appUrl: url, retryDelaysMs: [0, 0, 0], ackTimeoutMs: 1_000 });
  await slack.user('Buyer').dm('hello');
  await slack.settled();
  expect(seen.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_timeout'],
  ]);
  expect(new Set(seen.map(({ body }) => body)).size).toBe(1);
  expect(slack.requests('message').map((r) => r.ack?.reason ?? 'taken')).toEqual([
    'http_error',
    'http_timeout',
    'taken',
  ]);
});

test('it gives up after three repetitions', async () => {
  const { url, seen } = await startApp([500, 500, 500, 500, 500]);
  const slack = await start({ appUrl: url, retryDelaysMs: [0, 0, 0] });
  await slack.user('Buyer').dm('hello');
  await slack.settled();
  expect(seen).toHaveLength(4);
});

test('a command is sent once, and the person is told that nothing came', async () => {
  const { url, seen } = await startApp(['never']);
  const slack = await start({ appUrl: url, ackTimeoutMs: 50 });
  await slack.user('Buyer').command('/nd price', '#general');
  await slack.settled();
  expect(seen).toHaveLength(1);
  expect(slack.notices('Buyer')).toEqual(['/nd failed because the app did not respond.']);
  expect(seen[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
});

test('each request carries a signature of its raw body, and no secret', async () => {
  const { url, seen } = await startApp([]);
  const slack = await start({ appUrl: url });
  await slack.user('Buyer').dm('größe & <more>');
  const { headers, body } = seen[0] ?? { headers: {}, body: '' };
  const time = String(headers['x-slack-request-timestamp']);
  expect(Math.abs(Number(time) - Date.now() / 1000)).toBeLessThan(5);
  const digest = createHmac('sha256', SECRETS.signingSecret).update(`v0:${time}:${body}`).digest('hex');
  expect(headers['x-slack-signature']).toBe(`v0=${digest}`);
  expect(JSON.stringify(slack.exchanges())).not.toContain(SECRETS.signingSecret);
});

test('an app that is told to can be asked for its challenge, and looked at without a signature', async () => {
  const { slack, stop } = await startPeer(() => undefined);
  closing.push(stop);
  expect((await slack.dispatch.verifyUrl('abc')).body).toEqual({ challenge: 'abc' });
  expect(await slack.dispatch.checkSsl()).toMatchObject({ ok: true, status: 200 });
});

test('Bolt refuses what another secret signed', async () => {
  const { slack, stop } = await startPeer(() => undefined, { signingSecret: 'another', retryDelaysMs: [] });
  closing.push(stop);
  vi.spyOn(console, 'warn').mockReturnValue();
  await slack.user('Buyer').dm('hello');
  expect(slack.requests('message')[0]?.ack).toMatchObject({ ok: false, status: 401 });
});

test('an event can be repeated although it was taken: the same event, with a retry number', async () => {
  const texts: string[] = [];
  const { slack, stop } = await startPeer(
    (app) =>
      app.message(async ({ message, context }) => {
        texts.push(`${'text' in message ? message.text : ''} ${context.retryNum ?? 'first'}`);
      }),
    { retryDelaysMs: [0, 0, 0] },
  );
  closing.push(stop);
  slack.faults.repeatEvents = 2;
  await slack.user('Buyer').dm('hello');
  await slack.settled();
  expect(texts).toEqual(['hello first', 'hello 1', 'hello 2']);
  expect(new Set(slack.requests('message').map((r) => r.payload['event_id'])).size).toBe(1);
});

test('only what the manifest subscribes to is sent', async () => {
  const { url, seen } = await startApp([]);
  const manifest = {
    ...MANIFEST,
    settings: { ...MANIFEST.settings, event_subscriptions: { bot_events: ['app_mention'] } },
  };
  const slack = await start({ appUrl: url, manifest });
  await slack.user('Buyer').say('#general', 'nobody asked');
  await slack.user('Buyer').dm('nor here');
  await slack.user('Buyer').openHome();
  expect(seen).toHaveLength(0);
  await slack.user('Buyer').mention('#general', 'hello');
  expect(seen).toHaveLength(1);
});

test('a mention in a direct message comes as a message alone', async () => {
  const { url } = await startApp([]);
  const slack = await start({ appUrl: url });
  await slack.user('Buyer').dm('@lodestone hello');
  expect(slack.requests().map((request) => request.kind)).toEqual(['message']);
});

test('edits, deletions and reactions reach the app as Slack sends them', async () => {
  const { url } = await startApp([]);
  const slack = await start({ appUrl: url });
  const buyer = slack.user('Buyer');
  const said = await buyer.say('#general', 'one');
  const edited = await buyer.edit(said, '@lodestone two');
  await buyer.react(edited, 'eyes');
  await buyer.remove(edited);
  const events = slack.requests().map((request) => request.payload['event']);
  expect(events).toMatchObject([
    { type: 'message', text: 'one', channel_type: 'channel' },
    {
      type: 'message',
      subtype: 'message_changed',
      message: { edited: {} },
      previous_message: { text: 'one' },
    },
    { type: 'app_mention', text: expect.stringContaining('two') },
    { type: 'reaction_added', reaction: 'eyes', item: { ts: said.ts } },
    { type: 'message', subtype: 'message_deleted', deleted_ts: said.ts },
  ]);
});

test('a manifest that Slack would refuse does not start', async () => {
  const manifest = { ...MANIFEST, oauth_config: { scopes: { bot: ['chat:write'] } } };
  await expect(start({ manifest })).rejects.toThrow(
    /app_mention needs the scope app_mentions:read.*slash commands and shortcuts need the scope commands/,
  );
});

test('what the manifest does not open, nobody can use', async () => {
  const slack = await start({ manifest: { ...MANIFEST, features: { ...MANIFEST.features, app_home: {} } } });
  await expect(slack.user('Buyer').dm('hello')).rejects.toThrow('messages_tab_enabled');
});
