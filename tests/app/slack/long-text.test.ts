/** 40,000 characters through each door by which text comes in from people: cut, and that is said; half of an order is never done. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { directMessage, type Json } from 'local-slack';
import { READ_FIRST } from '#src/domain/topics/left-out.ts';
import { ACTIONS } from '#src/presentation/buttons.ts';
import { startLodestone, type Lodestone } from '../lodestone.ts';
import { PRICE_OF } from './price-form.ts';

let lodestone: Lodestone;
beforeAll(async () => {
  lodestone = await startLodestone({ people: [{ name: 'Boss', admin: true }] });
});
afterAll(() => lodestone.stop());

const LONG = `price 2024 ${'and so on '.repeat(4000)}`;
const boss = () => lodestone.slack.user('Boss');
const answerTo = (act: () => Promise<unknown>) => lodestone.slack.answerTo(act);
const command = (line: string) => answerTo(() => boss().command(`/nd ${line}`, '#general'));

/** A message as its event brings it, with what Slack puts beside its text. */
function message(fields: Json) {
  const { slack } = lodestone;
  const channel = directMessage(slack.workspace, boss().id).id;
  const ts = slack.workspace.ids.ts();
  const event = { type: 'message', channel, channel_type: 'im', user: boss().id, ts, text: '', ...fields };
  return answerTo(() => slack.dispatch.event(slack.wrapEvent(event)));
}

/** A press whose value somebody has changed. */
async function pressChanged(line: string, which: string, value: string) {
  const { slack } = lodestone;
  await boss().press(await command(line), which);
  await slack.settled();
  const payload = slack.requests('block_actions').at(-1)?.payload ?? {};
  const [action] = [payload['actions']].flat();
  const changed = { ...payload, actions: [{ ...Object(action), value }] };
  return await answerTo(() => slack.dispatch.interaction(changed));
}

const rich = (text: string) => [
  { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] },
];

it.each<[string, () => ReturnType<typeof answerTo>]>([
  ['a direct message', () => message({ text: LONG })],
  ['rich text', () => message({ blocks: rich(LONG) })],
  ['a forwarded message', () => message({ attachments: [{ is_share: true, text: LONG }] })],
  ['a mention', () => answerTo(() => boss().mention('#general', LONG))],
  ['a command that asks', () => command(LONG)],
])('%s is answered as far as it was read, and says so', async (_, ask) => {
  expect((await ask()).text).toContain(READ_FIRST);
});

it.each(['alert above 140', 'digest weekly', 'quote add NdPr oxide'])(
  '/nd %s is not done by half',
  async (line) => {
    expect((await command(`${line} ${LONG}`)).text).toContain('Nothing was done: that is too long.');
  },
);

it('a pasted list is explained as far as it is answered, and says so', async () => {
  const asked = 'could recycling end the shortage?';
  const { text } = await pressChanged(asked, ACTIONS.explain, 'price 2024? '.repeat(40));
  expect(text).toContain('I explained the first 10 of 40 questions.');
});

it.each([
  ['price 2024', `${ACTIONS.ask}:0`, LONG],
  ['quote add NdPr oxide 553-557k CNY/t ex-works incl. VAT 20 Nov', 'Store it', `2026-11-20 ${LONG}`],
])('a value that is too long for a button of %s is not read', async (line, which, value) => {
  expect((await pressChanged(line, which, value)).text).toContain('Nothing was changed');
});

it('a field of a form that is too long is refused at that field', async () => {
  const { slack } = lodestone;
  await boss().command('/nd quote', '#general');
  await slack.waitFor(() => slack.openViews('Boss').at(-1));
  const { errors } = await boss().submitView({ ...PRICE_OF, low: '553000', place: LONG });
  expect(errors).toEqual({ place: expect.stringContaining('This is too long') });
});
