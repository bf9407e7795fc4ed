/** Attacks by what a payload says: other companies' people under each of Slack's signs, organisations, held prices, failed posts. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMessage, type Message, type User } from 'local-slack';
import { insertDeliveries } from '#src/storage/deliveries.ts';
import { openStore, type Store } from '#src/storage/database/database.ts';
import { heldQuotes } from '#src/storage/quote-decisions.ts';
import { latestQuotes } from '#src/storage/quotes.ts';
import { listSubscriptions } from '#src/storage/subscriptions.ts';
import { deliveryOf } from '../storage/rows.ts';
import { startLodestone, TODAY, type Lodestone } from '../lodestone.ts';
import { actingIn, PEOPLE, forgedMessage, madeUp } from './acting.ts';

type Payload = Readonly<Record<string, unknown>>;

let lodestone: Lodestone;
let store: Store;
let stateDir: string;
/** As Slack sends them: what an attack changes is said of it. */
let sent: { readonly press: Payload; readonly form: Payload };
const ids = { digest: '', held: '' };

const { who, channel: idOf, answer, shown } = actingIn(() => lodestone);
const team = () => lodestone.slack.workspace.team.id;
const last = (kind: string): Payload => lodestone.slack.requests(kind).at(-1)?.payload ?? {};

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'lodestone-'));
  store = await openStore({ stateDir, as: 'bot' });
  lodestone = await startLodestone({
    people: PEOPLE,
    channels: [{ name: 'general' }, { name: 'partners', shared: true }],
    deps: { store, now: () => TODAY },
    // Named as an admin here: it counts for the workspace's own people alone.
    env: (slack) => ({ ADMIN_USERS: slack.user('Rival').id }),
  });
  const { slack } = lodestone;
  const [boss, buyer] = [who('Boss'), who('Buyer')];
  for (const line of ['118.5 USD/kg 22 Nov', '7777 USD/kg 23 Nov']) {
    const confirm = await answer(() => boss.command(`/nd quote add Nd oxide ${line}`, '#general'));
    await answer(() => boss.press(confirm, 'Store it'));
  }
  const [held] = await heldQuotes(store.db, team());
  ids.held = JSON.stringify({ series: held?.series, date: held?.date, edition: held?.edition });
  await answer(() => buyer.command('/nd digest daily 5:55', 'dm'));
  const [digest] = await listSubscriptions(store.db, team());
  ids.digest = digest?.id ?? '';
  const row = {
    id: 'ended',
    team: team(),
    subject: ids.digest,
    channel: buyer.id,
    state: 'skipped',
  } as const;
  await insertDeliveries(store.db, [deliveryOf(row)]);
  const rival = who('Rival');
  const list = await answer(() => rival.command('/nd price', '#partners'));
  await answer(() => rival.press(list, 'History'));
  await buyer.command('/nd digest', 'dm');
  await slack.waitFor(() => slack.openViews(buyer)[0]);
  await buyer.submitView({ time: '06:37' });
  await slack.waitFor(() => JSON.stringify(slack.openViews(buyer)).includes('The digest is set up'));
  sent = { press: last('block_actions'), form: last('view_submission') };
  await buyer.closeView({ all: true });
});
afterAll(async () => {
  await lodestone.stop();
  await rm(stateDir, { recursive: true });
});

/** A press by somebody on any button, with whatever the payload says. */
function press(user: User, actionId: string, value: string, says: Payload = {}): Promise<Message> {
  const message = forgedMessage(lodestone, idOf('general'), [madeUp(actionId, value)], user);
  if (Object.keys(says).length === 0) return answer(() => user.press(message, actionId));
  const actions = [{ type: 'button', action_id: actionId, block_id: 'b', value, action_ts: '1' }];
  const own = { id: user.id, username: user.name, team_id: team() };
  return answer(() =>
    lodestone.slack.dispatch.interaction({
      ...sent.press,
      user: own,
      team: { id: team() },
      actions,
      ...says,
    }),
  );
}

/** A command of another company's person, with whatever its fields say. */
async function command(text: string, says: Payload): Promise<Message> {
  const { slack } = lodestone;
  // Slack takes five answers to one command.
  await answer(() => who('Rival').command('/nd help', '#partners'));
  return await answer(() => slack.dispatch.command({ ...last('slash_commands'), text, ...says }));
}

/** A question as Slack would send it, with whatever it says of whose the person is. */
const mention = (user: User, event: Payload, body: Payload = {}) =>
  answer(() => {
    const { slack } = lodestone;
    const place = { channel: idOf('general'), user: user.id };
    const { ts } = addMessage(slack.workspace, { ...place, text: 'price' });
    const said = { type: 'app_mention', text: '<@U1> price', ...place, ts, event_ts: ts };
    return slack.dispatch.event({ ...slack.wrapEvent({ ...said, ...event }), ...body });
  });

const kept = async () => [
  await listSubscriptions(store.db, team()),
  await listSubscriptions(store.db, 'T9RIVAL'),
  await latestQuotes(store.db, team()),
  await heldQuotes(store.db, team()),
];

