/** After downtime: one post for the latest slot, marked late; what is too old is listed. */
import { expect, test } from 'vitest';
import type { Delivery } from '#src/storage/deliveries.ts';
import { deleteSubscription, findSubscription, updateSubscription } from '#src/storage/subscriptions.ts';
import { newWorld } from '../world.ts';

/** Slack has asked to wait. */
const isWaiting = (rows: readonly Delivery[]): boolean =>
  rows.some((row) => row.state === 'pending' && row.attempt > 0);

const isDone = (row: Delivery): boolean => row.state !== 'pending' && row.state !== 'sending';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test('down for a night: one post, for the latest missed slot, marked late', async () => {
  const world = await newWorld();
  const digest = await world.subscribe();
  world.pass(6 * DAY + 3 * HOUR);
  const rows = await world.settled(digest.id);
  expect(rows.map((row) => [row.slot.slice(8, 16), row.state])).toEqual([
    ['07T09:00', 'sent'],
    ...['06', '05', '04', '03', '02', '01'].map((day) => [`${day}T09:00`, 'skipped']),
  ]);
  expect(rows[1]?.reason).toBe('Lodestone was not running, and a later one was due');
  const messages = world.slack.messagesIn('general');
  expect(messages).toHaveLength(1);
  expect(messages[0]?.text).toContain('Late: this was due on Sun 7 Jun, 09:00 UTC.');
});

test('a few minutes are not late', async () => {
  const world = await newWorld();
  const digest = await world.subscribe();
  world.pass(5 * 60_000);
  await world.settled(digest.id, ['sent']);
  expect(world.slack.messagesIn('general')[0]?.text).not.toContain('Late');
});

test('older than 12 hours: skipped and listed, and the next one comes as ever', async () => {
  const world = await newWorld();
  const digest = await world.subscribe();
  world.pass(13 * HOUR);
  const [skipped] = await world.settled(digest.id);
  expect(skipped).toMatchObject({
    state: 'skipped',
    reason: 'Lodestone was not running until more than 12 hours later',
  });
  expect(world.slack.messagesIn('general')).toEqual([]);
  world.pass(11 * HOUR + 10_000);
  await world.slack.waitFor(() => world.slack.messagesIn('general').length === 1);
  expect((await world.settled(digest.id)).map((row) => row.state)).toEqual(['sent', 'skipped']);
});

test('a delivery that could not be made for 12 hours is given up, with the reason', async () => {
  const world = await newWorld();
  const digest = await world.subscribe();
  world.slack.faults.fail('chat.postMessage', { status: 429, retryAfter: 13 * 3600 });
  world.pass(10_000);
  await world.until(digest.id, isWaiting);
  // Past the moment that Slack named, which counts from the answer.
  world.pass(13 * HOUR + 60_000);
  expect((await world.settled(digest.id))[0]).toMatchObject({
    state: 'skipped',
    reason: 'it was more than 12 hours late',
  });
  expect(world.slack.callsTo('chat.postMessage')).toHaveLength(1);
});

test('paused or deleted between its slot and its post, it is not posted', async () => {
  const world = await newWorld();
  const [paused, deleted] = [
    await world.subscribe(),
    await world.subscribe({ channel: world.channel('other') }),
  ];
  world.slack.faults.fail('chat.postMessage', { status: 429, retryAfter: 60, times: 2 });
  world.pass(10_000);
  for (const digest of [paused, deleted]) await world.until(digest.id, isWaiting);
  await updateSubscription(world.store.db, paused.team, paused.id, { state: 'paused' });
  await deleteSubscription(world.store.db, deleted.team, deleted.id);
  // Past the wait, and past the moment from which the sweep looks: pg-boss counts by its own clock, not by ours.
  world.pass(90_000);
  expect((await world.settled(paused.id))[0]?.reason).toBe('it was paused');
  expect((await world.settled(deleted.id))[0]?.reason).toBe('it was deleted');
});

test('“nothing changed” is not posted where that was asked for', async () => {
  const world = await newWorld();
  const digest = await world.subscribe({
    content: JSON.stringify({ items: ['price'], metals: ['neodymium'], skipUnchanged: true }),
  });
  world.pass(10_000);
  await world.settled(digest.id, ['sent']);
  world.pass(DAY);
  const [second] = await world.until(
    digest.id,
    ([last]) => last?.slot === '2026-06-02T09:00 UTC' && isDone(last),
  );
  expect(second).toMatchObject({ state: 'skipped', reason: 'nothing had changed' });
});

test('a digest whose schedule can’t be read is paused, and holds up no other', async () => {
  const world = await newWorld();
  const [broken, good] = [await world.subscribe(), await world.subscribe()];
  await updateSubscription(world.store.db, broken.team, broken.id, { zone: 'Mars/Base' });
  world.pass(10_000);
  await world.settled(good.id, ['sent']);
  expect(await findSubscription(world.store.db, broken.team, broken.id)).toMatchObject({
    state: 'paused',
    reason: expect.stringContaining('Mars/Base'),
  });
});
