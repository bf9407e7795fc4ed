/** Buttons and forms over the wire with values that none of ours has: of old versions, cut, made up, or of somebody else. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEND_AGAIN_ACTION } from '#src/watching/notices.ts';
import { ALERT_ACTIONS } from '#src/slack/alerts/alert-list.ts';
import { DIGEST_ACTIONS } from '#src/slack/digests/digest-list.ts';
import { FORM_CALLBACK } from '#src/slack/digests/form-view.ts';
import type { User } from 'local-slack';
import type { Json, View } from 'local-slack';
import { ACTIONS } from '#src/presentation/buttons.ts';
import { QUOTE_ACTIONS, QUOTE_FORM } from '#src/presentation/quotes/quote-messages.ts';
import { insertAlert } from '#src/storage/alerts.ts';
import { openStore, type Store } from '#src/storage/database/database.ts';
import { startLodestone, TODAY, type Lodestone } from '../lodestone.ts';
import { insertSubscriptionRow, alertOf, alertRow, subscriptionRow } from '../storage/rows.ts';
import { forgedMessage, madeUp, actingIn } from './acting.ts';

let lodestone: Lodestone;
let store: Store;
let stateDir: string;
let boss: User;

const DAILY = '{"items":["price"],"metals":["neodymium"]}';

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'lodestone-'));
  store = await openStore({ stateDir, as: 'bot' });
  lodestone = await startLodestone({
    people: [{ name: 'Boss', admin: true }, { name: 'Buyer' }],
    channels: [{ name: 'general' }],
    deps: { store, now: () => TODAY },
    // More presses than one person makes in a minute.
    env: { LIMIT_QUESTIONS: '100000,100000' },
  });
  boss = lodestone.slack.user('Boss');
  const team = lodestone.slack.workspace.team.id;
  const paused = { state: 'paused' as const, owner: boss.id, channel: boss.id };
  // Of another workspace, of nobody, and broken ones of the presser's own.
  await insertSubscriptionRow(
    store.db,
    subscriptionRow({ ...paused, id: 'theirs', team: 'T9', content: DAILY }),
  );
  await insertAlert(store.db, alertOf({ ...paused, id: 'theirs', team: 'T9' }));
  await insertSubscriptionRow(store.db, subscriptionRow({ ...paused, id: 'broken', team, content: '{' }));
  const broken = alertRow({ ...paused, id: 'broken', team, rule: 'above NaN' });
  await store.db.insertInto('alerts').values(broken).execute();
});
afterAll(async () => {
  await lodestone.stop();
  await rm(stateDir, { recursive: true });
});

const TABLES = ['subscriptions', 'alerts', 'deliveries', 'quotes', 'feedback', 'taken'] as const;
const rows = async () =>
  await Promise.all(
    TABLES.map(async (table) => (await sql`select * from ${sql.table(table)}`.execute(store.db)).rows),
  );
const failures = () => lodestone.logged().filter(({ msg }) => msg === 'a listener failed');

const HUGE = 'x'.repeat(100_000);
const ALIEN: readonly unknown[] = [
  undefined,
  '',
  ' ',
  null,
  5,
  true,
  [],
  {},
  { id: 'theirs' },
  HUGE,
  `{"ask":"${HUGE}","faq":"a","instead":"b"}`,
  '{',
  'null',
  '[]',
  '{"a":1}',
  '{"ask":"price","faq":5,"instead":"b"}',
  '{"ask":"price","faq":"a","instead":"b","more":1}',
  '{"text":"price","faq":"a","more":1}',
  '{"text":5,"faq":null}',
  '{"kind":"price","metal":"neodymium","from":1.5,"to":2024}',
  '{"kind":"quotes","series":"theirs","from":"2026-13-45","to":"x"}',
  '{"series":"theirs","date":"2026-11-24","edition":1.5}',
  '{"__proto__":{"ask":"price"}}',
  '\u0000',
  '../../etc/passwd',
  "' or 1=1 --",
  'theirs C1 C2',
  '2026-02-30 Nd oxide 118.5 USD/kg',
  '2026-11-24',
];

/** What only looks like an id: nothing of that name is there, or it is another workspace's. */
const OF_OTHERS = ['theirs', 'nobody', 'constructor', '__proto__', 'theirs C0000000000'];

