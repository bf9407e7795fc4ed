/** A digest's post is made once, whatever Slack answers. */
import { expect, test } from 'vitest';
import { changeChannel } from 'local-slack';
import { findSubscription } from '#src/storage/subscriptions.ts';
import { newWorld, untilDone } from './world.ts';

const DAY = 86_400_000;
const once = (subscription: { id: string; next: { key: string } }) => ({
  [JSON.stringify({ key: `${subscription.id} ${subscription.next.key}` })]: 1,
});

test('posts when its time comes, not before, and then waits for the next slot', async () => {
  const world = await newWorld();
  const digest = await world.subscribe();
  await world.slack.settled();
  expect(world.slack.messagesIn('general')).toEqual([]);
  world.pass(10_000);
  const [sent] = await world.settled(digest.id);
  expect(sent).toMatchObject({ state: 'sent', slot: '2026-06-01T09:00 UTC', attempt: 1, reason: null });
  const [message] = world.slack.messagesIn('general');
  expect(message).toMatchObject({
    ts: sent?.ts,
    text: expect.stringContaining('it projects $115 to $140/kg for 2026'),
    metadata: {
      event_type: 'lodestone_delivery',
      event_payload: { key: `${digest.id} 2026-06-01T09:00 UTC` },
    },
  });
  expect(message?.blocks.at(-1)).toMatchObject({
    type: 'actions',
    elements: [{ action_id: 'digest:manage', value: digest.id }],
  });
  expect(await findSubscription(world.store.db, digest.team, digest.id)).toMatchObject({
    next: { key: '2026-06-02T09:00 UTC' },
    lastFigures: { 'neodymium/report-price': { year: 2026, quantity: { range: { low: 115, high: 140 } } } },
  });
  world.pass(DAY);
  await world.slack.waitFor(() => world.slack.messagesIn('general').length === 2);
  expect(world.slack.messagesIn('general')[1]?.text).toContain(
    'Nothing has changed since your last digest (Mon 1 Jun) for neodymium.',
  );
});

test('two ticks and two workers at once make one delivery and one post', async () => {
  const world = await newWorld();
  const digests = await Promise.all(Array.from({ length: 5 }, () => world.subscribe()));
  for (let i = 0; i < 5; i += 1) world.pass(2500);
  for (const digest of digests) await untilDone(world, digest.id);
  const posts = world.posted('general');
  expect(posts).toEqual(Object.assign({}, ...digests.map(once)));
});

test.each([
  ['an answer that never came, though it was posted', { hang: true, afterDoing: true }],
  ['an answer that never came, and it was not posted', { hang: true }],
  ['a 500, though it was posted', { status: 500, afterDoing: true }],
  ['a 500, and it was not posted', { status: 500 }],
  ['Slack’s own trouble, though it was posted', { error: 'fatal_error', afterDoing: true }],
  ['a 429', { status: 429, retryAfter: 2 }],
  ['three 429s one after another', { status: 429, retryAfter: 1, times: 3 }],
  ['a 503 three times', { status: 503, times: 3 }],
])('once after %s', async (_, fault) => {
  const world = await newWorld({ timeoutMs: 400 });
  const digest = await world.subscribe();
  world.slack.faults.fail('chat.postMessage', fault);
  world.pass(10_000);
  const [done] = await untilDone(world, digest.id);
  expect(done?.state).toBe('sent');
  expect(world.posted('general')).toEqual(once(digest));
  expect(world.slack.messagesIn('general').map((m) => m.ts)).toEqual([done?.ts]);
});

test('a 429 is waited for as long as it says, and posted once', async () => {
  const world = await newWorld();
  const digest = await world.subscribe();
  world.slack.faults.fail('chat.postMessage', { status: 429, retryAfter: 600 });
  world.pass(10_000);
  await world.until(digest.id, (rows) => rows.some((row) => row.state === 'pending' && row.attempt > 0));
  world.pass(595_000);
  await world.slack.settled();
  expect(world.slack.callsTo('chat.postMessage')).toHaveLength(1);
  // Past the moment, and on PostgreSQL far enough for its sweep to notice.
  world.pass(40_000);
  await world.settled(digest.id, ['sent']);
  expect(world.slack.callsTo('chat.postMessage')).toHaveLength(2);
  expect(world.slack.callsTo('conversations.history')).toHaveLength(0);
});

