import { array, assert, constantFrom, jsonValue, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { createChanges } from '../src/state/changes.ts';
import { isJson } from '../src/wire/json.ts';
import { plainWords } from '../src/terminal/plain-words.ts';
import { renderText } from '../src/terminal/render-text.ts';
import { createWorkspace, DEFAULT_CHANNELS, DEFAULT_PEOPLE } from '../src/state/workspace.ts';
import { MANIFEST } from './peer.ts';

const workspace = createWorkspace({
  manifest: MANIFEST,
  changes: createChanges(),
  now: () => 0,
  people: DEFAULT_PEOPLE,
  channels: DEFAULT_CHANNELS,
});
const buyer = workspace.people[0]?.id ?? '';
const plain = (text: string): object => ({ type: 'plain_text', text });
const mrkdwn = (text: string): object => ({ type: 'mrkdwn', text });
const shown = (...blocks: object[]): string => renderText(workspace, blocks.filter(isJson)).text;

test.each([
  ['*Neodymium, 2024: $125/kg* (estimate)', 'Neodymium, 2024: $125/kg (estimate)'],
  ['2*3* and 4*5* stay', '2*3* and 4*5* stay'],
  ['2*3*4 and snake_case_name', '2*3*4 and snake_case_name'],
  ['_from_ <https://x.y|the report> &amp; `more` ~less~', 'from the report (https://x.y) & more less'],
  ['<https://x.y>', 'https://x.y'],
  [`<@${buyer}> in <#C1|general>, <!here>: 5 &lt; 6`, '@buyer in #general, @here: 5 < 6'],
  ['&amp;lt; is not &lt;', '&lt; is not <'],
])('%s', (typed, words) => expect(plainWords(workspace, typed)).toBe(words));

test('a message with buttons, a picture, a table', () => {
  const button = (text: string): object => ({ type: 'button', text: plain(text), action_id: text });
  expect(
    shown(
      { type: 'header', text: plain('Price') },
      { type: 'section', text: mrkdwn('*$125/kg*'), accessory: button('Why?') },
      { type: 'image', image_url: 'https://x.y/z.png', alt_text: 'rising from 75 to 125' },
      {
        type: 'table',
        column_settings: [{}, { align: 'right' }],
        rows: [
          [
            { type: 'raw_text', text: 'Year' },
            { type: 'raw_text', text: '$' },
          ],
          [
            { type: 'raw_text', text: '2024' },
            { type: 'raw_number', value: 125, text: '125' },
          ],
        ],
      },
      { type: 'context', elements: [mrkdwn('_USGS_')] },
      {
        type: 'actions',
        elements: [
          button('Chart'),
          {
            type: 'static_select',
            placeholder: plain('Metal'),
            options: [{ text: plain('Terbium'), value: 't' }],
          },
        ],
      },
    ),
  ).toBe(
    [
      'Price',
      '=====',
      '$125/kg',
      '[1] Why?',
      '[picture: rising from 75 to 125]',
      'https://x.y/z.png',
      'Year    $',
      '2024  125',
      'USGS',
      '[2] Chart  [3] Metal (Terbium)',
    ].join('\n'),
  );
});

test('a choice shows what it holds, and what else there is', () => {
  const option = (text: string): object => ({ text: plain(text), value: text });
  const options = [option('Date'), option('Price')];
  const select = { type: 'static_select', placeholder: plain('Not read'), options };
  expect(shown({ type: 'actions', elements: [{ ...select, initial_option: option('Date') }, select] })).toBe(
    '[1] Date (Date | Price)  [2] Not read (Date | Price)',
  );
  expect(shown({ type: 'actions', elements: [{ type: 'datepicker', initial_date: '2026-11-20' }] })).toBe(
    '[1] 2026-11-20',
  );
});

test('without blocks the text is shown', () => {
  expect(renderText(workspace, [], '*plain*').text).toBe('plain');
});

test('anything that comes as blocks is shown somehow, and each choice has its number', () => {
  const type = constantFrom(
    'section',
    'actions',
    'table',
    'rich_text',
    'card',
    'container',
    'data_visualization',
    'input',
    'other',
  );
  const block = record({
    type,
    elements: jsonValue(),
    text: jsonValue(),
    rows: jsonValue(),
    accessory: jsonValue(),
    chart: jsonValue(),
  });
  assert(
    property(array(block), string(), (blocks, text) => {
      expect(typeof renderText(workspace, blocks, text).text).toBe('string');
    }),
  );
  const button = { type: 'button', text: plain('Go') };
  assert(
    property(array(constantFrom('actions', 'section'), { minLength: 1, maxLength: 20 }), (types) => {
      const blocks = types.map((one) => ({ type: one, elements: [button], accessory: { ...button } }));
      const { text, choices } = renderText(workspace, blocks);
      expect(text).toContain(`[${choices.length}] Go`);
      expect(choices).toHaveLength(types.length);
    }),
  );
});
