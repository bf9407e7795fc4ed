/** Who reads along, and what a form shows before it is sent: what is not a listener's to have reaches them by no side door. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMessage, directMessage, type Json, type Message, type User } from 'local-slack';
import { openStore, type Store } from '#src/storage/database/database.ts';
import { listSubscriptions } from '#src/storage/subscriptions.ts';
import { startLodestone, TODAY, type Lodestone } from '../lodestone.ts';
import { actingIn } from './acting.ts';

let lodestone: Lodestone;
let store: Store;
let stateDir: string;

const PAIR = 'D9PAIR';
const QUOTE = /118\.5/;

const { who, channel, answer, shown } = actingIn(() => lodestone);

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'lodestone-'));
  store = await openStore({ stateDir, as: 'bot' });
  lodestone = await startLodestone({
    people: [
      { name: 'Buyer' },
      { name: 'Planner' },
      { name: 'Boss', admin: true },
      { name: 'Rival', team: 'T9RIVAL' },
    ],
    channels: [
      { name: 'general' },
      { name: 'secret', private: true, members: ['Buyer', 'Boss'] },
      { name: 'talks', private: true, shared: true, bot: false },
    ],
    deps: { store, now: () => TODAY },
  });
  const { workspace } = lodestone.slack;
  const members = [who('Buyer').id, who('Rival').id];
  // A direct message of two people, one of another company: the app is not in it, and Slack tells it nothing of it.
  workspace.channels.set(PAIR, { id: PAIR, name: '', kind: 'im', members });
  const boss = who('Boss');
  const confirm = await answer(() => boss.command('/nd quote add Nd oxide 118.5 USD/kg 23 Nov', '#general'));
  await answer(() => boss.press(confirm, 'Store it'));
});
afterAll(async () => {
  await lodestone.stop();
  await rm(stateDir, { recursive: true });
});

describe('where Slack does not say who reads along', () => {
  it.each([PAIR, '#talks'])('quotes are neither shared nor shown to all: %s', async (place) => {
    const buyer = who('Buyer');
    const { slack } = lodestone;
    const shared = await answer(() => buyer.command('/nd price share', place));
    expect(shared.visible_to).toBeUndefined();
    expect(shown(shared)).not.toMatch(QUOTE);
    await slack.settled();
    const alone = await answer(() => buyer.command('/nd price', place));
    expect(shown(alone)).toMatch(QUOTE);
    await slack.settled();
    expect(shown(await answer(() => buyer.press(alone, 'Share in channel')))).not.toMatch(QUOTE);
  });
});

/** A button that is pressed on what stands there for all to see. */
function pressShown(user: User, place: string, actionId: string, value: string): Promise<Message> {
  const { workspace } = lodestone.slack;
  const message = addMessage(workspace, {
    channel: place,
    user: workspace.bot.userId,
    bot_id: workspace.bot.botId,
    text: 'shared',
    blocks: [
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: actionId, text: { type: 'plain_text', text: 'x' }, value }],
      },
    ],
  });
  return answer(() => user.press(message, actionId));
}

describe('a press on what was shared in a direct message of two people', () => {
  it.each([
    ['answer:ask:0', 'price'],
    ['answer:explain', 'price'],
    ['digest:manage', 'none'],
  ])('%s is answered to the presser alone', async (actionId, value) => {
    await lodestone.slack.settled();
    const told = await pressShown(who('Buyer'), PAIR, actionId, value);
    expect(told.visible_to).toBe(who('Buyer').id);
  });

  it('and in the one with the app beside it, for it is theirs alone', async () => {
    await lodestone.slack.settled();
    const place = directMessage(lodestone.slack.workspace, who('Buyer').id).id;
    const told = await pressShown(who('Buyer'), place, 'answer:ask:0', 'price');
    expect(told.visible_to).toBeUndefined();
    expect(shown(told)).toMatch(QUOTE);
  });
});

/** A digest's form, as Slack says that something was chosen in it. @param by Who chose; who has it open, unless given. */
async function chosen(user: User, given: Json, by: Json = {}): Promise<string> {
  const { slack } = lodestone;
  await user.command('/nd digest', 'dm');
  const view = await slack.waitFor(() => slack.openViews(user)[0]);
  const { workspace } = slack;
  const values = { ...user.valuesOf(view), ...given };
  await slack.dispatch.interaction({
    type: 'block_actions',
    team: { id: workspace.team.id, domain: 'local' },
    user: { id: user.id, username: user.name, team_id: workspace.team.id, ...by },
    api_app_id: workspace.appId,
    token: 'playground',
    trigger_id: 'none',
    container: { type: 'view', view_id: view.id },
    view: { ...view, state: { values } },
    actions: [
      {
        type: 'conversations_select',
        action_id: 'digest:choose:channel',
        block_id: 'channel',
        action_ts: '1',
      },
    ],
  });
  await slack.settled();
  const said = JSON.stringify(slack.openViews(user));
  await user.closeView({ all: true });
  return said;
}

const select = (id: string) => ({
  channel: { 'digest:choose:channel': { type: 'conversations_select', selected_conversation: id } },
});

describe('the preview of a digest', () => {
  it('tells nobody of alerts that they may not see', async () => {
    const { slack } = lodestone;
    const [buyer, planner] = [who('Buyer'), who('Planner')];
    await answer(() => buyer.command('/nd alert above 120 USD/kg nd oxide', 'dm'));
    await slack.settled();
    await answer(() => buyer.command('/nd alert above 121 USD/kg nd oxide here', '#secret'));
    expect(await chosen(buyer, {})).toContain('alert is for');
    for (const place of [buyer.id, channel('secret')])
      expect(await chosen(planner, select(place))).not.toContain('alert is for');
  });

  it('tells another company of no quotes, whoever opened the form', async () => {
    expect(await chosen(who('Buyer'), {})).toMatch(QUOTE);
    const rival = { id: who('Rival').id, team_id: 'T9RIVAL' };
    expect(await chosen(who('Buyer'), {}, rival)).not.toMatch(QUOTE);
  });
});

describe('a form', () => {
  it('that one person opened and another sends changes nothing of the first one’s', async () => {
    const { slack } = lodestone;
    const { workspace } = slack;
    const [buyer, planner] = [who('Buyer'), who('Planner')];
    await buyer.command('/nd digest', 'dm');
    const view = await slack.waitFor(() => slack.openViews(buyer)[0]);
    const sentBy = (user: User, time: string) =>
      slack.dispatch.interaction({
        type: 'view_submission',
        team: { id: workspace.team.id, domain: 'local' },
        user: { id: user.id, username: user.name, team_id: workspace.team.id },
        api_app_id: workspace.appId,
        token: 'playground',
        trigger_id: 'none',
        view: {
          ...view,
          state: {
            values: { ...buyer.valuesOf(view), time: { time: { type: 'timepicker', selected_time: time } } },
          },
        },
        response_urls: [],
      });
    const kept = () => listSubscriptions(store.db, workspace.team.id);
    const done = () =>
      slack.waitFor(() => !/Setting it up …|digest:form/.test(JSON.stringify(slack.openViews(buyer))));
    await sentBy(buyer, '05:55');
    await done();
    const first = (await kept()).find(({ owner }) => owner === buyer.id);
    await sentBy(planner, '10:10');
    await done();
    expect(first?.channel).toBe(buyer.id);
    expect((await kept()).find(({ id }) => id === first?.id)).toEqual(first);
  });
});
