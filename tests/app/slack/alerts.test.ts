import { afterEach, expect, it } from 'vitest';
import type { Message, User } from 'local-slack';
import { writeRule } from '#src/domain/watching/rule.ts';
import { listAlerts } from '#src/storage/alerts.ts';
import { openStore } from '#src/storage/database/database.ts';
import { startLodestone, type Lodestone } from '../lodestone.ts';
import { alertRow, ruleOf } from '../storage/rows.ts';
import { newPlace } from '../storage/stores.ts';

let lodestone: Lodestone;
afterEach(() => lodestone.stop());

async function start(env: Record<string, string> = {}) {
  const store = await openStore({ ...(await newPlace()), as: 'bot' });
  lodestone = await startLodestone({
    channels: [{ name: 'general' }, { name: 'elsewhere', bot: false }],
    env,
    deps: { store },
  });
  const { slack } = lodestone;
  const buyer = slack.user('Buyer');
  return {
    slack,
    buyer,
    store,
    stored: () => listAlerts(store.db, slack.workspace.team.id),
    command: (line: string, where = '#general') => slack.answerTo(() => buyer.command(line, where)),
    press: (message: Message, which: Parameters<User['press']>[1]) =>
      slack.answerTo(() => buyer.press(message, which)),
  };
}

it('is set for oneself, says what the price is now, and waits', async () => {
  const { slack, buyer, command, stored } = await start();
  const said = await command('/nd alert above 150');
  expect(said.visible_to).toBe(buyer.id);
  expect(said.text).toContain(`Neodymium above $150/kg, to <@${buyer.id}>`);
  expect(said.text).toContain('Now: $115 to $140/kg in 2026 (projection)');
  await slack.settled();
  expect(slack.messagesIn('dm:Buyer')).toEqual([]);
  expect(await stored()).toMatchObject([{ rule: ruleOf('above 150'), channel: buyer.id, state: 'armed' }]);
});

it('one whose threshold is passed comes at once, with figure, threshold, source, chart and "Manage"', async () => {
  const { slack, command, press } = await start();
  const said = await command('/nd alert range 110-130 leaves');
  expect(said.text).toContain('comes now');
  const message = await slack.waitFor(() => slack.messagesIn('dm:Buyer')[0]);
  expect(message.text).toContain(
    'Neodymium is outside $110 to $130/kg: $115 to $140/kg in 2026 (projection)',
  );
  expect(message.text).toContain('Farmonaut');
  expect(message.blocks.map((block) => block['type'])).toEqual(expect.arrayContaining(['image', 'actions']));
  const card = await press(message, 'Manage');
  expect(card.text).toContain('Neodymium outside $110 to $130/kg');
  expect(JSON.stringify(card.blocks)).toContain('comes again once the price has been back by 2 %');
});

it.each([
  ['range 110-150 leaves entirely', 'entirely outside $110 to $150/kg'],
  ['below 60 usgs', 'Neodymium below $60/kg (USGS)'],
  ['terbium entirely above 4000 touches', 'Terbium above $4,000/kg'],
])('reads “%s”', async (line, words) => {
  const { command } = await start();
  expect((await command(`/nd alert ${line}`)).text).toContain(words);
});

it('to a channel with "here", where I am in it', async () => {
  const { slack, command, stored } = await start();
  expect((await command('/nd alert above 100 here')).text).toContain('in <#');
  await slack.waitFor(() => slack.messagesIn('general').length === 1);
  expect((await command('/nd alert here above 100', '#elsewhere')).text).toContain('/invite @Lodestone');
  expect(await stored()).toHaveLength(1);
});

it('set again, it is the one that there is, and goes on where it was snoozed', async () => {
  const { slack, command, press, stored } = await start();
  await command('/nd alert above 100');
  await slack.waitFor(() => slack.messagesIn('dm:Buyer').length === 1);
  await press(await command('/nd alert list'), 'Snooze a week');
  const again = await command('/nd alert above $100/kg');
  expect(again.text).toContain('That alert is set already: Neodymium above $100/kg');
  expect(again.text).not.toContain('comes now');
  expect(await stored()).toMatchObject([{ rule: ruleOf('above 100'), snoozedUntil: null }]);
  await command('/nd alert above 100 $/kg here');
  expect(await stored()).toHaveLength(2);
});

