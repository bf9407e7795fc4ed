/** What the health check says of what is due. */
import { expect, test } from 'vitest';
import { stateHealth } from '#src/app/state.ts';
import { changeDelivery, insertDeliveries } from '#src/storage/deliveries.ts';
import { updateSubscription } from '#src/storage/subscriptions.ts';
import { insertSubscriptionRow, deliveryOf, subscriptionRow, T0 } from './storage/rows.ts';
import { newStore } from './storage/stores.ts';

const MINUTE = 60_000;

test('a slot or a post that nobody looks at for five minutes is overdue', async () => {
  const store = await newStore();
  expect(await stateHealth(store, T0)).toBe('ok');
  const subscription = subscriptionRow();
  await insertSubscriptionRow(store.db, subscription);
  expect(await stateHealth(store, T0 + 4 * MINUTE)).toBe('ok');
  expect(await stateHealth(store, T0 + 6 * MINUTE)).toBe('overdue');
  await updateSubscription(store.db, 'T1', subscription.id, { next: { at: T0 + 60 * MINUTE, key: 'later' } });
  expect(await stateHealth(store, T0 + 6 * MINUTE)).toBe('ok');
  const row = deliveryOf();
  await insertDeliveries(store.db, [row]);
  expect(await stateHealth(store, T0 + 6 * MINUTE)).toBe('overdue');
  await changeDelivery(store.db, { ...row, attempt: 0 }, { state: 'sent' });
  expect(await stateHealth(store, T0 + 6 * MINUTE)).toBe('ok');
});
