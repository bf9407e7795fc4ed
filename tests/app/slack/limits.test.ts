/** Limits over the wire: what one person, and one workspace, may have and ask; what is too much changes nothing. */
import { afterEach, expect, it } from 'vitest';
import type { User } from 'local-slack';
import { listAlerts } from '#src/storage/alerts.ts';
import { openStore } from '#src/storage/database/database.ts';
import { listSubscriptions } from '#src/storage/subscriptions.ts';
import { startLodestone, TODAY, type Lodestone } from '../lodestone.ts';
import { newPlace } from '../storage/stores.ts';
import { PRICE_OF } from './price-form.ts';

let lodestone: Lodestone;
afterEach(() => lodestone.stop());

async function start(env: Readonly<Record<string, string>>) {
  const store = await openStore({ ...(await newPlace()), as: 'bot' });
  let now = TODAY.getTime();
  lodestone = await startLodestone({
    people: [
      { name: 'Boss', admin: true },
      { name: 'Buyer' },
      { name: 'Planner' },
      { name: 'Rival', team: 'T9RIVAL' },
      { name: 'Other', team: 'T9RIVAL' },
    ],
    channels: [{ name: 'general', shared: true }],
    deps: { store, now: () => new Date(now) },
    env,
  });
  const { slack } = lodestone;
  const team = slack.workspace.team.id;
  return {
    slack,
    who: (name: string) => slack.user(name),
    move: (ms: number) => {
      now += ms;
    },
    say: async (who: User, line: string) =>
      (await slack.answerTo(() => who.command(`/nd ${line}`, '#general'))).text,
    command: (who: User, line: string) => slack.answerTo(() => who.command(`/nd ${line}`, '#general')),
    alerts: () => listAlerts(store.db, team),
    digests: () => listSubscriptions(store.db, team),
    quotes: async () =>
      (await store.db.selectFrom('quotes').select('low').where('state', '=', 'published').execute()).length,
  };
}

it('alerts: so many a person and a workspace, said with the way out, which is one', async () => {
  const { slack, who, say, command, alerts } = await start({ LIMIT_ALERTS: '2,3' });
  const [buyer, planner] = [who('Buyer'), who('Planner')];
  // At once, and one of them twice.
  await Promise.all(
    [900, 901, 900, 902, 903].map((above) => buyer.command(`/nd alert above ${above}`, 'dm')),
  );
  await slack.settled();
  expect(await alerts()).toHaveLength(2);
  expect(await say(buyer, 'alert above 950')).toBe(
    '*Nothing was set up.* You have 2 alerts, as many as one person may have. Delete one with `/nd alert list`, and try again.',
  );
  expect(await say(planner, 'alert above 900')).toContain('The alert is set');
  expect(await say(planner, 'alert above 901')).toContain(
    'This workspace has 3 alerts, as many as it may have.',
  );
  expect(await alerts()).toHaveLength(3);
  const list = await command(buyer, 'alert list');
  await slack.answerTo(() => buyer.press(list, 'Delete'));
  expect(await say(buyer, 'alert above 950')).toContain('The alert is set');
  expect(await alerts()).toHaveLength(3);
});

it('digests: in a line and by the form, which keeps what was filled in, and can be sent once there is room', async () => {
  const { slack, who, say, command, digests } = await start({ LIMIT_DIGESTS: '1,50' });
  const buyer = who('Buyer');
  expect(await say(buyer, 'digest daily 9:00')).toContain('The digest comes');
  expect(await say(buyer, 'digest daily 10:00')).toContain(
    'You have 1 digest, as many as one person may have',
  );
  await buyer.command('/nd digest', '#general');
  const shown = () => JSON.stringify(slack.openViews(buyer)[0]?.blocks);
  await slack.waitFor(() => slack.openViews(buyer)[0]);
  await buyer.submitView({ time: '11:00' });
  await slack.waitFor(() => shown().includes('as many as one person may have'));
  expect(shown()).toContain('11:00');
  expect(await digests()).toMatchObject([{ scheduleLine: 'daily 09:00' }]);
  const list = await command(buyer, 'digest list');
  await slack.answerTo(() => buyer.press(list, 'Delete'));
  await buyer.submitView();
  await slack.waitFor(() => shown().includes('It comes every Monday'));
  expect(await digests()).toMatchObject([{ scheduleLine: 'weekly mon 11:00' }]);
});

