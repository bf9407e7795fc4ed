/** Digests that end, and that are paused until a day: what comes, what is listed, and who is told. */
import { expect, test } from 'vitest';
import { findSubscription } from '#src/storage/subscriptions.ts';
import { listDigests } from '#src/watching/digests/list-digests.ts';
import { pauseDigest, resumeDigest } from '#src/watching/digests/manage-digests.ts';
import { createDigest, editDigest, type DigestChoice } from '#src/watching/digests/make-digest.ts';
import { actor, taken } from '../../access/actors.ts';
import { newWorld, type World } from '../world.ts';

const DAY = 86_400_000;
const nine = { hour: 9, minute: 0 };

const choice = (world: World, given: Partial<DigestChoice> = {}): DigestChoice => ({
  channel: world.channel('general'),
  content: { items: ['price'], metals: ['neodymium'], skipUnchanged: false, locale: 'en' },
  schedule: { every: 'day', time: nine },
  zone: 'UTC',
  ...given,
});

async function start() {
  const world = await newWorld();
  const deps = world.delivery.manage;
  const team = world.slack.workspace.team.id;
  const buyer = actor(team, world.slack.user('Buyer').id);
  return { world, deps, team, buyer, posts: () => world.slack.messagesIn('general') };
}

test('after so many posts it is finished, is listed as that, and its owner is told once; another schedule lets it go on', async () => {
  const { world, deps, team, buyer, posts } = await start();
  const schedule = { every: 'day', time: nine, times: 2 } as const;
  const { id } = taken(await createDigest(deps, buyer, choice(world, { schedule })));
  world.pass(10_000);
  await world.slack.waitFor(() => posts().length === 1);
  world.pass(DAY);
  await world.slack.waitFor(() => posts().length === 2);
  await world.slack.waitFor(() => world.slack.messagesIn('dm:Buyer').length === 1);
  const [told] = world.slack.messagesIn('dm:Buyer');
  expect(told?.text).toContain(
    '*A digest of yours is finished*: every day at 09:00, 2 times, the last by 2 Jun 2026.',
  );
  for (let day = 0; day < 3; day += 1) {
    world.pass(DAY);
    await world.slack.settled();
  }
  expect([posts().length, world.slack.messagesIn('dm:Buyer').length]).toEqual([2, 1]);
  const [listed] = await listDigests(deps, buyer, { channel: world.channel('general') });
  expect(listed).toMatchObject({ subscription: { state: 'finished' }, next: [] });
  expect(await resumeDigest(deps, buyer, id)).toMatchObject({ why: expect.stringContaining('finished') });
  expect(await editDigest(deps, buyer, id, choice(world))).toBe('done');
  world.pass(DAY);
  await world.slack.waitFor(() => posts().length === 3);
  expect(await findSubscription(world.store.db, team, id)).toMatchObject({ state: 'active' });
});

test('paused until a day, nothing comes before it, and it comes then by itself', async () => {
  const { world, deps, buyer, posts } = await start();
  const { id } = taken(await createDigest(deps, buyer, choice(world)));
  expect(await pauseDigest(deps, buyer, id, Date.parse('2026-06-03T00:00Z'))).toBe('done');
  const [listed] = await listDigests(deps, buyer, { channel: world.channel('general') });
  expect(listed).toMatchObject({ next: expect.arrayContaining(['Wed 3 Jun, 09:00 UTC']) });
  world.pass(DAY + 10_000);
  await world.slack.settled();
  expect(posts()).toEqual([]);
  world.pass(DAY);
  await world.slack.waitFor(() => posts().length === 1);
});

test('the same digest is made once in a place; one at other times, or of other metals, is another', async () => {
  const { world, deps, buyer } = await start();
  taken(await createDigest(deps, buyer, choice(world)));
  expect(await createDigest(deps, buyer, choice(world))).toMatchObject({
    why: expect.stringContaining('comes here already'),
  });
  taken(await createDigest(deps, buyer, choice(world, { schedule: { every: 'weekdays', time: nine } })));
  taken(await createDigest(deps, buyer, choice(world, { channel: world.channel('other') })));
});

test('a cron line is for admins, and a day that is past for nobody', async () => {
  const { world, deps, team, buyer } = await start();
  const cron = choice(world, { schedule: { every: 'cron', on: '* * 1', time: nine } });
  expect(await createDigest(deps, buyer, cron)).toMatchObject({ why: expect.stringContaining('admins') });
  const admin = actor(team, world.slack.user('Planner').id, { standing: 'admin' });
  taken(await createDigest(deps, admin, cron));
  const past = choice(world, { schedule: { every: 'once', on: '2026-05-01', time: nine } });
  expect(await createDigest(deps, buyer, past)).toMatchObject({ why: expect.stringContaining('lies ahead') });
});
