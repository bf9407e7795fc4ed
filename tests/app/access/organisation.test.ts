/** The app in all of an organisation, over the wire: each workspace has data of its own, and nobody else's. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Message, type User } from 'local-slack';
import { listAlerts } from '#src/storage/alerts.ts';
import { openStore, type Store } from '#src/storage/database/database.ts';
import { latestQuotes } from '#src/storage/quotes.ts';
import { listSubscriptions } from '#src/storage/subscriptions.ts';
import { startLodestone, TODAY, type Lodestone } from '../lodestone.ts';

const [NORTH, SOUTH] = ['T1NORTH', 'T2SOUTH'];
let lodestone: Lodestone;
let store: Store;
let stateDir: string;

const who = (name: string) => lodestone.slack.user(name);
const shown = (message: Message | undefined) => JSON.stringify([message?.text, message?.blocks]);
const command = (user: User, line: string, where = '#general') =>
  lodestone.slack.answerTo(() => user.command(`/nd ${line}`, where));

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'lodestone-'));
  store = await openStore({ stateDir, as: 'bot' });
  lodestone = await startLodestone({
    organisation: { id: 'E1ORG', whole: true },
    people: [
      { name: 'Nora', team: NORTH, workspaces: [NORTH], admin: true },
      { name: 'Sam', team: SOUTH, workspaces: [SOUTH] },
      { name: 'Sue', team: SOUTH, workspaces: [SOUTH, NORTH], admin: true },
      // Of another organisation: seen through a shared channel.
      { name: 'Rival', team: 'T9RIVAL', admin: true },
    ],
    channels: [{ name: 'general' }, { name: 'partners', shared: true }],
    deps: { store, now: () => TODAY },
  });
});
afterAll(async () => {
  await lodestone.stop();
  await rm(stateDir, { recursive: true });
});

it('a quote, a digest and an alert are kept of the workspace that they are made in, and answered there alone', async () => {
  const { slack } = lodestone;
  const nora = who('Nora');
  const confirm = await command(nora, 'quote add Nd oxide 118.5 USD/kg 23 Nov');
  await slack.answerTo(() => nora.press(confirm, 'Store it'));
  await command(nora, 'digest daily 5:55', 'dm');
  await command(nora, 'alert above 777');
  expect((await latestQuotes(store.db, NORTH)).length).toBe(1);
  expect([await listSubscriptions(store.db, NORTH), await listAlerts(store.db, NORTH)]).toMatchObject([
    [{ owner: nora.id }],
    [{ owner: nora.id }],
  ]);
  // By a command, a mention, a direct message, and a button under an answer.
  const asked = async (user: User) => [
    shown(await command(user, 'price')),
    shown(await slack.answerTo(() => user.mention('#general', 'price'))),
    shown(await slack.answerTo(() => user.dm('price'))),
  ];
  for (const said of await asked(nora)) expect(said).toContain('118.5');
  for (const name of ['Sam', 'Sue'])
    for (const said of await asked(who(name))) expect(said).not.toContain('118.5');
});

it('a form and the buttons of a list work in the person’s own workspace', async () => {
  const { slack } = lodestone;
  const sam = who('Sam');
  await sam.command('/nd digest', 'dm');
  await slack.waitFor(() => slack.openViews(sam)[0]);
  await sam.submitView({ time: '06:37' });
  await slack.waitFor(() => JSON.stringify(slack.openViews(sam)).includes('The digest is set up'));
  await sam.closeView({ all: true });
  expect(await listSubscriptions(store.db, SOUTH)).toMatchObject([{ owner: sam.id, team: SOUTH }]);
  const list = await command(sam, 'digest list', 'dm');
  expect(shown(list)).not.toContain('05:55');
  await slack.answerTo(() => sam.press(list, 'Pause'));
  expect(await listSubscriptions(store.db, SOUTH)).toMatchObject([{ state: 'paused' }]);
});

it('an admin of one workspace is none of another’s, and another organisation’s is none at all', async () => {
  // Sue is asked for in her own workspace, by a payload that says another one.
  const { slack } = lodestone;
  const sue = who('Sue');
  const gaps = async (team: string) => {
    const fields = slack.requests('slash_commands').at(-1)?.payload;
    const sent = { ...fields, user_id: sue.id, text: 'gaps', team_id: team, enterprise_id: 'E1ORG' };
    return shown(await slack.answerTo(() => slack.dispatch.command(sent)));
  };
  expect(await gaps(SOUTH)).not.toContain('for admins');
  expect(await gaps(NORTH)).toContain('for admins');
  for (const line of ['price', 'gaps', 'digest daily 9:00', 'quote add Nd oxide 1 USD/kg 24 Nov'])
    expect(shown(await command(who('Rival'), line, '#partners'))).not.toMatch(
      /118\.5|asked by|comes|Store it/,
    );
});

const rows = async (team: string) =>
  [
    ...(await listSubscriptions(store.db, team)),
    ...(await listAlerts(store.db, team)),
    ...(await latestQuotes(store.db, team)),
  ].length;

it('a workspace that the organisation takes out is forgotten, the others stay; and with the whole, all go', async () => {
  const { slack } = lodestone;
  expect([await rows(NORTH), await rows(SOUTH)]).toEqual([3, 1]);
  await slack.sendEvent({ type: 'team_access_revoked', team_ids: [SOUTH] });
  await expect.poll(() => rows(SOUTH)).toBe(0);
  expect(await rows(NORTH)).toBe(3);
  await slack.sendEvent({ type: 'app_uninstalled' });
  await expect.poll(() => rows(NORTH)).toBe(0);
});
