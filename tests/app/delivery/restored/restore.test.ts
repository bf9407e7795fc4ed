/** A backup that is restored while Slack has what was posted after it: nothing is posted twice, and nobody is left untold. */
import { writeRule } from '#src/domain/watching/rule.ts';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { insertAlert } from '#src/storage/alerts.ts';
import { insertDeliveries } from '#src/storage/deliveries.ts';
import { importRows } from '#src/storage/database/transfer.ts';
import { alertOf, alertRow, ruleOf, deliveryOf } from '../../storage/rows.ts';
import { newPlace, openFor } from '../../storage/stores.ts';
import { backUp, finished, restore, type Restored } from './restored.ts';
import { newWorld, passUntil, type World } from '../world.ts';

const DAY = 86_400_000;

const counts = (world: World, channel = 'general') => Object.values(world.posted(channel));

test('what was posted between backup and restore is found, and what was not is posted', async () => {
  const world = await newWorld();
  const [posted, late] = [
    await world.subscribe(),
    await world.subscribe({ schedule: 'daily 09:30', channel: world.channel('other') }),
  ];
  const backup = await backUp(world);
  for (let day = 0; day < 3; day += 1) {
    world.pass(day === 0 ? 10_000 : DAY);
    await world.until(posted.id, (rows) => rows.length === day + 1 && rows[0]?.state === 'sent');
  }
  const before = world.slack.messagesIn('general').map(({ ts }) => ts);
  expect(before).toHaveLength(3);
  const restored = await restoreAfter(3_600_000);

  const found = await finished(world, restored, posted.id, 3);
  expect(found.map(({ state, ts }) => [state, ts])).toEqual(before.toReversed().map((ts) => ['sent', ts]));
  // Of the other's, those that are too late were left out, before and after, and the last was never posted.
  const others = await finished(world, restored, late.id, 3);
  expect(others.map(({ state }) => state)).toEqual(['sent', 'skipped', 'skipped']);
  expect(counts(world, 'other')).toEqual([1]);
  // And it goes on as ever.
  world.pass(DAY);
  restored.delivery.wake();
  expect((await finished(world, restored, posted.id, 4))[0]).toMatchObject({ state: 'sent', reason: null });
  expect(counts(world)).toEqual([1, 1, 1, 1]);

  async function restoreAfter(ms: number): Promise<Restored> {
    await world.delivery.stop();
    world.pass(ms);
    return await restore(world, backup);
  }
});

test('a post that was under way at the backup, or waited, is looked for', async () => {
  const world = await newWorld();
  const digest = await world.subscribe();
  world.slack.faults.fail('chat.postMessage', { status: 429, retryAfter: 600 });
  world.pass(10_000);
  await world.until(digest.id, ([row]) => row?.state === 'pending' && row.attempt > 0);
  const backup = await backUp(world);
  world.pass(700_000);
  const [sent] = await world.settled(digest.id, ['sent']);
  const restored = await restore(world, backup);
  expect(await finished(world, restored, digest.id, 1)).toMatchObject([{ state: 'sent', ts: sent?.ts }]);
  expect(counts(world)).toEqual([1]);
});

test.each([
  ['skip', 'skipped', 1],
  ['repeat', 'sent', 2],
] as const)('where history can’t be read, IN_DOUBT=%s decides', async (inDoubt, state, posts) => {
  const world = await newWorld({ scopes: ['chat:write'] });
  const digest = await world.subscribe();
  const backup = await backUp(world);
  world.pass(10_000);
  await world.settled(digest.id, ['sent']);
  const restored = await restore(world, backup, { config: { inDoubt } });
  expect((await finished(world, restored, digest.id, 1))[0]?.state).toBe(state);
  expect(Object.values(world.posted('general'))).toEqual([posts]);
  if (inDoubt === 'repeat') return;
  await passUntil(world, () => {
    restored.delivery.wake();
    return world.slack.messagesIn('dm:Buyer').length === 1;
  });
  expect(world.slack.messagesIn('dm:Buyer')[0]?.text).toContain(
    'may have been made, or not*: I was restored from a backup',
  );
});

test('an alert that fired after the backup is not sent again; one that did not is', async () => {
  const world = await newWorld();
  const team = world.slack.workspace.team.id;
  const alert = (channel: string, rule: string) =>
    alertOf({
      team,
      channel: world.channel(channel),
      owner: world.slack.user('Buyer').id,
      rule: ruleOf(rule),
      createdAt: world.now(),
    });
  const [fired, quiet] = [alert('general', 'above 20 usgs'), alert('other', 'above 21 usgs')];
  await insertAlert(world.store.db, fired);
  const backup = await backUp(world);
  const { id, channel, rule } = quiet;
  const row = alertRow({
    id,
    team,
    channel,
    owner: quiet.owner,
    rule: writeRule(rule),
    created_at: world.now(),
  });
  const quietLine = JSON.stringify({ table: 'alerts', row });
  const withQuiet = [...backup, quietLine].map((line, i) =>
    i === 0 ? JSON.stringify({ ...JSON.parse(line), rows: JSON.parse(line).rows + 1 }) : line,
  );
  world.pass(60_000);
  expect(await world.delivery.checkAlerts()).toBe(1);
  const [sent] = await world.settled(fired.id, ['sent']);
  const restored = await restore(world, withQuiet);
  expect(await restored.delivery.checkAlerts()).toBe(2);
  expect(await finished(world, restored, fired.id, 1)).toMatchObject([{ state: 'sent', ts: sent?.ts }]);
  expect(await finished(world, restored, quiet.id, 1)).toMatchObject([{ state: 'sent', reason: null }]);
  expect([counts(world), counts(world, 'other')]).toEqual([[1], [1]]);
});

