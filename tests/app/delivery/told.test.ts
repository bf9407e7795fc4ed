/** Whatever ends without a post tells its owner, in one message for what ends of one cause. */
import { expect, test } from 'vitest';
import { revive } from '#src/watching/revive.ts';
import { sendAgain } from '#src/watching/send-again.ts';
import { findDelivery, insertDeliveries } from '#src/storage/deliveries.ts';
import { findSubscription, updateSubscription } from '#src/storage/subscriptions.ts';
import { actor } from '../access/actors.ts';
import { deliveryOf } from '../storage/rows.ts';
import { newWorld, passUntil, untilDone, type World } from './world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const toldIn = (world: World) => world.slack.messagesIn('dm:Buyer');

/** Lets the time pass that gathering takes, and on PostgreSQL that its queue takes to notice. */
const untilTold = async (world: World): Promise<void> =>
  await passUntil(world, () => toldIn(world).length === 1);

/** Waits until nothing is on its way any more, with the time that gathering takes. */
async function allTold(world: World): Promise<void> {
  await world.slack.settled();
  world.pass(5_000);
  await world.slack.settled();
}

test('many digests in a channel that refuses: one message, and the later ones add none', async () => {
  const world = await newWorld({ config: { gatherMs: 10_000 } });
  const digests = await Promise.all(Array.from({ length: 4 }, () => world.subscribe()));
  const later = await world.subscribe({ schedule: 'daily 10:00' });
  world.slack.faults.fail('chat.postMessage', { error: 'is_archived', times: 4 });
  world.pass(10_000);
  for (const digest of digests) await world.settled(digest.id, ['failed']);
  await untilTold(world);
  expect(toldIn(world)[0]?.text).toContain('I have paused 4 digests and alerts of yours');
  world.slack.faults.fail('chat.postMessage', { error: 'is_archived' });
  world.pass(HOUR);
  await world.settled(later.id, ['failed']);
  world.pass(12_000);
  await allTold(world);
  expect(toldIn(world)).toHaveLength(1);
  expect(await findSubscription(world.store.db, later.team, later.id)).toMatchObject({ state: 'paused' });
});

test('a revoked token: paused with the reason, and told once there is a token that works', async () => {
  const world = await newWorld();
  const digest = await world.subscribe();
  world.slack.faults.fail('chat.postMessage', { error: 'token_revoked', times: 2 });
  world.pass(10_000);
  await world.settled(digest.id, ['failed']);
  await passUntil(world, () => world.slack.callsTo('chat.postMessage').length === 2);
  await allTold(world);
  expect(toldIn(world)).toHaveLength(0);
  await revive(world.delivery.manage, async () => ({ team: digest.team, orgWide: false }));
  await untilTold(world);
  expect(toldIn(world)[0]?.text).toContain('I had paused your digest');
  expect(toldIn(world)[0]?.text).toContain('token was revoked');
  expect(await findSubscription(world.store.db, digest.team, digest.id)).toMatchObject({ state: 'active' });
});

test.each<[string, string, (world: World, id: string) => Promise<unknown>]>([
  [
    'a message that Slack can’t read',
    'Slack can’t read the message',
    async (world, id) => {
      world.slack.faults.fail('chat.postMessage', { error: 'msg_too_long', times: 4 });
      world.pass(10_000);
      return await world.settled(id, ['failed']);
    },
  ],
  [
    'one that is late by more than 12 hours',
    'more than 12 hours late',
    async (world, id) => {
      world.slack.faults.fail('chat.postMessage', { status: 429, retryAfter: 13 * 3600 });
      world.pass(10_000);
      await world.until(id, (rows) => rows.some((row) => row.state === 'pending' && row.attempt > 0));
      world.pass(13 * HOUR + 60_000);
      return await world.settled(id, ['skipped']);
    },
  ],
  [
    'a night down',
    '3 posts of yours were left out',
    async (world, id) => {
      world.pass(3 * DAY + HOUR);
      return await world.settled(id);
    },
  ],
  [
    'a schedule that can’t be read',
    'its schedule can’t be read here',
    async (world, id) => {
      await updateSubscription(world.store.db, world.slack.workspace.team.id, id, { zone: 'Mars/Base' });
      world.pass(10_000);
    },
  ],
])('%s', async (_, words, happen) => {
  const world = await newWorld();
  const digest = await world.subscribe();
  await happen(world, digest.id);
  await untilTold(world);
  expect(toldIn(world)[0]?.text).toContain(words);
  await allTold(world);
  expect(toldIn(world)).toHaveLength(1);
});

test('what its owner wants not to come is not told', async () => {
  const world = await newWorld();
  const content = JSON.stringify({ items: ['price'], metals: ['neodymium'], skipUnchanged: true });
  const digest = await world.subscribe({ content });
  world.pass(10_000);
  await world.settled(digest.id, ['sent']);
  world.pass(DAY);
  await world.until(digest.id, ([last]) => last?.state === 'skipped');
  world.pass(5_000);
  await allTold(world);
  expect(toldIn(world)).toEqual([]);
});

test.each(['{', '{"of":"ended"}', 'null', null])(
  'a message of before that can’t be read (%s) stops nobody from being told',
  async (payload) => {
    const world = await newWorld();
    const digest = await world.subscribe();
    const waiting = deliveryOf({
      team: digest.team,
      kind: 'notice',
      subject: `${digest.owner} left out: Slack can’t read the message (msg_too_long)`,
      channel: digest.owner,
      slotAt: world.now(),
      dueAt: world.now() + 20_000,
      payload,
    });
    await insertDeliveries(world.store.db, [waiting]);
    world.slack.faults.fail('chat.postMessage', { error: 'msg_too_long', times: 4 });
    world.pass(10_000);
    await world.settled(digest.id, ['failed']);
    await untilTold(world);
    expect(toldIn(world)[0]?.text).toContain('Slack can’t read the message');
    // And it is not tried for ever.
    world.pass(20_000);
    await expect
      .poll(async () => await findDelivery(world.store.db, waiting.id), { timeout: 15_000, interval: 20 })
      .toMatchObject({ state: 'skipped', reason: 'what it says can’t be read' });
    expect(toldIn(world)).toHaveLength(1);
  },
);

test('one whose contents can’t be read is left out at once, and told', async () => {
  const world = await newWorld();
  const digest = await world.subscribe({ content: '{"items":"all"}' });
  world.pass(10_000);
  await world.settled(digest.id, ['skipped']);
  await untilTold(world);
  expect(toldIn(world)[0]?.text).toContain('what is stored of it can’t be read here');
});

test('sent by hand, it comes once', async () => {
  const world = await newWorld({ scopes: ['chat:write'] });
  const digest = await world.subscribe();
  world.slack.faults.fail('chat.postMessage', { status: 500 });
  world.pass(10_000);
  const [skipped] = await untilDone(world, digest.id);
  const again = async () =>
    await sendAgain(world.delivery.manage, actor(digest.team, digest.owner), skipped?.id ?? '');
  expect([await again(), await again()]).toEqual(['sent', 'already']);
  await world.until(digest.id, (rows) => rows.length === 2 && rows.some((row) => row.state === 'sent'));
  expect(world.slack.messagesIn('general')).toHaveLength(1);
  expect(await sendAgain(world.delivery.manage, actor('T-other', digest.owner), skipped?.id ?? '')).toBe(
    'gone',
  );
});
