import { array, assert, jsonValue, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBlocks, checkView } from '#src/playground/block-kit/check-blocks.ts';

const anyPicture = (): boolean => true;
const plain = (text: string): object => ({ type: 'plain_text', text });
const button = (fields: object = {}): object => ({
  type: 'button',
  action_id: 'a',
  text: plain('Go'),
  ...fields,
});
const actions = (...elements: object[]): object => ({ type: 'actions', elements });
const section = (text: unknown): object => ({ type: 'section', text: { type: 'mrkdwn', text } });
const option = (value: string): object => ({ text: plain(value), value });
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const check = (...blocks: object[]): readonly string[] => checkBlocks(blocks, 'message', anyPicture);

describe('what Slack takes', () => {
  const good: Record<string, object> = {
    section: {
      type: 'section',
      text: plain('a'),
      accessory: button({ style: 'primary', url: 'https://example.com' }),
    },
    fields: { type: 'section', fields: many(10, () => plain('a')) },
    header: { type: 'header', text: plain('h'.repeat(150)) },
    divider: { type: 'divider', block_id: 'd' },
    context: {
      type: 'context',
      elements: [plain('a'), { type: 'image', image_url: 'https://x.y/z.png', alt_text: 'z' }],
    },
    image: { type: 'image', image_url: 'https://x.y/z.png', alt_text: 'z', title: plain('t') },
    'slack file': { type: 'image', slack_file: { id: 'F1' }, alt_text: 'z' },
    actions: actions(...many(25, (i) => button({ action_id: `a${i}` }))),
    overflow: actions({ type: 'overflow', action_id: 'o', options: [option('1'), option('2')] }),
    select: actions({
      type: 'static_select',
      action_id: 's',
      placeholder: plain('p'),
      options: many(100, (i) => option(`${i}`)),
    }),
    groups: actions({
      type: 'static_select',
      option_groups: [{ label: plain('g'), options: [option('1')] }],
    }),
    table: {
      type: 'table',
      rows: [[{ type: 'raw_text', text: 'a' }]],
      column_settings: [{ align: 'right' }],
    },
    'data table': {
      type: 'data_table',
      caption: 'c',
      rows: many(2, () => [{ type: 'raw_text', text: 'a' }]),
    },
    card: { type: 'card', title: { type: 'mrkdwn', text: 't' }, actions: [button()] },
    carousel: { type: 'carousel', elements: [{ type: 'card', body: { type: 'mrkdwn', text: 'b' } }] },
    container: { type: 'container', title: plain('t'), child_blocks: [section('a')], is_collapsible: true },
    markdown: { type: 'markdown', text: '# hi' },
    pie: {
      type: 'data_visualization',
      title: 't',
      chart: { type: 'pie', segments: [{ label: 'a', value: 1 }] },
    },
    line: {
      type: 'data_visualization',
      title: 't',
      chart: {
        type: 'line',
        series: [{ name: 'Nd', data: [{ label: '2024', value: 125 }] }],
        axis_config: { categories: ['2024'], y_label: '$/kg' },
      },
    },
  };
  test.each(Object.entries(good))('%s', (_name, block) => expect(check(block)).toEqual([]));
});

