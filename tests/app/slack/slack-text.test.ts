import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { readMessage } from '#src/slack/asking/read-message.ts';
import { readCommandText, withoutHandles } from '#src/slack/asking/slack-text.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';
import { richTextOf } from 'local-slack';
import { catalog, TODAY } from '../lodestone.ts';

const said = (text: string) => readMessage({ text }).text;
const type = (text: string, style?: Readonly<Record<string, boolean>>) => ({ type: 'text', text, style });
const section = (...elements: readonly object[]) => ({ type: 'rich_text_section', elements });
const rich = (...elements: readonly object[]) => ({ text: '', blocks: [{ type: 'rich_text', elements }] });
const list = (...items: readonly string[]) => ({
  type: 'rich_text_list',
  style: 'bullet',
  elements: items.map((item) => section(type(item))),
});

const answerOf = (text: string) => renderPlainText(ask(text, catalog, { now: TODAY }));
const wrap = (text: string, mark: string) =>
  mark === '<https://x.test|'
    ? `${mark}${text}>`
    : /^[&•]/.test(mark)
      ? `${mark}${text}`
      : `${mark}${text}${mark.split('').toReversed().join('')}`;
const answered = (sent: string) => {
  const { text, beside: other } = readMessage({ text: sent });
  return answerOf(text === '' ? other : text);
};

describe('a message’s text', () => {
  it.each([
    ['<@U1> price 2024', 'price 2024'],
    ['price <@U1> 2024', 'price 2024'],
    ['<@U1>', ''],
    ['price 2024 cc <@U222>, <#C1|general>', 'price 2024'],
    ['price 2024 (/cc <@U222> and <!subteam^S1|@buyers>)', 'price 2024'],
    ['hey, did you see the <@U222|planner> price 2024 thing?', 'hey, did you see the price 2024 thing?'],
    ['<@U222>’s price 2024', 'price 2024'],
    ['<!here> price 2024 <!date^1392734382^Posted {date_num}|2014-02-18>', 'price 2024'],
    ['is it &gt; 80 % &amp; &lt; 90 %?', 'is it > 80 % & < 90 %?'],
    ['&amp;lt;', '&lt;'],
    ['see <https://x.test/2023/a|neodymium 2023> price 2024', 'see price 2024'],
    ['<http://x.test/2023|x.test/2023> and <https://x.test/b> <mailto:a@x.test|a@x.test> price', 'and price'],
    ['the price of <https://x.test/a|terbium> in 2024', 'the price of terbium in 2024'],
    ['~price 2023~ price 2024', 'price 2024'],
    ['~price <@U2> 2023~ price 2024', 'price 2024'],
    ['~140 kg and ~150 kg', '~140 kg and ~150 kg'],
    ['*price* _in_ `2024`', 'price in 2024'],
    ['3 * 50 kg * 2, snake_case_name', '3 * 50 kg * 2, snake_case_name'],
    ['<https://x.test/~a/_b_|x> price 2024', 'price 2024'],
    ['price 2024 :100: :wave::skin-tone-2: at 9:30:15', 'price 2024 at 9:30:15'],
    ['•\tprice 2024\n•\tproduction 2023', 'price 2024\nproduction 2023'],
    ['1. price 2024\n2. production 2023', '1. price 2024\n2. production 2023'],
    [
      'price 2024 for:\n• neodymium\n• terbium\nand supply?',
      'price 2024 for neodymium, terbium\nand supply?',
    ],
    ['&gt; price 2023\nprice 2024', 'price 2024'],
    ['price 2024\n&gt;&gt;&gt;price 2023\nprice 2022', 'price 2024'],
    ['price 2024 ```price 2023```', 'price 2024'],
  ])('%j says %j', (sent, words) => {
    expect(said(sent)).toBe(words);
  });

  it.each([
    ['&gt; price 2023', 'price 2023'],
    ['```price 2023```', 'price 2023'],
    ['<https://x.test|price 2023>', 'price 2023'],
  ])('%j has its words beside it', (sent, words) => {
    expect(readMessage({ text: sent })).toMatchObject({ text: '', beside: words });
  });

  it('is as it was typed, where nothing in it is a mark', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w&<>=%$., ?-]{0,40}$/), (typed) => {
        fc.pre(!/_|^\s*[->]/.test(typed));
        const sent = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        const words = typed.replaceAll(/\s+/g, ' ').trim();
        expect(said(sent)).toBe(/[^\s,.-]/.test(words) ? words : '');
      }),
    );
  });
});