const OWN = { team_id: 'T9RIVAL' };
const ATTACKS: readonly (readonly [string, () => Promise<string>])[] = [
  ['a command that says our team', async () => shown(await command('price', { team_id: team() }))],
  ['a command without a team', async () => shown(await command('price', { team_id: '' }))],
  [
    'a command of another organisation, installed everywhere',
    async () => shown(await command('price', { ...OWN, enterprise_id: 'E9', is_enterprise_install: 'true' })),
  ],
  ['whom ADMIN_USERS names, for gaps', async () => shown(await command('gaps', OWN))],
  [
    'whom ADMIN_USERS names, for quotes',
    async () => shown(await command('quote add Nd oxide 1 USD/kg 24 Nov', OWN)),
  ],
  ['whom ADMIN_USERS names, taking a quote back', async () => shown(await command('quote undo', OWN))],
  [
    'whom ADMIN_USERS names, deciding a held one',
    async () => shown(await press(who('Rival'), 'quote:publish:0', ids.held)),
  ],
  [
    'a press that says our team twice',
    async () => shown(await press(who('Rival'), 'quote:publish:0', ids.held, { team: { id: team() } })),
  ],
  [
    'a press with an organisation and no team',
    async () =>
      shown(
        await press(who('Rival'), 'quote:publish:0', ids.held, {
          team: null,
          enterprise: { id: 'E9' },
          is_enterprise_install: true,
        }),
      ),
  ],
  [
    'a mention with our team as source',
    async () => shown(await mention(who('Rival'), { source_team: team() })),
  ],
  [
    'a mention with our team everywhere',
    async () => shown(await mention(who('Rival'), { user_team: team(), source_team: team(), team: team() })),
  ],
  [
    'a mention with a profile of another team',
    async () => shown(await mention(who('Buyer'), { user_profile: { team: 'T9RIVAL' } })),
  ],
  [
    'a mention in a shared channel that says nothing of the person',
    async () =>
      shown(await mention(who('Rival'), { user_team: null, team: null }, { is_ext_shared_channel: 'true' })),
  ],
  [
    'a mention that says another organisation',
    async () =>
      shown(
        await mention(
          who('Rival'),
          { user_team: 'E9', team: 'E9' },
          { enterprise_id: 'E9', team_id: 'T9RIVAL' },
        ),
      ),
  ],
  [
    'a member decides a held quote',
    async () => shown(await press(who('Planner'), 'quote:publish:0', ids.held)),
  ],
  ['a guest rejects a held quote', async () => shown(await press(who('Guest'), 'quote:reject:0', ids.held))],
  [
    'a colleague sends a private post again',
    async () => shown(await press(who('Planner'), 'delivery:again', 'ended')),
  ],
  [
    'a guest sees the feeds and what is held',
    async () => shown(await answer(() => who('Guest').command('/nd feeds', '#general'))),
  ],
];

it.each(ATTACKS)('%s: nothing is shown, and nothing changes', async (_, attack) => {
  await lodestone.slack.settled();
  const before = await kept();
  const said = await attack();
  await lodestone.slack.settled();
  expect(said).not.toMatch(
    /118\.5|7,?777|05:55|asked by|FAQ|on its way|Store it|no price that you|decided|went wrong/,
  );
  expect(await kept()).toEqual(before);
});

it.each<[string, Payload]>([
  ['says our team', { team: { id: '' } }],
  ['says an organisation', { team: null, enterprise: { id: 'E9' }, is_enterprise_install: true }],
])('a form of another company’s person that %s sets nothing up', async (_, says) => {
  const { slack } = lodestone;
  const before = await kept();
  const own = { id: who('Rival').id, username: 'rival', team_id: team() };
  const given = 'team' in says && says['team'] !== null ? { team: { id: team() } } : says;
  // Under an id of its own: a form that was sent already makes no second digest.
  const view = { ...Object(sent.form['view']), id: `V${own.id}` };
  await slack.dispatch.interaction({ ...sent.form, user: own, view, ...given });
  await slack.settled();
  expect(await kept()).toEqual(before);
});

it('a colleague’s form under the id of a private digest shows nothing of it, with each choice', async () => {
  const { slack } = lodestone;
  const planner = who('Planner');
  await planner.command('/nd digest', 'dm');
  const view = await slack.waitFor(() => slack.openViews(planner)[0]);
  const metadata = { ...JSON.parse(view.private_metadata), id: ids.digest };
  slack.workspace.views.set(view.id, { ...view, private_metadata: JSON.stringify(metadata) });
  await planner.select(view, 'digest:choose:often', 'ordinal');
  await slack.settled();
  const now = JSON.stringify(slack.openViews(planner));
  expect(now).not.toMatch(/since your last|05:55/i);
  expect(now).not.toContain(ids.digest);
  await planner.closeView({ all: true });
});

it('what they may, they may: the workspace’s people have its quotes, and its admin decides', async () => {
  const buyer = await answer(() => who('Buyer').command('/nd price', '#general'));
  expect(shown(buyer)).toContain('118.5');
  expect(shown(await press(who('Boss'), 'quote:reject:0', ids.held))).toContain('Rejected');
});
