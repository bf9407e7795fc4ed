import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLodestone, type Lodestone } from '../lodestone.ts';

describe.each(['http', 'socket'] as const)('over %s', (transport) => {
  let lodestone: Lodestone;
  beforeAll(async () => {
    lodestone = await startLodestone({ transport });
  });
  afterAll(() => lodestone.stop());

  it('answers a mention in its thread, once', async () => {
    const { slack } = lodestone;
    const buyer = slack.user('Buyer');
    const answer = await slack.answerTo(() => buyer.mention('#general', 'price 2024'));
    expect(answer.text).toContain('$125/kg');
    const question = slack.messagesIn('#general').findLast((message) => message.user === buyer.id);
    expect(answer.thread_ts).toBe(question?.ts);
    await slack.settled();
    expect(slack.messagesIn('#general', { thread: question?.ts ?? '' })).toHaveLength(2);
  });

  it('answers a direct message beside it, and a thread’s in the thread', async () => {
    const { slack } = lodestone;
    const buyer = slack.user('Buyer');
    const answer = await slack.answerTo(() => buyer.dm('price in 2023'));
    expect(answer.text).toContain('$110/kg');
    expect(answer.thread_ts).toBeUndefined();
    const inThread = await slack.answerTo(() => buyer.dm('price in 2022', { thread_ts: answer.ts }));
    expect(inThread.text).toContain('$92/kg');
    expect(inThread.thread_ts).toBe(answer.ts);
  });

  it('answers a slash command to its asker alone', async () => {
    const { slack } = lodestone;
    const buyer = slack.user('Buyer');
    const answer = await slack.answerTo(() => buyer.command('/nd price 2024', '#general'));
    expect(answer.text).toContain('$125/kg');
    expect(answer.visible_to).toBe(buyer.id);
  });

  it('understands a follow-up in a thread, and in a direct message', async () => {
    const { slack } = lodestone;
    const planner = slack.user('Planner');
    const first = await slack.answerTo(() => planner.mention('#general', 'price 2022'));
    const thread = first.thread_ts ?? '';
    const second = await slack.answerTo(() =>
      planner.mention('#general', 'and 2023?', { thread_ts: thread }),
    );
    expect(second.text).toContain('$110/kg');
    expect(second.thread_ts).toBe(thread);
    await slack.answerTo(() => planner.dm('production in 2022'));
    const direct = await slack.answerTo(() => planner.dm('and 2023?'));
    expect(direct.text).toContain('53,400 t');
  });
});

describe('talk', () => {
  let lodestone: Lodestone;
  beforeAll(async () => {
    lodestone = await startLodestone();
  });
  afterAll(() => lodestone.stop());

  it('that asks nothing gets no answer: in a channel, edits, removals, joins, bots', async () => {
    const { slack } = lodestone;
    const buyer = slack.user('Buyer');
    const asked = await slack.answerTo(() => buyer.dm('price 2024'));
    const own = slack.messagesIn('dm:Buyer').find((message) => message.user === buyer.id);
    const answered = await slack.answerTo(() => buyer.mention('#general', 'price 2022'));
    const before = slack.callsTo('chat.postMessage').length;

    await buyer.say('#general', 'price 2024');
    await buyer.say('#general', 'and 2023?', { thread_ts: answered.thread_ts ?? '' });
    if (own !== undefined) {
      await buyer.edit(own, 'price 2023');
      await buyer.remove(own);
    }
    const direct = { type: 'message', channel: asked.channel, channel_type: 'im', text: 'price 2024' };
    const mention = {
      type: 'app_mention',
      channel: answered.channel,
      text: '<@U1> price 2024',
      event_ts: '3.0',
    };
    for (const event of [
      { ...direct, user: 'U9', bot_id: 'B9', ts: '10.0' },
      { ...direct, user: 'U9', bot_id: 'B9', subtype: 'bot_message', ts: '11.0' },
      { ...direct, user: slack.workspace.bot.userId, ts: '12.0' },
      { ...direct, user: buyer.id, subtype: 'channel_join', ts: '13.0' },
      { ...mention, user: 'U9', bot_id: 'B9', ts: '14.0' },
      { ...mention, user: buyer.id, ts: '15.0', edited: { user: buyer.id, ts: '16.0' } },
    ]) {
      await slack.dispatch.event(slack.wrapEvent(event));
    }
    await slack.settled();
    expect(slack.callsTo('chat.postMessage')).toHaveLength(before);
  });

  it('what is sent to the conversation from a thread does', async () => {
    const { slack } = lodestone;
    const buyer = slack.user('Buyer');
    const asked = await slack.answerTo(() => buyer.dm('price 2024'));
    const event = {
      type: 'message',
      subtype: 'thread_broadcast',
      channel: asked.channel,
      channel_type: 'im',
      user: buyer.id,
      text: 'price 2022',
      ts: '20.0',
      thread_ts: asked.ts,
    };
    const answer = await slack.answerTo(() => slack.dispatch.event(slack.wrapEvent(event)));
    expect(answer.text).toContain('$92/kg');
    expect(answer.thread_ts).toBe(asked.ts);
  });

  it('a bare mention gets help', async () => {
    const { slack } = lodestone;
    const answer = await slack.answerTo(() => slack.user('Buyer').mention('#general', ''));
    expect(answer.text).toMatch(/ask me about/i);
  });
});

describe('one message', () => {
  it('is answered once, however often Slack sends it', async () => {
    const lodestone = await startLodestone();
    const { slack } = lodestone;
    const buyer = slack.user('Buyer');
    slack.faults.repeatEvents = 3;
    await slack.answerTo(() => buyer.dm('price 2024'));
    await slack.answerTo(() => buyer.mention('#general', 'price 2024'));
    await slack.settled();
    expect(slack.callsTo('chat.postMessage')).toHaveLength(2);
    expect(slack.requests('app_mention').length).toBeGreaterThan(1);
    await lodestone.stop();
  });

  it('is answered once where its direct message comes as a mention too', async () => {
    const lodestone = await startLodestone();
    const { slack } = lodestone;
    const buyer = slack.user('Buyer');
    const answer = await slack.answerTo(() => buyer.dm('price 2024'));
    const own = slack.messagesIn('dm:Buyer').find((message) => message.user === buyer.id);
    const mention = {
      type: 'app_mention',
      user: buyer.id,
      text: '<@U1> price 2024',
      ts: own?.ts,
      channel: answer.channel,
    };
    await slack.dispatch.event(slack.wrapEvent(mention));
    await slack.settled();
    expect(slack.callsTo('chat.postMessage')).toHaveLength(1);
    await lodestone.stop();
  });
});

const NEW_YEAR = new Date('2026-01-01T03:00:00Z');

it('counts days and years from the asker’s own today', async () => {
  // Three in the morning of New Year in UTC: in New York it is still the year before.
  const own = await startLodestone({ deps: { now: () => NEW_YEAR } });
  const { slack } = own;
  const [inBerlin, inNewYork] = [slack.user('Buyer'), slack.user('Planner')];
  const berlin = await slack.answerTo(() => inBerlin.dm('price last year'));
  const newYork = await slack.answerTo(() => inNewYork.dm('price last year'));
  await own.stop();
  expect(berlin.text).toContain('Neodymium, 2025');
  expect(newYork.text).toContain('Neodymium, 2024');
});
