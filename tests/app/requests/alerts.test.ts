import { afterEach, expect, it } from 'vitest';
import { ruleOf } from '../storage/rows.ts';
import { startTalk } from './talk.ts';

let talk: Awaited<ReturnType<typeof startTalk>>;
afterEach(() => talk.lodestone.stop());

it('an alert by words is the row that the line makes, and says what the price is now', async () => {
  talk = await startTalk();
  const { say, press, alerts, buyer } = talk;
  const card = await say('ping me if nd goes above 150 $/kg');
  expect(card.text).toContain('An alert: Neodymium above $150/kg');
  expect(card.text).toContain('Now: $115 to $140/kg in 2026 (projection)');
  expect(await alerts()).toEqual([]);
  expect((await press(card, 'Create')).text).toContain('Set up: Neodymium above $150/kg');
  expect(await alerts()).toMatchObject([
    { rule: ruleOf('above 150 neodymium'), channel: buyer.id, state: 'armed' },
  ]);
});

it('one that is so already says so, and asks whether it is to come at once', async () => {
  talk = await startTalk();
  const { say, press, choose, alerts, slack } = talk;
  const card = await say('tell me when neodymium is above 100 usd/kg');
  expect(JSON.stringify(card.blocks)).toContain('That is so already');
  const asked = await press(card, 'Create');
  expect(asked.text).toContain('Choose first');
  expect(await alerts()).toEqual([]);
  const next = await choose(asked, 'start', 'next');
  expect((await press(next, 'Create')).text).toContain('once the price has come back');
  await slack.settled();
  expect(await alerts()).toMatchObject([
    { rule: ruleOf('above 100 neodymium'), state: 'fired', firedCount: 0 },
  ]);
  const second = await choose(await say('alert me if neodymium is above 110'), 'start', 'now');
  await press(second, 'Create');
  await slack.waitFor(() =>
    slack.messagesIn('dm:Buyer').some(({ text }) => text.includes('is above $110/kg')),
  );
});

it('what is missing is asked with choices, and the unit that fits is taken for granted and said', async () => {
  talk = await startTalk();
  const { say, choose, press, alerts } = talk;
  const card = await say('tell me when it drops');
  const metal = await choose(card, 'metals', 'terbium');
  const below = await choose(metal, 'rule.kind', 'below');
  expect(JSON.stringify(below.blocks)).toContain('At which price?');
  const level = await choose(below, 'rule.level', '909 USD/kg');
  await press(level, 'Create');
  expect(await alerts()).toMatchObject([{ rule: ruleOf('below 909 terbium') }]);
  const plain = await say('ping me if neodymium goes above 160');
  expect(plain.text).toContain('You named no unit for 160: USD per kg');
});

it('a metal that is not known is never made the usual one', async () => {
  talk = await startTalk();
  const card = await talk.say('tell me if unobtainium goes over 4000');
  expect(card.text).toContain('I have no prices of that');
  expect((await talk.press(card, 'Create')).text).toContain('Choose first');
  expect(await talk.alerts()).toEqual([]);
});
