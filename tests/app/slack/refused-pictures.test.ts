import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startLodestone, type Lodestone } from '../lodestone.ts';

let lodestone: Lodestone;
beforeAll(async () => {
  lodestone = await startLodestone();
});
afterEach(() => lodestone.slack.faults.clear());
afterAll(() => lodestone.stop());

const refusals = () =>
  lodestone
    .logged()
    .filter(({ msg }) => typeof msg === 'string' && msg.startsWith('Slack refused a message'));

it('shows a wanted chart at once', async () => {
  const { slack } = lodestone;
  const answer = await slack.answerTo(() => slack.user('Buyer').mention('#general', 'chart of prices'));
  expect(answer.blocks.map((block) => block['type'])).toContain('image');
});

it.each(['a command', 'a mention'])(
  'answers %s without the picture that Slack refuses, and logs it',
  async (way) => {
    const { slack } = lodestone;
    const buyer = slack.user('Buyer');
    slack.faults.refuseImages = true;
    const before = refusals().length;
    const answer = await slack.answerTo(() =>
      way === 'a command'
        ? buyer.command('/nd chart', '#general')
        : buyer.mention('#general', 'chart of prices'),
    );
    expect(answer.blocks.map((block) => block['type'])).not.toContain('image');
    expect(answer.text).toContain('$');
    expect(refusals()).toHaveLength(before + 1);
  },
);

it('says in words what a refused chart shows', async () => {
  const { slack } = lodestone;
  const buyer = slack.user('Buyer');
  const answer = await slack.answerTo(() => buyer.command('/nd price 2024', '#general'));
  slack.faults.refuseImages = true;
  const chart = await slack.answerTo(() => buyer.press(answer, 'Chart'));
  expect(JSON.stringify(chart.blocks)).toContain('$75');
});

it('sends nothing twice that may have been sent', async () => {
  const { slack } = lodestone;
  const buyer = slack.user('Buyer');
  slack.faults.fail('chat.postMessage', { status: 500, afterDoing: true });
  const before = slack.callsTo('chat.postMessage').length;
  await slack.answerTo(() => buyer.mention('#procurement', 'price 2024'));
  // The second call tells of the failure, for all that is known.
  await slack.waitFor(() => slack.callsTo('chat.postMessage').length >= before + 2);
  await slack.settled();
  const answers = slack.messagesIn('#procurement').filter((message) => message.text.includes('$125/kg'));
  expect(answers).toHaveLength(1);
  expect(slack.callsTo('chat.postMessage').length).toBe(before + 2);
});
