import { expect, test } from 'vitest';
import {
  deleteDigest,
  pauseDigest,
  resumeDigest,
  sendDigestNow,
} from '#src/watching/digests/manage-digests.ts';
import { createDigest, editDigest, type DigestChoice } from '#src/watching/digests/make-digest.ts';
import { listDigests } from '#src/watching/digests/list-digests.ts';
import { recentDeliveries } from '#src/storage/deliveries.ts';
import { actor, taken } from '../../access/actors.ts';
import { newWorld, type World } from '../world.ts';

const choice = (world: World, given: Partial<DigestChoice> = {}): DigestChoice => ({
  channel: world.channel('general'),
  content: { items: ['price'], metals: ['neodymium'], skipUnchanged: false, locale: 'de' },
  schedule: { every: 'week', on: ['mon'], time: { hour: 9, minute: 0 } },
  zone: 'Europe/Berlin',
  ...given,
});

async function newManaged() {
  const world = await newWorld();
  const deps = world.delivery.manage;
  const team = world.slack.workspace.team.id;
  const buyer = actor(team, world.slack.user('Buyer').id);
  const digest = taken(await createDigest(deps, buyer, choice(world)));
  return { world, deps, team, buyer, id: digest.id };
}

test('is listed with its next three posts in words, in its own zone', async () => {
  const { deps, buyer, world } = await newManaged();
  const [listed] = await listDigests(deps, buyer, { channel: world.channel('general') });
  // It is 10:59 in Berlin on Monday 1 June: this week's slot has passed.
  expect(listed).toMatchObject({
    next: [
      'Mon 8 Jun, 09:00 Europe/Berlin',
      'Mon 15 Jun, 09:00 Europe/Berlin',
      'Mon 22 Jun, 09:00 Europe/Berlin',
    ],
    recent: [],
  });
  expect(await listDigests(deps, buyer, { channel: world.channel('other') })).toEqual([]);
  expect(await listDigests(deps, { ...buyer, team: 'T-other' })).toEqual([]);
});

test('an edit takes effect from now on', async () => {
  const { deps, buyer, id, world } = await newManaged();
  const daily = choice(world, {
    schedule: { every: 'day', time: { hour: 9, minute: 0 } },
    zone: 'UTC',
    channel: world.channel('other'),
  });
  expect(await editDigest(deps, buyer, id, daily)).toBe('done');
  expect(await editDigest(deps, { ...buyer, team: 'T-other' }, id, daily)).toBe('gone');
  world.pass(10_000);
  await world.settled(id, ['sent']);
  expect(world.slack.messagesIn('other')).toHaveLength(1);
  expect(world.slack.messagesIn('general')).toEqual([]);
});

test('paused it is silent, and resumed it does not make up for what it missed', async () => {
  const { deps, buyer, id, world } = await newManaged();
  await pauseDigest(deps, buyer, id);
  expect((await listDigests(deps, buyer))[0]).toMatchObject({ next: [] });
  world.pass(8 * 86_400_000);
  expect(await resumeDigest(deps, buyer, id)).toBe('done');
  await world.slack.settled();
  expect(world.slack.messagesIn('general')).toEqual([]);
  expect((await listDigests(deps, buyer))[0]).toMatchObject({
    next: expect.arrayContaining(['Mon 15 Jun, 09:00 Europe/Berlin']),
  });
  expect(await resumeDigest(deps, buyer, 'none')).toBe('gone');
});

test('send now posts beside the slots, in the language of numbers that was chosen', async () => {
  const { deps, buyer, id, world } = await newManaged();
  await pauseDigest(deps, buyer, id);
  expect(await sendDigestNow(deps, buyer, id)).toBe('done');
  expect(await sendDigestNow(deps, { ...buyer, team: 'T-other' }, id)).toBe('gone');
  await world.settled(id, ['sent']);
  expect(world.slack.messagesIn('general')).toHaveLength(1);
  expect((await listDigests(deps, buyer))[0]).toMatchObject({ recent: [{ state: 'sent' }] });
});

test('deleted, all that is kept of it is gone', async () => {
  const { deps, buyer, id, world } = await newManaged();
  await sendDigestNow(deps, buyer, id);
  await world.settled(id, ['sent']);
  expect(await deleteDigest(deps, { ...buyer, team: 'T-other' }, id)).toBe('gone');
  expect(await deleteDigest(deps, buyer, id)).toBe('done');
  expect(await recentDeliveries(world.store.db, buyer.team, id, 9)).toEqual([]);
  expect(await listDigests(deps, buyer)).toEqual([]);
});

test('whoever calls need not ask whether they may: it is asked within', async () => {
  const { deps, team, buyer, id, world } = await newManaged();
  const here = world.channel('general');
  const planner = actor(team, 'U-planner', { channel: here });
  const outsider = actor(team, 'U-rival', { channel: here, standing: 'outsider' });
  const toBuyer = taken(await createDigest(deps, buyer, choice(world, { channel: buyer.user })));
  const acts = [
    pauseDigest,
    resumeDigest,
    sendDigestNow,
    deleteDigest,
    async (...[, who, of]: Parameters<typeof pauseDigest>) => await editDigest(deps, who, of, choice(world)),
  ];
  const before = await listDigests(deps, buyer);
  for (const act of acts) {
    // Another's in this channel is seen, and left; what is a person's own is not there; nothing is there for outsiders.
    expect(await act(deps, planner, id)).toEqual({ why: expect.stringContaining('Only whoever set it up') });
    expect(await act(deps, planner, toBuyer.id)).toBe('gone');
    expect(await act(deps, outsider, id)).toBe('gone');
  }
  const elsewhere = { ...choice(world), channel: planner.user };
  expect(await editDigest(deps, { ...buyer, standing: 'admin' }, id, elsewhere)).toHaveProperty('why');
  expect(await createDigest(deps, planner, choice(world, { channel: buyer.user }))).toHaveProperty('why');
  expect(await createDigest(deps, outsider, choice(world))).toHaveProperty('why');
  // A form of another's, sent under the id of a digest that there is.
  expect(await createDigest(deps, planner, choice(world), id)).toHaveProperty('why');
  expect(await listDigests(deps, buyer)).toEqual(before);
  expect(await listDigests(deps, outsider)).toEqual([]);
  expect((await listDigests(deps, planner)).map(({ subscription }) => subscription.id)).toEqual([id]);
});