describe('what Slack refuses, and where', () => {
  const bad: [string, object[], string][] = [
    [
      'too many blocks',
      many(51, () => ({ type: 'divider' })),
      'no more than 50 items allowed [json-pointer:/blocks]',
    ],
    [
      'a long section',
      [section('x'.repeat(3001))],
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    ['an empty text', [section('')], 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
    ['a missing text', [section(undefined)], 'missing required field: text [json-pointer:/blocks/0/text]'],
    [
      'a section of nothing',
      [{ type: 'section' }],
      'must define one of: text, fields [json-pointer:/blocks/0]',
    ],
    [
      'a long header',
      [{ type: 'header', text: plain('x'.repeat(151)) }],
      'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'mrkdwn in a header',
      [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
      'must be one of: plain_text [json-pointer:/blocks/0/text/type]',
    ],
    [
      'a long button',
      [actions(button({ text: plain('x'.repeat(76)) }))],
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    [
      'a long value',
      [actions(button({ value: 'x'.repeat(2001) }))],
      'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
    ],
    [
      '26 buttons',
      [actions(...many(26, (i) => button({ action_id: `${i}` })))],
      'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
    ],
    ['no button', [actions()], 'no less than 1 items allowed [json-pointer:/blocks/0/elements]'],
    [
      '11 fields',
      [{ type: 'section', fields: many(11, () => plain('a')) }],
      'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
    ],
    [
      '11 context texts',
      [{ type: 'context', elements: many(11, () => plain('a')) }],
      'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      'a button in a context',
      [{ type: 'context', elements: [button()] }],
      'unsupported type: button [json-pointer:/blocks/0/elements/0/type]',
    ],
    [
      '101 options',
      [actions({ type: 'static_select', options: many(101, (i) => option(`${i}`)) })],
      'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]',
    ],
    [
      '6 options of an overflow',
      [actions({ type: 'overflow', options: many(6, (i) => option(`${i}`)) })],
      'no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]',
    ],
    [
      'an image without words',
      [{ type: 'image', image_url: 'https://x.y/z.png' }],
      'missing required field: alt_text [json-pointer:/blocks/0]',
    ],
    [
      'an image of nothing',
      [{ type: 'image', alt_text: 'z' }],
      'must define either image_url or slack_file, and not both [json-pointer:/blocks/0]',
    ],
    [
      'a long address',
      [{ type: 'image', alt_text: 'z', image_url: `https://${'x'.repeat(3000)}` }],
      'must be less than 3001 characters [json-pointer:/blocks/0/image_url]',
    ],
    [
      'an unknown field',
      [{ type: 'divider', colour: 'red' }],
      'invalid additional property: colour [json-pointer:/blocks/0]',
    ],
    ['an unknown block', [{ type: 'marquee' }], 'unsupported type: marquee [json-pointer:/blocks/0/type]'],
    [
      'a block of a modal',
      [{ type: 'alert', text: plain('a') }],
      'unsupported type: alert [json-pointer:/blocks/0/type]',
    ],
    ['a block without type', [{}], 'missing required field: type [json-pointer:/blocks/0]'],
    [
      'one block_id twice',
      [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
      'block_id "a" already exists [json-pointer:/blocks/1/block_id]',
    ],
    [
      'one action_id twice',
      [actions(button(), button())],
      'action_id "a" already exists in the block [json-pointer:/blocks/0]',
    ],
    [
      'two tables',
      many(2, () => ({ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] })),
      'only one table block allowed per message [json-pointer:/blocks]',
    ],
    [
      '21 columns',
      [{ type: 'table', rows: [many(21, () => ({ type: 'raw_text', text: 'a' }))] }],
      'no more than 20 items allowed [json-pointer:/blocks/0/rows/0]',
    ],
    [
      'markdown in pieces',
      many(2, () => ({ type: 'markdown', text: 'x'.repeat(6001) })),
      'markdown blocks must be less than 12001 characters [json-pointer:/blocks]',
    ],
    [
      'a point off the axis',
      [
        {
          type: 'data_visualization',
          title: 't',
          chart: {
            type: 'bar',
            series: [{ name: 'a', data: [{ label: '2025', value: 1 }] }],
            axis_config: { categories: ['2024'] },
          },
        },
      ],
      'data labels must match the categories [json-pointer:/blocks/0/chart/series/0/data]',
    ],
    [
      'a default without folding',
      [{ type: 'container', title: plain('t'), child_blocks: [section('a')], default_collapsed: true }],
      'default_collapsed needs is_collapsible [json-pointer:/blocks/0]',
    ],
  ];
  test.each(bad)('%s', (_name, blocks, fault) => expect(check(...blocks)).toContain(fault));
});

test('a picture that cannot be fetched is named, wherever it is', () => {
  const image = { type: 'image', image_url: 'https://x.y/z.png', alt_text: 'z' };
  const blocks = [{ type: 'section', text: plain('a'), accessory: image }, image];
  expect(checkBlocks(blocks, 'message', () => false)).toEqual([
    'downloading image failed [json-pointer:/blocks/0/accessory/image_url]',
    'downloading image failed [json-pointer:/blocks/1/image_url]',
  ]);
});

const modal = (fields: object): object => ({ type: 'modal', title: plain('T'), blocks: [], ...fields });
const viewFaults = (view: object): readonly string[] => checkView({ ...view }, anyPicture);

describe('views', () => {
  test('a modal with an input needs a submit button', () => {
    const input = { type: 'input', label: plain('l'), element: { type: 'plain_text_input', action_id: 'i' } };
    expect(viewFaults(modal({ blocks: [input] }))).toEqual([
      'missing required field: submit [json-pointer:/view]',
    ]);
    expect(viewFaults(modal({ blocks: [input], submit: plain('Ok') }))).toEqual([]);
  });
  test('a title has 24 characters at most', () => {
    expect(viewFaults(modal({ title: plain('x'.repeat(25)) }))).toEqual([
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ]);
  });
  test('a home tab has no title, and takes 100 blocks', () => {
    expect(viewFaults({ type: 'home', blocks: many(100, () => ({ type: 'divider' })) })).toEqual([]);
    expect(viewFaults({ type: 'home', blocks: [], title: plain('T') })).toEqual([
      'invalid additional property: title [json-pointer:/view]',
    ]);
  });
});

test('any JSON whatever is judged, and never throws', () => {
  assert(
    property(array(jsonValue()), (blocks) => {
      const faults = checkBlocks(blocks, 'message', anyPicture);
      expect(faults.every((fault) => /\[json-pointer:\/blocks/.test(fault))).toBe(true);
    }),
  );
});
