import type { App } from '@slack/bolt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPeer, type Peer } from './peer.ts';

let peer: Peer;

function listen(app: App): void {
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: `mentioned: ${event.text}`, thread_ts: event.thread_ts ?? event.ts });
  });
  app.message(async ({ message, say }) => {
    if (message.channel_type === 'im' && message.subtype === undefined)
      await say(`direct: ${message.text ?? ''}`);
  });
  app.command('/nd', async ({ command, ack, respond }) => {
    if (command.text === 'now') return ack('at once');
    await ack();
    await respond({
      text: `command: ${command.text}`,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: 'An *answer*' } },
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              action_id: 'answer:share',
              value: 'v1',
              text: { type: 'plain_text', text: 'Share' },
            },
            {
              type: 'button',
              action_id: 'answer:more',
              value: 'v2',
              text: { type: 'plain_text', text: 'More' },
            },
          ],
        },
      ],
    });
  });
  app.action('answer:share', async ({ ack, respond, action }) => {
    await ack();
    const value = 'value' in action ? action.value : '';
    await respond({ text: `shared ${value ?? ''}`, response_type: 'in_channel', replace_original: false });
  });
  app.action('answer:more', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'more', replace_original: true });
  });
}

beforeAll(async () => {
  peer = await startPeer(listen);
});
afterAll(() => peer.stop());

test('a mention is answered in its thread, and comes as message and as mention', async () => {
  const { slack } = peer;
  const buyer = slack.user('Buyer');
  const answer = await slack.answerTo(() => buyer.mention('#general', 'price < 2024 & more'));
  const [asked] = slack.messagesIn('#general');
  expect(asked?.text).toBe(`<@${slack.workspace.bot.userId}> price &lt; 2024 &amp; more`);
  expect(answer.text).toBe(`mentioned: ${asked?.text}`);
  expect(answer.thread_ts).toBe(asked?.ts);
  const about = slack.requests().filter((r) => JSON.stringify(r.payload).includes(`"ts":"${asked?.ts}"`));
  expect(about.map((r) => r.kind).toSorted()).toEqual(['app_mention', 'message']);
  expect(slack.messagesIn('#general', { thread: asked?.ts ?? '' })).toHaveLength(2);
});

test('a direct message is answered, and what the bot says comes back to it once, without an answer', async () => {
  const { slack } = peer;
  const answer = await slack.answerTo(() => slack.user('Planner').dm('hello'));
  expect(answer.text).toBe('direct: hello');
  await slack.settled();
  expect(slack.messagesIn('dm:Planner').map((m) => m.text)).toEqual(['hello', 'direct: hello']);
  expect(slack.messagesIn('dm:Buyer')).toEqual([]);
});

test('an answer to a command is seen by one person, until it is shared', async () => {
  const { slack } = peer;
  const buyer = slack.user('Buyer');
  const answer = await slack.answerTo(() => buyer.command('/nd price 2024', '#procurement'));
  expect(answer).toMatchObject({ text: 'command: price 2024', visible_to: buyer.id });
  expect(slack.messagesIn('#procurement')).toEqual([]);
  expect(slack.messagesIn('#procurement', { visibleTo: buyer })).toEqual([answer]);

  const shared = await slack.answerTo(() => buyer.press(answer, 'Share'));
  expect(shared.text).toBe('shared v1');
  expect(slack.messagesIn('#procurement')).toEqual([shared]);

  await slack.answerTo(() => buyer.press(answer, 'answer:more'));
  const [replaced] = slack.messagesIn('#procurement', { visibleTo: buyer });
  expect(replaced).toMatchObject({ ts: answer.ts, text: 'more', blocks: [] });
});

test('an answer that comes with the ack of a command is shown too', async () => {
  const { slack } = peer;
  const answer = await slack.answerTo(() => slack.user('Buyer').command('/nd now', '#general'));
  expect(answer).toMatchObject({ text: 'at once', visible_to: slack.user('Buyer').id });
});

test('a command that the manifest lacks, or in a thread, never reaches the app', async () => {
  const { slack } = peer;
  const buyer = slack.user('Buyer');
  const before = slack.requests().length;
  expect((await buyer.command('/other', '#general')).reason).toBe('unknown_command');
  expect((await buyer.command('/nd x', '#general', { thread_ts: '1.2' })).reason).toBe('in_thread');
  expect(slack.requests()).toHaveLength(before);
  expect(slack.notices(buyer).at(-1)).toContain('not supported in threads');
});

test('what never comes is reported with what was seen instead', async () => {
  const { slack } = peer;
  await expect(slack.waitFor(() => false, { what: 'a miracle', timeoutMs: 20 })).rejects.toThrow(
    /in vain for a miracle[\s\S]*Messages seen last/,
  );
});