describe('rich text', () => {
  it.each([
    ['struck words', rich(section(type('price 2023', { strike: true }), type(' price 2024'))), 'price 2024'],
    [
      'a quote',
      rich({ type: 'rich_text_quote', elements: [type('price 2023')] }, section(type('price 2024'))),
      'price 2024',
    ],
    [
      'pasted code',
      rich(section(type('price 2024')), { type: 'rich_text_preformatted', elements: [type('2023')] }),
      'price 2024',
    ],
    [
      'styles',
      rich(section(type('price', { bold: true }), type(' '), type('2024', { code: true, italic: true }))),
      'price 2024',
    ],
    [
      'people, channels, signs, days',
      rich(
        section(
          { type: 'user', user_id: 'U1' },
          type(' price 2024 cc '),
          { type: 'user', user_id: 'U222' },
          type(', '),
          { type: 'channel', channel_id: 'C1' },
          type(' and '),
          { type: 'usergroup', usergroup_id: 'S1' },
          { type: 'emoji', name: '100', unicode: '1f4af' },
          { type: 'date', timestamp: 1392734382, format: '{date_num}', fallback: '2014-02-18' },
          { type: 'broadcast', range: 'here' },
        ),
      ),
      'price 2024',
    ],
    [
      'a link',
      rich(
        section(
          type('see '),
          { type: 'link', url: 'https://x.test', text: 'price 2023' },
          type(' price 2024'),
        ),
      ),
      'see price 2024',
    ],
    ['a list', rich(list('price 2024', 'production 2023')), 'price 2024\nproduction 2023'],
    [
      'a list in a sentence',
      rich(section(type('price 2024 of:')), list('neodymium', 'terbium')),
      'price 2024 of neodymium, terbium',
    ],
    [
      'what nobody knows yet',
      rich(section({ type: 'canvas', canvas_id: 'F1' }, type('price 2024'))),
      'price 2024',
    ],
    ['signs that mark nothing', rich(section(type('~140 kg~ of *3*'))), '~140 kg~ of *3*'],
  ])('with %s', (_, sent, words) => {
    expect(readMessage(sent).text).toBe(words);
  });

  it.each([
    [null],
    ['x'],
    [[]],
    [{ text: 5 }],
    [{ text: 'price 2024', blocks: [{ type: 'rich_text', elements: 'no' }] }],
  ])('that is not there, or odd, is no reason to fail: %j', (sent) => {
    expect(() => readMessage(sent)).not.toThrow();
  });
});

describe('what Slack puts around a question', () => {
  const QUESTIONS = [
    'price in 2024',
    'how much did it rise from 2021 to 2025?',
    'what do 250 kg cost in 2023?',
    'top producing countries',
    'terbium price 2022',
  ];
  const id = fc.constantFrom('U222', 'U0AB1CD', 'W9ZZ');
  /** What is put beside words, and leaves them the question. */
  const beside = fc.oneof(
    id.map((user) => ` cc <@${user}>, <#C0000001|general-2023>`),
    id.map((user) => ` <@${user}>`),
    fc.constantFrom(
      ' <!here>',
      ' <!subteam^S2024|@buyers-2023>',
      ' <!date^1392734382^Posted {date_num}|2014-02-18>',
      ' <https://x.test/2023/price>',
      ' <https://x.test/?a=1&amp;b=2|Terbium prices 2022>',
      ' :100:',
      ' ~production 2023~',
      '\n&gt; terbium production 2023',
      '\n```Dysprosium 2022```',
      '\n&gt;&gt;&gt; supply 2022\nand reserves',
    ),
  );
  const around = fc.constantFrom('*', '_', '`', '*_', '```', '&gt; ', '• ', '<https://x.test|');

  it('leaves its answer as it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...QUESTIONS),
        fc.array(beside, { maxLength: 3 }),
        (question, decoration) => {
          const sent = `<@U1> ${question}${decoration.join('')}`;
          expect(answered(sent)).toBe(answerOf(question));
          // As Slack's own editor makes rich text of it.
          expect(readMessage({ text: '', blocks: [richTextOf(sent)] })).toEqual(readMessage({ text: sent }));
        },
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...QUESTIONS), around, (question, mark) => {
        expect(answered(wrap(question, mark))).toBe(answerOf(question));
      }),
    );
  });

  it('never gets into the words', () => {
    const piece = fc.oneof(
      id.map((user) => `<@${user}|planner>`),
      id.map((user) => `<@${user}>`),
      beside,
      fc.constantFrom('price', ' ', 'cc', '~', '*', '\n', '<', '>', '|', '&lt;@U222&gt;'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { text, beside: other } = readMessage({ text: pieces.join('') });
        // What was typed as "<@U222>" is escaped, and no id.
        for (const words of [text, other]) {
          const slackOwn = words.replaceAll('<@U222>', '');
          expect(slackOwn).not.toMatch(/U222|U0AB1CD|W9ZZ|C0000001|S2024|!date|!here|[\uE000-\uE003]/);
        }
      }),
    );
  });
});

describe('a command’s text', () => {
  it.each([
    ['price &amp; <http://x.test|chart>', 'price & chart'],
    ['digest weekly <#C1|general>', 'digest weekly #general'],
    ['price 2024 <@U2>', 'price 2024'],
    ['above 140 &gt; x', 'above 140 > x'],
  ])('%j is %j', (sent, words) => {
    expect(readCommandText(sent)).toBe(words);
  });

  it.each([
    ['price 2024 cc @planner, #general', 'price 2024'],
    ['price 2024 @planner', 'price 2024'],
    ['100 kg @ 140', '100 kg @ 140'],
    ['#1 producer', '#1 producer'],
    ['a@b.test price', 'a@b.test price'],
  ])('the question of %j is %j', (typed, words) => {
    expect(withoutHandles(typed)).toBe(words);
  });
});
