import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterEach, expect, test } from 'vitest';
import { wordsOf } from '../src/people/interactive-elements.ts';
import type { SimulatorOptions } from '../src/simulator.ts';
import { startPeer, type Peer } from './peer.ts';

const plain = (text: string): { type: 'plain_text'; text: string } => ({ type: 'plain_text', text });
const form = (title: string): ModalView => ({
  type: 'modal',
  callback_id: 'ask:form',
  title: plain(title),
  submit: plain('Ask'),
  notify_on_close: true,
  private_metadata: 'kept',
  blocks: [
    {
      type: 'input',
      block_id: 'q',
      label: plain('Question'),
      element: { type: 'plain_text_input', action_id: 'question' },
    },
    {
      type: 'input',
      block_id: 'm',
      label: plain('Metal'),
      optional: true,
      element: { type: 'external_select', action_id: 'metal', min_query_length: 1 },
    },
  ],
});

let peer: Peer;
afterEach(() => peer.stop());

async function start(
  settings: Partial<SimulatorOptions> = {},
): Promise<{ seen: unknown[]; failures: string[] }> {
  const seen: unknown[] = [];
  const failures: string[] = [];
  peer = await startPeer((app: App) => {
    app.error(async (error) => void failures.push(error.message));
    app.shortcut('ask:open', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: form('Ask') });
    });
    app.shortcut('message:explain', async ({ ack, shortcut, respond }) => {
      await ack();
      if (shortcut.type === 'message_action') await respond(`explained: ${shortcut.message.text ?? ''}`);
    });
    app.options('metal', async ({ ack, options }) => {
      if (options.value === 'none') return ack({ options: [] });
      if (options.value === 'long') return ack({ options: [{ text: plain('x'.repeat(76)), value: 'x' }] });
      return ack({ options: [{ text: plain(`${options.value}ium`), value: options.value }] });
    });
    app.view('ask:form', async ({ ack, view, body }) => {
      seen.push({ values: view.state.values, metadata: view.private_metadata, user: body.user.id });
      const question = view.state.values['q']?.['question']?.value;
      if (question === 'bad') return ack({ response_action: 'errors', errors: { q: 'Ask something else.' } });
      if (question === 'push') return ack({ response_action: 'push', view: form('Second') });
      if (question === 'update') return ack({ response_action: 'update', view: form('Changed') });
      if (question === 'clear') return ack({ response_action: 'clear' });
      return ack();
    });
    app.view({ callback_id: 'ask:form', type: 'view_closed' }, async ({ ack, body }) => {
      await ack();
      seen.push({ closed: body.view.title, cleared: 'is_cleared' in body ? body.is_cleared : undefined });
    });
    app.event('app_home_opened', async ({ event, client }) => {
      const blocks = [
        {
          type: 'actions' as const,
          elements: [{ type: 'button' as const, action_id: 'home:try', value: '7', text: plain('Try') }],
        },
      ];
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
    });
    app.action('home:try', async ({ ack, body, client }) => {
      await ack();
      if (!('actions' in body)) return;
      seen.push({
        container: 'container' in body && body.container,
        channel: 'channel' in body && body.channel,
      });
      await client.views.open({
        trigger_id: 'trigger_id' in body ? body.trigger_id : '',
        view: form('From home'),
      });
    });
  }, settings);
  return { seen, failures };
}

const titles = (): unknown[] => peer.slack.openViews('Buyer').map((view) => wordsOf(view['title']));

test('a modal is opened, filled in with type-ahead, and submitted', async () => {
  const { seen } = await start();
  const buyer = peer.slack.user('Buyer');
  await buyer.shortcut('ask:open');
  const view = await peer.slack.waitFor(() => peer.slack.openViews(buyer)[0]);
  await expect(buyer.submitView()).rejects.toThrow('"Question" is empty');
  expect(await buyer.typeAhead(view, 'metal', 'terb')).toMatchObject([{ value: 'terb' }]);
  expect(await buyer.typeAhead(view, 'metal', 'none')).toEqual([]);
  await expect(buyer.typeAhead(view, 'metal', 'long')).rejects.toThrow('must be less than 76 characters');
  expect(await buyer.typeAhead(view, 'metal', 'terb')).toHaveLength(1);
  expect(await buyer.select(view, 'metal', 'terb')).toMatchObject({ reason: 'not_sent' });
  expect(peer.slack.requests('block_actions')).toEqual([]);
  await buyer.submitView({ question: 'price' });
  expect(seen).toMatchObject([
    {
      metadata: 'kept',
      user: buyer.id,
      values: { q: { question: { value: 'price' } }, m: { metal: { selected_option: { value: 'terb' } } } },
    },
  ]);
  expect(peer.slack.openViews(buyer)).toEqual([]);
});

