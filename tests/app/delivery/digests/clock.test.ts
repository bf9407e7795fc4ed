/** A clock that was ahead while the bot ran, and was set right: what waits for the time that it showed waits no more. */
import { expect, test } from 'vitest';
import { sendDigestNow } from '#src/watching/digests/manage-digests.ts';
import { pauseFor, pauseLeft, longerPause } from '#src/delivery/pause.ts';
import type { Delivery } from '#src/storage/deliveries.ts';
import type { Subscription } from '#src/storage/subscriptions.ts';
import { actor } from '../../access/actors.ts';
import { newWorld, type World } from '../world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

const isWaiting = ({ state, attempt }: Delivery): boolean => state === 'pending' && attempt > 0;
const byHand = ({ slot }: Delivery): boolean => slot.startsWith('now ');

async function sentByHand(world: World, { id, team, owner }: Subscription): Promise<void> {
  await sendDigestNow(world.delivery.manage, actor(team, owner), id);
  await world.until(id, (rows) => rows.some((row) => byHand(row) && row.state === 'sent'));
}

test('a channel that was posted to while it was ahead is open', async () => {
  const world = await newWorld();
  const digest = await world.subscribe();
  world.pass(YEAR + 10_000);
  await world.until(digest.id, (rows) => rows.some(({ state }) => state === 'sent'));
  world.pass(-YEAR);
  await sentByHand(world, digest);
  expect(Object.values(world.posted('general'))).toEqual([1, 1]);
});

test('one that asked to wait then is open, and what waited, or was left out, comes by the right time', async () => {
  const world = await newWorld();
  const digest = await world.subscribe();
  world.slack.faults.fail('chat.postMessage', { status: 429, retryAfter: 30 });
  world.pass(3 * DAY + 10_000);
  await world.until(digest.id, (rows) => rows.some(isWaiting));
  world.pass(-3 * DAY);
  await sentByHand(world, digest);
  // Within the hour it is mended. Of the days ahead, the last was on its way, and those before it count as missed no more.
  world.pass(HOUR);
  for (const day of ['02', '03']) {
    world.pass(DAY);
    await world.until(digest.id, (rows) =>
      rows.some(({ slot, state }) => slot === `2026-06-${day}T09:00 UTC` && state === 'sent'),
    );
  }
  expect(Object.values(world.posted('general'))).toEqual([1, 1, 1]);
});

test('a pause that has more left than it had is over, and the longer of two stays', () => {
  const pause = pauseFor(30, 1000);
  expect([999, 1000, 1010, 1030, 1040].map((now) => pauseLeft(pause, now))).toEqual([0, 30, 20, 0, -10]);
  expect(pauseLeft(undefined, 5)).toBe(0);
  expect(longerPause(pause, pauseFor(10, 1010), 1010)).toBe(pause);
  expect(longerPause(pause, pauseFor(10, 10), 10)).toEqual({ until: 20, ms: 10 });
});
