import { afterEach, expect, it } from 'vitest';
import { buildManifest } from '#src/slack/setup/manifest.ts';
import type { Message, SimulatorOptions, View } from 'local-slack';
import type { AppDeps } from '#src/app/app.ts';
import { listSubscriptions } from '#src/storage/subscriptions.ts';
import { openStore } from '#src/storage/database/database.ts';
import { startLodestone, type Lodestone } from '../lodestone.ts';
import { COMMANDS } from '#src/slack/commands/commands.ts';
import { insertSubscriptionRow, subscriptionRow } from '../storage/rows.ts';
import { newPlace } from '../storage/stores.ts';

/** Tuesday 24 November 2026, 12:00 in London; the clock goes by, and can be moved. */
const START = Date.parse('2026-11-24T12:00:00Z');

let lodestone: Lodestone;
afterEach(() => lodestone.stop());

interface Given {
  readonly env?: Record<string, string>;
  readonly deps?: Partial<AppDeps>;
  readonly manifest?: SimulatorOptions['manifest'];
}

async function start(given: Given = {}) {
  let offset = START - Date.now();
  const now = () => Date.now() + offset;
  const store = await openStore({ ...(await newPlace()), as: 'bot' });
  lodestone = await startLodestone({
    now,
    people: [
      { name: 'Buyer', tz: 'Europe/Berlin' },
      { name: 'Boss', tz: 'America/New_York', admin: true },
    ],
    channels: [{ name: 'general' }, { name: 'elsewhere', bot: false }],
    env: given.env ?? {},
    ...(given.manifest !== undefined && { manifest: given.manifest }),
    deps: { store, now: () => new Date(now()), ...given.deps },
  });
  const { slack } = lodestone;
  const buyer = slack.user('Buyer');
  return {
    slack,
    store,
    buyer,
    boss: slack.user('Boss'),
    team: slack.workspace.team.id,
    command: (line: string, where = '#general', who = buyer) =>
      slack.answerTo(() => who.command(line, where)),
    press: (message: Message, which: string, who = buyer) => slack.answerTo(() => who.press(message, which)),
    form: async (who = buyer) => await slack.waitFor(() => slack.openViews(who)[0]),
    move: (ms: number) => {
      offset += ms;
      lodestone.wake();
    },
  };
}

const idOf = (name: string) =>
  [...lodestone.slack.workspace.channels.values()].find((channel) => channel.name === name)?.id ?? '';
/** The form is answered before it is done: what came of it replaces the word that it is under way. */
const setUp = async (slack: Lodestone['slack'], who: ReturnType<Lodestone['slack']['user']>) =>
  await slack.waitFor(() => !wordsOf(slack.openViews(who)[0])?.includes('Setting it up'));
const wordsOf = (shown: Pick<Message | View, 'blocks'> | undefined) => JSON.stringify(shown?.blocks);

it('a form opens with defaults, follows each choice with a preview and post times, and sets the digest up', async () => {
  const { slack, buyer, form, store, team } = await start();
  await buyer.command('/nd digest', '#general');
  const opened = await form();
  expect(wordsOf(opened)).toContain('Mon 30 Nov, 09:00 Europe/Berlin');
  expect(wordsOf(opened)).toContain('$115 to $140/kg');
  expect(buyer.valuesOf(opened)).toMatchObject({
    channel: { 'digest:choose:channel': { selected_conversation: idOf('general') } },
    zone: { 'digest:choose:zone': { selected_option: { value: 'Europe/Berlin' } } },
  });

  await buyer.select(opened, 'digest:choose:often', 'ordinal');
  const monthly = await slack.waitFor(() => slack.openViews(buyer).find((v) => v.hash !== opened.hash));
  expect(wordsOf(monthly)).toContain('Mon 7 Dec, 09:00 Europe/Berlin');
  await buyer.select(monthly, 'digest:choose:ordinal', 'last');
  await buyer.select(monthly, 'digest:choose:day', 'fri');
  await buyer.select(monthly, 'digest:choose:time', '16:30');
  await buyer.select(monthly, 'digest:choose:metals', ['terbium']);
  await buyer.select(monthly, 'digest:choose:locale', 'de-DE');
  expect(await buyer.typeAhead(monthly, 'digest:choose:zone', 'kolk')).toMatchObject([
    { value: 'Asia/Kolkata' },
  ]);
  await buyer.select(monthly, 'digest:choose:zone', 'Asia/Kolkata');
  const chosen = await slack.waitFor(() =>
    slack.openViews(buyer).find((v) => wordsOf(v)?.includes('Fri 27 Nov, 16:30 Asia/Kolkata')),
  );
  expect(wordsOf(chosen)).toContain('Terbium');
  expect(wordsOf(chosen)).not.toContain('Neodymium, 2026');

  await buyer.submitView({ channel: idOf('elsewhere') });
  await setUp(slack, buyer);
  expect(wordsOf(slack.openViews(buyer)[0])).toContain('/invite @Lodestone');
  await buyer.submitView({ channel: idOf('general') });
  await setUp(slack, buyer);
  expect(wordsOf(slack.openViews(buyer)[0])).toContain(
    'on the last Friday of each month at 16:30 (Asia/Kolkata)',
  );
  expect(await listSubscriptions(store.db, team)).toMatchObject([
    {
      channel: idOf('general'),
      owner: buyer.id,
      scheduleLine: 'monthly last fri 16:30',
      zone: 'Asia/Kolkata',
    },
  ]);
});

