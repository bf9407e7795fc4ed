/** Posts that may or may not have been made: looked for before anything is repeated, late ones too, and told where nobody can look. */
import { expect, test } from 'vitest';
import { findDirectMessage } from '#src/storage/direct-messages.ts';
import { carryOutLate, newWorld, passUntil, untilDone } from './world.ts';
import type { MethodFault } from 'local-slack';

const once = (subscription: { id: string; next: { key: string } }) => ({
  [JSON.stringify({ key: `${subscription.id} ${subscription.next.key}` })]: 1,
});
const ROUND = '{"ok":true,"messages":[],"has_more":true,"response_metadata":{"next_cursor":"again"}}';
const HTML = '<html>502 Bad Gateway</html>';

test.each<[string, MethodFault]>([
  ['an empty answer, and it was posted', { body: '', afterDoing: true }],
  ['an empty answer, and it was not posted', { body: '' }],
  ['a page, and it was posted', { body: HTML, afterDoing: true }],
  ['a cut answer, and it was posted', { body: '{"ok":true,"channel":"C0', afterDoing: true }],
  ['an answer without ts, and it was posted', { body: '{"ok":true}', afterDoing: true }],
  ['an unknown error, and it was posted', { error: 'service_hiccup', afterDoing: true }],
  ['an unknown error three times, and it was not posted', { error: 'service_hiccup', times: 3 }],
])('once after %s', async (_, fault) => {
  const world = await newWorld();
  const digest = await world.subscribe();
  world.slack.faults.fail('chat.postMessage', fault);
  world.pass(10_000);
  const [done] = await untilDone(world, digest.id);
  expect(done?.state).toBe('sent');
  expect(world.posted('general')).toEqual(once(digest));
});

test.each<[string, MethodFault]>([
  ['nothing', { body: '' }],
  ['an empty object', { body: '{}' }],
  ['ok without messages', { body: '{"ok":true}' }],
  ['a page that is cut off', { body: '{"ok":true,"messages":[],"has_more":true}' }],
  ['an unknown error', { error: 'history_is_resting' }],
])('a history that answers %s says nothing of what is there', async (_, fault) => {
  const world = await newWorld({ config: { repeatMs: 0 } });
  const digest = await world.subscribe();
  world.slack.faults.fail('chat.postMessage', { status: 500, afterDoing: true });
  world.slack.faults.fail('conversations.history', { ...fault, times: 2 });
  world.pass(10_000);
  const [done] = await untilDone(world, digest.id);
  expect(done).toMatchObject({ state: 'sent', reason: 'found in the channel after an interruption' });
  expect(world.posted('general')).toEqual(once(digest));
});

test('a history whose pages lead back to themselves is let go of', async () => {
  const world = await newWorld({ config: { leaseMs: 60_000 } });
  const digest = await world.subscribe();
  world.slack.faults.fail('chat.postMessage', { status: 500, afterDoing: true });
  world.slack.faults.fail('conversations.history', { body: ROUND, times: 1_000_000 });
  world.pass(10_000);
  await passUntil(world, () => world.slack.callsTo('conversations.history').length > 2);
  await world.until(digest.id, ([row]) => row !== undefined && row.dueAt < world.now() + 30_000);
  world.slack.faults.clear();
  await untilDone(world, digest.id);
  expect(world.posted('general')).toEqual(once(digest));
});

test('what Slack carries out late, after it was looked for in vain, is not posted again', async () => {
  const world = await newWorld({ timeoutMs: 300 });
  const digest = await world.subscribe();
  // Not there when it is looked for first, and there a moment later.
  world.slack.faults.fail('chat.postMessage', { hang: true, doneAfter: 1_500 });
  world.pass(10_000);
  await passUntil(world, () => world.slack.callsTo('conversations.history').length > 0);
  await world.slack.waitFor(() => world.slack.messagesIn('general').length === 1);
  const [done] = await untilDone(world, digest.id);
  expect(done).toMatchObject({ state: 'sent', asks: 1 });
  expect(world.slack.callsTo('chat.postMessage')).toHaveLength(1);
  expect(world.posted('general')).toEqual(once(digest));
});

