/** One bad one never shares with all: who waits for whom, counted by what is under way when the others are done. */
import { createForgettables } from '#src/platform/forgettables.ts';
import { expect, onTestFinished, test } from 'vitest';
import { createGate } from '#src/delivery/gate.ts';
import { LOOKERS } from '#src/delivery/queues/queue.ts';
import type { MethodFault } from 'local-slack';
import { newWorld, passUntil, type World } from './world.ts';

/** More than all workers of a process. */
const BAD = 24;
const OTHERS = 6;

/** Calls of a method that name a channel, and of them those that are not answered yet. */
const callsIn = (world: World, method: string, channel: string) =>
  world.slack.callsTo(method).filter(({ args }) => args['channel'] === channel);
const openIn = (world: World, method: string, channel: string) =>
  callsIn(world, method, channel).filter(({ answer }) => answer === undefined);

/** Many digests in one channel at nine, and one in each of the others five minutes later, when all of those are due. */
async function newCrowd(options: Parameters<typeof newWorld>[0] = {}) {
  const names = Array.from({ length: OTHERS }, (_, i) => `c${i}`);
  const world = await newWorld({
    channels: [{ name: 'general' }, ...names.map((name) => ({ name }))],
    ...options,
  });
  const bad = world.channel('general');
  // What never answers would hold up the end of the test.
  onTestFinished(() => world.slack.close());
  for (let i = 0; i < BAD; i += 1) await world.subscribe({ channel: bad });
  const others = [];
  for (const name of names) {
    others.push(await world.subscribe({ channel: world.channel(name), schedule: 'daily 09:05' }));
  }
  return { world, bad, others, names };
}

test.each<[string, MethodFault]>([
  ['never answers', { hang: true }],
  ['answers after a minute', { late: 60_000 }],
])('a channel that %s keeps one worker: all others are posted meanwhile', async (_, fault) => {
  const { world, bad, others, names } = await newCrowd({ timeoutMs: 120_000 });
  world.slack.faults.fail('chat.postMessage', { ...fault, channel: bad, times: Infinity });
  world.pass(60_000);
  await passUntil(world, () => openIn(world, 'chat.postMessage', bad).length > 0, 0);
  world.pass(300_000);
  for (const { id } of others) await world.settled(id, ['sent']);
  expect(callsIn(world, 'chat.postMessage', bad)).toHaveLength(1);
  expect(openIn(world, 'chat.postMessage', bad)).toHaveLength(1);
  for (const name of names) expect(Object.values(world.posted(name))).toEqual([1]);
});

test('a channel that asks to wait for ever is left alone, and no other waits', async () => {
  const { world, bad, others } = await newCrowd();
  world.slack.faults.fail('chat.postMessage', {
    status: 429,
    retryAfter: 3_600,
    channel: bad,
    times: Infinity,
  });
  world.pass(60_000);
  await passUntil(world, () => callsIn(world, 'chat.postMessage', bad).length > 0, 0);
  world.pass(300_000);
  for (const { id } of others) await world.settled(id, ['sent']);
  world.pass(300_000);
  await world.slack.settled();
  // The others of the channel were sent away by what the first was told.
  expect(callsIn(world, 'chat.postMessage', bad)).toHaveLength(1);
});

test('a history that never answers keeps one worker: posts in doubt elsewhere are found', async () => {
  const { world, bad, others } = await newCrowd({ timeoutMs: 120_000, config: { settleMs: 200 } });
  world.slack.faults.fail('conversations.history', { hang: true, channel: bad, times: Infinity });
  world.slack.faults.fail('chat.postMessage', { status: 500, afterDoing: true, times: Infinity });
  world.pass(60_000);
  // Many of the bad one's posts are in doubt before any of the others' is looked for.
  await passUntil(world, () => callsIn(world, 'chat.postMessage', bad).length > LOOKERS, 1_000);
  await passUntil(world, () => openIn(world, 'conversations.history', bad).length > 0, 1_000);
  world.pass(300_000);
  const moving = setInterval(() => world.pass(500), 50);
  for (const { id } of others) {
    expect(await world.settled(id, ['sent'])).toMatchObject([{ asks: 1 }]);
  }
  clearInterval(moving);
  expect(callsIn(world, 'conversations.history', bad)).toHaveLength(1);
});

test('of those that wait for one channel, each is sent away for its own turn', async () => {
  let at = 1_000_000;
  const gate = createGate(() => at, createForgettables());
  expect(await gate.enter('T1', 'C1')).toBe(0);
  const sentAway = [];
  for (let i = 0; i < 5; i += 1) sentAway.push(await gate.enter('T1', 'C1'));
  expect(sentAway).toEqual([1_000, 2_000, 3_000, 4_000, 5_000]);
  // Another channel, and the same in another workspace, wait for none of it.
  expect(await gate.enter('T1', 'C2')).toBe(0);
  expect(await gate.enter('T2', 'C1')).toBe(0);
  gate.close('T1', 'C1', 30_000, false);
  gate.leave('T1', 'C1');
  expect(await gate.enter('T1', 'C1')).toBe(30_000);
  expect(await gate.enter('T1', 'C1')).toBe(31_000);
  expect(await gate.enter('T1', 'C3')).toBe(0);
  at += 30_000;
  expect(await gate.enter('T1', 'C1')).toBe(0);
});

test('the workspace waits once four of its channels are asked to, and none took a post in between', async () => {
  const at = 1_000_000;
  const gate = createGate(() => at, createForgettables());
  for (const channel of ['C1', 'C2', 'C3']) gate.close('T1', channel, 10_000, false);
  gate.taken('T1');
  for (const channel of ['C1', 'C2', 'C3']) gate.close('T1', channel, 10_000, false);
  expect(await gate.enter('T1', 'C9')).toBe(0);
  gate.leave('T1', 'C9');
  gate.close('T1', 'C4', 20_000, false);
  expect(await gate.enter('T1', 'C8')).toBe(20_000);
  expect(await gate.enter('T2', 'C8')).toBe(0);
});
