/** Days whose year is a slip: told by those before and after them, where the others are in their order. */
import { expect, it } from 'vitest';
import { yearSlips } from '#src/domain/series/quotes/year-slips.ts';

const slipsIn = (dates: readonly string[]) => [
  ...yearSlips(dates.map((date, line) => ({ date, line }))).values(),
];

it.each([
  ['between two days', ['2026-11-18', '2025-11-19', '2026-11-20'], ['2026-11-19']],
  ['newest first', ['2026-11-20', '2025-11-19', '2026-11-18'], ['2026-11-19']],
  ['over the end of a year', ['2025-12-31', '2025-01-31', '2026-02-28'], ['2026-01-31']],
  ['at the end', ['2026-01-02', '2026-01-05', '2026-01-06', '2025-01-07'], ['2026-01-07']],
  ['at the top, newest first', ['2025-01-07', '2026-01-06', '2026-01-05', '2026-01-02'], ['2026-01-07']],
])('a slip %s', (_, dates, slips) => {
  expect(slipsIn(dates)).toEqual(slips);
});

it.each([
  ['days in their order', ['2025-11-18', '2025-12-19', '2026-01-20']],
  [
    'years in turn below months',
    ['2024-01-31', '2025-01-31', '2024-02-29', '2025-02-28', '2024-03-31', '2025-03-31'],
  ],
  ['the ends of years', ['2022-12-31', '2023-12-31', '2021-12-31']],
  ['purchases in no order', ['2026-03-01', '2025-03-10', '2026-04-02', '2025-02-01', '2026-01-15']],
  ['a day that stands there already', ['2026-11-18', '2025-11-19', '2026-11-20', '2026-11-19']],
  ['too few before the last', ['2026-01-05', '2026-01-06', '2025-01-07']],
])('no slip in %s', (_, dates) => {
  expect(slipsIn(dates)).toEqual([]);
});
