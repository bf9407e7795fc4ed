/** Attacks over the wire on the real app: each must change nothing, and show nothing that is not the attacker's to see. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMessage, type Message, type User } from 'local-slack';
import { insertAlert, listAlerts } from '#src/storage/alerts.ts';
import { openStore, type Store } from '#src/storage/database/database.ts';
import { latestQuotes } from '#src/storage/quotes.ts';
import { listSubscriptions } from '#src/storage/subscriptions.ts';
import { insertSubscriptionRow, alertOf, ruleOf, subscriptionRow } from '../storage/rows.ts';
import { startLodestone, TODAY, type Lodestone } from '../lodestone.ts';
import { actingIn, CHANNELS, PEOPLE, forgedMessage, madeUp } from './acting.ts';

let lodestone: Lodestone;
let store: Store;
let stateDir: string;
const ids = { digest: '', alert: '', inChannel: '', inSecret: '', series: '' };

const { who, channel, answer, shown } = actingIn(() => lodestone);
const command = (user: User, line: string, where = '#general') =>
  answer(() => user.command(`/nd ${line}`, where));

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'lodestone-'));
  store = await openStore({ stateDir, as: 'bot' });
  lodestone = await startLodestone({
    people: PEOPLE,
    channels: CHANNELS,
    deps: { store, now: () => TODAY },
  });
  const { slack } = lodestone;
  const [buyer, boss] = [who('Buyer'), who('Boss')];
  await command(buyer, 'digest daily 5:55', 'dm');
  await command(buyer, 'alert above 777');
  await command(buyer, 'digest weekdays 8:00');
  await command(buyer, 'digest monthly 1 6:00', '#secret');
  const confirm = await command(boss, 'quote add Nd oxide 118.5 USD/kg 23 Nov');
  await answer(() => boss.press(confirm, 'Store it'));
  const team = slack.workspace.team.id;
  const digests = await listSubscriptions(store.db, team);
  const idIn = (place: string) => digests.find((digest) => digest.channel === place)?.id ?? '';
  ids.digest = idIn(buyer.id);
  ids.inChannel = idIn(channel('general'));
  ids.inSecret = idIn(channel('secret'));
  ids.alert = (await listAlerts(store.db, team))[0]?.id ?? '';
  ids.series = (await latestQuotes(store.db, team))[0]?.series ?? '';
});
afterAll(async () => {
  await lodestone.stop();
  await rm(stateDir, { recursive: true });
});

/** A button with any value, pressed by somebody: ids on buttons can be made up. */
function forge(user: User, actionId: string, value: string, where = 'general'): Promise<Message> {
  const message = forgedMessage(lodestone, channel(where), [madeUp(actionId, value)], user);
  return answer(() => user.press(message, actionId));
}

/** A digest's form, filled in and sent, with what is not in its fields made up as well. */
async function submit(user: User, given: Readonly<Record<string, unknown>>, id?: string): Promise<string> {
  const { slack } = lodestone;
  await user.command('/nd digest', 'dm');
  const view = await slack.waitFor(() => slack.openViews(user)[0]);
  if (id !== undefined) {
    const metadata = { ...JSON.parse(view.private_metadata), id };
    slack.workspace.views.set(view.id, { ...view, private_metadata: JSON.stringify(metadata) });
  }
  const { errors } = await user.submitView(given);
  // Slack is asked only after the form is acknowledged.
  await slack.waitFor(() => !JSON.stringify(slack.openViews(user)).includes('Setting it up'));
  const said = JSON.stringify([errors, slack.openViews(user)]);
  await user.closeView({ all: true });
  return said;
}

/** A mention as Slack would send it, with whatever it says of whose the person is. */
const mention = (user: User, event: object, body: object = {}) =>
  answer(() => {
    const { slack } = lodestone;
    const asked = { channel: channel('general'), user: user.id, text: 'price' };
    const { ts } = addMessage(slack.workspace, asked);
    const said = { type: 'app_mention', user: user.id, text: '<@U1> price', channel: channel('general'), ts };
    return slack.dispatch.event({ ...slack.wrapEvent({ ...said, event_ts: ts, ...event }), ...body });
  });

