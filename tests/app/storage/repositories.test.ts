import { expect, test } from 'vitest';
import {
  alertsAfter,
  deleteAlert,
  findAlert,
  insertAlert,
  listAlerts,
  updateAlert,
} from '#src/storage/alerts.ts';
import {
  changeDelivery,
  deleteDeliveries,
  findDelivery,
  insertDeliveries,
  pruneDeliveries,
  recentDeliveries,
} from '#src/storage/deliveries.ts';
import { dueDeliveries, nextDeliveryAt } from '#src/storage/due-deliveries.ts';
import { bookPaces, prunePaces } from '#src/storage/paces.ts';
import { readSetting, writeSetting } from '#src/storage/database/settings.ts';
import {
  deleteSubscription,
  findSubscription,
  insertSubscription,
  isReadable,
  listSubscriptions,
  updateSubscription,
  type NewSubscription,
  type SubscriptionChanges,
} from '#src/storage/subscriptions.ts';
import {
  advanceSubscriptions,
  nextSubscriptionAt,
  takeDueSubscriptions,
} from '#src/storage/due-subscriptions.ts';
import { deleteWorkspace } from '#src/storage/database/workspaces.ts';
import { alertOf, deliveryOf, insertSubscriptionRow, subscriptionRow, T0 } from './rows.ts';
import { newStore, ON_POSTGRES } from './stores.ts';

test('a subscription comes back as it was put, to its own workspace only', async () => {
  const { db } = await newStore();
  const put: NewSubscription = {
    id: 'S1',
    team: 'T1',
    channel: 'C1',
    owner: 'U1',
    content: { items: ['price', 'chart'], metals: ['neodymium'], skipUnchanged: true, locale: 'de' },
    schedule: { every: 'month', on: ['last fri'], time: { hour: 16, minute: 5 } },
    zone: 'Europe/Berlin',
    next: { at: T0, key: '2026-06-26T16:05 Europe/Berlin' },
    createdAt: T0 - 1,
  };
  await insertSubscription(db, put);
  const untried = {
    state: 'active',
    reason: null,
    pausedUntil: null,
    lastFigures: undefined,
    lastSentAt: null,
  } as const;
  const kept = { ...put, ...untried, scheduleLine: 'monthly last fri 16:05' };
  expect(await findSubscription(db, 'T1', 'S1')).toEqual(kept);
  expect(await findSubscription(db, 'T2', 'S1')).toBeUndefined();
  const changes: SubscriptionChanges = {
    state: 'paused',
    reason: 'Ünïcode ✓ "quoted"; drop table',
    content: { ...put.content, metals: ['ndpr'] },
    schedule: { every: 'weekdays', time: { hour: 9, minute: 0 } },
    next: { at: T0 + 1, key: '2026-06-02T09:00 UTC' },
    lastFigures: {
      'ndpr/quote/s': {
        year: 2026,
        date: '2026-06-01',
        quantity: { range: { low: 71, high: 72 }, unit: 'USD/kg' },
      },
    },
    lastSentAt: T0 + 1,
  };
  expect(await updateSubscription(db, 'T2', 'S1', changes)).toBe(false);
  expect(await updateSubscription(db, 'T1', 'S1', changes)).toBe(true);
  expect(await findSubscription(db, 'T1', 'S1')).toEqual({
    ...kept,
    ...changes,
    scheduleLine: 'weekdays 09:00',
  });
  expect(await deleteSubscription(db, 'T2', 'S1')).toBe(false);
  expect(await deleteSubscription(db, 'T1', 'S1')).toBe(true);
  expect(await listSubscriptions(db, 'T1')).toEqual([]);
});

test('of a subscription that another version left, what can be read is read', async () => {
  const { db } = await newStore();
  const content = '{"items":["price"],"metals":["neodymium"]}';
  for (const row of [
    { id: 'whole', content },
    { id: 'schedule', content, schedule: 'fortnightly' },
    { id: 'zone', content, zone: 'Mars/Base' },
    { id: 'content', content: '{' },
    { id: 'figures', content, last_figures: '{"price":7}' },
  ])
    await insertSubscriptionRow(db, subscriptionRow(row));
  const readable = async (id: string) => {
    const found = await findSubscription(db, 'T1', id);
    return found !== undefined && isReadable(found);
  };
  for (const [id, is] of Object.entries({
    whole: true,
    schedule: false,
    zone: false,
    content: false,
    figures: true,
  }))
    expect([id, await readable(id)]).toEqual([id, is]);
  expect(await findSubscription(db, 'T1', 'whole')).toMatchObject({
    content: { items: ['price'], metals: ['neodymium'], skipUnchanged: false, locale: 'en-US' },
    schedule: { every: 'day', time: { hour: 9, minute: 0 } },
  });
  expect(await findSubscription(db, 'T1', 'schedule')).toMatchObject({ scheduleLine: 'fortnightly' });
  expect(await findSubscription(db, 'T1', 'figures')).toMatchObject({ lastFigures: undefined });
});

