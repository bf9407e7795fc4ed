import { afterEach, expect, it } from 'vitest';
import { parseFeedSettings } from '#src/quotes/feeds/feed-settings.ts';
import { quoted } from '../lodestone.ts';
import { ruleOf } from '../storage/rows.ts';
import { shown, startTalk } from './talk.ts';

const withRate = {
  ...quoted,
  settings: parseFeedSettings(
    JSON.stringify({
      feeds: [],
      fixedRates: { source: 'Treasury', date: '2026-11-18', base: 'USD', perBase: { CNY: 7 } },
    }),
    'feeds.json',
  ),
};

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
  expect(card.text).toContain('I have no prices of “unobtainium”');
  expect((await talk.press(card, 'Create')).text).toContain('Choose first');
  expect(await talk.alerts()).toEqual([]);
});

it('a threshold in another currency is shown with its rate before anything is set up, or is plainly none', async () => {
  talk = await startTalk({ env: { ADMIN_USERS: '' }, deps: { quoted: withRate } });
  const { say, press, alerts, boss } = talk;
  await press(
    await say('add quote NdPr oxide 553-557k CNY/t ex-works incl. VAT 20 Nov', boss),
    'Store',
    boss,
  );
  const card = await say('alert me if ndpr goes above 80 usd/kg');
  expect(card.text).toContain('An alert: NdPr: a quote above $80/kg');
  expect(card.text).toContain('which is $79.00 to $79.57/kg at 7.0000 CNY a USD (Treasury');
  const none = await say('alert me if ndpr goes above 80 eur/kg');
  expect(none.text).toContain('It could never come: what is quoted is in CNY/t');
  expect(none.text).toContain('can’t be converted');
  expect(none.text).toContain('Name the price in CNY/t');
  expect(JSON.stringify(none.blocks)).not.toContain('"Create"');
  expect(await alerts()).toEqual([]);
});

it('a high of all time asks for no days, says what it is of, and is that still after a word and in its form', async () => {
  talk = await startTalk();
  const { say, press, alerts, buyer, slack } = talk;
  const card = await say('ping me when tin hits an all-time low');
  expect(card.text).toContain('Tin: an all-time low');
  expect(card.text).toContain('from the first one on');
  expect(shown(card)).not.toContain('Within which time?');
  await buyer.dm('only once');
  await slack.waitFor(() =>
    slack.messagesIn('dm:Buyer').some(({ text }) => text.includes('Changed in the card above')),
  );
  const now = slack.messagesIn('dm:Buyer').find(({ ts }) => ts === card.ts) ?? card;
  expect(shown(now)).not.toContain('Within which time?');
  await press(now, 'Create');
  expect(await alerts()).toMatchObject([{ rule: { extreme: 'low', repeat: 'once' } }]);
  expect((await alerts())[0]?.rule).not.toHaveProperty('within');
  const asked = await say('ping me when tin makes a new high');
  expect(shown(asked)).toContain('Within which time?');
  const far = await say('ping me when tin makes a new high of 20 years');
  expect(far.text).toContain('I look back ten years at the most');
});
