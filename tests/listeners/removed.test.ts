import { expect, it } from 'vitest';
import { openStore } from '#src/storage/database.ts';
import { insertSubscription, listSubscriptions } from '#src/storage/subscriptions.ts';
import { startLodestone } from '../app/lodestone.ts';
import { subscriptionRow } from '../storage/rows.ts';
import { newPlace } from '../storage/stores.ts';

it.each([
  ['app_uninstalled', {}],
  ['tokens_revoked', { tokens: { bot: ['U1'] } }],
])('%s takes all that is kept of the workspace with it, and of no other', async (type, more) => {
  const store = await openStore({ ...(await newPlace()), as: 'bot' });
  const lodestone = await startLodestone({ deps: { store } });
  const team = lodestone.slack.workspace.team.id;
  await insertSubscription(store.db, subscriptionRow({ id: 'here', team }));
  await insertSubscription(store.db, subscriptionRow({ id: 'there', team: 'T-other' }));

  await lodestone.slack.sendEvent({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } });
  await lodestone.slack.settled();
  expect(await listSubscriptions(store.db, team)).toHaveLength(1);

  await lodestone.slack.sendEvent({ type, ...more });
  await expect.poll(() => listSubscriptions(store.db, team)).toEqual([]);
  expect(await listSubscriptions(store.db, 'T-other')).toHaveLength(1);
  await lodestone.stop();
});
