import { afterEach, expect, it } from 'vitest';
import { shown, START, startTalk } from './talk.ts';

let talk: Awaited<ReturnType<typeof startTalk>>;
afterEach(() => talk.lodestone.stop());

/** Until the Monday after, 08:31 in Berlin. */
const TO_MONDAY_MS = Date.parse('2026-11-30T07:31:00Z') - START;

it('a weekly digest by words: nothing before Create, one after it, and its post on Monday', async () => {
  talk = await startTalk();
  const { say, press, digests, buyer, slack, move } = talk;
  const card = await say('remind me every Monday of the neodymium price');
  expect(card.text).toContain('A digest of neodymium, every Monday at 09:00 (Europe/Berlin)');
  expect(card.text).toContain('to you');
  expect(card.text).toContain('Mon 30 Nov, 09:00 Europe/Berlin · Mon 7 Dec, 09:00');
  expect(card.text).toContain('You named no time');
  expect(await digests()).toEqual([]);

  const later = await talk.choose(card, 'schedule.at', '08:30');
  expect(later.ts).toBe(card.ts);
  expect(later.text).toContain('every Monday at 08:30');
  const done = await press(later, 'Create');
  expect(done.ts).toBe(card.ts);
  expect(done.text).toContain('Set up: it comes every Monday at 08:30 (Europe/Berlin)');
  expect(await digests()).toMatchObject([
    { owner: buyer.id, channel: buyer.id, scheduleLine: 'weekly mon 08:30', zone: 'Europe/Berlin' },
  ]);
  move(TO_MONDAY_MS);
  const post = await slack.waitFor(() =>
    slack.messagesIn('dm:Buyer').find((message) => message.text.includes('$115 to $140/kg')),
  );
  expect(shown(post)).toContain('Manage');
});

it('pressed twice it makes one, and another person’s press makes none', async () => {
  talk = await startTalk();
  const { mention, digests, anna, buyer, slack } = talk;
  const card = await mention('#general', 'post ndpr in #procurement every weekday at 9');
  expect(card.text).toContain('A digest of NdPr, Monday to Friday at 09:00 (Europe/Berlin)');
  expect(card.text).toContain(`<#${talk.channel('procurement')}>`);
  const refused = await talk.press(card, 'Create', anna);
  expect(refused.visible_to).toBe(anna.id);
  expect(refused.text).toContain(`<@${buyer.id}>`);
  expect(await digests()).toEqual([]);
  await slack.answerTo(() => Promise.all([buyer.press(card, 'Create'), buyer.press(card, 'Create')]));
  await slack.settled();
  expect(await digests()).toMatchObject([
    { owner: buyer.id, channel: talk.channel('procurement'), scheduleLine: 'weekdays 09:00' },
  ]);
});

it('what can’t be had is said, with the nearest to choose; what is missing is asked', async () => {
  talk = await startTalk();
  const { say, choose, press, digests } = talk;
  const card = await say('post this to #general every minute');
  expect(card.text).toContain('once a day is the most');
  expect((await press(card, 'Create')).text).toContain('Choose first');
  expect(await digests()).toEqual([]);
  const often = await choose(card, 'schedule', 'day');
  const whole = await choose(often, 'metals', 'terbium');
  expect(whole.text).toContain('A digest of terbium, every day at 09:00 (Europe/Berlin)');
  await press(whole, 'Create');
  expect(await digests()).toMatchObject([{ channel: talk.channel('general'), scheduleLine: 'daily 09:00' }]);
});

it('Cancel leaves nothing', async () => {
  talk = await startTalk();
  const card = await talk.say('nd daily 7:15 here');
  expect((await talk.press(card, 'Cancel')).text).toContain('Nothing was set up');
  expect(await talk.digests()).toEqual([]);
});

it('several places by one sentence: one in each, and what can’t be is said of that place alone', async () => {
  talk = await startTalk();
  const { say, press, digests, buyer } = talk;
  const card = await say('post ndpr every weekday at 9 in #procurement, #planning, #elsewhere and to me');
  expect(card.text).toContain(
    `in <#${talk.channel('procurement')}>, in <#${talk.channel('planning')}> and to you`,
  );
  expect(card.text).toContain('That is 3 digests, one in each place');
  expect(card.text).toContain(`*Not <#${talk.channel('elsewhere')}>:* I post only in channels that I am in`);
  expect(await digests()).toEqual([]);
  const done = await press(card, 'Create');
  expect(done.text.match(/Set up: it comes/g)).toHaveLength(3);
  expect((await digests()).map(({ channel }) => channel)).toEqual([
    talk.channel('procurement'),
    talk.channel('planning'),
    buyer.id,
  ]);
  const other = await say('alert me and @Anna if terbium goes above 1500 usd/kg');
  expect(other.text).toContain('I send nothing to other people’s direct messages');
  await press(other, 'Create');
  expect(await talk.alerts()).toMatchObject([{ channel: buyer.id }]);
});

it('says what of a request it did not understand, before anything is set up', async () => {
  talk = await startTalk();
  const card = await talk.say('post zinc daily at 8 except 24 and 31 December');
  expect(card.text).toContain('I did not understand “except 24 and 31 december”: this is without it.');
});

it('names a metal that it has no prices of beside those that it has, and makes what is left', async () => {
  talk = await startTalk();
  const { say, press, digests } = talk;
  const card = await say('post zinc, adamantium and copper every friday at 8');
  expect(card.text).toContain('I have no prices of “adamantium”: this is without it');
  await press(card, 'Create');
  expect(await digests()).toMatchObject([{ content: { metals: ['zinc', 'copper'] } }]);
  const alone = await say('send me the adamantium price every friday at 8');
  expect(alone.text).toContain('I have no prices of “adamantium”, and take no other metal in its place');
  const changed = await say('add adamantium to the friday digest');
  expect(changed.text).toContain('I have no prices of “adamantium”');
});
