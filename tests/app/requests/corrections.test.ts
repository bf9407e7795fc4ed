/** A card that waits is put right in words: it is edited where it stands, and nothing is made by it. */
import { afterEach, expect, it } from 'vitest';
import { ruleOf } from '../storage/rows.ts';
import { shown, startTalk } from './talk.ts';

let talk: Awaited<ReturnType<typeof startTalk>>;
afterEach(() => talk.lodestone.stop());

/** Says it, and gives the card as it stands then. */
async function corrected(ts: string, text: string, where = 'dm:Buyer') {
  const { slack, buyer } = talk;
  const told = () =>
    slack
      .messagesIn(where, { visibleTo: buyer })
      .filter((one) => one.text.includes('Changed in the card above'));
  const before = told().length;
  await (where === 'dm:Buyer' ? buyer.dm(text) : buyer.mention(where, text));
  await slack.waitFor(() => told().length > before);
  const card = slack.messagesIn(where, { visibleTo: buyer }).find((one) => one.ts === ts);
  if (card === undefined) throw new Error('the card is gone');
  return card;
}

it('the day, the time, the place and what it is of, one after another; Create makes what the card says', async () => {
  talk = await startTalk();
  const { say, press, digests } = talk;
  const card = await say('remind me every Monday at 9 of the neodymium price');
  const { ts } = card;
  expect((await corrected(ts, 'no, make it Tuesday')).text).toContain('every Tuesday at 09:00');
  expect((await corrected(ts, 'at 10')).text).toContain('every Tuesday at 10:00');
  const placed = await corrected(ts, 'in #procurement instead');
  expect(placed.text).toContain(`<#${talk.channel('procurement')}>`);
  expect((await corrected(ts, 'also dysprosium')).text).toContain('neodymium and dysprosium');
  expect((await corrected(ts, 'without the chart')).text).not.toContain('a chart');
  const last = await corrected(ts, 'every other week please');
  expect(last.text).toContain('every second Tuesday at 10:00');
  expect(last.text).toContain('Nothing is set up yet');
  expect(await digests()).toEqual([]);
  await press(last, 'Create');
  expect(await digests()).toMatchObject([
    {
      channel: talk.channel('procurement'),
      scheduleLine: 'every 2 weeks tue 10:00 since 2026-12-01',
      content: { metals: ['neodymium', 'dysprosium'], items: ['price', 'change', 'alerts'] },
    },
  ]);
  // What was made is no card any more: the next word is of the digest that there is.
  const change = await say('no, fridays');
  expect(change.text).toContain('Change this digest?');
  expect(await digests()).toHaveLength(1);
});

it('an alert’s price, side and end; what was missing is no longer asked once it is said', async () => {
  talk = await startTalk();
  const { say, press, alerts } = talk;
  const card = await say('alert me if terbium goes above 1500');
  expect(shown(card)).toContain('In which unit?');
  expect(shown(await corrected(card.ts, 'no, 1600 usd/kg'))).not.toContain('In which unit?');
  expect((await corrected(card.ts, 'no, below, not above')).text).toContain('below $1,600/kg');
  expect((await corrected(card.ts, 'make it 700')).text).toContain('below $700/kg');
  const last = await corrected(card.ts, 'only once, until 1 March');
  expect(last.text).toContain('once');
  expect(last.text).toContain('until 2027-03-01');
  expect(await alerts()).toEqual([]);
  await press(last, 'Create');
  expect(await alerts()).toMatchObject([
    { rule: { ...ruleOf('below 700 terbium'), repeat: 'once', until: '2027-03-01' } },
  ]);
});

it('a question, another request and another person’s words change nothing of it; what was cancelled stays so', async () => {
  talk = await startTalk();
  const { say, mention, press, slack, buyer, anna, digests } = talk;
  const card = await mention('#general', 'post terbium here every monday at 9');
  const now = () => slack.messagesIn('#general', { visibleTo: buyer }).find(({ ts }) => ts === card.ts);
  const other = await mention('#general', 'no, fridays', anna);
  expect(other.text).not.toContain('Changed in the card above');
  expect(now()?.text).toBe(card.text);
  expect((await corrected(card.ts, 'no, fridays', '#general')).text).toContain('every Friday at 09:00');
  // In another conversation nothing waits.
  expect((await say('no, sundays')).text).not.toContain('Changed in the card above');
  await press(now() ?? card, 'Cancel');
  expect((await mention('#general', 'no, sundays')).text).not.toContain('Changed in the card above');
  expect(now()?.text).toContain('Nothing was set up');

  const another = await say('remind me every monday at 9 of the terbium price');
  expect((await say('what does neodymium cost?')).text).toContain('$115 to $140/kg');
  expect((await say('at 10')).text).not.toContain('Changed in the card above');
  expect(slack.messagesIn('dm:Buyer').find(({ ts }) => ts === another.ts)?.text).toBe(another.text);
  expect(await digests()).toEqual([]);
});

it('what only its asker sees is shown anew, to them alone', async () => {
  talk = await startTalk();
  const { slack, buyer, press, digests } = talk;
  const command = (line: string) => slack.answerTo(() => buyer.command(line, '#general'));
  await command('/nd remind me every monday at 9 of the terbium price');
  const card = await command('/nd no, tuesdays at 10');
  expect(card.visible_to).toBe(buyer.id);
  expect(card.text).toContain('every Tuesday at 10:00');
  expect(await digests()).toEqual([]);
  await press(card, 'Create');
  expect(await digests()).toMatchObject([{ scheduleLine: 'weekly tue 10:00' }]);
});