it('is listed, snoozed, resumed and deleted', async () => {
  const { command, press, stored } = await start();
  expect((await command('/nd alert list')).text).toContain('No alert comes to this channel');
  await command('/nd alert above 150');
  await command('/nd alert below 20');
  const list = await command('/nd alert list');
  expect(list.text).toContain('above $150/kg');
  const snoozed = await press(list, 'Snooze a week');
  expect(snoozed.ts).toBe(list.ts);
  expect(JSON.stringify(snoozed.blocks)).toContain('Snoozed until Tue 1 Dec');
  expect(JSON.stringify((await press(snoozed, 'Resume')).blocks)).not.toContain('Snoozed until');
  const deleted = await press(list, 'Delete');
  expect(deleted.text).toContain('Deleted');
  expect(deleted.text).toContain('below $20/kg');
  expect(await stored()).toMatchObject([{ rule: ruleOf('below 20') }]);
  expect((await press(snoozed, 'Snooze a day')).text).toContain('below $20/kg');
});

it.each([
  ['above', 'Say at which price'],
  ['above lots <!here>', 'I don’t know “lots”'],
  ['range 130-110', 'from the lower price to the higher'],
])('“%s” is told what is wrong with it', async (line, reason) => {
  const { command, stored } = await start();
  const said = await command(`/nd alert ${line}`);
  expect(said.text).toContain(reason);
  expect(said.text).toContain('`above 140`');
  expect(await stored()).toEqual([]);
});

it('a threshold of two readings is asked about, with both commands to copy; a comma between thousands is none', async () => {
  const { command, stored } = await start();
  const asked = await command('/nd alert above 1.000 terbium here');
  expect(asked.text).toContain('“1.000” may be 1 or 1,000');
  expect(asked.text).toContain('`/nd alert above 1 terbium here` or `/nd alert above 1000 terbium here`');
  expect(await stored()).toEqual([]);
  expect((await command('/nd alert above 1,250 terbium')).text).toContain('above $1,250/kg');
  expect(await stored()).toMatchObject([
    { rule: { of: { material: 'terbium' }, when: 'above', at: { range: { low: 1250, high: 1250 } } } },
  ]);
});

it('with DIGEST_ADMINS_ONLY, one’s own are for everybody, and a channel’s for admins', async () => {
  const { command, stored } = await start({ DIGEST_ADMINS_ONLY: 'yes' });
  expect((await command('/nd alert above 150 here')).text).toContain('Only admins');
  expect((await command('/nd alert above 150')).text).toContain('The alert is set');
  expect(await stored()).toHaveLength(1);
});

it('one that can’t be read is listed as broken among the others, can be deleted, and keeps none of the others waiting', async () => {
  const { slack, buyer, command, press, stored, store } = await start();
  const team = slack.workspace.team.id;
  const insert = async (given: Parameters<typeof alertRow>[0]) =>
    await store.db
      .insertInto('alerts')
      .values(alertRow({ team, owner: buyer.id, channel: buyer.id, ...given }))
      .execute();
  const above = ruleOf('above 9999');
  const broken = [
    { rule: '{"line":"above NaN","metal":"neodymium"}' },
    { rule: writeRule(above).replace('9999', '-5').replace('9999', '-5') },
    { rule: '{"kind":"above"' },
    { rule: '{"line":"change 5% fortnight","metal":"neodymium"}' },
    { rule: writeRule({ ...above, of: { material: 'unobtanium' } }) },
    { rule: writeRule({ ...above, of: { material: 'unobtanium', cadence: 'day' } }) },
    { snoozed_until: 9e15 },
  ];
  // Before all others, in the order in which they are looked at: what it fired on can't be read.
  await insert({ id: '0', rule: writeRule(above), state: 'fired', fired_count: 1, fired_on: '{' });
  for (const [i, given] of broken.entries()) await insert({ id: `00${i}`, ...given });
  await command('/nd alert below 9999');
  await slack.waitFor(() =>
    slack.messagesIn('dm:Buyer').find(({ text }) => text.includes('is below $9,999')),
  );
  const list = await command('/nd alert list');
  expect(list.text.match(/An alert that can’t be read/g)).toHaveLength(broken.length);
  for (const other of ['above $9,999/kg', 'below $9,999/kg']) expect(list.text).toContain(other);
  expect(JSON.stringify(list.blocks)).not.toMatch(/undefined|NaN|Invalid/);
  for (const _ of broken) {
    const shown = await command('/nd alert list');
    const block = shown.blocks.findIndex((one) => JSON.stringify(one).includes('can’t be read'));
    await press(shown, { block_id: String(shown.blocks[block + 1]?.['block_id']), text: 'Delete' });
  }
  expect((await stored()).map(({ rule }) => rule)).toEqual([above, ruleOf('below 9999')]);
});
