/**
 * What Slack carries out late while a process ends, a backup is restored or the next process goes by another clock: it is
 * waited for before anything is posted again, and a second copy is deleted, however late it comes.
 */
import { expect, onTestFinished, test } from 'vitest';
import { insertAlert } from '#src/storage/alerts.ts';
import { layWire } from '../../wire.ts';
import { alertOf, ruleOf } from '../../storage/rows.ts';
import { backUp, finished, goOn, restore, type Restored } from './restored.ts';
import { carryOutLate, newWorld, passUntil, untilDone, type World } from '../world.ts';

const looks = ({ slack }: World) => slack.callsTo('conversations.history').length;
const counts = (world: World) => Object.values(world.posted('general'));
const FOUND = 'found in the channel after an interruption';

test.each([
  [0, 0],
  [0, 70_000],
  [-70_000, 0],
  [-70_000, 70_000],
  [70_000, 70_000],
])('asked for by a clock that is off by %i ms, and looked for by one off by %i', async (first, next) => {
  const world = await newWorld({ clockOff: first });
  const digest = await world.subscribe({ schedule: 'daily 09:05' });
  world.slack.faults.fail('chat.postMessage', { status: 500 });
  world.pass(400_000);
  await world.until(digest.id, ([row]) => row?.state === 'sending' && row.reason !== null);
  await world.delivery.stop();
  const before = looks(world);
  const other = await goOn(world, world.store, { clockOff: next - first });
  await passUntil(world, () => {
    other.delivery.wake();
    return looks(world) > before;
  });
  await carryOutLate(world);
  expect(await finished(world, other, digest.id, 1)).toMatchObject([{ reason: FOUND, asks: 1 }]);
  expect(counts(world)).toEqual([1]);
});

test.each([0, 70_000, -70_000])(
  'asked for just before a backup was restored, where the clock is off by %i ms',
  async (off) => {
    const world = await newWorld();
    const alert = alertOf({
      team: world.slack.workspace.team.id,
      channel: world.channel('general'),
      owner: world.slack.user('Buyer').id,
      rule: ruleOf('above 20 usgs'),
      createdAt: world.now(),
    });
    await insertAlert(world.store.db, alert);
    const backup = await backUp(world);
    world.slack.faults.fail('chat.postMessage', { status: 500 });
    expect(await world.delivery.checkAlerts()).toBe(1);
    await world.until(alert.id, ([row]) => row?.state === 'sending' && row.reason !== null);
    const restored = await restore(world, backup, { clockOff: off });
    const before = looks(world);
    expect(await restored.delivery.checkAlerts()).toBe(1);
    await passUntil(world, () => {
      restored.delivery.wake();
      return looks(world) > before;
    });
    await carryOutLate(world);
    expect(await finished(world, restored, alert.id, 1)).toMatchObject([{ reason: FOUND }]);
    expect(world.slack.callsTo('chat.postMessage')).toHaveLength(2);
    expect(counts(world)).toEqual([1]);
  },
);

/** Posted again after a minute; the first request is still on its way. */
async function postedAgain(world: World, digest: { readonly id: string }) {
  world.slack.faults.fail('chat.postMessage', { status: 500 });
  world.pass(10_000);
  const [sent] = await untilDone(world, digest.id);
  expect(sent).toMatchObject({ state: 'sent', asks: 2 });
  return sent?.ts;
}

/** The first request is carried out only now, and a second copy is there until it is deleted. @returns what stays */
async function comesTwice(world: World, other: Restored): Promise<readonly string[]> {
  await carryOutLate(world);
  expect(counts(world)).toEqual([2]);
  await passUntil(world, () => {
    other.delivery.wake();
    return counts(world)[0] === 1;
  });
  return world.slack.messagesIn('general').map(({ ts }) => ts);
}

test('a second copy that comes when a process by a clock that is ahead has looked for it too early', async () => {
  const world = await newWorld();
  const ts = await postedAgain(world, await world.subscribe());
  await world.delivery.stop();
  const before = looks(world);
  const ahead = await goOn(world, world.store, { config: { lookAgainMs: [60_000] }, clockOff: 70_000 });
  await passUntil(world, () => looks(world) > before, 0);
  expect(await comesTwice(world, ahead)).toEqual([ts]);
});

test('a second copy of what was posted again between backup and restore', async () => {
  const world = await newWorld();
  const digest = await world.subscribe();
  const backup = await backUp(world);
  const ts = await postedAgain(world, digest);
  const restored = await restore(world, backup);
  expect(await finished(world, restored, digest.id, 1)).toMatchObject([{ state: 'sent', ts, reason: FOUND }]);
  expect(await comesTwice(world, restored)).toEqual([ts]);
});

test('a second copy of a process that was held up until another had posted, and looked for the last time', async () => {
  const world = await newWorld();
  await world.delivery.stop();
  const wire = await layWire();
  onTestFinished(() => wire.close());
  wire.leadTo(world.slack.apiUrl);
  wire.swallow(true);
  const held = await goOn(world, world.store, { apiUrl: `${wire.url}/api/`, timeoutMs: 60_000 });
  const digest = await world.subscribe();
  world.pass(10_000);
  held.delivery.wake();
  await world.until(digest.id, ([row]) => row?.state === 'sending');
  const other = await goOn(world, world.store, { config: { lookAgainMs: [] }, clockOff: 70_000 });
  const [sent] = await finished(world, other, digest.id, 1);
  expect(sent).toMatchObject({ state: 'sent', asks: 2, lookAgainAt: null });
  await wire.goDown();
  await world.until(digest.id, ([row]) => row?.lookAgainAt !== null);
  expect(await comesTwice(world, other)).toEqual([sent?.ts]);
});
