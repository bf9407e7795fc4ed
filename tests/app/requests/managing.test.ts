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

it('“it” is what the same message names, or else the newest there is; several are each asked about', async () => {
  talk = await startTalk();
  const { say, press, digests, alerts, slack, buyer } = talk;
  await made('remind me every monday at 9 of the terbium price');
  await made('remind me every friday at 9 of the neodymium price');
  await made('alert me if neodymium goes above 150 usd/kg');
  await made('alert me if terbium goes above 1500 usd/kg');
  const cards = async (text: string) => {
    const before = slack.messagesIn('dm:Buyer', { visibleTo: buyer }).length;
    await say(text);
    await slack.settled();
    return slack
      .messagesIn('dm:Buyer', { visibleTo: buyer })
      .slice(before)
      .filter(({ user }) => user !== buyer.id);
  };
  // The alert of terbium was made last; the monday digest is not the newest.
  expect((await say('delete it')).text).toContain('Terbium above $1,500/kg');
  const [sent, paused] = await cards('send the monday digest now and then pause it for 3 days');
  expect(sent?.text).toContain('Send this digest now?');
  expect(paused?.text).toContain('Every Monday');
  const numbered = await cards('delete alerts 1 and 2');
  expect(numbered.map(({ text }) => /(?:Neodymium|Terbium) above/.exec(text)?.[0])).toEqual([
    'Neodymium above',
    'Terbium above',
  ]);
  const both = await cards('pause all my digests and alerts until 5 January');
  expect(both.map(({ text }) => text.split('\n')[0])).toEqual([
    '*Pause these 2 digests?*',
    '*Snooze these 2 alerts?*',
  ]);
  expect([(await digests()).length, (await alerts()).length]).toEqual([2, 2]);
  const each = await say('delete the neodymium and terbium alerts');
  expect(each.text).toContain('Delete these 2 alerts?');
  await press(each, 'Delete all 2');
  expect([(await digests()).length, (await alerts()).length]).toEqual([2, 0]);
});

it('what is taken out of a digest changes it and deletes none; what is not in it is said', async () => {
  talk = await startTalk();
  const { say, press, digests } = talk;
  await made('post neodymium and terbium in #procurement every monday at 9, with the chart');
  const card = await say('remove the chart from the monday digest please, it prints horribly');
  expect(card.text).toContain('Change this digest?');
  await press(card, 'Change');
  await press(await say('we no longer need terbium in it'), 'Change');
  const [digest] = await digests();
  expect(digest?.content?.metals).toEqual(['neodymium']);
  expect(digest?.content?.items).not.toContain('chart');
  expect((await say('lose the copper in the monday digest')).text).toContain('Not in it: copper');
});
