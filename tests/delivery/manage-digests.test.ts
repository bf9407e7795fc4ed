import { expect, test } from 'vitest';
import {
  createDigest,
  deleteDigest,
  editDigest,
  listDigests,
  pauseDigest,
  resumeDigest,
  sendDigestNow,
  type DigestChoice,
} from '#src/delivery/manage-digests.ts';
import { recentDeliveries } from '#src/storage/deliveries.ts';
import { newWorld, type World } from './world.ts';

const choice = (world: World, given: Partial<DigestChoice> = {}): DigestChoice => ({
  channel: world.channel('general'),
  content: { items: ['price'], metals: ['neodymium'], skipUnchanged: false, locale: 'de' },
  schedule: { every: 'week', day: 'mon', time: { hour: 9, minute: 0 } },
  zone: 'Europe/Berlin',
  ...given,
});

async function newManaged() {
  const world = await newWorld();
  const deps = world.delivery.manage;
  const team = world.slack.workspace.team.id;
  const digest = await createDigest(deps, { ...choice(world), team, owner: world.slack.user('Buyer').id });
  return { world, deps, team, id: digest.id };
}

test('is listed with its next three posts in words, in its own zone', async () => {
  const { deps, team, world } = await newManaged();
  const [listed] = await listDigests(deps, team, { channel: world.channel('general') });
  // It is 10:59 in Berlin on Monday 1 June: this week's slot has passed.
  expect(listed).toMatchObject({
    next: [
      'Mon 8 Jun, 09:00 Europe/Berlin',
      'Mon 15 Jun, 09:00 Europe/Berlin',
      'Mon 22 Jun, 09:00 Europe/Berlin',
    ],
    recent: [],
  });
  expect(await listDigests(deps, team, { channel: world.channel('other') })).toEqual([]);
  expect(await listDigests(deps, 'T-other')).toEqual([]);
});

test('an edit takes effect from now on', async () => {
  const { deps, team, id, world } = await newManaged();
  const daily = choice(world, {
    schedule: { every: 'day', time: { hour: 9, minute: 0 } },
    zone: 'UTC',
    channel: world.channel('other'),
  });
  expect(await editDigest(deps, team, id, daily)).toBe(true);
  expect(await editDigest(deps, 'T-other', id, daily)).toBe(false);
  world.pass(10_000);
  await world.settled(id, ['sent']);
  expect(world.slack.messagesIn('other')).toHaveLength(1);
  expect(world.slack.messagesIn('general')).toEqual([]);
});

test('paused it is silent, and resumed it does not make up for what it missed', async () => {
  const { deps, team, id, world } = await newManaged();
  await pauseDigest(deps, team, id);
  expect((await listDigests(deps, team))[0]).toMatchObject({ next: [] });
  world.pass(8 * 86_400_000);
  expect(await resumeDigest(deps, team, id)).toBe(true);
  await world.slack.settled();
  expect(world.slack.messagesIn('general')).toEqual([]);
  expect((await listDigests(deps, team))[0]).toMatchObject({
    next: expect.arrayContaining(['Mon 15 Jun, 09:00 Europe/Berlin']),
  });
  expect(await resumeDigest(deps, team, 'none')).toBe(false);
});

test('send now posts beside the slots, in the language of numbers that was chosen', async () => {
  const { deps, team, id, world } = await newManaged();
  await pauseDigest(deps, team, id);
  expect(await sendDigestNow(deps, team, id)).toBe(true);
  expect(await sendDigestNow(deps, 'T-other', id)).toBe(false);
  await world.settled(id, ['sent']);
  expect(world.slack.messagesIn('general')).toHaveLength(1);
  expect((await listDigests(deps, team))[0]).toMatchObject({ recent: [{ state: 'sent' }] });
});

test('deleted, all that is kept of it is gone', async () => {
  const { deps, team, id, world } = await newManaged();
  await sendDigestNow(deps, team, id);
  await world.settled(id, ['sent']);
  expect(await deleteDigest(deps, 'T-other', id)).toBe(false);
  expect(await deleteDigest(deps, team, id)).toBe(true);
  expect(await recentDeliveries(world.store.db, team, id, 9)).toEqual([]);
  expect(await listDigests(deps, team)).toEqual([]);
});
