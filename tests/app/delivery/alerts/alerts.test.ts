import { expect, test } from 'vitest';
import { createAlert, removeAlert, resumeAlert, snoozeAlert } from '#src/watching/alerts/manage-alerts.ts';
import { readRule } from '#src/domain/watching/read-rule.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { isNumeric, type PackSeries } from '#src/domain/series/metal.ts';
import { findAlert } from '#src/storage/alerts.ts';
import {
  findDelivery,
  insertDeliveries,
  pruneDeliveries,
  recentDeliveries,
  subjectOfAlertNotices,
} from '#src/storage/deliveries.ts';
import { deliveryOf } from '../../storage/rows.ts';
import { catalog, newWorld, type World } from '../world.ts';
import { actor, taken } from '../../access/actors.ts';

/** A world whose neodymium price of 2026 can be set. */
async function newMarket(): Promise<World & { price(low: number, high?: number): void }> {
  const market = { low: 115, high: 140 };
  const changed = (series: PackSeries): PackSeries =>
    isNumeric(series) && series.id === 'report-price'
      ? {
          ...series,
          points: series.points.map((p) => (p.year === 2026 ? { ...p, range: { ...market } } : p)),
        }
      : series;
  const now = (): Catalog => ({
    ...catalog,
    metals: catalog.metals.map((metal) => ({ ...metal, series: metal.series.map(changed) })),
  });
  const world = await newWorld({ catalog: now, draw: true });
  return { ...world, price: (low, high = low) => void Object.assign(market, { low, high }) };
}

const buyerOf = (world: World) => actor(world.slack.workspace.team.id, world.slack.user('Buyer').id);

async function alert(world: World, text: string, channel?: string) {
  const read = readRule(text, catalog);
  if (!read.ok) throw new Error(read.reason);
  const { rule } = read;
  const place = channel ?? world.channel('general');
  return taken(await createAlert(world.delivery.manage, buyerOf(world), { channel: place, rule }));
}

test('fires once on a data update, with figure, threshold, source and chart, and again after it has come back', async () => {
  const world = await newMarket();
  const above = await alert(world, 'above 140');
  expect(await world.delivery.checkAlerts()).toBe(0);
  world.price(150);
  expect(await world.delivery.checkAlerts()).toBe(1);
  await world.slack.waitFor(() => world.slack.messagesIn('general').length === 1);
  const [message] = world.slack.messagesIn('general');
  expect(message?.text).toContain('Neodymium is above $140/kg: $150/kg in 2026 (projection)');
  expect(message?.text).toContain('Farmonaut');
  expect(message?.blocks.map((block) => block['type'])).toContain('image');

  world.price(160);
  expect(await world.delivery.checkAlerts()).toBe(0);
  world.price(139);
  expect(await world.delivery.checkAlerts()).toBe(0);
  expect(await findAlert(world.store.db, above.team, above.id)).toMatchObject({ state: 'fired' });
  world.price(130);
  expect(await world.delivery.checkAlerts()).toBe(0);
  expect(await findAlert(world.store.db, above.team, above.id)).toMatchObject({ state: 'armed' });
  world.price(141);
  expect(await world.delivery.checkAlerts()).toBe(1);
  await world.slack.waitFor(() => world.slack.messagesIn('general').length === 2);
});

