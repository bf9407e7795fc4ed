/** "Yes", "do it" and "never mind" said to a card that waits: what its button does, and nothing that it would not do. */
import { afterEach, expect, it } from 'vitest';
import { buildManifest } from '#src/slack/setup/manifest.ts';
import { COMMANDS } from '#src/slack/commands/commands.ts';
import { shown, startTalk } from './talk.ts';

let talk: Awaited<ReturnType<typeof startTalk>>;
afterEach(() => talk.lodestone.stop());

const DIGEST = 'remind me every monday at 9 of the terbium price';
const cardAt = (ts: string, where = 'dm:Buyer') =>
  talk.slack.messagesIn(where, { visibleTo: talk.buyer }).find((one) => one.ts === ts);

const CHANGED = 'Changed in the card above';
/** Of the card itself, and of what is said below it. */
const LEFT = 'Left. Nothing was set up';
const DECIDED = 'The card above says what came of it';

/** Says it, and waits for a new message that has these words in it. */
async function told(text: string, words: string, who = talk.buyer) {
  const { slack } = talk;
  const having = () =>
    slack.messagesIn(`dm:${who.name}`, { visibleTo: who }).filter((one) => one.text.includes(words));
  const before = having().length;
  await who.dm(text);
  await slack.waitFor(() => having().length >= before + (words === LEFT ? 2 : 1));
}

it('“yes” makes what the card says, once, and shows what came of it in the card', async () => {
  talk = await startTalk();
  const { say, digests } = talk;
  const card = await say(DIGEST);
  expect(await digests()).toEqual([]);
  await told('Yes, please', DECIDED);
  expect(await digests()).toMatchObject([{ scheduleLine: 'weekly mon 09:00' }]);
  const after = cardAt(card.ts);
  expect(after?.text).toContain('Set up: it comes every Monday');
  expect(after && shown(after)).not.toContain('request:act');
  // Nothing waits any more: a second yes is of nothing.
  await say('yes');
  expect(await digests()).toHaveLength(1);
});

it('“never mind” leaves it, and what is said after something else decides nothing', async () => {
  talk = await startTalk();
  const { say, digests, alerts } = talk;
  const card = await say(DIGEST);
  await told('never mind', LEFT);
  expect(cardAt(card.ts)?.text).toContain('Nothing was set up');
  await say('ok');
  expect(await digests()).toEqual([]);
  await say('alert me if terbium goes above 1500 usd/kg');
  await say('what does neodymium cost?');
  await say('ok');
  expect(await alerts()).toEqual([]);
  await say(DIGEST);
  await say('ok, thanks');
  expect(await digests()).toEqual([]);
});

it('what is missing is asked first, and one of two cards is not guessed', async () => {
  talk = await startTalk();
  const { say, digests, alerts } = talk;
  const card = await say('alert me if terbium goes above 1500 eur');
  await told('do it', 'Something is to be chosen in the card above first');
  expect(cardAt(card.ts)?.text).toContain('Choose first');
  expect(await alerts()).toEqual([]);
  await say('remind me every monday at 9 of terbium, and alert me if copper goes above 11000 usd/t');
  await told('yes', 'Several cards wait');
  expect([await digests(), await alerts()]).toEqual([[], []]);
});

it('nothing is deleted by a mere “yes”: what is to be done is named', async () => {
  talk = await startTalk();
  const { say, press, digests } = talk;
  await press(await say(DIGEST), 'Create');
  await say('delete my terbium digest');
  await told('yes', 'That can’t be undone');
  expect(await digests()).toHaveLength(1);
  await told('yes, delete it', DECIDED);
  expect(await digests()).toEqual([]);
});

it('of another person’s card, and in another thread, nothing is decided; who may not may not in words either', async () => {
  talk = await startTalk({
    env: { ADMIN_USERS: '' },
    manifest: buildManifest(COMMANDS, ['files:write']),
  });
  const { say, mention, anna, buyer, slack, digests } = talk;
  const card = await mention('#general', 'post terbium here every monday at 9');
  await mention('#general', 'yes', anna);
  expect(await digests()).toEqual([]);
  const other = await mention('#general', 'what does neodymium cost?', anna);
  await slack.answerTo(() => buyer.mention('#general', 'yes', { thread_ts: other.thread_ts ?? other.ts }));
  expect(await digests()).toEqual([]);
  expect(cardAt(card.ts, '#general')?.text).toContain('Nothing is set up yet');
  // A price is for admins to store.
  await say('store terbium metal at 1,180 usd/kg as of today');
  expect((await say('yes')).text).not.toContain('what came of it');
});

it('a pause, a file and a price are put right before they are decided', async () => {
  talk = await startTalk({
    env: { ADMIN_USERS: '' },
    manifest: buildManifest(COMMANDS, ['files:write']),
  });
  const { say, press, boss, digests } = talk;
  await press(await say(DIGEST), 'Create');
  const pause = await say('pause my terbium digest for a week');
  await told('make it two weeks', CHANGED);
  expect(cardAt(pause.ts)?.text).toContain('Until Tue 8 Dec');
  await told('ok', DECIDED);
  expect(await digests()).toMatchObject([{ pausedUntil: expect.any(Number) }]);
  const file = await say('export neodymium as csv for the last 30 days');
  await told('as xlsx', CHANGED);
  expect(cardAt(file.ts)?.text).toContain('as xlsx');
  await told('cancel', LEFT);
  const price = await say('store terbium metal at 1,180 usd/kg as of today', boss);
  await told('no, per tonne', CHANGED, boss);
  const seen = talk.slack.messagesIn('dm:Boss', { visibleTo: boss }).find(({ ts }) => ts === price.ts);
  expect(seen?.text).toContain('1,180/t');
});

it('what only its asker sees is decided with them alone', async () => {
  talk = await startTalk();
  const { slack, buyer, digests } = talk;
  const command = (line: string) => slack.answerTo(() => buyer.command(line, '#general'));
  await command('/nd remind me every monday at 9 of the terbium price');
  const done = await command('/nd do it');
  expect(done.visible_to).toBe(buyer.id);
  expect(done.text).toContain('Set up: it comes every Monday');
  expect(await digests()).toHaveLength(1);
});