const kept = async () => {
  const team = lodestone.slack.workspace.team.id;
  return [
    await listSubscriptions(store.db, team),
    await listAlerts(store.db, team),
    await latestQuotes(store.db, team),
    await listSubscriptions(store.db, 'T9RIVAL'),
    await listAlerts(store.db, 'T9RIVAL'),
  ];
};

const QUOTE = /118\.5/;
const PRIVATE = /05:55|\b777\b/;
const SECRET = /06:00/;

const ATTACKS: readonly (readonly [string, RegExp, () => Promise<string>])[] = [
  [
    'a colleague reads a private digest by its id',
    PRIVATE,
    async () => shown(await forge(who('Planner'), 'digest:manage', ids.digest)),
  ],
  [
    'a colleague reads a private alert by its id',
    PRIVATE,
    async () => shown(await forge(who('Planner'), 'alert:manage', ids.alert)),
  ],
  [
    'an admin reads a private digest by its id',
    PRIVATE,
    async () => shown(await forge(who('Boss'), 'digest:manage', ids.digest)),
  ],
  [
    'a colleague deletes a private digest',
    PRIVATE,
    async () => shown(await forge(who('Planner'), 'digest:delete', ids.digest)),
  ],
  [
    'a colleague pauses a private digest',
    PRIVATE,
    async () => shown(await forge(who('Planner'), 'digest:pause', ids.digest)),
  ],
  [
    'a colleague sends a private digest',
    PRIVATE,
    async () => shown(await forge(who('Planner'), 'digest:now', ids.digest)),
  ],
  [
    'a colleague edits a private digest',
    PRIVATE,
    async () => shown(await forge(who('Planner'), 'digest:edit', ids.digest)),
  ],
  [
    'a colleague deletes a private alert',
    PRIVATE,
    async () => shown(await forge(who('Planner'), 'alert:delete', ids.alert)),
  ],
  [
    'a colleague snoozes a private alert',
    PRIVATE,
    async () => shown(await forge(who('Planner'), 'alert:snooze-week', ids.alert)),
  ],
  [
    'a colleague resumes a private alert',
    PRIVATE,
    async () => shown(await forge(who('Planner'), 'alert:resume', ids.alert)),
  ],
  [
    'a colleague deletes the channel’s digest, which is another’s',
    SECRET,
    async () => shown(await forge(who('Planner'), 'digest:delete', ids.inChannel)),
  ],
  [
    'a colleague has a private channel listed',
    SECRET,
    async () => shown(await forge(who('Planner'), 'digest:manage', `${ids.inChannel} ${channel('secret')}`)),
  ],
  [
    'a colleague deletes a private channel’s digest',
    SECRET,
    async () => shown(await forge(who('Planner'), 'digest:delete', ids.inSecret)),
  ],
  [
    'a form takes a private digest over',
    PRIVATE,
    () => submit(who('Planner'), { time: '10:00' }, ids.digest),
  ],
  [
    'a form moves another’s digest',
    SECRET,
    () => submit(who('Planner'), { channel: channel('general') }, ids.inSecret),
  ],
  [
    'a form names a private channel that its sender is not in',
    SECRET,
    () => submit(who('Planner'), { channel: channel('secret') }),
  ],
  ['a form names another person', PRIVATE, () => submit(who('Planner'), { channel: who('Buyer').id })],
  [
    'a line names a private channel that its sender is not in',
    SECRET,
    async () => shown(await command(who('Planner'), `digest daily 9:30 in <#${channel('secret')}|secret>`)),
  ],
  [
    'another company asks by a command',
    QUOTE,
    async () => shown(await command(who('Rival'), 'price', '#partners')),
  ],
  [
    'another company asks by a mention',
    QUOTE,
    async () => shown(await answer(() => who('Rival').mention('#partners', 'price'))),
  ],
  [
    'another company asks for an explanation',
    QUOTE,
    async () => shown(await command(who('Rival'), 'why "price"', '#partners')),
  ],
  [
    'another company, by user_team alone',
    QUOTE,
    async () => shown(await mention(who('Buyer'), { user_team: 'T9RIVAL' })),
  ],
  [
    'another company, by source_team alone',
    QUOTE,
    async () => shown(await mention(who('Buyer'), { team: 'T9RIVAL', source_team: 'T9RIVAL' })),
  ],
  [
    'a stranger by users.info alone',
    QUOTE,
    async () => shown(await mention(who('Rival'), { team: lodestone.slack.workspace.team.id })),
  ],
  [
    'another company draws the quotes',
    QUOTE,
    async () =>
      shown(
        await forge(
          who('Rival'),
          'answer:chart:0',
          JSON.stringify({ kind: 'quotes', series: ids.series, from: '2026-11-01', to: '2026-11-24' }),
          'partners',
        ),
      ),
  ],
  [
    'another company sets a digest up',
    PRIVATE,
    async () => shown(await command(who('Rival'), 'digest daily 9:00', '#partners')),
  ],
  [
    'another company sets an alert up',
    PRIVATE,
    async () => shown(await command(who('Rival'), 'alert above 100', '#partners')),
  ],
  [
    'another company deletes the channel’s digest',
    SECRET,
    async () => shown(await forge(who('Rival'), 'digest:delete', ids.inChannel)),
  ],
  [
    'another company’s admin sees the gaps',
    /asked by|times/,
    async () => shown(await command(who('Rival'), 'gaps', '#partners')),
  ],
  [
    'another company’s admin enters a quote',
    QUOTE,
    async () => shown(await command(who('Rival'), 'quote add Nd oxide 1 USD/kg 24 Nov', '#partners')),
  ],
  [
    'another company confirms a quote',
    QUOTE,
    async () =>
      shown(await forge(who('Rival'), 'quote:store', '2026-11-24 Nd oxide 1 USD/kg 24 Nov', 'partners')),
  ],
  [
    'a member enters a quote by a button',
    QUOTE,
    async () => shown(await forge(who('Planner'), 'quote:store', '2026-11-24 Nd oxide 1 USD/kg 24 Nov')),
  ],
  [
    'a guest sets a channel’s digest up',
    SECRET,
    async () => shown(await command(who('Guest'), 'digest daily 9:30')),
  ],
  [
    'a guest sets a channel’s alert up',
    SECRET,
    async () => shown(await command(who('Guest'), 'alert above 100 here')),
  ],
  [
    'a guest deletes the channel’s digest',
    SECRET,
    async () => shown(await forge(who('Guest'), 'digest:delete', ids.inChannel)),
  ],
  ['a member sees the gaps', /asked by|times/, async () => shown(await command(who('Planner'), 'gaps'))],
];

