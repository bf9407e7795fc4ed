import { expect, test } from 'vitest';
import { insertAlert, listAlerts } from '#src/storage/alerts.ts';
import { listSubscriptions } from '#src/storage/subscriptions.ts';
import { insertSubscriptionRow, alertOf, subscriptionRow } from './rows.ts';
import { newStore, openFor, newPlace } from './stores.ts';

test('writes of many at once are all there, each with its own result', async () => {
  const { db, write } = await newStore();
  const results = await Promise.all(
    Array.from({ length: 250 }, (_, i) =>
      write(async (trx) => {
        await insertSubscriptionRow(trx, subscriptionRow({ id: `S${i}` }));
        return i;
      }),
    ),
  );
  expect(results).toEqual(Array.from({ length: 250 }, (_, i) => i));
  expect(await listSubscriptions(db, 'T1')).toHaveLength(250);
});

test('one that fails is told so, leaves nothing behind, and takes no other along', async () => {
  const { db, write } = await newStore();
  await write((trx) => insertAlert(trx, alertOf({ id: 'taken' })));
  const results = await Promise.allSettled(
    ['S1', 'taken', 'S2', 'thrown', 'S3'].map((id) =>
      write(async (trx) => {
        await insertAlert(trx, alertOf({ id: `${id}-first` }));
        await insertAlert(trx, alertOf({ id }));
        if (id === 'thrown') throw new Error('changed my mind');
      }),
    ),
  );
  expect(results.map((result) => result.status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  const kept = await listAlerts(db, 'T1');
  expect(kept.map((row) => row.id).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    'S1',
    'S1-first',
    'S2',
    'S2-first',
    'S3',
    'S3-first',
    'taken',
  ]);
});

test('what is told to be written can be read by another', async () => {
  const place = await newPlace();
  const [bot, terminal] = [await openFor(place), await openFor(place, 'terminal')];
  await bot.write((trx) => insertSubscriptionRow(trx, subscriptionRow()));
  expect(await listSubscriptions(terminal.db, 'T1')).toHaveLength(1);
});
