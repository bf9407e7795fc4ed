import { afterAll, beforeAll, expect, it } from 'vitest';
import { directMessage, type Json, richTextOf } from 'local-slack';
import { startLodestone, type Lodestone } from '../lodestone.ts';

let lodestone: Lodestone;
beforeAll(async () => {
  lodestone = await startLodestone();
});
afterAll(() => lodestone.stop());

/** A message to the app alone, with what Slack puts beside its text. */
const answerTo = (fields: Json) => {
  const { slack } = lodestone;
  const buyer = slack.user('Buyer');
  const channel = directMessage(slack.workspace, buyer.id).id;
  const ts = slack.workspace.ids.ts();
  const event = { type: 'message', channel, channel_type: 'im', user: buyer.id, ts, ...fields };
  return slack.answerTo(() => slack.dispatch.event(slack.wrapEvent(event)));
};
const share = (text: string) => ({ is_share: true, fallback: '[Nov 1] planner: ...', text });
const whole = {
  is_msg_unfurl: true,
  message_blocks: [{ message: { blocks: [richTextOf('~2021~ price 2022')] } }],
};
const file = { id: 'F1', mimetype: 'audio/webm', name: 'clip' };

it.each<[string, Json, RegExp]>([
  [
    'forwards one without a comment',
    { text: '', attachments: [share('what was the price in 2022?')] },
    /2022: \$92\/kg/,
  ],
  ['forwards one as blocks', { text: '', attachments: [whole] }, /2022: \$92\/kg/],
  [
    'forwards one with a comment',
    { text: 'price 2024', attachments: [share('price 2022')] },
    /2024: \$125\/kg/,
  ],
  [
    'forwards one to be answered',
    { text: 'thoughts <@U222>?', attachments: [share('price 2022')] },
    /2022: \$92\/kg/,
  ],
  [
    'asks of uranium above one',
    { text: 'uranium price?', attachments: [share('price 2022')] },
    /nothing on uranium/i,
  ],
  [
    'forwards a picture',
    { text: '', attachments: [{ is_share: true, text: '', files: [file] }] },
    /can’t read files/,
  ],
  ['forwards nothing readable', { text: '', attachments: [{ is_share: true }] }, /can’t read any words/],
  ['is a recording', { text: '', subtype: 'file_share', files: [file] }, /can’t read files or recordings/],
  [
    'has a file',
    { text: 'price 2024', subtype: 'file_share', files: [file] },
    /did not read the file[^]*2024: \$125\/kg/,
  ],
  ['names somebody', { text: '<@U222> price 2024 <@U222>' }, /^(?![^]*U222)[^]*2024: \$125\/kg/],
  ['is a list', { text: '•\tprice 2024\n•\tproduction 2023' }, /2024: \$125\/kg[^]*53,400/],
  ['is struck, but for a question', { text: '~price 2023~ price 2024' }, /2024: \$125\/kg/],
  [
    'is a link with a preview',
    {
      text: 'price 2024 <https://x.test|2022>',
      attachments: [{ title_link: 'https://x.test', text: 'price 2021' }],
    },
    /2024: \$125\/kg/,
  ],
  ['has nothing in it', { text: '<@U222>' }, /ask me about/i],
])('a message that %s', async (_, fields, words) => {
  const { text } = await answerTo(fields);
  expect(text).toMatch(words);
  expect(text).not.toMatch(/2021: /);
});