it.each(ATTACKS)('%s: nothing is shown, and nothing changes', async (_, leak, attack) => {
  const before = await kept();
  const said = await attack();
  await lodestone.slack.settled();
  expect(said).not.toMatch(leak);
  expect(said).not.toMatch(/went wrong/);
  expect(await kept()).toEqual(before);
  expect(lodestone.slack.openViews(who('Planner'))).toEqual([]);
});

describe('what is one’s own to do', () => {
  it('its owner sees and changes a private digest, and the workspace’s people have its quotes', async () => {
    expect(shown(await forge(who('Buyer'), 'digest:manage', ids.digest))).toMatch(PRIVATE);
    expect(shown(await forge(who('Buyer'), 'digest:pause', ids.digest))).toContain('Paused');
    expect(shown(await forge(who('Buyer'), 'digest:resume', ids.digest))).toContain('Resumed');
    for (const name of ['Buyer', 'Guest']) expect(shown(await command(who(name), 'price'))).toMatch(QUOTE);
  });

  it('an admin pauses the channel’s digest, a guest has one in direct messages', async () => {
    expect(shown(await forge(who('Boss'), 'digest:pause', ids.inChannel))).toContain('Paused');
    expect(shown(await command(who('Guest'), 'digest daily 7:00', 'dm'))).toContain('The digest comes');
  });

  it('one who is in a private channel sets a digest up there from elsewhere', async () => {
    expect(await submit(who('Boss'), { channel: channel('secret') })).toContain('The digest is set up');
  });
});

