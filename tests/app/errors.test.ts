import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startLodestone, type Lodestone } from './lodestone.ts';

let lodestone: Lodestone;
beforeAll(async () => {
  lodestone = await startLodestone();
});
afterEach(() => lodestone.slack.faults.clear());
afterAll(() => lodestone.stop());

const failures = () => lodestone.logged().filter(({ msg }) => msg === 'a listener failed');

const REFERENCE = /reference to whoever runs Lodestone: ([A-Z2-9]{4}-[A-Z2-9]{4})$/;

it.each(['mention', 'direct message', 'command', 'press'])(
  'a %s that fails reaches the person with a reference that is in the log',
  async (way) => {
    const { slack } = lodestone;
    const buyer = slack.user('Buyer');
    const pressed = await slack.answerTo(() => buyer.command('/nd price 2024', '#general'));
    slack.faults.fail('chat.postMessage', { status: 503 });
    slack.faults.fail('response_url', { status: 503 });
    const acts: Record<string, () => Promise<unknown>> = {
      mention: () => buyer.mention('#general', 'price 2024'),
      'direct message': () => buyer.dm('price 2024'),
      command: () => buyer.command('/nd price 2024', '#general'),
      press: () => buyer.press(pressed, 'Chart'),
    };
    const told = await slack.answerTo(acts[way] ?? (() => Promise.reject(new Error(way))));
    const [, reference] = REFERENCE.exec(told.text) ?? [];
    expect(reference).toBeDefined();
    expect(failures().at(-1)).toMatchObject({ reference });
    // In private where the question was, and in the thread that would have had the answer.
    expect(told.visible_to).toBe(way === 'command' || way === 'press' ? buyer.id : undefined);
    expect(told.thread_ts !== undefined).toBe(way === 'mention');
  },
);

it('tells whoever runs it what Slack’s refusal means', async () => {
  const { slack } = lodestone;
  slack.faults.fail('chat.postMessage', { error: 'not_in_channel', times: 2 });
  await slack.user('Buyer').mention('#general', 'price 2024');
  await slack.settled();
  expect(failures().at(-1)).toMatchObject({ advice: 'Invite the app to the channel.' });
});

it('outlives a failure that it can’t tell anyone of', async () => {
  const { slack } = lodestone;
  const buyer = slack.user('Buyer');
  slack.faults.fail('views.publish', { error: 'internal_error' });
  await buyer.openHome();
  slack.faults.fail('chat.postMessage', { status: 500, times: 2 });
  await buyer.dm('price 2024');
  await slack.settled();
  slack.faults.clear();
  expect((await slack.answerTo(() => buyer.dm('price 2023'))).text).toContain('$110/kg');
});

it.each(['command', 'press'])(
  'asks to press again where a form came too late for Slack, by a %s',
  async (way) => {
    const { slack } = lodestone;
    const buyer = slack.user('Buyer');
    await slack.answerTo(() => buyer.command('/nd digest weekly mon 9:00', '#general'));
    const list = await slack.answerTo(() => buyer.command('/nd digest list', '#general'));
    slack.faults.expireTriggers = true;
    const told = await slack.answerTo(() =>
      way === 'press' ? buyer.press(list, 'Edit') : buyer.command('/nd digest', '#general'),
    );
    expect(told).toMatchObject({ visible_to: buyer.id, text: expect.stringMatching(/press again/) });
    expect(told.text).not.toMatch(/reference|went wrong/);
  },
);

it('waits as long as Slack asks, and answers then', async () => {
  const { slack } = lodestone;
  slack.faults.fail('chat.postMessage', { status: 429, retryAfter: 1 });
  const answer = await slack.answerTo(() => slack.user('Planner').dm('price 2022'));
  expect(answer.text).toContain('$92/kg');
});