test('two checks at once fire it once', async () => {
  const world = await newMarket();
  const above = await alert(world, 'above 100');
  const fired = await Promise.all([1, 2, 3].map(() => world.delivery.checkAlerts()));
  expect(fired.toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
  await world.settled(above.id, ['sent']);
  expect(world.slack.messagesIn('general')).toHaveLength(1);
});

test('to a person, in a direct message', async () => {
  const world = await newMarket();
  const buyer = world.slack.user('Buyer');
  await alert(world, 'above 100', buyer.id);
  expect(await world.delivery.checkAlerts()).toBe(1);
  await world.slack.waitFor(() => world.slack.messagesIn('dm:Buyer').length === 1);
});

test('in doubt in a direct message: looked up in the conversation, not posted twice', async () => {
  const world = await newMarket();
  const mine = await alert(world, 'above 100', world.slack.user('Buyer').id);
  world.slack.faults.fail('chat.postMessage', { status: 500, afterDoing: true });
  await world.delivery.checkAlerts();
  await world.slack.waitFor(() => world.slack.messagesIn('dm:Buyer').length === 1);
  const moving = setInterval(() => world.pass(3000), 50);
  expect((await world.settled(mine.id))[0]?.reason).toContain('found in the channel');
  clearInterval(moving);
  expect(world.slack.messagesIn('dm:Buyer')).toHaveLength(1);
});

test('snoozed until a time, resumed before it, deleted with all that is kept of it', async () => {
  const world = await newMarket();
  const { manage } = world.delivery;
  const { team, id } = await alert(world, 'above 100');
  await snoozeAlert(manage, buyerOf(world), id, world.now() + 60_000);
  expect(await world.delivery.checkAlerts()).toBe(0);
  world.pass(61_000);
  expect(await world.delivery.checkAlerts()).toBe(1);
  await world.settled(id, ['sent']);
  await snoozeAlert(manage, buyerOf(world), id, world.now() + 60_000);
  world.price(90);
  expect(await world.delivery.checkAlerts()).toBe(0);
  await resumeAlert(manage, buyerOf(world), id);
  // It has fired: it waits for the price to come back, which it has, before it fires again.
  expect(await world.delivery.checkAlerts()).toBe(0);
  world.price(110);
  expect(await world.delivery.checkAlerts()).toBe(1);
  // That it was over in between may come too late to be said.
  await world.until(id, (rows) => rows.some(({ slot, state }) => slot === 'firing 2' && state === 'sent'));
  expect(await removeAlert(manage, buyerOf(world), id)).toBe('done');
  expect(await recentDeliveries(world.store.db, team, id, 9)).toEqual([]);
  expect(await removeAlert(manage, buyerOf(world), id)).toBe('gone');
  expect(await snoozeAlert(manage, buyerOf(world), id, 0)).toBe('gone');
});

test('a channel that refuses an alert: it is paused, and the owner told', async () => {
  const world = await newMarket();
  const { team, id } = await alert(world, 'above 100');
  world.slack.faults.fail('chat.postMessage', { error: 'not_in_channel' });
  await world.delivery.checkAlerts();
  await world.slack.waitFor(() => world.slack.messagesIn('dm:Buyer').length === 1);
  expect(world.slack.messagesIn('dm:Buyer')[0]?.text).toContain('paused your alert');
  expect(await findAlert(world.store.db, team, id)).toMatchObject({
    state: 'paused',
    reason: 'Lodestone is not in the channel any more',
  });
  expect(await world.delivery.checkAlerts()).toBe(0);
  await resumeAlert(world.delivery.manage, buyerOf(world), id);
  expect(await world.delivery.checkAlerts()).toBe(1);
});

test('snoozed while its message waits, it does not come, and comes after the snooze where it is still true', async () => {
  const world = await newMarket();
  const above = await alert(world, 'above 140');
  world.price(150);
  world.slack.faults.fail('chat.postMessage', { status: 429, retryAfter: 60 });
  await world.delivery.checkAlerts();
  await world.until(above.id, (rows) =>
    rows.some(({ state, attempt }) => state === 'pending' && attempt > 0),
  );
  const DAY = 86_400_000;
  await snoozeAlert(world.delivery.manage, buyerOf(world), above.id, world.now() + DAY);
  world.pass(90_000);
  expect(await world.settled(above.id)).toMatchObject([{ state: 'skipped', reason: 'it was snoozed' }]);
  expect(await world.delivery.checkAlerts()).toBe(0);
  world.pass(DAY);
  expect(await world.delivery.checkAlerts()).toBe(1);
  await world.settled(above.id, ['sent', 'skipped']);
  expect(world.slack.messagesIn('general')).toHaveLength(1);
  expect(world.slack.messagesIn('dm:Buyer')).toEqual([]);
});

test('what its owner was told once stays known while the alert is there, and goes with it', async () => {
  const world = await newMarket();
  const { db } = world.store;
  const { id, team } = await alert(world, 'above 140');
  const told = deliveryOf({ team, kind: 'notice', subject: subjectOfAlertNotices(id), state: 'skipped' });
  const other = deliveryOf({ team, kind: 'notice', subject: 'U1 down: of old', state: 'skipped' });
  await insertDeliveries(db, [told, other]);
  await pruneDeliveries(db, told.createdAt + 1);
  expect(await findDelivery(db, told.id)).toBeDefined();
  expect(await findDelivery(db, other.id)).toBeUndefined();
  await removeAlert(world.delivery.manage, buyerOf(world), id);
  expect(await findDelivery(db, told.id)).toBeUndefined();
});

test('an alert’s end, and a correction, stand in the thread of its message, also where a post is in doubt', async () => {
  const world = await newMarket();
  const { id } = await alert(world, 'above 100');
  expect(await world.delivery.checkAlerts()).toBe(1);
  await world.settled(id, ['sent']);
  world.price(90);
  // Posted, and the answer lost: it is found among the replies, and not posted again.
  world.slack.faults.fail('chat.postMessage', { status: 500, afterDoing: true });
  await world.delivery.checkAlerts();
  const rows = await world.until(id, (all) =>
    all.some(({ slot, state }) => slot === 'over of firing 1' && state === 'sent'),
  );
  const fired = rows.find(({ slot }) => slot === 'firing 1');
  expect(rows.find(({ slot }) => slot === 'over of firing 1')).toMatchObject({
    threadTs: fired?.ts,
    reason: 'found in the channel after an interruption',
  });
  const replies = world.slack.messagesIn('general').filter(({ thread_ts }) => thread_ts === fired?.ts);
  expect(replies.map(({ text }) => text.split('\n')[0])).toEqual([
    expect.stringMatching(/^\*Over\*: Neodymium is at \$90\/kg/),
  ]);
});
