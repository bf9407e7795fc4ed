import type { App } from '@slack/bolt';
import { afterEach, expect, test } from 'vitest';
import { asJson, parseJson } from '../src/wire/json.ts';
import { startPeer, type Peer } from './peer.ts';

let peer: Peer;
afterEach(() => peer.stop());

function listen(app: App): void {
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: `mentioned: ${event.text}`, thread_ts: event.ts });
  });
  app.command('/nd', async ({ command, ack }) => {
    await ack({ text: `command: ${command.text}`, response_type: 'in_channel' });
  });
  app.options('metal', async ({ ack, options }) => {
    await ack({ options: [{ text: { type: 'plain_text', text: options.value }, value: options.value }] });
  });
  app.action('metal', async ({ ack, respond, action }) => {
    await ack();
    await respond(`chose ${'selected_option' in action ? (action.selected_option?.value ?? '') : ''}`);
  });
  app.message('slow', () => new Promise(() => undefined));
}

test('mentions, commands and presses go through the socket, and are answered', async () => {
  peer = await startPeer(listen, { transport: 'socket' });
  const { slack } = peer;
  const buyer = slack.user('Buyer');
  expect((await slack.answerTo(() => buyer.mention('#general', 'hello'))).text).toContain('mentioned: <@');
  expect(await slack.answerTo(() => buyer.command('/nd price', '#general'))).toMatchObject({
    text: 'command: price',
  });
  const select = { type: 'external_select', action_id: 'metal', min_query_length: 0 } as const;
  const blocks = [{ type: 'actions', elements: [select] }] as const;
  await peer.app.client.apiCall('chat.postMessage', { channel: '#general', text: 'choose', blocks });
  const message = slack.messagesIn('#general').at(-1);
  if (!message) throw new Error('nothing was posted');
  expect(await buyer.typeAhead(message, 'metal', 'terbium')).toMatchObject([{ value: 'terbium' }]);
  expect((await slack.answerTo(() => buyer.select(message, 'metal', 'terbium'))).text).toBe('chose terbium');
  expect(new Set(slack.requests().map((request) => request.transport))).toEqual(new Set(['socket']));
  expect(slack.requests().every((request) => request.ack?.ok)).toBe(true);
  const envelopes = slack.requests().map((request) => asJson(parseJson(request.body)));
  expect(envelopes.find((envelope) => envelope?.['type'] === 'events_api')).toMatchObject({
    accepts_response_payload: false,
    retry_attempt: 0,
  });
  expect(envelopes.find((envelope) => envelope?.['type'] === 'slash_commands')).toMatchObject({
    accepts_response_payload: true,
  });
});

test('when asked to refresh, the app closes properly and comes back', async () => {
  peer = await startPeer(listen, { transport: 'socket' });
  const { slack } = peer;
  slack.sockets.refresh();
  await slack.waitFor(() => slack.sockets.count() === 0, { what: 'the app to leave' });
  await slack.waitFor(() => slack.sockets.count() === 1, { what: 'the app to come back' });
  expect((await slack.answerTo(() => slack.user('Buyer').mention('#general', 'again'))).text).toContain(
    'again',
  );
});

test('when the line is cut, the app comes back too', async () => {
  peer = await startPeer(listen, { transport: 'socket' });
  const { slack } = peer;
  slack.sockets.drop();
  await slack.waitFor(
    () => slack.callsTo('apps.connections.open').length === 2 && slack.sockets.count() === 1,
  );
  expect((await slack.answerTo(() => slack.user('Buyer').mention('#general', 'again'))).text).toContain(
    'again',
  );
});

test('an address to connect to is good for one connection', async () => {
  peer = await startPeer(listen, { transport: 'socket' });
  const open = peer.slack.callsTo('apps.connections.open')[0]?.answer?.body;
  const url = new URL(
    String(Object.entries(open ?? {}).find(([name]) => name === 'url')?.[1]).replace(/^ws/, 'http'),
  );
  const response = await fetch(url).catch(() => undefined);
  expect(response?.status).not.toBe(101);
  const socket = new WebSocket(url.href.replace(/^http/, 'ws'));
  await new Promise((resolve) => {
    socket.addEventListener('error', resolve, { once: true });
  });
  expect(peer.slack.sockets.count()).toBe(1);
});