test('look-ups that must wait are waited for, and nothing is posted meanwhile', async () => {
  const world = await newWorld();
  const digest = await world.subscribe();
  world.slack.faults.fail('chat.postMessage', { status: 500, afterDoing: true });
  world.slack.faults.fail('conversations.history', { status: 429, retryAfter: 60, times: 2 });
  world.slack.faults.fail('conversations.history', { status: 500 });
  world.pass(10_000);
  const [done] = await untilDone(world, digest.id);
  expect(done).toMatchObject({ state: 'sent', reason: 'found in the channel after an interruption' });
  expect(world.posted('general')).toEqual(once(digest));
});

test('a busy channel is paged through, once', async () => {
  const world = await newWorld({ loops: 2, config: { settleMs: 200 } });
  const digest = await world.subscribe();
  world.slack.faults.fail('chat.postMessage', { status: 500, afterDoing: true });
  world.pass(10_000);
  await world.slack.waitFor(() => world.slack.messagesIn('general').length === 1);
  for (let i = 0; i < 450; i += 1) await world.slack.user('Buyer').say('#general', `talk ${i}`);
  world.pass(1_000);
  expect((await world.settled(digest.id))[0]?.state).toBe('sent');
  expect(world.posted('general')).toEqual(once(digest));
  expect(world.slack.callsTo('conversations.history')).toHaveLength(3);
});

test('of two that find a post in doubt, one looks for it and makes it', async () => {
  const world = await newWorld({ loops: 2, config: { settleMs: 10_000, repeatMs: 0 } });
  const digest = await world.subscribe();
  world.slack.faults.fail('chat.postMessage', { status: 500 });
  world.slack.faults.fail('conversations.history', { late: 500, times: 2 });
  world.pass(10_000);
  // Nobody holds it any more: it waits.
  await world.until(digest.id, ([row]) => row?.state === 'sending' && row.dueAt < world.now() + 11_000);
  // Past its lease too, for a queue that looks then only. Both are told at once, and again while one of them looks.
  world.pass(31_000);
  for (let i = 0; i < 9; i += 1) world.pass(100);
  expect((await world.settled(digest.id))[0]).toMatchObject({ state: 'sent', attempt: 3 });
  await world.slack.settled();
  expect(world.slack.callsTo('conversations.history')).toHaveLength(1);
  expect(world.posted('general')).toEqual(once(digest));
});

test('one that looked for too long, so that another took over, does not post what it did not find', async () => {
  const world = await newWorld({
    loops: 2,
    timeoutMs: 14_000,
    config: { settleMs: 200, repeatMs: 0, leaseMs: 20_000 },
  });
  const digest = await world.subscribe();
  const { faults, callsTo, waitFor } = world.slack;
  const posts = () => callsTo('chat.postMessage').length;
  const looks = () => callsTo('conversations.history').map(({ answer }) => answer?.status);
  faults.fail('chat.postMessage', { status: 500 });
  // Its answer says “not there”, and comes when the other has posted, and has not been answered yet.
  const posted = waitFor(() => posts() === 2, { timeoutMs: 13_000 });
  faults.fail('conversations.history', { late: posted });
  const looked = waitFor(() => posts() === 2 && !looks().includes(undefined), { timeoutMs: 13_000 });
  faults.fail('chat.postMessage', { late: looked });
  world.pass(10_000);
  await waitFor(() => {
    world.pass(50);
    return looks().length > 0;
  });
  world.pass(2 * 20_000);
  await world.settled(digest.id, ['sent']);
  expect(looks()).toEqual([200, 200]);
  expect(world.posted('general')).toEqual(once(digest));
  expect(posts()).toBe(2);
});

test.each([
  ['skip', 'skipped', 1],
  ['repeat', 'sent', 2],
] as const)('where history can’t be read, IN_DOUBT=%s decides', async (inDoubt, state, posts) => {
  const world = await newWorld({ scopes: ['chat:write'], config: { inDoubt } });
  const digest = await world.subscribe();
  world.slack.faults.fail('chat.postMessage', { status: 500, afterDoing: true });
  world.pass(10_000);
  const [done] = await untilDone(world, digest.id);
  expect(done?.state).toBe(state);
  expect(world.slack.messagesIn('general')).toHaveLength(posts);
  expect(world.logged.join('\n')).toMatch(
    /history can’t be read, so a post in doubt is (?:made again|left out)/,
  );
});