test('due subscriptions: active ones whose time has come, the longest due first, and then advanced', async () => {
  const { db, kind } = await newStore();
  const later = subscriptionRow({ next_at: T0 + 1000 });
  const due = subscriptionRow({ next_at: T0 });
  const longDue = subscriptionRow({ next_at: T0 - 1000 });
  const paused = subscriptionRow({ next_at: T0 - 2000, state: 'paused' });
  for (const row of [later, due, longDue, paused]) await insertSubscriptionRow(db, row);
  const taken = await db.transaction().execute((trx) => takeDueSubscriptions(trx, kind, T0, 10));
  expect(taken.map((row) => row.id)).toEqual([longDue.id, due.id]);
  expect(await nextSubscriptionAt(db)).toBe(T0 - 1000);
  await advanceSubscriptions(db, [
    { id: due.id, next: { at: T0 + 5000, key: 'b' } },
    { id: longDue.id, next: { at: T0 + 6000, key: 'c' } },
  ]);
  expect(await findSubscription(db, 'T1', due.id)).toMatchObject({
    id: due.id,
    next: { at: T0 + 5000, key: 'b' },
  });
  expect(await nextSubscriptionAt(db)).toBe(T0 + 1000);
  expect(await listSubscriptions(db, 'T1', { channel: 'C9' })).toEqual([]);
});

test.runIf(ON_POSTGRES)('two processes take different due subscriptions', async () => {
  const { db, kind } = await newStore();
  const rows = [subscriptionRow(), subscriptionRow()];
  for (const row of rows) await insertSubscriptionRow(db, row);
  const ids = await db.transaction().execute(async (one) => {
    const mine = await takeDueSubscriptions(one, kind, T0, 1);
    const theirs = await db.transaction().execute((two) => takeDueSubscriptions(two, kind, T0, 2));
    return [...mine, ...theirs].map((row) => row.id);
  });
  expect(ids).toHaveLength(2);
  expect(new Set(ids)).toEqual(new Set(rows.map((row) => row.id)));
});

test('a slot is taken once, whoever comes second', async () => {
  const { db } = await newStore();
  const first = deliveryOf();
  const other = deliveryOf({ slot: '2026-06-02T09:00' });
  expect(await insertDeliveries(db, [first])).toEqual([first.id]);
  expect(await insertDeliveries(db, [deliveryOf(), other])).toEqual([other.id]);
  expect(await insertDeliveries(db, [])).toEqual([]);
  expect(await findDelivery(db, first.id)).toEqual({
    ...first,
    attempt: 0,
    firstAttemptAt: null,
    askedAt: null,
    asks: 0,
    lookAgainAt: null,
    ts: null,
    finishedAt: null,
  });
});

test('of two that hold the same delivery, one changes it', async () => {
  const { db } = await newStore();
  const row = deliveryOf();
  await insertDeliveries(db, [row]);
  const seen = { id: row.id, attempt: 0, state: 'pending' as const };
  const claim = () => changeDelivery(db, seen, { state: 'sending', attempt: 1, dueAt: T0 + 60_000 });
  const claims = await Promise.all([claim(), claim(), claim()]);
  expect(claims.filter((claimed) => claimed !== undefined)).toEqual([
    expect.objectContaining({ id: row.id, state: 'sending', attempt: 1, dueAt: T0 + 60_000 }),
  ]);
});

test('due deliveries are the open ones whose time has come, the longest due first', async () => {
  const { db } = await newStore();
  const rows = [
    deliveryOf({ slot: 'a', dueAt: T0 - 1 }),
    deliveryOf({ slot: 'b', dueAt: T0 - 2 }),
    deliveryOf({ slot: 'c', dueAt: T0 + 7 }),
    deliveryOf({ slot: 'd', dueAt: T0 - 9, state: 'skipped', reason: 'older than 12 hours' }),
  ];
  await insertDeliveries(db, rows);
  expect((await dueDeliveries(db, 'post', T0, 10)).map((row) => row.id)).toEqual([rows[1]?.id, rows[0]?.id]);
  expect(await nextDeliveryAt(db, T0)).toBe(T0 + 7);
  expect(await nextDeliveryAt(db, T0 + 7)).toBeUndefined();
  const listed = await recentDeliveries(db, 'T1', 'S1', 2);
  expect(listed).toHaveLength(2);
  await pruneDeliveries(db, T0 + 1);
  expect((await recentDeliveries(db, 'T1', 'S1', 9)).map((row) => row.slot).toSorted()).toEqual([
    'a',
    'b',
    'c',
  ]);
  await deleteDeliveries(db, 'T1', 'S1');
  expect(await recentDeliveries(db, 'T1', 'S1', 9)).toEqual([]);
});

