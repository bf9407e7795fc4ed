import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from 'local-slack';
import { startLodestone, type Lodestone } from '../lodestone.ts';

let lodestone: Lodestone;
beforeAll(async () => {
  lodestone = await startLodestone();
});
afterAll(() => lodestone.stop());

const buyer = () => lodestone.slack.user('Buyer');
const ask = (line: string) => lodestone.slack.answerTo(() => buyer().command(line, '#general'));
const press = (message: Message, which: string) =>
  lodestone.slack.answerTo(() => buyer().press(message, which));
const labels = (message: Message) =>
  [...JSON.stringify(message.blocks).matchAll(/"type":"button".*?"text":"([^"]+)"/g)].map(
    ([, label]) => label,
  );

describe('a private answer', () => {
  it('is shared once: it is posted for all, and goes away', async () => {
    const { slack } = lodestone;
    const answer = await ask('/nd price 2024');
    const shared = await press(answer, 'Share in channel');
    expect(shared.visible_to).toBeUndefined();
    expect(shared.text).toContain('buyer asked: “price 2024”');
    await slack.settled();
    const mine = slack.messagesIn('#general', { visibleTo: 'Buyer' });
    expect(mine.some((message) => message.ts === answer.ts)).toBe(false);
    expect(labels(shared)).not.toContain('Share in channel');
  });

  it('shows its chart beside it, with the trend in words', async () => {
    const chart = await press(await ask('/nd price 2024'), 'Chart');
    expect(chart.visible_to).toBe(buyer().id);
    expect(chart.blocks[0]).toMatchObject({ type: 'image', alt_text: expect.stringContaining('$75') });
    expect(chart.text).toContain('$75');
  });

  it('leads to the next question, answered beside it', async () => {
    const answer = await ask('/nd price 2024');
    const next = labels(answer).find((label) => label !== 'Chart' && label !== 'Share in channel') ?? '';
    const beside = await press(answer, next);
    expect(beside.ts).not.toBe(answer.ts);
    expect(beside.visible_to).toBe(buyer().id);
    expect(labels(beside)).toContain('Share in channel');
  });
});

describe('"did you mean" and "I don’t know"', () => {
  it('are answered in place', async () => {
    const none = await ask('/nd what is the price of uranium?');
    const [choice = ''] = labels(none);
    const answer = await press(none, choice);
    expect(answer.ts).toBe(none.ts);
    expect(answer.text).toContain('$');
    expect(answer.text).not.toBe(none.text);
  });

  it('in a thread too, and what was chosen can be followed up', async () => {
    const { slack } = lodestone;
    const none = await slack.answerTo(() => buyer().mention('#general', 'price of uranium in 2024'));
    const choice = labels(none).find((label) => /price in \d{4}/.test(label ?? '')) ?? '';
    const chosen = await press(none, choice);
    expect(chosen.ts).toBe(none.ts);
    const followed = await slack.answerTo(() =>
      buyer().mention('#general', 'and 2022?', { thread_ts: none.thread_ts ?? '' }),
    );
    expect(followed.text).toContain('$92/kg');
  });
});

describe('a press in public', () => {
  it('in a channel is answered to the presser alone, in a direct message in it', async () => {
    const { slack } = lodestone;
    const inChannel = await slack.answerTo(() => buyer().mention('#general', 'price 2024'));
    expect((await press(inChannel, 'Chart')).visible_to).toBe(buyer().id);
    const direct = await slack.answerTo(() => buyer().dm('price 2024'));
    const chart = await press(direct, 'Chart');
    expect(chart.visible_to).toBeUndefined();
    expect(chart.channel).toBe(direct.channel);
  });
});

it('works after a restart: all it needs is in the button', async () => {
  const { slack } = lodestone;
  const answer = await ask('/nd price 2024');
  await lodestone.stopApp();
  const again = await startLodestone();
  const surface = await again.slack.answerTo(() =>
    again.slack.user('Buyer').command('/nd price 2023', '#general'),
  );
  expect(surface.text).toContain('$110/kg');
  slack.setAppUrl(`${again.url}/slack/events`);
  const shared = await press(answer, 'Chart');
  expect(shared.blocks[0]).toMatchObject({ type: 'image' });
  await again.stop();
});
