import type { App } from '@slack/bolt';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTerminal, type Terminal } from '../src/terminal/terminal.ts';
import { startPeer, type Peer } from './peer.ts';

const plain = (text: string): { type: 'plain_text'; text: string } => ({ type: 'plain_text', text });

function listen(app: App): void {
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: `mentioned: ${event.text}`, thread_ts: event.thread_ts ?? event.ts });
  });
  app.message(async ({ message, say }) => {
    if (message.channel_type === 'im' && message.subtype === undefined)
      await say(`direct: ${message.text ?? ''}`);
  });
  app.command('/nd', async ({ command, ack, respond }) => {
    await ack();
    const buttons = ['Chart', 'Share'].map((text) => ({
      type: 'button' as const,
      action_id: `a:${text}`,
      value: text,
      text: plain(text),
    }));
    await respond({
      text: 'x',
      blocks: [
        { type: 'section', text: plain(`command: ${command.text}`) },
        { type: 'actions', elements: buttons },
      ],
    });
  });
  app.action(/^a:/, async ({ ack, respond, action }) => {
    await ack();
    await respond({
      text: `pressed ${'value' in action ? (action.value ?? '') : ''}`,
      replace_original: false,
    });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    const input = { type: 'button' as const, action_id: 'open', text: plain('Ask') };
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'actions', elements: [input] }] },
    });
  });
  app.action('open', async ({ ack, body, client }) => {
    await ack();
    const element = { type: 'plain_text_input' as const, action_id: 'question' };
    const blocks = [{ type: 'input' as const, block_id: 'q', label: plain('Question'), element }];
    const view = {
      type: 'modal' as const,
      callback_id: 'form',
      title: plain('Ask'),
      submit: plain('Send'),
      blocks,
    };
    await client.views.open({ trigger_id: 'trigger_id' in body ? body.trigger_id : '', view });
  });
  app.view('form', async ({ ack, view, client, body }) => {
    const question = view.state.values['q']?.['question']?.value ?? '';
    if (question === 'bad') return ack({ response_action: 'errors', errors: { q: 'Ask better.' } });
    await ack();
    return void (await client.chat.postMessage({ channel: body.user.id, text: `asked: ${question}` }));
  });
}

let peer: Peer;
let terminal: Terminal;
let input: PassThrough;
let output: string;
let quits: number;

beforeEach(async () => {
  peer = await startPeer(listen);
  input = new PassThrough();
  output = '';
  quits = 0;
  const written = new PassThrough();
  written.setEncoding('utf8').on('data', (text: string) => (output += text));
  terminal = startTerminal({
    slack: peer.slack,
    input,
    output: written,
    interactive: false,
    quit: () => (quits += 1),
    restart: () => undefined,
  });
});
afterEach(async () => {
  terminal.close();
  await peer.stop();
});

async function type(...lines: string[]): Promise<string> {
  input.end(`${lines.join('\n')}\n`);
  await terminal.ended;
  return output;
}

test('lines from a pipe are answered one after another, and its end stops nothing', async () => {
  const shown = await type(
    'price 2024',
    '/nd price 2023',
    '2',
    '#general',
    '@lodestone why?',
    '> and 2025?',
    '1',
    'nobody asked',
  );
  const order = [
    'direct: price 2024',
    'command: price 2023',
    '[1] Chart  [2] Share',
    'pressed Share',
    'mentioned: @lodestone why?',
    'mentioned: @lodestone and 2025?',
  ];
  const places = order.map((text) => shown.indexOf(text));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(shown).toContain('only visible to you');
  // The last message has no buttons, and those of older ones are not meant.
  expect(shown).toContain('There is no number 1 to press.');
  expect(peer.slack.messagesIn('#general').filter((m) => m.bot_id)).toHaveLength(2);
  expect(quits).toBe(0);
});

test('an amount is a question, not a button', async () => {
  const shown = await type('/nd price', '2 kg in 2024', 'constructor');
  expect(shown).toContain('direct: 2 kg in 2024');
  expect(shown).toContain('direct: constructor');
  expect(shown).not.toContain('pressed');
});

test('the home tab, a dialog with a mistake, and its answer', async () => {
  const shown = await type('home', '1', '1 bad', 'submit', '1 better', 'submit');
  expect(shown).toContain('Tab: Home\n[1] Ask');
  expect(shown).toContain('Dialog: Ask\nQuestion: [1]');
  expect(shown).toContain('q: Ask better.');
  expect(shown.indexOf('asked: better')).toBeGreaterThan(shown.indexOf('q: Ask better.'));
});

test('who does not get an answer is told why, and a mistake ends nothing', async () => {
  const shown = await type(
    'as planner',
    '/other',
    '9',
    '#nowhere',
    'as nobody',
    'submit',
    'still here',
    'help',
    'quit',
  );
  expect(shown).toContain('You are Planner.');
  expect(shown).toContain('/other is not a valid command.');
  expect(shown).toContain('There is no number 9 to press.');
  expect(shown).toContain('There is no #nowhere.');
  expect(shown).toContain('There is no nobody in the playground');
  expect(shown).toContain('No modal is open.');
  expect(shown).toContain('direct: still here');
  expect(shown).toContain('presses number 1');
  expect(peer.slack.messagesIn('dm:Planner')).toHaveLength(2);
  expect(quits).toBe(1);
});

test('for a person there is a prompt, and Ctrl-C leaves', async () => {
  terminal.close();
  const keys = new PassThrough();
  const screen = new PassThrough().setEncoding('utf8').on('data', (text: string) => (output += text));
  const typed = {
    slack: peer.slack,
    input: keys,
    output: screen,
    interactive: true,
    restart: () => undefined,
  };
  terminal = startTerminal({ ...typed, quit: () => (quits += 1) });
  keys.write('#general\r');
  await expect.poll(() => output).toContain('Buyer in #general> ');
  keys.write('\u0003');
  await expect.poll(() => quits).toBe(1);
});
