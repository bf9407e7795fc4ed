import { describe, expect, test } from 'vitest';
import { actions, button, check, many, option, plain, section } from './blocks.ts';

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
