/** A digest that is moved to another time or zone, before, after and at the moment of its post: what its form promises comes, once. */
import { expect, test } from 'vitest';
import { resumeDigest } from '#src/watching/digests/manage-digests.ts';
import { createDigest, editDigest, type DigestChoice } from '#src/watching/digests/make-digest.ts';
import { nextPosts } from '#src/watching/digests/list-digests.ts';
import type { Delivery } from '#src/storage/deliveries.ts';
import { findSubscription, updateSubscription } from '#src/storage/subscriptions.ts';
import { actor, taken } from '../../access/actors.ts';
import { newWorld, START, type World } from '../world.ts';

const [BERLIN, NEW_YORK] = ['Europe/Berlin', 'America/New_York'] as const;
const NINE = { every: 'day', time: { hour: 9, minute: 0 } } as const;
const EARLY = { every: 'day', time: { hour: 8, minute: 59 } } as const;

type Moved = Awaited<ReturnType<typeof newMoved>>;

async function newMoved(startedAt: string, given: Partial<DigestChoice> = {}) {
  const world = await newWorld();
  const goTo = (at: string): void => world.pass(Date.parse(at) - world.now());
  goTo(startedAt);
  const buyer = actor(world.slack.workspace.team.id, world.slack.user('Buyer').id);
  const choice = (more: Partial<DigestChoice>): DigestChoice => ({
    channel: world.channel('general'),
    content: { items: ['price'], metals: ['neodymium'], skipUnchanged: false, locale: 'en-US' },
    schedule: NINE,
    zone: BERLIN,
    ...more,
  });
  const deps = world.delivery.manage;
  const { id } = taken(await createDigest(deps, buyer, choice(given)));
  return {
    world,
    deps,
    buyer,
    id,
    goTo,
    /** Moves it. @returns when the form says that it comes next */
    move: async (more: Partial<DigestChoice>): Promise<string | undefined> => {
      const moved = choice(more);
      expect(await editDigest(deps, buyer, id, moved)).toBe('done');
      return nextPosts(moved.schedule, moved.zone, world.now())[0];
    },
  };
}

const slots = (rows: readonly Delivery[]) => rows.toReversed().map(({ slot, state }) => `${slot} ${state}`);

/** As many posts as there are slots, each once. */
async function posted(world: World, id: string, wanted: readonly string[]): Promise<void> {
  const rows = await world.until(
    id,
    (all) => all.length >= wanted.length && all.every(({ state }) => state === 'sent'),
  );
  expect(slots(rows)).toEqual(wanted.map((slot) => `${slot} sent`));
  expect(Object.values(world.posted('general'))).toEqual(wanted.map(() => 1));
}

test.each([
  // A week that is in step in both, then one in which only New York has summer time, only Berlin has, and the days of change.
  ['2026-11-30', 'T08:00Z', 'T14:00Z'],
  ['2026-03-20', 'T08:00Z', 'T13:00Z'],
  ['2026-10-28', 'T08:00Z', 'T13:00Z'],
  ['2026-03-29', 'T07:00Z', 'T13:00Z'],
  ['2026-10-25', 'T08:00Z', 'T13:00Z'],
  ['2026-11-01', 'T08:00Z', 'T14:00Z'],
] as const)('moved on %s to New York after its post, and back after that one', async (day, first, second) => {
  const { world, id, goTo, move } = await newMoved(`${day}T06:30:00Z`);
  goTo(`${day}${first.replace('Z', ':05Z')}`);
  await posted(world, id, [`${day}T09:00 ${BERLIN}`]);
  expect(await move({ zone: NEW_YORK })).toMatch(/, 09:00 America\/New_York$/);
  goTo(`${day}${second.replace('Z', ':05Z')}`);
  const both = [`${day}T09:00 ${BERLIN}`, `${day}T09:00 ${NEW_YORK}`];
  await posted(world, id, both);
  await move({ zone: BERLIN });
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  goTo(`${next}T12:00:00Z`);
  await posted(world, id, [...both, `${next}T09:00 ${BERLIN}`]);
});

test('moved before its post it comes at the new nine alone, and moved away and back at once it comes as ever', async () => {
  const { world, id, goTo, move } = await newMoved('2026-11-30T06:30:00Z');
  expect(await move({ zone: NEW_YORK })).toBe('Mon 30 Nov, 09:00 America/New_York');
  goTo('2026-11-30T14:00:05Z');
  await posted(world, id, [`2026-11-30T09:00 ${NEW_YORK}`]);
  await move({ zone: BERLIN });
  await move({ zone: NEW_YORK });
  expect(await move({ zone: BERLIN })).toBe('Tue 1 Dec, 09:00 Europe/Berlin');
  goTo('2026-12-01T08:00:05Z');
  await posted(world, id, [`2026-11-30T09:00 ${NEW_YORK}`, `2026-12-01T09:00 ${BERLIN}`]);
});

test('moved to another channel while its post waits, it comes there and not where it was', async () => {
  const { world, id, move } = await newMoved(new Date(START).toISOString(), { zone: 'UTC' });
  world.slack.faults.fail('chat.postMessage', { status: 429, retryAfter: 60 });
  world.pass(10_000);
  await world.until(id, ([row]) => row?.state === 'pending' && row.attempt > 0);
  await move({ zone: 'UTC', channel: world.channel('other') });
  world.pass(90_000);
  expect(await world.settled(id)).toMatchObject([{ state: 'sent', channel: world.channel('other') }]);
  expect([world.slack.messagesIn('general').length, world.slack.messagesIn('other').length]).toEqual([0, 1]);
});

test.each<[string, (moved: Moved) => Promise<unknown>]>([
  ['what it says is changed', async ({ move }) => await move({ zone: 'UTC', schedule: EARLY })],
  ['it is moved to another zone', async ({ move }) => await move({ zone: NEW_YORK, schedule: EARLY })],
  ['“Resume” is pressed', async ({ deps, buyer, id }) => await resumeDigest(deps, buyer, id)],
])('due, and not taken yet, it comes though %s', async (_, change) => {
  const moved = await newMoved(new Date(START).toISOString(), { zone: 'UTC', schedule: EARLY });
  const { world, id, buyer } = moved;
  // Many others are due at the same minute, say: nobody has come to this one yet.
  const due = { next: { at: START - 50_000, key: '2026-06-01T08:59 UTC' } };
  await updateSubscription(world.store.db, buyer.team, id, due);
  await change(moved);
  await posted(world, id, [due.next.key]);
  expect(await findSubscription(world.store.db, buyer.team, id)).not.toMatchObject(due);
});
