import { afterEach, expect, it } from 'vitest';
import { ruleOf } from '../storage/rows.ts';
import { shown, startTalk } from './talk.ts';

let talk: Awaited<ReturnType<typeof startTalk>>;
afterEach(() => talk.lodestone.stop());

/** Says it, and presses what makes it. */
async function made(text: string, who = talk.buyer) {
  const card = await talk.say(text, who);
  await talk.press(card, 'Create', who);
}

it('pauses, resumes, sends and deletes what is named, each by a press', async () => {
  talk = await startTalk();
  const { say, press, digests, slack } = talk;
  await made('remind me every monday at 9 of the terbium price');
  await made('remind me every friday at 9 of the neodymium price');
  const pause = await say('pause the monday digest');
  expect(pause.text).toContain('Pause this digest?');
  expect(pause.text).toContain('Every Monday');
  await press(pause, 'Pause');
  expect((await digests()).map(({ state }) => state)).toEqual(['paused', 'active']);
  await press(await say('resume the terbium digest'), 'Resume');
  expect((await digests()).map(({ state }) => state)).toEqual(['active', 'active']);
  await press(await say('send me the friday digest now'), 'Send now');
  await slack.waitFor(() =>
    slack.messagesIn('dm:Buyer').some(({ text }) => text.includes('$115 to $140/kg')),
  );
  const which = await say('delete the digest');
  expect(shown(which)).toContain('Which one?');
  expect((await press(which, 'Delete')).text).toContain('Choose first');
  expect(await digests()).toHaveLength(2);
  const one = await say('delete the terbium digest');
  expect(shown(one)).toContain('"confirm"');
  expect(await digests()).toHaveLength(2);
  await press(one, 'Delete');
  expect((await digests()).map(({ scheduleLine }) => scheduleLine)).toEqual(['weekly fri 09:00']);
});

it('pauses for two weeks, and snoozes for a week', async () => {
  talk = await startTalk();
  const { say, press, digests, alerts } = talk;
  await made('remind me every monday at 9 of the terbium price');
  const card = await say('pause my digests for 2 weeks');
  expect(card.text).toContain('Until Tue 8 Dec');
  await press(card, 'Pause');
  expect(await digests()).toMatchObject([{ pausedUntil: expect.any(Number) }]);
  await made('alert me if neodymium goes above 150 usd/kg');
  await press(await say('snooze the nd alert for a week'), 'Snooze');
  const [alert] = await alerts();
  expect(alert?.snoozedUntil).toBeGreaterThan(Date.parse('2026-12-01T11:00:00Z'));
});

it('changes what was just set up, and what is named', async () => {
  talk = await startTalk();
  const { say, press, digests, alerts } = talk;
  await made('remind me every monday at 9 of the neodymium price');
  const card = await say('no, Tuesdays');
  expect(card.text).toContain('Now: Every Monday at 09:00');
  expect(card.text).toContain('every Tuesday at 09:00');
  await press(card, 'Change');
  expect(await digests()).toMatchObject([{ scheduleLine: 'weekly tue 09:00' }]);
  await press(await say('also add dysprosium to the tuesday digest'), 'Change');
  expect(await digests()).toMatchObject([{ content: { metals: ['neodymium', 'dysprosium'] } }]);
  await press(await say('the tuesday post should come at 16:00 London time'), 'Change');
  expect(await digests()).toMatchObject([{ scheduleLine: 'weekly tue 16:00', zone: 'Europe/London' }]);
  await made('alert me if terbium goes above 1500 usd/kg');
  await press(await say('can my terbium alert be at 1600 please'), 'Change');
  expect(await alerts()).toMatchObject([{ rule: ruleOf('above 1600 terbium') }]);
});

it('nothing of another person’s is touched, and a list is for whoever asks alone', async () => {
  talk = await startTalk();
  const { say, mention, press, digests, alerts, anna, boss, buyer } = talk;
  const card = await mention('#planning', 'post the terbium price here every monday at 9', anna);
  await press(card, 'Create', anna);
  expect(await digests()).toMatchObject([{ owner: anna.id, channel: talk.channel('planning') }]);
  const refused = await mention('#planning', 'remove Anna’s digest from #planning');
  expect(refused.visible_to).toBe(buyer.id);
  expect(refused.text).toContain('Only whoever set it up, or an admin');
  expect(shown(refused)).not.toContain('"Delete"');
  const listed = await mention('#planning', 'what do you post in here?');
  expect(listed.visible_to).toBe(buyer.id);
  expect(listed.text).toContain('every Monday at 09:00');
  await made('alert me if neodymium goes above 150 usd/kg', anna);
  const none = await say('delete all alerts');
  expect(none.text).toContain('I find no such alert of yours');
  expect(await alerts()).toHaveLength(1);
  await press(await say('remove Anna’s digest from #planning', boss), 'Delete', boss);
  expect(await digests()).toEqual([]);
});