it('nothing chosen yet: the form says so, and Slack asks for it', async () => {
  const { slack, buyer, form } = await start();
  await buyer.command('/nd digest', 'dm');
  const opened = await form();
  await buyer.select(opened, 'digest:choose:items', []);
  await slack.waitFor(() => wordsOf(slack.openViews(buyer)[0])?.includes('Choose what it says'));
  await expect(buyer.submitView()).rejects.toThrow('"What" is empty');
  await buyer.submitView({ items: ['price'] });
  await setUp(slack, buyer);
  expect(wordsOf(slack.openViews(buyer)[0])).toContain(`to <@${buyer.id}>`);
});

it('one line with a channel chosen from Slack’s list sets it up there; what is not understood is named', async () => {
  const { slack, command, store, team } = await start();
  const line = `/nd digest weekly mon 9:00 <#${idOf('general')}|general> terbium`;
  expect((await command(line, 'dm')).text).toContain(
    `every Monday at 09:00 (Europe/Berlin), in <#${idOf('general')}>`,
  );
  expect(await listSubscriptions(store.db, team)).toMatchObject([{ channel: idOf('general') }]);
  expect(
    (await command(`/nd digest weekly mon 9:00 <#${idOf('elsewhere')}|elsewhere>`, 'dm')).text,
  ).toContain('/invite @Lodestone');
  for (const [typed, reason] of [
    ['weekly mon 9:00 IST', 'Asia/Kolkata'],
    ['weekly mon 9:00 gizmo', 'I don’t know “gizmo”'],
    ['weekly mon 9:00 #nowhere', 'choose it from the list'],
  ] as const) {
    const said = await command(`/nd digest ${typed}`);
    expect(said.text).toContain(reason);
    expect(said.text).not.toContain('metal that I know');
  }
  await slack.settled();
  expect(await listSubscriptions(store.db, team)).toHaveLength(1);
});

it('a new one says how many come to the same place, and how many of them share a metal with it', async () => {
  const { command } = await start();
  const first = await command('/nd digest weekly tue 13:30 copper');
  expect(first.text).not.toContain('other digest');
  const second = await command('/nd digest weekly wed 13:30 nickel');
  expect(second.text).toContain('There is one other digest here.');
  const third = await command('/nd digest weekly thu 13:30 copper');
  expect(third.text).toContain('There are 2 other digests here, and one shares copper with this one.');
  const fourth = await command('/nd digest weekly fri 13:30 copper nickel');
  expect(fourth.text).toContain(
    'There are 3 other digests here, and 3 share copper and nickel with this one.',
  );
});

