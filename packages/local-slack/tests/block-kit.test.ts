import { array, assert, jsonValue, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBlocks, checkView } from '../src/block-kit/check-blocks.ts';

import { actions, anyPicture, button, check, many, option, plain, section } from './blocks.ts';

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