it('prices by hand: so many a day, by line and by form; taking one back makes room for one', async () => {
  const { slack, who, say, command, move, quotes } = await start({ LIMIT_QUOTES: '2,9' });
  const boss = who('Boss');
  const enter = async (price: number) => {
    const shown = await command(boss, `quote add Nd oxide ${price} USD/kg 23 Nov`);
    return (await slack.answerTo(() => boss.press(shown, 'Store it'))).text;
  };
  for (const price of [100, 101]) expect(await enter(price)).toMatch(/Stored|Corrected/);
  move(3_600_000);
  expect(await enter(102)).toContain(
    '*Nothing was stored.* You have entered 2 prices within 24 hours, as many as one person may. Enter it again in 23 hours',
  );
  await boss.command('/nd quote', '#general');
  await slack.waitFor(() => slack.openViews(boss)[0]);
  await boss.submitView({ ...PRICE_OF, metal: 'ndpr', low: '553000' });
  await slack.waitFor(() => JSON.stringify(slack.openViews(boss)[0]?.blocks).includes('Nothing was stored'));
  expect(await quotes()).toBe(1);
  await say(boss, 'quote undo');
  expect(await enter(103)).toContain('Corrected');
  move(86_400_000);
  expect(await enter(104)).toContain('Corrected');
});

it('questions: one person who asks too often is told once in a channel, and silences nobody else', async () => {
  const { slack, who, say, command, move } = await start({ LIMIT_QUESTIONS: '3,30' });
  const [buyer, planner] = [who('Buyer'), who('Planner')];
  const answered = await command(buyer, 'price 2024');
  for (const year of [2022, 2023]) expect(await say(buyer, `price ${year}`)).toContain('/kg');
  expect(await say(buyer, 'price 2021')).toBe(
    '*That is not answered.* I answer 3 questions a minute of one person. Ask again in 20 seconds.',
  );
  // By a press, for the presser alone; and nothing is posted to the channel.
  const pressed = await slack.answerTo(() => buyer.press(answered, 'Share in channel'));
  expect([pressed.text, pressed.visible_to]).toEqual([expect.stringContaining('not answered'), buyer.id]);
  const before = slack.messagesIn('#general').length;
  for (const _ of [1, 2, 3]) await buyer.mention('#general', 'price 2024');
  await slack.settled();
  // Three mentions, and no word more: it was said already.
  expect(slack.messagesIn('#general').length).toBe(before + 3);
  const other = await slack.answerTo(() => planner.mention('#general', 'price 2024'));
  expect(other.text).toContain('$125/kg');
  move(20_000);
  expect(await say(buyer, 'price 2024')).toContain('$125/kg');
  expect(await say(buyer, 'price 2024')).toContain('Ask again in 20 seconds');
  move(61_000);
  for (const _ of [1, 2, 3]) expect(await say(buyer, 'price 2024')).toContain('$125/kg');
  const told = await slack.answerTo(() => buyer.mention('#general', 'price 2024'));
  expect(told.text).toContain('not answered');
});

it('questions of another company have a measure of their own, all of them together too', async () => {
  const { slack, who, say, move } = await start({ LIMIT_QUESTIONS: '6,9' });
  const [rival, other, buyer] = [who('Rival'), who('Other'), who('Buyer')];
  for (const _ of [1, 2]) expect(await say(rival, 'price 2024')).toContain('$125/kg');
  expect(await say(rival, 'price 2024')).toContain('I answer 2 questions a minute of one person');
  expect(await say(other, 'price 2024')).toContain('$125/kg');
  expect(await say(other, 'price 2024')).toContain('3 questions a minute of all people here together');
  for (const _ of [1, 2, 3, 4, 5, 6]) expect(await say(buyer, 'price 2024')).toContain('$125/kg');
  for (const _ of [1, 2, 3]) expect(await say(who('Planner'), 'price 2024')).toContain('$125/kg');
  expect(await say(who('Planner'), 'price 2024')).toContain('9 questions a minute of all people here');
  // What is one's own can be stopped however much was asked.
  move(60_000);
  await say(buyer, 'alert above 900');
  const list = await slack.answerTo(() => buyer.command('/nd alert list', '#general'));
  for (const _ of [1, 2, 3, 4]) await say(buyer, 'price 2024');
  expect(await say(buyer, 'price 2024')).toContain('not answered');
  expect((await slack.answerTo(() => buyer.press(list, 'Delete'))).text).toContain('Deleted');
});

it('what was asked how often is forgotten with the workspace', async () => {
  const { slack, who, say } = await start({ LIMIT_QUESTIONS: '1,9' });
  const buyer = who('Buyer');
  await say(buyer, 'price 2024');
  expect(await say(buyer, 'price 2024')).toContain('not answered');
  await slack.sendEvent({ type: 'app_uninstalled' });
  await slack.settled();
  expect(await say(buyer, 'price 2024')).toContain('$125/kg');
});
