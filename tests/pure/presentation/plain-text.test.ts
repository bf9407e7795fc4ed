import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';
import { anyAnswer, answerOf, pricePart, report, usd, usgs } from './answers.ts';
import { cases } from '../../cases.ts';

describe('an answer as plain text', () => {
  it('gives the figure, what it means, what to beware of, and the sources', () => {
    expect(renderPlainText(answerOf([pricePart]))).toBe(
      [
        'Neodymium, 2024: $125/kg (estimate)',
        'Up +13.6 % on 2023; 2025 is given as $100 to $130/kg.',
        'The USGS has $56/kg for oxide in 2024: the two sources disagree.',
        'Sources: Farmonaut, "Neodymium Price per Kg 2021-2026: Global Trends", Yearly Table, undated · USGS MCS 2026',
      ].join('\n'),
    );
  });

  it('aligns figures at the right and labels at the left', () => {
    const table = {
      columns: ['Year', 'Price', 'Supply'],
      rows: [
        [['2021'], [{ quantity: usd(75), given: true as const }], ['Shortage']],
        [['2025'], [{ quantity: usd(100, 130), given: true as const }], ['–']],
      ],
    };
    const text = renderPlainText(answerOf([{ ...pricePart, body: [], cautions: [], table }]));
    expect(text.split('\n').slice(1, 4)).toEqual([
      'Year            Price  Supply',
      '2021           $75/kg  Shortage',
      '2025  $100 to $130/kg  –',
    ]);
  });

  it('cites each source once, with its sections, and once for parts that share them', () => {
    const part = { ...pricePart, citations: [report, usgs, { ...report, section: 'Summary' }] };
    const text = renderPlainText(answerOf([part, part]));
    expect(text.match(/Farmonaut/g)).toHaveLength(1);
    expect(text).toContain('Yearly Table; Summary, undated');
  });

  it('says what was mended, whose claim it is, and what one could ask', () => {
    const text = renderPlainText(
      answerOf([{ ...pricePart, claimant: 'Farmonaut' }], {
        outcome: 'none',
        repairs: [{ from: 'prcie', to: 'price' }],
        suggestions: [{ label: 'Price in 2023', ask: 'price 2023' }],
      }),
    );
    expect(text).toContain('Read "prcie" as "price".');
    expect(text).toContain('Farmonaut says this of its own services.');
    expect(text).toMatch(/What you can ask:\n {2}- price 2023$/);
  });

  it('renders any answer', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const text = renderPlainText(answer);
        expect(text).not.toMatch(/\[object|undefined$/);
        for (const suggestion of answer.suggestions) expect(text).toContain(suggestion.ask);
      }),
      { numRuns: cases(50) },
    );
  });
});