it('one line sets one up, posts once when its time comes, and "Manage" leads to its buttons', async () => {
  const { slack, command, press, move, form, buyer, store, team } = await start();
  const said = await command('/nd digest weekly tue 13:30');
  expect(said.text).toContain('every Tuesday at 13:30 (Europe/Berlin)');
  expect(said.text).toContain('Tue 24 Nov, 13:30 Europe/Berlin · Tue 1 Dec, 13:30');
  move(31 * 60_000);
  const post = await slack.waitFor(() => slack.messagesIn('general')[0]);
  expect(post.text).toContain('$115 to $140/kg');
  expect(post.blocks.map((block) => block['type'])).toContain('image');
  move(60_000);
  await slack.settled();
  expect(slack.messagesIn('general')).toHaveLength(1);

  const card = await press(post, 'Manage');
  expect(card.visible_to).toBe(buyer.id);
  expect(card.text).toContain('every Tuesday');
  const paused = await press(card, 'Pause');
  expect(paused.ts).toBe(card.ts);
  expect(wordsOf(paused)).toContain('Paused');
  const resumed = await press(paused, 'Resume');
  expect(wordsOf(resumed)).toContain('Tue 1 Dec, 13:30');
  await buyer.press(resumed, 'Send now');
  await slack.waitFor(() => slack.messagesIn('general').length === 2);
  expect(slack.messagesIn('general')[1]?.text).toContain(
    'Nothing has changed since your last digest (Tue 24 Nov)',
  );

  await buyer.press(resumed, 'Edit');
  await form();
  await buyer.submitView({ often: 'day', time: '08:00' });
  await setUp(slack, buyer);
  expect(await listSubscriptions(store.db, team)).toMatchObject([{ scheduleLine: 'daily 08:00' }]);
  const deleted = await press(resumed, 'Delete');
  expect(deleted.text).toContain('Deleted');
  expect((await press(post, 'Manage')).text).toContain('That digest was deleted');
  expect(await listSubscriptions(store.db, team)).toEqual([]);
});

it('the list has those of the channel and one’s own, and stays a list after a press', async () => {
  const { command, press, boss, buyer } = await start();
  expect((await command('/nd digest list')).text).toContain('No digest comes to this channel');
  await command('/nd digest daily 7:00');
  await command('/nd digest weekdays 8:00 utc', 'dm');
  await command('/nd digest monthly 1 6:00', 'dm', boss);
  const list = await command('/nd digest list');
  expect(list.text).toContain('every day at 07:00');
  expect(list.text).toContain(`Monday to Friday at 08:00 (UTC), to <@${buyer.id}>`);
  expect(list.text).not.toContain('day 1 of each month');
  const paused = await press(list, 'Pause');
  expect(paused.ts).toBe(list.ts);
  expect(paused.text).toContain('every day at 07:00');
  expect(paused.text).toContain('Monday to Friday');
  expect((await command('/nd digest list', '#general', boss)).text).toContain('day 1 of each month');
});

it.each([
  ['/nd digest sometimes', 'I don’t know “sometimes”'],
  ['/nd digest fortnightly', 'Say on which day'],
  ['/nd digest every hour', 'One post a day is the most'],
  ['/nd digest cron 0 9 * * 1', 'A cron line is for admins'],
  ['/nd digest daily 9:00 until 2020-01-01', 'No day of it lies ahead'],
  ['/nd digest weekdays 9:00 holidays XX skip', 'no public holidays of “XX”'],
  ['/nd digest weekly <!channel>', 'is no day of the week'],
  ['/nd digest weekly mon 25:00', 'is no time of day'],
  ['/nd digest daily 9:00 Mars/Phobos', 'I don’t know the time zone'],
])('%s is told what is wrong with it', async (line, reason) => {
  const { command, store, team } = await start();
  const said = await command(line);
  expect(said.text).toContain(reason);
  expect(said.text).not.toContain('<!channel>');
  expect(await listSubscriptions(store.db, team)).toEqual([]);
});

it.each([
  ['every other tuesday 9:00 nd', 'every second Tuesday at 09:00', 'every 2 weeks tue 09:00 since'],
  ['mon and thu at 8:30 CET', 'every Monday and Thursday at 08:30', 'weekly mon,thu 08:30'],
  ['end of each month 17:00', 'on the last day of each month at 17:00', 'monthly 31 17:00'],
  ['every quarter on the 1st at 9', 'on day 1 of each quarter at 09:00', 'every 3 months 1 09:00'],
  ['the next 5 fridays at 9', 'every Friday at 09:00, 5 times, the last by', 'weekly fri 09:00 until'],
  [
    'weekdays at 9 skip German holidays',
    'not on public holidays of Germany',
    'weekdays 09:00 holidays DE skip',
  ],
])('/nd digest %s sets up what it says', async (line, words, stored) => {
  const { command, store, team } = await start();
  expect((await command(`/nd digest ${line}`)).text).toContain(words);
  const [made] = await listSubscriptions(store.db, team);
  expect(made?.scheduleLine).toContain(stored);
});

it('where I am not in the channel, it says what to do', async () => {
  const { command } = await start();
  expect((await command('/nd digest daily 9:00', '#elsewhere')).text).toContain('/invite @Lodestone');
});

