import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuantity } from '#src/presentation/text/format.ts';
import { renderMessage } from '#src/presentation/message.ts';
import type { Answer } from '#src/domain/answer.ts';
import { anyAnswer, anyQuantity, anyText, answerOf, pricePart, usd } from './answers.ts';
import { expectAcceptable, expectEscaped } from './slack-rules.ts';
import { cases } from '../../cases.ts';

const picture = { url: 'https://charts.test/c?x', altText: 'Up from $75/kg to $125/kg', title: 'Price' };
const draw = () => picture;
const sectionTexts = (answer: Answer) =>
  renderMessage(answer).blocks.flatMap((block) =>
    block.type === 'section' && block.text ? [block.text.text] : [],
  );

const chartOf = (metal: string, name: string) => ({
  ...pricePart,
  chart: { kind: 'price', metal, from: 2021, to: 2025 } as const,
  chartOf: name,
});

describe('an answer as a Slack message', () => {
  it('names the metal of each chart where two are of one thing', () => {
    const labels = renderMessage(
      answerOf([chartOf('ndpr', 'NdPr'), chartOf('heavy-rare-earths', 'Heavy rare earths')]),
    ).blocks.flatMap((block) =>
      block.type === 'actions'
        ? block.elements.flatMap((one) => (one.type === 'button' ? [one.text.text] : []))
        : [],
    );
    expect(labels).toEqual(expect.arrayContaining(['Chart: price, NdPr', 'Chart: price, Heavy rare earths']));
  });

  it('is the figure in bold, its meaning, what to beware of, the sources, and the buttons', () => {
    const { text, blocks } = renderMessage(answerOf([pricePart]), { share: true });
    expect(text).toContain('Neodymium, 2024: $125/kg (estimate)');
    expect(blocks).toEqual([
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          verbatim: true,
          text: [
            '*Neodymium, 2024: $125/kg (estimate)*',
            'Up +13.6 % on 2023; 2025 is given as $100 to $130/kg.',
            'The USGS has $56/kg for oxide in 2024: the two sources disagree.',
          ].join('\n'),
        },
      },
      {
        type: 'context',
        elements: [
          {
            type: 'mrkdwn',
            verbatim: true,
            text: 'Sources: Farmonaut, "Neodymium Price per Kg 2021-2026: Global Trends", Yearly Table, undated · USGS MCS 2026',
          },
        ],
      },
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            action_id: 'answer:chart:0',
            text: { type: 'plain_text', text: 'Chart', emoji: false },
            value: JSON.stringify(pricePart.chart),
          },
          {
            type: 'button',
            action_id: 'answer:share',
            text: { type: 'plain_text', text: 'Share in channel', emoji: false },
            value: 'price 2024',
          },
          {
            type: 'button',
            action_id: 'answer:instead',
            text: { type: 'plain_text', text: 'Not right?', emoji: false },
            value: 'price 2024',
          },
        ],
      },
    ]);
  });

  it('keeps the bold that a headline states itself', () => {
    const headline = [
      { strong: ['Neodymium, 2024: ', { quantity: usd(125), given: true as const }] },
      ' (estimate)',
    ];
    const [section] = sectionTexts(answerOf([{ ...pricePart, headline, body: [], cautions: [] }]));
    expect(section).toBe('*Neodymium, 2024: $125/kg* (estimate)');
  });

  it('offers choices as buttons that answer in place, and nothing to share', () => {
    const { text, blocks } = renderMessage(
      answerOf([{ ...pricePart, headline: ['Did you mean one of these?'], chart: undefined }], {
        outcome: 'suggest',
        suggestions: [{ label: 'Price in 2023', ask: 'price in 2023' }],
      }),
      { share: true },
    );
    expect(text).toMatch(/- price in 2023$/);
    expect(text.match(/did you mean/gi)).toHaveLength(1);
    expect(JSON.stringify(blocks).match(/did you mean/gi)).toHaveLength(1);
    expect(blocks.slice(-2)).toMatchObject([
      { type: 'actions', elements: [{ action_id: 'answer:choose:0', value: 'price in 2023' }] },
      { type: 'actions', elements: [{ action_id: 'feedback:unfit' }, { action_id: 'answer:explain' }] },
    ]);
  });

  it('shows a wanted chart at once, and leaves it out when Slack refused it', () => {
    const answer = answerOf([{ ...pricePart, chartWanted: true }]);
    const types = (without?: 'no-pictures' | 'plain') =>
      renderMessage(answer, { draw, without }).blocks.map((block) => block.type);
    expect(types()).toContain('image');
    expect(types('no-pictures')).not.toContain('image');
  });

  it('draws the first table as a table, and all as lines where tables may not stand', () => {
    const table = {
      columns: ['Year', 'Price'],
      rows: [[['2024'], [{ quantity: usd(125), given: true as const }]]],
    };
    const answer = answerOf([
      { ...pricePart, table },
      { ...pricePart, table },
    ]);
    expect(renderMessage(answer).blocks.filter((block) => block.type === 'table')).toHaveLength(1);
    const modal = renderMessage(answer, { surface: 'modal' });
    expect(modal.blocks.some((block) => block.type === 'table')).toBe(false);
    expect(JSON.stringify(modal.blocks).match(/\*2024\*: \$125\/kg/g)).toHaveLength(2);
  });

  it('keeps whatever was typed literal', () => {
    const hostile = '<!channel> <@U1> <https://x.test|y> & *b* _i_ ~s~ `c` :tada:\n> quote';
    const answer = answerOf([{ ...pricePart, headline: [hostile], body: [[hostile]] }]);
    const { text, blocks } = renderMessage(answer);
    expectEscaped(text);
    const [first] = blocks;
    const section = first?.type === 'section' ? (first.text?.text ?? '') : '';
    expectEscaped(section);
    expect(section).not.toMatch(/[_~`]|:tada:|^&gt;/m);
    // The two stars are the headline's own.
    expect(section.match(/\*/g)).toHaveLength(2);
  });

  it('never cuts a figure in half', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2900, max: 3010 }), anyQuantity, (length, quantity) => {
        const filler = 'w'.repeat(length - 1);
        const answer = answerOf([
          {
            ...pricePart,
            headline: [filler, ' ', { quantity, given: true }, ' end of it'],
            body: [],
            cautions: [],
          },
        ]);
        const [section = ''] = sectionTexts(answer);
        const shown = section.replaceAll('*', '').replaceAll(/^w+|(?: end)?(?: of)?(?: it)? ?…?$/g, '');
        expect(['', formatQuantity(quantity)]).toContain(shown.trim());
      }),
    );
  });

  it('stays within Slack’s limits for any answer, on any surface', () => {
    const anyOptions = fc.record({
      share: fc.boolean(),
      surface: fc.constantFrom('message' as const, 'modal' as const, 'home' as const),
      without: fc.constantFrom(undefined, 'no-pictures' as const, 'plain' as const),
      preface: fc.option(
        anyText.map((text) => [text]),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(anyAnswer, anyOptions, (answer, options) => {
        const { text, blocks } = renderMessage(answer, { ...options, draw });
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(4000);
        expectEscaped(text);
        expectAcceptable(blocks, options.surface === 'message' ? 50 : 100);
      }),
      { numRuns: cases(60) },
    );
  });
});
