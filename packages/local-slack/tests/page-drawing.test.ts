import { array, assert, constantFrom, jsonValue, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { createChanges } from '../src/state/changes.ts';
import { isJson } from '../src/wire/json.ts';
import { blocksHtml } from '../src/page/drawing/draw-blocks.ts';
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
const context = { workspace, state: {}, zone: 'Europe/Berlin', prefix: 'p' };
const html = (...blocks: object[]): string => blocksHtml(context, blocks.filter(isJson));
const section = (text: string): string => html({ type: 'section', text: { type: 'mrkdwn', text } });

test.each([
  ['10:30 to 11:30 and a:b:c', '10:30 to 11:30 and a:b:c'],
  ['{"a":{"b":"c"}}', '{&quot;a&quot;:{&quot;b&quot;:&quot;c&quot;}}'],
  [':eyes: at 9:00', '👀 at 9:00'],
  ['<https://x.y:80/a:b> and <https://x.y|at 9:00: that>', 'https://x.y:80/a:b and at 9:00: that'],
  ['&lt;b&gt; &amp;amp; 5 &lt; 6', '&lt;b&gt; &amp;amp; 5 &lt; 6'],
  [`<@${buyer}>`, '@buyer'],
])('%s is read as Slack reads it', (text, words) => {
  expect(section(text).replaceAll(/<[^>]*>/g, '')).toBe(words);
});

test('a link leads to its address, whatever is in it', () => {
  expect(section('<https://x.y:80/a:b?c=1&amp;d=2>')).toContain('href="https://x.y:80/a:b?c=1&amp;d=2"');
});

test('a block that cannot be drawn says so, and the others stay', () => {
  const shown = html(
    { type: 'section', text: { type: 'mrkdwn', text: 'before' } },
    { type: 'section', text: 5 },
    { type: 'nothing' },
    { type: 'section', text: { type: 'mrkdwn', text: 'after' } },
  );
  expect(shown).toMatch(/before[\s\S]*cannot be shown here[\s\S]*after/);
});

test('whatever an app sends is drawn or refused, and nothing of it becomes markup', () => {
  const type = constantFrom(
    'section',
    'actions',
    'input',
    'context',
    'image',
    'header',
    'table',
    'rich_text',
  );
  const hostile = constantFrom(
    '<script>x()</script>',
    '"><img src=x onerror=x()>',
    "' onload='x()",
    'javascript:x()',
  );
  const text = record({ type: constantFrom('mrkdwn', 'plain_text'), text: hostile });
  const element = record({
    type: constantFrom('button', 'static_select', 'plain_text_input', 'datepicker', 'checkboxes'),
    action_id: hostile,
    text,
    placeholder: text,
    url: hostile,
    options: array(record({ text, value: hostile }), { maxLength: 2 }),
  });
  const block = record(
    {
      type,
      block_id: string(),
      text,
      label: text,
      element,
      elements: array(element, { maxLength: 2 }),
      accessory: element,
      alt_text: hostile,
      image_url: hostile,
      fields: jsonValue(),
      rows: jsonValue(),
    },
    { requiredKeys: ['type'] },
  );
  assert(
    property(array(block, { maxLength: 2 }), (blocks) => {
      const drawn = html(...blocks);
      // React puts a throw in the place of a script.
      expect(drawn).not.toMatch(/(?:href|src)="javascript:(?!throw)/);
      // In the value of an attribute, quoted and escaped, anything may stand.
      expect(drawn.replaceAll(/"[^"]*"/g, '')).not.toMatch(/<script|<img src=x|<[^>]* on\w+=/);
    }),
    { numRuns: 60 },
  );
});
