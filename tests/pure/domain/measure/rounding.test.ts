/** What is worked out is no more exact than what it was worked out from. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { exactly } from '#src/domain/measure/figure.ts';
import { about } from '#src/domain/measure/rounding.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { formatQuantity } from '#src/presentation/text/format.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });
const firstLine = (text: string) =>
  renderPlainText(ask(text, catalog, { now: new Date('2026-11-23T12:00:00') })).split('\n')[0];

describe('a cost keeps the digits of the price, and says that it is rounded', () => {
  test.each([
    [
      '250 kg of magnets in 2026',
      'The neodymium in 250 kg of NdFeB magnets, 2026: about $7,680 to $9,350 (projection)',
    ],
    // Without a year: what was observed last, not what is projected.
    [
      '250 kg of magnets',
      'The neodymium in 250 kg of NdFeB magnets, 2025: about $6,680 to $8,680 (estimate)',
    ],
    ['333 kg nd 2024', '333 kg of neodymium, 2024: $41,625 (estimate)'],
    ['250 kg in 2023', '250 kg of neodymium, 2023: $27,500 (estimate)'],
    ['10 kg of terbium in 2022', '10 kg of terbium oxide, 99.99 % minimum, 2022: $20,510'],
    ['100 lb of neodymium 2021', '100 lb of neodymium, 2021: about $3,402 (estimate)'],
    ['2 g of neodymium in 2021', '2 g of neodymium, 2021: $0.15 (estimate)'],
    [
      'how many kilos for $10,000 at 2024 prices',
      '$10,000 buys, at 2024 prices: 80 kg of neodymium (estimate)',
    ],
    [
      'how many kilos for $10,000 now',
      '$10,000 buys, at 2026 prices: about 71.43 to 86.96 kg of neodymium (projection)',
    ],
  ])('%s', (text, expected) => {
    expect(firstLine(text)).toBe(expected);
  });
});

test('"about" stands before the whole range', () => {
  const quantity = about({ range: { low: 7676.25, high: 9345 }, unit: 'USD' }, exactly(140), exactly(0.267));
  expect(formatQuantity(quantity)).toBe('about $7,680 to $9,350');
});

const positive = fc.double({ min: 1e-6, max: 1e12, noNaN: true });
const input = fc.integer({ min: 1, max: 99_999 }).map((value) => exactly(value / 100));

test('rounding stays within half a per cent, keeps the ends in order, and is done once', () => {
  fc.assert(
    fc.property(positive, positive, input, input, (a, b, one, other) => {
      const range = { low: Math.min(a, b), high: Math.max(a, b) };
      const rounded = about({ range, unit: 'USD' }, one, other);
      expect(Math.abs(rounded.range.low / range.low - 1)).toBeLessThanOrEqual(0.00501);
      expect(Math.abs(rounded.range.high / range.high - 1)).toBeLessThanOrEqual(0.00501);
      expect(rounded.range.low).toBeLessThanOrEqual(rounded.range.high);
      expect(about(rounded, one, other).range).toEqual(rounded.range);
    }),
  );
});
