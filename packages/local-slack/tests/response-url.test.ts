import { afterEach, beforeEach, expect, test } from 'vitest';
import { textIn } from '../src/wire/json.ts';
import type { Message } from '../src/wire/wire-types.ts';
import { startPeer, type Peer } from './peer.ts';

const BUTTON = { type: 'button', action_id: 'a:press', text: { type: 'plain_text', text: 'Press' } } as const;

let peer: Peer;
let now = Date.now();

beforeEach(async () => {
  now = Date.now();
  peer = await startPeer(
    (app) => {
      app.command('/nd', ({ ack }) => ack());
      app.action('a:press', ({ ack }) => ack());
    },
    { now: () => now },
  );
});
afterEach(() => peer.stop());

const answer = async (url: string, body: object): Promise<{ status: number; text: string }> => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
};
const urlOfLast = (kind: string): string => textIn(peer.slack.requests(kind).at(-1)?.payload['response_url']);

async function press(): Promise<{ message: Message; url: string }> {
  const { client } = peer.app;
  const blocks = [{ type: 'actions', elements: [BUTTON] }] as const;
  await client.apiCall('chat.postMessage', { channel: '#general', text: 'original', blocks });
  const message = peer.slack.messagesIn('#general').at(-1);
  if (!message) throw new Error('nothing was posted');
  await peer.slack.user('Buyer').press(message, 'Press');
  return { message, url: urlOfLast('block_actions') };
}
const texts = (visibleTo?: string): string[] =>
  peer.slack.messagesIn('#general', visibleTo === undefined ? {} : { visibleTo }).map((m) => m.text);

test('it takes five answers, and no sixth', async () => {
  await peer.slack.user('Buyer').command('/nd price', '#general');
  const url = urlOfLast('slash_commands');
  for (let i = 1; i <= 5; i += 1)
    expect(await answer(url, { text: String(i) })).toEqual({ status: 200, text: 'ok' });
  expect(await answer(url, { text: '6' })).toMatchObject({
    status: 404,
    text: expect.stringContaining('used_url'),
  });
  expect(texts()).toEqual([]);
  expect(texts('Buyer')).toEqual(['1', '2', '3', '4', '5']);
  expect(texts('Planner')).toEqual([]);
});

test('it works for half an hour', async () => {
  await peer.slack.user('Buyer').command('/nd price', '#general');
  const url = urlOfLast('slash_commands');
  now += 30 * 60_000;
  expect((await answer(url, { text: 'in time', response_type: 'in_channel' })).status).toBe(200);
  now += 1;
  expect(await answer(url, { text: 'late' })).toMatchObject({
    status: 404,
    text: expect.stringContaining('expired_url'),
  });
  expect(texts()).toEqual(['in time']);
});

test('one that was never given out is not known', async () => {
  expect(await answer(`${peer.slack.url}/response/commands/T1/guessed`, { text: 'x' })).toMatchObject({
    status: 404,
  });
});

test('a press replaces what was pressed, unless told not to; deletes it when told to', async () => {
  const { url, message } = await press();
  await answer(url, { text: 'aside', replace_original: false });
  expect(texts()).toEqual(['original']);
  expect(texts('Buyer')).toEqual(['original', 'aside']);
  await answer(url, {
    text: 'in the thread',
    replace_original: false,
    response_type: 'in_channel',
    thread_ts: message.ts,
  });
  expect(peer.slack.messagesIn('#general', { thread: message.ts }).map((m) => m.text)).toEqual([
    'original',
    'in the thread',
  ]);
  await answer(url, { text: 'replaced' });
  expect(texts()[0]).toBe('replaced');
  await answer(url, { delete_original: true });
  expect(texts()).toEqual(['in the thread']);
});

test('what is wrong is refused with its path', async () => {
  await peer.slack.user('Buyer').command('/nd price', '#general');
  const refused = await answer(urlOfLast('slash_commands'), { text: 'x', blocks: [{ type: 'header' }] });
  expect(refused.status).toBe(400);
  expect(refused.text).toContain('missing required field: text [json-pointer:/blocks/0]');
  expect(await answer(urlOfLast('slash_commands'), {})).toMatchObject({
    text: expect.stringContaining('no_text'),
  });
});

test('it can be made to fail', async () => {
  await peer.slack.user('Buyer').command('/nd price', '#general');
  peer.slack.faults.fail('response_url', { status: 500 });
  const url = urlOfLast('slash_commands');
  expect((await answer(url, { text: 'x' })).status).toBe(500);
  expect((await answer(url, { text: 'y' })).status).toBe(200);
  expect(texts('Buyer')).toEqual(['y']);
});