test('on a machine whose clock is behind, what was posted a moment ago is found all the same', async () => {
  const world = await newWorld();
  const digest = await world.subscribe();
  const alert = alertOf({
    team: digest.team,
    channel: world.channel('other'),
    owner: digest.owner,
    rule: ruleOf('above 20 usgs'),
    createdAt: world.now(),
  });
  await insertAlert(world.store.db, alert);
  const backup = await backUp(world);
  world.pass(10_000);
  expect(await world.delivery.checkAlerts()).toBe(1);
  for (const { id } of [digest, alert]) await world.settled(id, ['sent']);
  // There it is not nine yet, and the alert was not even made.
  const restored = await restore(world, backup, { clockOff: -70_000 });
  expect(await restored.delivery.checkAlerts()).toBe(1);
  for (const { id } of [digest, alert]) {
    const reason = 'found in the channel after an interruption';
    expect(await finished(world, restored, id, 1)).toMatchObject([{ state: 'sent', reason }]);
  }
  expect([counts(world), counts(world, 'other')]).toEqual([[1], [1]]);
});

test('a database that was never restored looks for nothing', async () => {
  const world = await newWorld();
  await insertDeliveries(world.store.db, [deliveryOf({ team: 'T9', subject: 'S9', state: 'skipped' })]);
  const digest = await world.subscribe();
  world.pass(10_000);
  await world.settled(digest.id, ['sent']);
  expect(world.slack.callsTo('conversations.history')).toEqual([]);
});

const withoutZone = (line: string) => line.replace(' UTC', '');

test('in a backup of an older version slots have no zone: what that version posted after it is found', async () => {
  const world = await newWorld();
  const digest = await world.subscribe();
  const [header = '', ...rows] = await backUp(world);
  const { migration: _, at: __, rows: ___, ...head } = JSON.parse(header);
  const first = { ...head, migration: '0001-subscriptions-alerts-deliveries' };
  const backup = [JSON.stringify(first), ...rows.map(withoutZone)];
  for (let day = 0; day < 3; day += 1) {
    await world.store.db
      .updateTable('subscriptions')
      .set(({ eb, fn }) => ({ next_slot: fn('replace', ['next_slot', eb.val(' UTC'), eb.val('')]) }))
      .execute();
    world.pass(day === 0 ? 10_000 : DAY);
    await world.until(digest.id, (sent) => sent.length === day + 1 && sent[0]?.state === 'sent');
  }
  expect(Object.keys(world.posted('general')).join()).not.toContain('UTC');
  const restored = await restore(world, backup);
  const found = await finished(world, restored, digest.id, 3);
  const names = ['2026-06-03T09:00 UTC', '2026-06-02T09:00 UTC', '2026-06-01T09:00'];
  expect(found.map(({ state, slot }) => [state, slot])).toEqual(names.map((slot) => ['sent', slot]));
  expect(counts(world)).toEqual([1, 1, 1]);
});

test('a backup of what was restored, and not run or just begun, knows what the first one lacks', async () => {
  const world = await newWorld();
  const row = alertOf({
    team: world.slack.workspace.team.id,
    channel: world.channel('general'),
    owner: world.slack.user('Buyer').id,
    rule: ruleOf('above 20 usgs'),
    createdAt: world.now(),
  });
  await insertAlert(world.store.db, row);
  const first = await backUp(world);
  world.pass(60_000);
  await world.delivery.checkAlerts();
  const [sent] = await world.settled(row.id, ['sent']);
  world.pass(3_600_000);
  await world.delivery.stop();
  const place = await newPlace();
  const between = await openFor(place);
  await importRows(between, Readable.from(first));
  const second = await backUp({ ...world, store: between });
  world.pass(600_000);
  const begun = await restore(world, second);
  world.pass(600_000);
  const third = await backUp({ ...world, store: begun.store });
  await begun.delivery.stop();
  world.pass(600_000);
  const restored = await restore(world, third);
  expect(await restored.delivery.checkAlerts()).toBe(1);
  expect(await finished(world, restored, row.id, 1)).toMatchObject([{ state: 'sent', ts: sent?.ts }]);
  expect(counts(world)).toEqual([1]);
});
