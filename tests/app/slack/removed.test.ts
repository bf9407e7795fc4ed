import { expect, it } from 'vitest';
import { openStore } from '#src/storage/database/database.ts';
import { readSetting, writeSetting } from '#src/storage/database/settings.ts';
import { findAlert, insertAlert, listAlerts } from '#src/storage/alerts.ts';
import { addFeedback, listFeedback } from '#src/storage/feedback.ts';
import { findSubscription, listSubscriptions } from '#src/storage/subscriptions.ts';
import { startLodestone, TODAY } from '../lodestone.ts';
import { insertSubscriptionRow, alertOf, ruleOf, subscriptionRow } from '../storage/rows.ts';
import { newPlace } from '../storage/stores.ts';

const content = JSON.stringify({ items: ['price'], metals: ['neodymium'] });
const REVOKED = { type: 'tokens_revoked', tokens: { bot: ['U1'] } };

it('app_uninstalled takes all that is kept of the workspace with it, and of no other', async () => {
  const store = await openStore({ ...(await newPlace()), as: 'bot' });
  const lodestone = await startLodestone({ deps: { store } });
  const team = lodestone.slack.workspace.team.id;
  await insertSubscriptionRow(store.db, subscriptionRow({ id: 'here', team, state: 'paused' }));
  await insertSubscriptionRow(store.db, subscriptionRow({ id: 'there', team: 'T-other', state: 'paused' }));
  await lodestone.slack.sendEvent({ type: 'app_uninstalled' });
  await expect.poll(() => listSubscriptions(store.db, team)).toEqual([]);
  // Slack may tell it in the other order.
  await lodestone.slack.sendEvent(REVOKED);
  await lodestone.slack.settled();
  expect(await listSubscriptions(store.db, 'T-other')).toHaveLength(1);
  await lodestone.stop();
});

it.each([
  ['that comes late, after a new install, takes what is older than the removal', undefined, ['new']],
  ['takes all where the token works no more, however late it comes', 'account_inactive', []],
  ['takes no more where Slack keeps the app out for a while', 'ekm_access_denied', ['new']],
])('app_uninstalled %s', async (_, refusal, kept) => {
  const store = await openStore({ ...(await newPlace()), as: 'bot' });
  const removedAt = TODAY.getTime() - 3_600_000;
  const lodestone = await startLodestone({ deps: { store }, now: () => removedAt });
  const { slack } = lodestone;
  const team = slack.workspace.team.id;
  for (const [id, created_at] of [
    ['old', removedAt - 1],
    ['new', removedAt + 60_000],
  ] as const) {
    await insertSubscriptionRow(store.db, subscriptionRow({ id, team, state: 'paused', created_at }));
    await insertAlert(store.db, alertOf({ id, team, state: 'paused', createdAt: created_at }));
    await addFeedback(store.db, team, { text: id, outcome: 'unanswered', faq: null }, created_at);
  }
  await writeSetting(store.db, team, 'table U1', { common: { place: 'old' } });
  // What an earlier version stored under another company's workspace goes when nobody is left.
  await insertSubscriptionRow(store.db, subscriptionRow({ id: 'stray', team: 'T9RIVAL', state: 'paused' }));
  if (refusal !== undefined) slack.faults.fail('auth.test', { error: refusal, times: 9 });
  await slack.sendEvent({ type: 'app_uninstalled' });
  await expect.poll(async () => (await listSubscriptions(store.db, team)).map(({ id }) => id)).toEqual(kept);
  expect((await listAlerts(store.db, team)).map(({ id }) => id)).toEqual(kept);
  expect(await listSubscriptions(store.db, 'T9RIVAL')).toHaveLength(kept.length);
  expect((await listFeedback(store.db, TODAY.getTime(), team)).map(({ text }) => text)).toEqual(kept);
  // What says no time can be said again.
  expect(await readSetting(store.db, team, 'table U1')).toBeUndefined();
  await lodestone.stop();
});

it('a revoked token leaves all in place, and after a reinstall it goes on by itself', async () => {
  const place = await newPlace();
  const store = await openStore({ ...place, as: 'bot' });
  let now = TODAY;
  const lodestone = await startLodestone({ deps: { store, now: () => now } });
  const { slack } = lodestone;
  const [team, user] = [slack.workspace.team.id, slack.user('Buyer').id];
  const row = subscriptionRow({ id: 'digest', team, channel: user, owner: user, content });
  const next_at = Date.UTC(2026, 10, 25, 9);
  await insertSubscriptionRow(store.db, { ...row, next_at, next_slot: '2026-11-25T09:00 UTC' });
  await insertAlert(
    store.db,
    alertOf({ id: 'alert', team, channel: user, owner: user, rule: ruleOf('above 9999'), state: 'paused' }),
  );
  await insertSubscriptionRow(store.db, subscriptionRow({ id: 'by hand', team, content, state: 'paused' }));
  await slack.sendEvent({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } });
  await slack.sendEvent(REVOKED);
  // A digest falls due before there is a new token.
  slack.faults.fail('chat.postMessage', { error: 'token_revoked', times: 9 });
  now = new Date(next_at);
  lodestone.wake();
  const digest = async () => await findSubscription(store.db, team, 'digest');
  await expect.poll(digest).toMatchObject({ state: 'paused', reason: 'Lodestone’s token was revoked' });
  await lodestone.stop();

  const reopened = await openStore({ ...place, as: 'bot' });
  const again = await startLodestone({ deps: { store: reopened, now: () => now } });
  await expect
    .poll(async () => await findSubscription(reopened.db, team, 'digest'))
    .toMatchObject({ state: 'active', reason: null, next: { key: '2026-11-26T09:00 UTC' } });
  // What a person paused stays so, and what was paused for another reason.
  expect(await findSubscription(reopened.db, team, 'by hand')).toMatchObject({ state: 'paused' });
  expect(await findAlert(reopened.db, team, 'alert')).toMatchObject({ state: 'paused' });
  now = new Date(now.getTime() + 86_400_000);
  // Beside it comes the message that it goes on, and a conversation takes one a second.
  const passing = setInterval(() => {
    now = new Date(now.getTime() + 1_000);
    again.wake();
  }, 50);
  await again.slack.waitFor(() =>
    again.slack.messagesIn('dm:Buyer').some(({ text }) => text.includes('Neodymium oxide')),
  );
  clearInterval(passing);
  expect(again.slack.messagesIn('dm:Buyer')[0]?.text).toContain('I had paused your digest');
  await again.stop();
});