it('for admins only: Slack’s own may, and those of ADMIN_USERS, and nobody else', async () => {
  const { slack, command, press, boss, buyer } = await start({ env: { DIGEST_ADMINS_ONLY: 'true' } });
  expect((await command('/nd digest daily 9:00')).text).toContain('Only admins');
  expect((await command('/nd digest')).text).toContain('Only admins');
  expect(slack.openViews(buyer)).toEqual([]);
  expect((await command('/nd digest daily 9:00', '#general', boss)).text).toContain(
    'The digest comes every day',
  );
  const list = await command('/nd digest list');
  expect(wordsOf(list)).toContain(`Set up by <@${boss.id}>`);
  expect(wordsOf(list)).not.toContain('Delete');
  // One's own, to oneself, is nobody else's business.
  expect((await command('/nd digest daily 10:00', 'dm')).text).toContain('The digest comes every day');
  await press(await command('/nd digest list', 'dm'), 'Delete');
  expect((await command('/nd digest list')).text).toContain('every day at 09:00');
  await lodestone.stop();

  const again = await start({ env: { DIGEST_ADMINS_ONLY: 'true', ADMIN_USERS: buyer.id } });
  expect((await again.command('/nd digest daily 9:00')).text).toContain('The digest comes every day');
});

it('with CHARTS=upload, a digest waits for its picture', async () => {
  const { slack, command, press } = await start({
    manifest: buildManifest(COMMANDS, ['files:write', 'files:read']),
    deps: { charts: { way: 'upload' } },
  });
  await command('/nd digest daily 9:00');
  await slack.settled();
  await press(await command('/nd digest list'), 'Send now');
  const post = await slack.waitFor(() => slack.messagesIn('general')[0], { timeoutMs: 15_000 });
  expect(post.blocks).toContainEqual(
    expect.objectContaining({ type: 'image', slack_file: { id: expect.any(String) } }),
  );
});

it.each([
  ['off', false],
  ['link', true],
] as const)('with CHARTS=%s, a digest and an alert offer a chart: %s', async (way, offered) => {
  const charts = way === 'off' ? { way } : { way, host: undefined };
  const { slack, command, press } = await start({ deps: { charts } });
  await command('/nd digest daily 9:00');
  await press(await command('/nd digest list'), 'Send now');
  await command('/nd alert above 100 here');
  await slack.waitFor(() => slack.messagesIn('general').length === 2);
  for (const { blocks } of slack.messagesIn('general'))
    expect(/answer:chart|"image"/.test(JSON.stringify(blocks))).toBe(offered);
});

it('after a time down, what was missed is listed with its reason, and the post for the latest says that it is late', async () => {
  const { slack, command, move } = await start();
  await command('/nd digest daily 9:00 Europe/Berlin');
  move(3 * 86_400_000);
  const post = await slack.waitFor(() => slack.messagesIn('general')[0]);
  expect(post.text).toContain('Late: this was due on Fri 27 Nov, 09:00 Europe/Berlin.');
  await slack.settled();
  expect(slack.messagesIn('general')).toHaveLength(1);
  const list = wordsOf(await command('/nd digest list'));
  for (const day of ['Wed 25', 'Thu 26'])
    expect(list).toContain(
      `${day} Nov, 09:00 Europe/Berlin was skipped: Lodestone was not running, and a later one was due.`,
    );
  expect(list).not.toContain('Fri 27 Nov, 09:00 Europe/Berlin was');
});

it('one that can’t be read is listed as broken among the others, and can be deleted', async () => {
  const { command, press, store, team, buyer } = await start();
  await command('/nd digest weekly mon 9:00');
  const broken = [{ schedule: 'daily 30.5:00' }, { content: '{' }, { content: '{"items":["all"]}' }];
  for (const given of broken)
    await insertSubscriptionRow(
      store.db,
      subscriptionRow({ ...given, team, owner: buyer.id, channel: idOf('general'), state: 'paused' }),
    );
  const list = await command('/nd digest list');
  expect(list.text.match(/A digest that can’t be read/g)).toHaveLength(3);
  expect(list.text).toContain('every Monday at 09:00');
  // The oldest stand first, and these are of June.
  for (const _ of broken) await press(await command('/nd digest list'), 'Delete');
  expect(await listSubscriptions(store.db, team)).toMatchObject([{ state: 'active' }]);
});
