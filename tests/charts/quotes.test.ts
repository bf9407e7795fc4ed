import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { historySpec, thinQuotes, type DayQuote } from '#src/charts/specs/quotes.ts';

const DAY = 86_400_000;

/** One quote a day, ending on 23 November 2026. */
export function dailyQuotes(values: readonly number[]): readonly DayQuote[] {
  const last = Date.UTC(2026, 10, 23);
  return values.map((value, i) => ({
    date: new Date(last - (values.length - 1 - i) * DAY).toISOString().slice(0, 10),
    range: { low: value, high: value },
  }));
}

const described = { name: 'Neodymium oxide', unit: 'USD/kg', basis: '99.5 %', source: 'a feed' } as const;

test('thins five years of days without losing a spike, a day, or the newest quote', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 1830 }), (values) => {
      const quotes = dailyQuotes(values);
      const buckets = thinQuotes(quotes);
      expect(buckets.length).toBeLessThanOrEqual(130);
      expect(Math.max(...buckets.map((b) => b.range.high))).toBe(Math.max(...values));
      expect(Math.min(...buckets.map((b) => b.range.low))).toBe(Math.min(...values));
      expect([buckets[0]?.from, buckets.at(-1)?.to]).toEqual([quotes[0]?.date, quotes.at(-1)?.date]);
      expect(buckets.at(-1)?.last.low).toBe(values.at(-1));
    }),
    { numRuns: 60 },
  );
});

test('says how it was thinned', () => {
  const spec = historySpec({
    ...described,
    quotes: dailyQuotes(Array.from({ length: 1300 }, (_, i) => 50 + (i % 9))),
  });
  expect(spec?.subtitle).toContain('1,300 quotes in stretches of 10');
  expect(spec?.buckets).toHaveLength(130);
});

test('says since when a threshold is passed', () => {
  const threshold = { value: 60, direction: 'above' } as const;
  const title = (values: readonly number[]) =>
    historySpec({ ...described, quotes: dailyQuotes(values), threshold })?.title;
  expect(title([59, 61, 58, 62, 63])).toBe('Neodymium oxide above $60/kg since 22\u00A0Nov\u00A02026');
  expect(title([59, 60])).toBe('Neodymium oxide at $60/kg: not above $60/kg');
  expect(title([61, 62])).toBe('Neodymium oxide above $60/kg on all days shown');
  expect(historySpec({ ...described, quotes: [] })).toBeUndefined();
});
