import { afterEach, expect, it } from 'vitest';
import { ruleOf } from '../storage/rows.ts';
import { startTalk } from './talk.ts';

let talk: Awaited<ReturnType<typeof startTalk>>;
afterEach(() => talk.lodestone.stop());

const opened = () => talk.slack.waitFor(() => talk.slack.openViews(talk.buyer)[0]);
const sent = (under: string) =>
  talk.slack.waitFor(() => {
    const view = talk.slack.openViews(talk.buyer)[0];
    return view !== undefined && !JSON.stringify(view.blocks).includes(under) ? view : undefined;
  });

it('the form of a digest is filled in from the words, and it and the card make one', async () => {
  talk = await startTalk();
  const { say, buyer, digests, press } = talk;
  const card = await say('post terbium with a chart in #planning every second tuesday at 16:30');
  await buyer.press(card, 'Edit');
  const form = await opened();
  expect(buyer.valuesOf(form)).toMatchObject({
    channel: { 'digest:choose:channel': { selected_conversation: talk.channel('planning') } },
    metals: { 'digest:choose:metals': { selected_options: [{ value: 'terbium' }] } },
    time: { 'digest:choose:time': { selected_time: '16:30' } },
  });
  await buyer.submitView({ time: '17:00' });
  await sent('Setting it up');
  expect(await digests()).toMatchObject([
    { scheduleLine: expect.stringMatching(/^every 2 weeks tue 17:00/) },
  ]);
  expect((await press(card, 'Create')).text).toContain('set up already');
  expect(await digests()).toHaveLength(1);
});

it('the form of an alert opens alone, is filled from words, and makes the row that the line makes', async () => {
  talk = await startTalk();
  const { say, buyer, alerts } = talk;
  await buyer.command('/nd alert', 'dm');
  const empty = await opened();
  await buyer.submitView({ low: '1.000' }).catch(() => undefined);
  await buyer.submitView({ metal: 'terbium', low: '1,500' });
  await sent('Setting it up');
  expect(await alerts()).toMatchObject([{ rule: ruleOf('above 1500 terbium') }]);
  await buyer.closeView();
  const card = await say('tell me if neodymium falls below 80 usd/kg');
  await buyer.press(card, 'Edit');
  const form = await opened();
  expect(form.id).not.toBe(empty.id);
  expect(buyer.valuesOf(form)).toMatchObject({
    metal: { 'alert:choose:metal': { selected_option: { value: 'neodymium' } } },
    kind: { 'alert:choose:kind': { selected_option: { value: 'below' } } },
    low: { 'alert:choose:low': { value: '80' } },
  });
  await buyer.submitView({ low: '75' });
  await sent('Setting it up');
  expect(await alerts()).toMatchObject([{}, { rule: ruleOf('below 75 neodymium') }]);
  await talk.press(card, 'Create');
  expect(await alerts()).toHaveLength(2);
});

it('an alert is changed by its form, and a price that is past already is asked about there too', async () => {
  talk = await startTalk();
  const { say, press, buyer, alerts, slack } = talk;
  await press(await say('alert me if neodymium goes above 150 usd/kg'), 'Create');
  const list = await say('list alerts');
  await buyer.press(list, 'Edit');
  await opened();
  await buyer.submitView({ low: '100' });
  const asked = await sent('Setting it up');
  expect(JSON.stringify(asked.blocks)).toContain('That is so already');
  await buyer.submitView({ start: 'next' });
  await slack.waitFor(() => JSON.stringify(slack.openViews(buyer)[0]?.blocks).includes('above $100/kg'));
  expect(await alerts()).toMatchObject([{ rule: ruleOf('above 100 neodymium'), state: 'fired' }]);
});

it('the form of a card of several places says the others, and sets up in each what it holds', async () => {
  talk = await startTalk();
  const { say, buyer, digests, press } = talk;
  const [procurement, planning] = [talk.channel('procurement'), talk.channel('planning')];
  const card = await say('post terbium in #procurement, #planning and to me every tuesday at 16:30');
  await buyer.press(card, 'Edit');
  const form = await opened();
  expect(JSON.stringify(form.blocks)).toContain(`It is set up in <#${planning}>, to <@${buyer.id}> as well.`);
  await buyer.submitView({ time: '17:00' });
  await sent('Setting it up');
  expect((await digests()).map(({ channel, scheduleLine }) => [channel, scheduleLine])).toEqual(
    [procurement, planning, buyer.id].map((channel) => [channel, 'weekly tue 17:00']),
  );
  // The card makes none beside them.
  expect((await press(card, 'Create')).text).toContain('set up already');
  expect(await digests()).toHaveLength(3);
});

it('so does the form of an alert', async () => {
  talk = await startTalk();
  const { say, buyer, alerts, press } = talk;
  const card = await say('alert #procurement and #planning when terbium is above 1500 usd/kg');
  await buyer.press(card, 'Edit');
  const form = await opened();
  expect(JSON.stringify(form.blocks)).toContain(`It is set up in <#${talk.channel('planning')}> as well.`);
  await buyer.submitView({ low: '1600' });
  await sent('Setting it up');
  expect((await alerts()).map(({ channel, rule }) => [channel, rule])).toEqual(
    ['procurement', 'planning'].map((name) => [talk.channel(name), ruleOf('above 1600 terbium')]),
  );
  await press(card, 'Create');
  expect(await alerts()).toHaveLength(2);
});
