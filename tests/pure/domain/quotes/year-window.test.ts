/** A digest's words on 12 months and its picture speak of one span. */
import { expect, test } from 'vitest';
import { yearChart, yearLine } from '#src/domain/watching/digest-year.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import { bookOf } from './sample-quotes.ts';

test.each([
  // A quote of a little more than a year ago stands for the year’s first day.
  [{ '2025-11-14': 420_000, '2026-03-02': 400_000, '2026-11-20': 553_000 }, '2025-11-14'],
  [{ '2025-06-02': 300_000, '2025-11-20': 420_000, '2026-11-20': 553_000 }, '2025-11-20'],
  [{ '2026-03-02': 400_000, '2026-11-20': 553_000 }, '2026-03-02'],
])('%j', (days, from) => {
  const book = bookOf(days);
  expect(yearLine('ndpr', book, false)?.[0]).toContain(dayInWords(from, '2026-11-23'));
  expect(yearChart('ndpr', book)).toMatchObject({ kind: 'quotes', from, to: '2026-11-23' });
  expect(yearChart('ndpr', { ...book, charted: false })).toBeUndefined();
});