test('errors keep it open, push lays another on top, update replaces it, clear and close empty the stack', async () => {
  const { seen } = await start();
  const buyer = peer.slack.user('Buyer');
  await buyer.shortcut('ask:open');
  await peer.slack.waitFor(() => titles().length === 1);
  expect((await buyer.submitView({ question: 'bad' })).errors).toEqual({ q: 'Ask something else.' });
  await buyer.submitView({ question: 'update' });
  expect(titles()).toEqual(['Changed']);
  await buyer.submitView({ question: 'push' });
  expect(titles()).toEqual(['Changed', 'Second']);
  const [below, top] = peer.slack.openViews(buyer);
  expect(top).toMatchObject({ previous_view_id: below?.id, root_view_id: below?.id });
  await buyer.closeView();
  expect(titles()).toEqual(['Changed']);
  await buyer.submitView({ question: 'clear' });
  expect(titles()).toEqual([]);
  expect(seen.at(-2)).toMatchObject({ closed: { text: 'Second' }, cleared: false });
});

test('the home tab is published, and what is pressed there comes with the view and without a channel', async () => {
  const { seen } = await start();
  const planner = peer.slack.user('Planner');
  await planner.openHome();
  const home = await peer.slack.waitFor(() => peer.slack.homeOf(planner));
  await planner.press(home, 'Try');
  await peer.slack.waitFor(() => peer.slack.openViews(planner).length === 1);
  expect(seen).toEqual([{ container: { type: 'view', view_id: home.id }, channel: false }]);
  expect(peer.slack.homeOf('Buyer')).toBeUndefined();
});

test('a shortcut of a message brings the message', async () => {
  await start();
  const buyer = peer.slack.user('Buyer');
  const message = await buyer.say('#general', 'over 80 %');
  const answer = await peer.slack.answerTo(() => buyer.shortcut('message:explain', message));
  expect(answer.text).toBe('explained: over 80 %');
  await expect(buyer.shortcut('message:other', message)).rejects.toThrow('declares no message shortcut');
});

test('a trigger opens one view, within three seconds', async () => {
  let now = Date.now();
  const { failures } = await start({ now: () => now });
  const buyer = peer.slack.user('Buyer');
  await buyer.openHome();
  const home = await peer.slack.waitFor(() => peer.slack.homeOf(buyer));
  peer.slack.faults.expireTriggers = true;
  await buyer.press(home, 'home:try');
  await expect.poll(() => failures).toEqual([expect.stringContaining('expired_trigger_id')]);
  peer.slack.faults.clear();

  await buyer.press(home, 'home:try');
  await peer.slack.waitFor(() => peer.slack.openViews(buyer).length === 1);
  const trigger_id = String(peer.slack.requests('block_actions').at(-1)?.payload['trigger_id']);
  const open = (id: string): Promise<unknown> =>
    peer.app.client.views.open({ trigger_id: id, view: form('Again') });
  await expect(open(trigger_id)).rejects.toThrow('exchanged_trigger_id');
  await expect(open('1.2.3')).rejects.toThrow('invalid_trigger_id');
  await buyer.shortcut('message:explain', await buyer.say('#general', 'x'));
  now += 3001;
  const late = String(peer.slack.requests('message_action').at(-1)?.payload['trigger_id']);
  await expect(open(late)).rejects.toThrow('expired_trigger_id');
});

test('a view with a fault is refused with its path', async () => {
  await start();
  const view = { type: 'home' as const, blocks: [{ type: 'header' as const, text: plain('x'.repeat(151)) }] };
  await expect(
    peer.app.client.views.publish({ user_id: peer.slack.user('Buyer').id, view }),
  ).rejects.toMatchObject({
    data: {
      error: 'invalid_blocks',
      response_metadata: {
        messages: ['[ERROR] must be less than 151 characters [json-pointer:/view/blocks/0/text/text]'],
      },
    },
  });
  expect(peer.slack.callsTo('views.publish').at(-1)?.faults).toHaveLength(1);
});