test('a picture that Slack can’t fetch does not cost the message', async () => {
  const world = await newWorld({ draw: true });
  world.slack.faults.refuseImages = true;
  const content = JSON.stringify({ items: ['price', 'chart'], metals: ['neodymium'] });
  const digest = await world.subscribe({ content });
  world.pass(10_000);
  expect((await world.settled(digest.id))[0]).toMatchObject({ state: 'sent', attempt: 1 });
  expect(world.posted('general')).toEqual(once(digest));
  const [first, second] = world.slack.callsTo('chat.postMessage');
  expect(JSON.stringify(first?.args)).toContain('"type":"image"');
  expect(JSON.stringify(second?.args)).not.toContain('"type":"image"');
});

test('blocks that Slack refuses altogether are sent as text', async () => {
  const world = await newWorld();
  const digest = await world.subscribe();
  world.slack.faults.fail('chat.postMessage', { error: 'invalid_blocks', times: 3 });
  world.pass(10_000);
  await world.settled(digest.id, ['sent']);
  expect(world.slack.messagesIn('general')).toMatchObject([
    { blocks: [], text: expect.stringContaining('it projects $115 to $140/kg for 2026') },
  ]);
});

test('a channel that refuses: one DM to the owner, a pause with the reason, and nobody else is affected', async () => {
  const world = await newWorld();
  const refused = await world.subscribe();
  const other = await world.subscribe({ channel: world.channel('other') });
  world.slack.faults.fail('chat.postMessage', { error: 'is_archived' });
  world.pass(10_000);
  const rows = [...(await untilDone(world, refused.id)), ...(await untilDone(world, other.id))];
  const failed = rows.find((row) => row.state === 'failed');
  expect(failed).toMatchObject({ kind: 'digest', reason: 'the channel is archived' });
  const [hit, spared] = failed?.subject === refused.id ? [refused, other] : [other, refused];
  expect(await findSubscription(world.store.db, hit.team, hit.id)).toMatchObject({
    state: 'paused',
    reason: 'the channel is archived',
  });
  await world.slack.waitFor(() => world.slack.messagesIn('dm:Buyer').length === 1);
  expect(world.slack.messagesIn('dm:Buyer')[0]?.text).toContain('paused your digest');
  expect(world.slack.messagesIn('dm:Buyer')[0]?.text).toContain('the channel is archived');
  world.pass(DAY);
  await world.slack.waitFor(
    () => world.slack.messagesIn(spared.id === other.id ? 'other' : 'general').length === 2,
  );
  await world.slack.settled();
  expect(world.slack.messagesIn('dm:Buyer')).toHaveLength(1);
});

test('a bot that was removed from the channel', async () => {
  const world = await newWorld();
  const digest = await world.subscribe();
  const channel = world.slack.workspace.channels.get(digest.channel);
  if (channel !== undefined) changeChannel(world.slack.workspace, { ...channel, members: [] });
  world.pass(10_000);
  expect((await world.settled(digest.id))[0]).toMatchObject({
    state: 'failed',
    reason: 'Lodestone is not in the channel any more',
  });
  await world.slack.waitFor(() => world.slack.messagesIn('dm:Buyer').length === 1);
});

// It measures when posts arrive: a busy machine may hold a single one up, and then it is measured again.
test('one message a second to a channel, and other channels don’t wait for it', { retry: 2 }, async () => {
  const world = await newWorld();
  const many = await Promise.all(Array.from({ length: 4 }, () => world.subscribe()));
  const other = await world.subscribe({ channel: world.channel('other') });
  world.pass(10_000);
  await world.settled(other.id, ['sent']);
  expect(world.slack.messagesIn('general').length).toBeLessThan(4);
  for (const digest of many) await world.settled(digest.id, ['sent']);
  const times = world.slack.messagesIn('general').map((m) => Number(m.ts) * 1000);
  for (const [i, at] of times.entries()) expect(at - (times[i - 1] ?? 0)).toBeGreaterThan(990);
  expect(world.slack.callsTo('chat.postMessage')).toHaveLength(5);
});

test('a workspace’s burst is spread to its budget', { retry: 2 }, async () => {
  const channels = Array.from({ length: 20 }, (_, i) => ({ name: `c${i}` }));
  const world = await newWorld({
    channels: [...channels, { name: 'general' }],
    config: { postsPerSecond: 10 },
  });
  const all = await Promise.all(
    channels.map(({ name }) => world.subscribe({ channel: world.channel(name) })),
  );
  world.pass(10_000);
  for (const digest of all) await world.settled(digest.id, ['sent']);
  const times = channels
    .flatMap(({ name }) => world.slack.messagesIn(name).map((m) => Number(m.ts) * 1000))
    .toSorted((a, b) => a - b);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1800);
});