const MANAGED = [...Object.values(DIGEST_ACTIONS), ...Object.values(ALERT_ACTIONS)];
const JSON_ONLY = [
  `${ACTIONS.chart}:0`,
  ACTIONS.helpful,
  ACTIONS.unhelpful,
  ACTIONS.unfit,
  `${QUOTE_ACTIONS.publish}:0`,
  `${QUOTE_ACTIONS.reject}:0`,
];
/** What takes whole questions: any words are one, so only what is no question is refused. */
const ASKING = [
  `${ACTIONS.ask}:0`,
  `${ACTIONS.choose}:0`,
  `${ACTIONS.home}:0`,
  ACTIONS.share,
  ACTIONS.explain,
];
const NO_QUESTION = ALIEN.filter((value) => typeof value !== 'string' || /^\s*(?:\{|$)|x{9}/.test(value));

/** What could be an id is looked up. */
const NO_ID = ALIEN.filter((value) => typeof value !== 'string' || !/^[\w-]{1,60}$/.test(value));

const CASES: readonly (readonly [string, readonly unknown[]])[] = [
  ...[...MANAGED, SEND_AGAIN_ACTION].map((action) => [action, NO_ID] as const),
  ...JSON_ONLY.map((action) => [action, ALIEN] as const),
  [QUOTE_ACTIONS.store, ALIEN],
  ...ASKING.map((action) => [action, NO_QUESTION] as const),
];

async function press(actionId: string, value: unknown, who = boss): Promise<string> {
  const { slack } = lodestone;
  const { channel } = actingIn(() => lodestone);
  const message = forgedMessage(lodestone, channel('general'), [madeUp(actionId, value)], who);
  const said = await slack.answerTo(() => who.press(message, actionId));
  expect(said.visible_to).toBe(who.id);
  return said.text;
}

const OLDER = expect.stringContaining('from an older version of Lodestone');

it.each<[string, Json]>([
  ['no list of actions', { type: 'block_actions', actions: null }],
  [
    'no person',
    { type: 'block_actions', user: null, actions: [{ type: 'button', action_id: 'answer:explain' }] },
  ],
  ['no view', { type: 'view_submission', view: null }],
  ['no channel', { type: 'message_action', callback_id: 'x', channel: null }],
  [
    'an event of no installation',
    { type: 'event_callback', authorizations: [null], event: { type: 'app_mention' } },
  ],
])('a payload with %s is acknowledged, and logged with a reference', async (_, given) => {
  const { slack } = lodestone;
  const { team, appId } = slack.workspace;
  const before = lodestone.logged().length;
  const common = {
    team: { id: team.id },
    user: { id: boss.id, team_id: team.id },
    api_app_id: appId,
    token: 'x',
  };
  expect(await slack.dispatch.interaction({ ...common, ...given })).toMatchObject({ ok: true });
  expect(lodestone.logged().slice(before)).toContainEqual(
    expect.objectContaining({ msg: 'what Slack sent could not be read', reference: expect.any(String) }),
  );
});

describe('a button', () => {
  it.each(CASES)('%s with a value of none of ours says so, and does nothing', async (action, values) => {
    const before = await rows();
    const said: string[] = [];
    for (const value of values) said.push(await press(action, value));
    expect(new Set(said)).toEqual(new Set([OLDER]));
    expect(await rows()).toEqual(before);
    expect(failures()).toEqual([]);
  });

  it('with an id of others finds nothing', async () => {
    const before = await rows();
    // An admin may clear away what was stored for another company.
    const buyer = lodestone.slack.user('Buyer');
    for (const action of MANAGED)
      for (const id of OF_OTHERS)
        expect(await press(action, id, buyer)).toMatch(/was deleted|set up none elsewhere|can’t be read/);
    for (const id of OF_OTHERS.filter((one) => !one.includes(' ')))
      expect(await press(SEND_AGAIN_ACTION, id, buyer)).toContain('was deleted');
    await lodestone.slack.settled();
    expect(await rows()).toEqual(before);
    expect(failures()).toEqual([]);
  });

  it('of a row that can’t be read says that it is broken, and changes nothing', async () => {
    const before = await rows();
    for (const action of MANAGED.filter((one) => !one.endsWith(':delete')))
      expect(await press(action, 'broken')).toMatch(/can’t be read|is broken/);
    await lodestone.slack.settled();
    expect(await rows()).toEqual(before);
    expect(failures()).toEqual([]);
  });

  it('on the App Home, with a value of none of ours, says so in a modal', async () => {
    const { slack } = lodestone;
    await boss.openHome();
    const home = await slack.waitFor(() => slack.homeOf(boss));
    for (const action of [`${ACTIONS.home}:example:0`, ACTIONS.share, DIGEST_ACTIONS.pause]) {
      const forged = {
        ...home,
        blocks: [{ type: 'actions', elements: [madeUp(action, '{')], block_id: 'b' }],
      };
      slack.workspace.views.set(home.id, forged);
      await boss.press(forged, action);
      const shown = await slack.waitFor(() => slack.openViews(boss)[0]);
      expect(JSON.stringify(shown.blocks)).toContain('from an older version');
      await boss.closeView();
    }
    expect(failures()).toEqual([]);
  });
});

/** The state of a form, as Slack has it: one element a field. */
const state = (values: Readonly<Record<string, Json>>): Json => ({
  values: Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      { [`digest:choose:${field}`]: value, [field]: value },
    ]),
  ),
});
const selected = (value: unknown): Json => ({ selected_option: { value } });