describe('what is public', () => {
  it.each(['alert list share', 'digest list share', 'gaps share', 'feeds share', 'why "price" share'])(
    '/nd %s stays with whoever asked, and says so',
    async (line) => {
      const { slack } = lodestone;
      const boss = who('Boss');
      const before = slack.messagesIn('#general').length;
      await command(boss, line);
      const told = await slack.waitFor(() =>
        slack.messagesIn('#general', { visibleTo: boss }).findLast(({ text }) => text.includes('`share`')),
      );
      expect(told.visible_to).toBe(boss.id);
      expect(slack.messagesIn('#general')).toHaveLength(before);
    },
  );

  it('a press on a public message answers the presser alone, and leaves it as it is', async () => {
    const { workspace, messagesIn } = lodestone.slack;
    const [bot, text] = [workspace.bot, 'a list from before'];
    const button = { type: 'button', action_id: 'digest:pause', text: { type: 'plain_text', text: 'Pause' } };
    const elements = [{ ...button, value: `${ids.inChannel} ${channel('general')}` }];
    const list = addMessage(workspace, {
      channel: channel('general'),
      user: bot.userId,
      bot_id: bot.botId,
      text,
      blocks: [{ type: 'actions', elements }],
    });
    const told = await answer(() => who('Boss').press(list, 'Pause'));
    expect(told.visible_to).toBe(who('Boss').id);
    expect(messagesIn('#general').find(({ ts }) => ts === list.ts)?.text).toBe(text);
  });

  it('before another company nobody has the workspace’s quotes said or shared, and is told so', async () => {
    const [buyer, { slack }] = [who('Buyer'), lodestone];
    await slack.settled();
    const inPublic = [await answer(() => buyer.mention('#partners', 'price'))];
    await slack.settled();
    inPublic.push(await command(buyer, 'price share', '#partners'));
    await slack.settled();
    const alone = await command(buyer, 'price', '#partners');
    expect(shown(alone)).toMatch(QUOTE);
    await slack.settled();
    inPublic.push(await answer(() => buyer.press(alone, 'Share in channel')));
    for (const message of inPublic) {
      expect(message.visible_to).toBeUndefined();
      expect(shown(message)).not.toMatch(QUOTE);
      expect(shown(message)).toContain('another company reads along');
    }
    // Where nobody else reads along, all of it is said; where quotes change nothing, nothing is missed.
    expect(shown(await answer(() => buyer.mention('#general', 'price')))).toMatch(QUOTE);
    expect(shown(await answer(() => buyer.mention('#partners', 'price in 2022')))).not.toContain('left out');
  });
});

const strays = async () => [
  ...(await listSubscriptions(store.db, 'T9RIVAL')),
  ...(await listAlerts(store.db, 'T9RIVAL')),
];

describe('what an earlier version stored for another company', () => {
  it('is shown to admins as that it is there, with nothing of what it says, and deleted by them alone', async () => {
    const { slack } = lodestone;
    const [rival, place] = [who('Rival').id, channel('partners')];
    const of = { team: 'T9RIVAL', owner: rival, channel: place };
    await insertSubscriptionRow(
      store.db,
      subscriptionRow({ ...of, id: 'stray', schedule: 'daily 05:55', state: 'paused' }),
    );
    await insertAlert(
      store.db,
      alertOf({ ...of, id: 'stray-alert', rule: ruleOf('above 777'), state: 'paused' }),
    );
    const [boss, said] = [who('Boss'), /of another company/];
    for (const name of ['Buyer', 'Guest', 'Rival'])
      for (const kind of ['digest', 'alert']) {
        const where = name === 'Rival' ? '#partners' : '#general';
        expect(shown(await command(who(name), `${kind} list`, where))).not.toMatch(said);
        await forge(who(name), `${kind}:delete`, kind === 'digest' ? 'stray' : 'stray-alert');
      }
    await forge(boss, 'digest:now', 'stray');
    await forge(boss, 'digest:resume', 'stray');
    await slack.settled();
    expect(await strays()).toHaveLength(2);
    for (const [kind, id] of [
      ['digest', 'stray'],
      ['alert', 'stray-alert'],
    ] as const) {
      const list = await command(boss, `${kind} list`);
      expect(shown(list)).toMatch(said);
      expect(shown(list)).not.toMatch(PRIVATE);
      expect(shown(await forge(boss, `${kind}:delete`, `${id} ${channel('general')}`))).toContain('Deleted');
    }
    expect(await strays()).toEqual([]);
  });
});
