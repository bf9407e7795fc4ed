import { afterEach, expect, it } from 'vitest';
import { buildManifest } from '#src/slack/setup/manifest.ts';
import { COMMANDS } from '#src/slack/commands/commands.ts';
import { latestQuotes } from '#src/storage/quotes.ts';
import { shown, startTalk } from './talk.ts';

let talk: Awaited<ReturnType<typeof startTalk>>;
afterEach(() => talk.lodestone.stop());

it('a price by hand is shown, stored on a press, and once', async () => {
  talk = await startTalk({ env: { ADMIN_USERS: '' } });
  const { say, press, boss, store, team } = talk;
  const card = await say('add quote NdPr oxide 553-557k CNY/t ex-works incl. VAT 20 Nov', boss);
  expect(card.text).toContain('Store this price?');
  expect(await latestQuotes(store.db, team)).toEqual([]);
  expect((await press(card, 'Store', boss)).text).toContain('Stored');
  expect(await latestQuotes(store.db, team)).toMatchObject([
    {
      key: { metal: 'ndpr', form: 'oxide' },
      quote: { range: { low: 553_000, high: 557_000 }, date: '2026-11-20' },
    },
  ]);
  const bare = await say('log nd at 118.5', boss);
  expect(shown(bare)).toContain('In which unit?');
  expect((await press(bare, 'Store', boss)).text).toContain('Choose first');
});

it('an export asks for what is missing, and comes as a file to whoever asked', async () => {
  talk = await startTalk({ manifest: buildManifest(COMMANDS, ['files:write']) });
  const { say, press, choose, boss, slack } = talk;
  await press(
    await say('add quote NdPr oxide 553-557k CNY/t ex-works incl. VAT 20 Nov', boss),
    'Store',
    boss,
  );
  const card = await say('export ndpr prices', boss);
  expect(shown(card)).toContain('Of which time?');
  const whole = await choose(card, 'window', 'all', boss);
  await press(whole, 'Export', boss);
  await slack.waitFor(() => slack.messagesIn('dm:Boss').some(({ text }) => text.includes('*One price*')));
  expect(slack.callsTo('files.completeUploadExternal')).toHaveLength(1);
});

it('/nd takes sentences too, and shows the card to whoever typed it alone', async () => {
  talk = await startTalk();
  const { slack, buyer, press, digests, alerts } = talk;
  const command = (line: string) => slack.answerTo(() => buyer.command(line, '#general'));
  const card = await command('/nd remind me every monday at 9 of the terbium price');
  expect(card.visible_to).toBe(buyer.id);
  await press(card, 'Create');
  expect(await digests()).toMatchObject([{ scheduleLine: 'weekly mon 09:00' }]);
  const alert = await command('/nd alert me if neodymium rises above 150 usd/kg');
  await press(alert, 'Create');
  expect(await alerts()).toHaveLength(1);
  const timeless = await command('/nd post terbium here every friday');
  buyer.fill(timeless, 'request:choose:schedule.at', '17:00');
  await press(timeless, 'Create');
  expect(await digests()).toMatchObject([
    {},
    { scheduleLine: 'weekly fri 17:00', channel: talk.channel('general') },
  ]);
});