test('a second copy that appears after the post was made again is deleted', async () => {
  const world = await newWorld({ config: { repeatMs: 1_000 } });
  const digest = await world.subscribe();
  world.slack.faults.fail('chat.postMessage', { status: 500 });
  world.pass(10_000);
  const [sent] = await untilDone(world, digest.id);
  expect(sent).toMatchObject({ state: 'sent', asks: 2 });
  // The first request is carried out only now.
  await carryOutLate(world);
  expect(Object.values(world.posted('general'))).toEqual([2]);
  await passUntil(world, () => Object.values(world.posted('general'))[0] === 1, 5_000);
  expect(world.posted('general')).toEqual(once(digest));
  expect(world.slack.messagesIn('general').map((message) => message.ts)).toEqual([sent?.ts]);
});

test.each([70_000, -70_000])('a clock that is wrong by %i ms doubles no post in doubt', async (wrong) => {
  const world = await newWorld({ clockOff: wrong, config: { repeatMs: 2_000 } });
  const digest = await world.subscribe({ schedule: 'daily 09:05' });
  world.slack.faults.fail('chat.postMessage', { status: 500, afterDoing: true });
  world.pass(400_000);
  const [done] = await untilDone(world, digest.id);
  expect(done).toMatchObject({ state: 'sent', asks: 1 });
  expect(world.posted('general')).toEqual(once(digest));
});

/** As the manifest asks for without more: history of direct messages alone. */
const DEFAULT_SCOPES = ['chat:write', 'im:history', 'channels:read'];

test('without the history of channels: left out, and the owner is told with a button', async () => {
  const world = await newWorld({ scopes: DEFAULT_SCOPES });
  const digest = await world.subscribe();
  world.slack.faults.fail('chat.postMessage', { status: 500, afterDoing: true });
  world.pass(10_000);
  const [done] = await untilDone(world, digest.id);
  expect(done).toMatchObject({ state: 'skipped', reason: expect.stringContaining('may have been posted') });
  await passUntil(world, () => world.slack.messagesIn('dm:Buyer').length > 0, 500);
  const [told] = world.slack.messagesIn('dm:Buyer');
  expect(told?.text).toContain('A post of yours may have been made, or not');
  expect(told?.blocks[1]).toMatchObject({
    text: { text: expect.stringContaining('Mon 1 Jun, 09:00 UTC') },
    accessory: { action_id: 'delivery:again', value: done?.id },
  });
});

test('in a direct message it is looked for, by the conversation that an answer named', async () => {
  const world = await newWorld({ scopes: DEFAULT_SCOPES });
  const owner = world.slack.user('Buyer').id;
  const digest = await world.subscribe({ channel: owner });
  world.pass(10_000);
  await world.settled(digest.id, ['sent']);
  expect(await findDirectMessage(world.store.db, digest.team, owner)).toMatch(/^D/);
  world.slack.faults.fail('chat.postMessage', { status: 500, afterDoing: true });
  world.pass(86_400_000);
  await world.until(digest.id, (rows) => rows.length === 2);
  const [second] = await untilDone(world, digest.id);
  expect(second).toMatchObject({ state: 'sent', reason: 'found in the channel after an interruption' });
  expect(Object.values(world.posted('dm:Buyer'))).toEqual([1, 1]);
});

test.each([
  ['was made', true],
  ['was not made', false],
])('a post that %s by a clock that was ahead for a moment comes once, and soon', async (_, afterDoing) => {
  const YEAR = 365 * 86_400_000;
  const world = await newWorld();
  const digest = await world.subscribe();
  world.slack.faults.fail('chat.postMessage', { status: 500, afterDoing });
  world.pass(10_000);
  const [row] = await world.until(digest.id, ([one]) => one?.state === 'sending' && one.reason !== null);
  const first = row?.firstAttemptAt ?? 0;
  const ahead = { first_attempt_at: first + YEAR, asked_at: first + YEAR };
  await world.store.db.updateTable('deliveries').set(ahead).where('subject', '=', digest.id).execute();
  const [done] = await untilDone(world, digest.id);
  expect(done?.state).toBe('sent');
  expect(world.posted('general')).toEqual(once(digest));
});
