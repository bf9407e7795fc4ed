/** Every kind of element there is. */
import type { InputBlock, KnownBlock, ModalView, PlainTextElement, PlainTextOption } from '@slack/types';

const words = (text: string): PlainTextElement => ({ type: 'plain_text', text });
const option = (value: string): PlainTextOption => ({ text: words(value), value });
const metals = ['neodymium', 'terbium', 'cerium'].map(option);

const input = (
  label: string,
  element: InputBlock['element'],
  more: Partial<InputBlock> = {},
): InputBlock => ({
  type: 'input',
  block_id: element.action_id ?? '',
  label: words(label),
  element,
  optional: true,
  ...more,
});

export const FORM: ModalView = {
  type: 'modal',
  callback_id: 'form',
  title: words('Every input'),
  submit: words('Send'),
  close: words('Cancel'),
  blocks: [
    { type: 'section', text: { type: 'mrkdwn', text: '*All of them.* Only the first must be given.' } },
    {
      type: 'actions',
      elements: [
        { type: 'button', action_id: 'push', text: words('Next page') },
        { type: 'button', action_id: 'update', text: words('Change this page'), style: 'primary' },
      ],
    },
    input(
      'Name',
      { type: 'plain_text_input', action_id: 'plain', placeholder: words('A name') },
      { optional: false, hint: words('"wrong" is refused.') },
    ),
    input('Notes', { type: 'plain_text_input', action_id: 'notes', multiline: true }),
    input('Rich', { type: 'rich_text_input', action_id: 'rich' }),
    input('Mail', { type: 'email_text_input', action_id: 'mail' }),
    input('Link', { type: 'url_text_input', action_id: 'link' }),
    input('Tonnes', { type: 'number_input', action_id: 'number', is_decimal_allowed: true }),
    input('Metal', { type: 'static_select', action_id: 'static', options: metals }),
    input('Metals', { type: 'multi_static_select', action_id: 'several', options: metals }),
    input('Any metal', { type: 'external_select', action_id: 'external', min_query_length: 1 }),
    input('Person', { type: 'users_select', action_id: 'person' }),
    input('Channel', { type: 'channels_select', action_id: 'channel' }),
    input('Conversation', {
      type: 'conversations_select',
      action_id: 'conversation',
      default_to_current_conversation: true,
    }),
    input('Day', { type: 'datepicker', action_id: 'day', initial_date: '2026-11-30' }),
    input('Time', { type: 'timepicker', action_id: 'time', initial_time: '09:00' }),
    input('Moment', { type: 'datetimepicker', action_id: 'moment', initial_date_time: 1_795_770_000 }),
    input('Either', { type: 'radio_buttons', action_id: 'either', options: metals }),
    input('Any of', { type: 'checkboxes', action_id: 'ticked', options: metals }),
  ],
};

/** The form with something in every field at first, as an app that knows the person sends it. */
export function filledForm(user: string, channel: string): ModalView {
  const [neodymium, terbium] = metals;
  if (neodymium === undefined || terbium === undefined) throw new Error('there are no metals');
  const first: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    plain: { initial_value: 'Magnets' },
    notes: { initial_value: 'two\nlines' },
    mail: { initial_value: 'a@example.com' },
    link: { initial_value: 'https://example.com/' },
    number: { initial_value: '2.5' },
    static: { initial_option: terbium },
    several: { initial_options: [neodymium, terbium] },
    // None that its type-ahead has offered.
    external: { initial_option: option('nickel') },
    severalExternal: { initial_options: [option('neon'), option('nickel')] },
    person: { initial_user: user },
    people: { initial_users: [user] },
    channel: { initial_channel: channel },
    conversation: { initial_conversation: channel, default_to_current_conversation: false },
    conversations: { initial_conversations: [channel] },
    either: { initial_option: terbium },
    ticked: { initial_options: [neodymium] },
  };
  const more = [
    input('Any metals', { type: 'multi_external_select', action_id: 'severalExternal', min_query_length: 1 }),
    input('People', { type: 'multi_users_select', action_id: 'people' }),
    input('Conversations', { type: 'multi_conversations_select', action_id: 'conversations' }),
  ];
  const blocks = [...FORM.blocks, ...more].map((block) =>
    'element' in block
      ? { ...block, element: { ...block.element, ...first[block.element.action_id ?? ''] } }
      : block,
  );
  return { ...FORM, blocks };
}

export const UPDATED: ModalView = {
  ...FORM,
  title: words('Changed'),
  blocks: [
    { type: 'header', text: words('Now it is short') },
    ...FORM.blocks.filter(({ block_id = '' }) => ['plain', 'static', 'ticked'].includes(block_id)),
  ],
};

export const SECOND: ModalView = {
  type: 'modal',
  callback_id: 'second',
  title: words('Second page'),
  submit: words('Done'),
  close: words('Back'),
  blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Above the first.' } }],
};

export const SHOWN: KnownBlock[] = [
  {
    type: 'section',
    block_id: 'beside',
    text: {
      type: 'mrkdwn',
      text: 'A *section* with something beside it, `code` and <https://example.com|a link>.',
    },
    accessory: {
      type: 'overflow',
      action_id: 'pressed',
      options: [option('first'), option('second')],
    },
  },
  {
    type: 'actions',
    block_id: 'row',
    elements: [
      { type: 'button', action_id: 'pressed', text: words('Plain'), value: 'plain' },
      {
        type: 'button',
        action_id: 'replace',
        text: words('Replace'),
        style: 'danger',
        confirm: {
          title: words('Replace it?'),
          text: words('The message will be gone.'),
          confirm: words('Replace'),
          deny: words('Keep'),
        },
      },
    ],
  },
  {
    type: 'actions',
    block_id: 'chosen',
    elements: [
      { type: 'static_select', action_id: 'pressed', placeholder: words('A metal'), options: metals },
      { type: 'datepicker', action_id: 'pressed:day', placeholder: words('A day') },
    ],
  },
  { type: 'divider' },
  { type: 'context', elements: [{ type: 'mrkdwn', text: 'Small words below.' }] },
];
