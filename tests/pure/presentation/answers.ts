/** Answers to render: one of each shape, and arbitrary ones. */
import * as fc from 'fast-check';
import { TOPICS, type Answer, type Line, type Part, type Span, type Table } from '#src/domain/answer.ts';
import type { Citation } from '#src/domain/series/metal.ts';
import {
  CURRENCIES,
  MASS_UNITS,
  exactly,
  type Quantity,
  type Range,
  type Unit,
} from '#src/domain/measure/figure.ts';
import { plainQuestion } from '#src/domain/reading/question.ts';

const question = plainQuestion({ text: 'price 2024', metrics: ['price'], years: [2024] });

export const report: Citation = {
  id: 'report',
  section: 'Yearly Table',
  source: {
    publisher: 'Farmonaut',
    title: 'Neodymium Price per Kg 2021-2026: Global Trends',
    dated: 'undated',
  },
};

export const usgs: Citation = {
  id: 'usgs-2026',
  section: 'Price, average',
  source: { publisher: 'USGS', title: 'Rare Earths', edition: 'MCS 2026', dated: '2026' },
};

export const usd = (low: number, high = low): Quantity => ({ range: { low, high }, unit: 'USD/kg' });

export const pricePart: Part = {
  topic: 'price',
  headline: ['Neodymium, 2024: ', { quantity: usd(125), given: true }, ' (estimate)'],
  body: [
    [
      'Up ',
      { change: { percent: exactly(13.636), midpoint: 13.636 }, given: true },
      ' on 2023; 2025 is given as ',
      { quantity: usd(100, 130), given: true },
      '.',
    ],
  ],
  cautions: [
    ['The USGS has ', { quantity: usd(56), given: true }, ' for oxide in 2024: the two sources disagree.'],
  ],
  citations: [report, usgs],
  chart: { kind: 'price', metal: 'neodymium', from: 2021, to: 2026 },
};

/** An answer that holds the given parts; every other field has a plain value. */
export function answerOf(parts: readonly Part[], fields: Partial<Answer> = {}): Answer {
  return {
    question,
    outcome: 'answer',
    topic: 'price',
    faq: null,
    metal: 'neodymium',
    parts,
    suggestions: [],
    confidence: 1,
    repairs: [],
    ...fields,
  };
}

const UNITS: readonly Unit[] = [
  '%',
  'points',
  ...MASS_UNITS,
  ...CURRENCIES,
  ...CURRENCIES.flatMap((currency) => MASS_UNITS.map((mass) => `${currency}/${mass}` as const)),
];

export const anyNumber = fc.double({ min: -1e12, max: 1e12, noNaN: true });

export const anyRange: fc.Arbitrary<Range> = fc
  .tuple(anyNumber, anyNumber)
  .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));

export const anyQuantity: fc.Arbitrary<Quantity> = fc.record({
  range: anyRange,
  unit: fc.constantFrom(...UNITS),
  qualifier: fc.constantFrom(undefined, 'more than' as const, 'rounded' as const),
});

/** Text with all that Slack gives a meaning to. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 200, unit: 'grapheme' }),
  fc.constantFrom(
    '<!channel>',
    '<@U1>',
    '*bold* _it_ `code` ~gone~',
    '<https://x.test|click>',
    '&amp;',
    ':tada:',
  ),
  // Too long, of a piece again and again: to draw each of its letters took as long as all that is tried with it.
  fc.string({ minLength: 40, maxLength: 80 }).map((piece) => piece.repeat(50)),
);

const { span: anySpan } = fc.letrec<{ span: Span }>((tie) => ({
  span: fc.oneof(
    { depthSize: 'small' },
    anyText,
    anyQuantity.map((quantity): Span => ({ quantity, given: true })),
    fc
      .tuple(anyRange, anyNumber)
      .map(([percent, midpoint]): Span => ({ change: { percent, midpoint }, given: true })),
    fc.array(tie('span'), { maxLength: 3 }).map((strong): Span => ({ strong })),
  ),
}));

export const anyLine: fc.Arbitrary<Line> = fc.array(anySpan, { maxLength: 5 });

export const anyTable: fc.Arbitrary<Table> = fc
  .tuple(
    fc.integer({ min: 1, max: 25 }),
    fc.integer({ min: 0, max: 120 }),
    fc.string({ maxLength: 60 }),
    anyQuantity,
  )
  .map(([columns, rows, text, quantity]) => ({
    columns: Array.from({ length: columns }, (_, index) => `${index} ${text}`),
    rows: Array.from({ length: rows }, () =>
      Array.from({ length: columns }, (_, index): Line =>
        index === 0 ? [text] : [{ quantity, given: true }],
      ),
    ),
  }));

const anyCitation: fc.Arbitrary<Citation> = fc
  .tuple(anyText, anyText, anyText, fc.option(anyText, { nil: undefined }))
  .map(([publisher, title, section, edition]) => ({
    id: 'x',
    section,
    source: { publisher, title, edition, dated: 'undated' },
  }));

const anyPart: fc.Arbitrary<Part> = fc.record({
  topic: fc.constantFrom(...TOPICS),
  headline: anyLine,
  body: fc.array(anyLine, { maxLength: 6 }),
  table: fc.option(anyTable, { nil: undefined, freq: 3 }),
  cautions: fc.array(anyLine, { maxLength: 6 }),
  citations: fc.array(anyCitation, { maxLength: 6 }),
  claimant: fc.option(anyText, { nil: undefined }),
  chart: fc.constantFrom(undefined, { kind: 'sparkline' as const, metal: 'neodymium' }),
  chartWanted: fc.boolean(),
});

const anySuggestion = fc.record({
  label: anyText,
  ask: anyText,
  need: fc.option(fc.record({ metals: fc.array(anyText) }), { nil: undefined }),
});

/** Any answer at all, within the types: absurd lengths, markup in every string, tables that are too large. */
export const anyAnswer: fc.Arbitrary<Answer> = fc
  .record({
    text: anyText,
    outcome: fc.constantFrom('answer' as const, 'suggest' as const, 'none' as const),
    parts: fc.array(anyPart, { maxLength: 8 }),
    suggestions: fc.array(anySuggestion, { maxLength: 30 }),
    repairs: fc.array(fc.record({ from: anyText, to: anyText }), { maxLength: 3 }),
  })
  .map(({ text, parts, ...fields }) => answerOf(parts, { ...fields, question: { ...question, text } }));