test('moments are booked one after another, for a channel and a workspace', async () => {
  const { db } = await newStore();
  const channel = { key: 'channel C1', team: 'T1', span: 1000 };
  const team = { key: 'team T1', team: 'T1', span: 20_000 };
  expect(await bookPaces(db, T0, [team, channel])).toEqual(
    new Map([
      ['channel C1', T0],
      ['team T1', T0],
    ]),
  );
  expect(await bookPaces(db, T0 + 10, [channel])).toEqual(new Map([['channel C1', T0 + 1000]]));
  expect(await bookPaces(db, T0 + 10, [team])).toEqual(new Map([['team T1', T0 + 20_000]]));
  expect(await bookPaces(db, T0 + 5000, [channel])).toEqual(new Map([['channel C1', T0 + 5000]]));
  await prunePaces(db, T0 + 30_000);
  expect(await bookPaces(db, T0 + 30_000, [team])).toEqual(new Map([['team T1', T0 + 40_000]]));
  expect(await bookPaces(db, T0, [])).toEqual(new Map());
});

test('two that see an alert fire: one fires it', async () => {
  const { db } = await newStore();
  const row = alertOf();
  await insertAlert(db, row);
  await insertAlert(db, alertOf({ state: 'paused' }));
  const fire = () => updateAlert(db, row, { state: 'fired', firedCount: 1, firedAt: T0 });
  expect((await Promise.all([fire(), fire()])).toSorted()).toEqual([false, true]);
  expect(await findAlert(db, 'T1', row.id)).toEqual({ ...row, state: 'fired', firedCount: 1, firedAt: T0 });
  expect((await alertsAfter(db, '', 10)).map((alert) => alert.id)).toEqual([row.id]);
  expect(await alertsAfter(db, row.id, 10)).toEqual([]);
  expect(await listAlerts(db, 'T1', { channel: 'C1' })).toHaveLength(2);
  expect(await deleteAlert(db, 'T1', row.id)).toBe(true);
  expect(await findAlert(db, 'T1', row.id)).toBeUndefined();
});

test('settings are put and put again', async () => {
  const { db } = await newStore();
  expect(await readSetting(db, 'T1', 'admins')).toBeUndefined();
  await writeSetting(db, 'T1', 'admins', ['U1']);
  await writeSetting(db, 'T1', 'admins', ['U1', 'U2']);
  await writeSetting(db, 'T2', 'admins', []);
  expect(await readSetting(db, 'T1', 'admins')).toEqual(['U1', 'U2']);
});

test('a workspace that leaves takes all its rows along, and no others', async () => {
  const { db } = await newStore();
  for (const team of ['T1', 'T2']) {
    await insertSubscriptionRow(db, subscriptionRow({ team }));
    await insertAlert(db, alertOf({ team }));
    await insertDeliveries(db, [deliveryOf({ team, subject: team })]);
    await writeSetting(db, team, 'admins', []);
    await bookPaces(db, T0, [{ key: team, team, span: 1 }]);
  }
  await deleteWorkspace(db, 'T1');
  for (const table of ['subscriptions', 'alerts', 'deliveries', 'settings', 'paces'] as const) {
    expect(await db.selectFrom(table).select('team').execute()).toEqual([{ team: 'T2' }]);
  }
});

test('fifty transactions at once neither mix nor get lost', async () => {
  const { db } = await newStore();
  await Promise.allSettled(
    Array.from({ length: 50 }, (_, i) =>
      db.transaction().execute(async (trx) => {
        await insertSubscriptionRow(trx, subscriptionRow({ id: `S${i}` }));
        if (i % 2 === 1) throw new Error('taken back');
      }),
    ),
  );
  const kept = await listSubscriptions(db, 'T1');
  expect(kept.map((row) => row.id).toSorted()).toEqual(
    Array.from({ length: 25 }, (_, i) => `S${i * 2}`).toSorted(),
  );
});

test('what a clock that was ahead has booked holds up nobody when it is set right', async () => {
  const { db } = await newStore();
  const book = async (now: number) =>
    (await bookPaces(db, now, [{ key: 'K', team: 'T1', span: 100 }])).get('K');
  const DAY = 86_400_000;
  expect([await book(T0 + DAY), await book(T0), await book(T0)]).toEqual([T0 + DAY, T0, T0 + 100]);
});