const FORGED_STATES: readonly unknown[] = [
  null,
  5,
  'x',
  [],
  {},
  { values: null },
  { values: [] },
  { values: { low: null } },
  { values: { low: { low: 'x' } } },
  state({ dates: { selected_options: [{ value: '30.5' }] }, often: selected('date'), low: { value: 'x' } }),
  state({ locale: selected('xx-$$'), low: { value: '-5' } }),
  state({ zone: selected('Mars/Phobos'), low: { value: HUGE } }),
  state({ time: { selected_time: '25:99' }, low: { value: 5 } }),
  state({ channel: { selected_conversation: '<!channel>' }, low: { value: '1' }, metal: selected('gold') }),
  state({ channel: { selected_conversation: 5 }, low: { value: '1' }, unit: selected('DOGE/ounce') }),
  state({
    items: { selected_options: [{ value: 'all' }] },
    low: { value: '1' },
    date: { selected_date: 'x' },
  }),
  state({ metals: { selected_options: [{ value: '../x' }] }, low: { value: '1' }, form: selected('ore') }),
  state({
    metals: { selected_options: Array.from({ length: 500 }, () => ({ value: 'terbium' })) },
    low: { value: '0' },
  }),
  state({ metals: { selected_options: 'x' }, low: { value: '1' }, high: { value: '100000' } }),
];
const FORGED_METADATA = ['', '{', 'null', '[]', '{"choice":{}}', '{"id":5}', `{"id":"${HUGE}"}`];

async function open(line: string): Promise<View> {
  await boss.command(line, 'dm');
  return await lodestone.slack.waitFor(() => lodestone.slack.openViews(boss)[0]);
}

/** Sends a form as it is given. @returns what was answered at once and, where that is that it is under way, what is shown then */
async function submit(view: Json): Promise<string> {
  const { slack } = lodestone;
  const ack = await slack.dispatch.interaction({
    type: 'view_submission',
    team: { id: slack.workspace.team.id, domain: 'x' },
    user: { id: boss.id, username: 'boss', name: 'boss', team_id: slack.workspace.team.id },
    api_app_id: slack.workspace.appId,
    token: 'x',
    trigger_id: 'x',
    view,
    response_urls: [],
    is_enterprise_install: false,
    enterprise: null,
  });
  const said = JSON.stringify(ack.body);
  if (!said.includes('…')) return said;
  const then = await slack.waitFor(() => slack.openViews(boss).find(({ hash }) => hash !== view['hash']));
  return JSON.stringify(then);
}

describe('a form', () => {
  it.each([
    ['/nd digest', FORM_CALLBACK],
    ['/nd quote', QUOTE_FORM],
  ])('%s with what none of ours sends stores nothing, and says what is wrong', async (line, callback) => {
    const before = await rows();
    const view = await open(line);
    const ours = state({
      low: { value: 'x' },
      often: selected('date'),
      dates: { selected_options: [{ value: '0' }] },
    });
    const forged = [
      ...FORGED_STATES.map((given) => ({ ...view, state: given })),
      // Of a version that had other fields: an error can be shown at none of them.
      { ...view, blocks: [], state: ours },
    ];
    const metadata = FORGED_METADATA.map((given) => ({ ...view, private_metadata: given }));
    const said: string[] = [];
    for (const given of [...forged, ...(callback === FORM_CALLBACK ? metadata : [])])
      said.push(await submit(given));
    await boss.closeView({ all: true });
    expect(said.filter((one) => !/"response_action":"errors"|from an older version/.test(one))).toEqual([]);
    expect(said.at(FORGED_STATES.length)).toContain('from an older version');
    expect(await rows()).toEqual(before);
    expect(failures()).toEqual([]);
  });

  it('of a digest of another workspace, or of none, makes none', async () => {
    const before = await rows();
    for (const id of ['theirs', 'nobody', '__proto__']) {
      const view = await open('/nd digest');
      const private_metadata = JSON.stringify({ ...JSON.parse(view.private_metadata), id });
      const said = await submit({ ...view, state: { values: boss.valuesOf(view) }, private_metadata });
      expect(said).toContain('deleted meanwhile');
      await boss.closeView();
    }
    expect(await rows()).toEqual(before);
    expect(failures()).toEqual([]);
  });
});
