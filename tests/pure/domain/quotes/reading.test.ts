/** Numbers and dates as feeds write them. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, isDate, monthsBefore } from '#src/domain/measure/days.ts';
import { readDate } from '#src/domain/measure/times/read-date.ts';
import { readNumber as readings, settled } from '#src/domain/measure/numbers/numbers.ts';
import { TODAY } from './sample-quotes.ts';

/** As a table whose settings say the decimal mark; else the first reading. */
function readNumber(text: string, mark: '.' | ',' | undefined): number | undefined {
  const style = mark === '.' ? 'point' : mark === ',' ? 'comma' : 'none';
  const read = readings(text, { style });
  return (settled(read) ?? read[0])?.value;
}

test.each([
  ['1234', undefined, 1234],
  ['1,234', undefined, 1234],
  ['1,5', undefined, 1.5],
  ['1.234', undefined, 1.234],
  ['1.234.567', undefined, 1_234_567],
  ['1,234.5', undefined, 1234.5],
  ['1.234,5', undefined, 1234.5],
  ["553'000", undefined, 553_000],
  ['553 000,25', undefined, 553_000.25],
  ['553\u202f000', undefined, 553_000],
  ['1.234', ',', 1234],
  ['1,234', ',', 1.234],
  ['1,234', '.', 1234],
  ['-3', undefined, -3],
  ['12,34,56', undefined, undefined],
  ['1,23,456.0', '.', 123_456],
  ['1.5.2', '.', undefined],
  ['NaN', undefined, undefined],
  ['Infinity', undefined, undefined],
  ['', undefined, undefined],
  ['n/a', undefined, undefined],
  ['1e5', undefined, 100_000],
  ['0x10', undefined, undefined],
] as const)('number %j with decimal mark %j', (text, mark, wanted) => {
  expect(readNumber(text, mark)).toBe(wanted);
});

test('numbers written with either marks are read back', () => {
  const locale = fc.constantFrom(
    ['en-US', '.'] as const,
    ['de-DE', ','] as const,
    ['de-CH', '.'] as const,
    ['fr-FR', ','] as const,
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), locale, (cents, [language, mark]) => {
      const value = cents / 100;
      const text = value.toLocaleString(language, { minimumFractionDigits: 2 });
      expect(readNumber(text, mark)).toBe(value);
    }),
  );
});

test.each([
  ['2026-11-20', undefined, '2026-11-20'],
  ['2026-11-20T09:30:00Z', undefined, '2026-11-20'],
  ['2026/11/3', undefined, '2026-11-03'],
  ['20261120', undefined, '2026-11-20'],
  ['20.11.2026', undefined, '2026-11-20'],
  ['03.04.2026', undefined, '2026-04-03'],
  ['20/11/2026', undefined, '2026-11-20'],
  ['11/20/2026', undefined, '2026-11-20'],
  ['03/04/2026', 'dmy', '2026-04-03'],
  ['03/04/2026', 'mdy', '2026-03-04'],
  ['20-Nov-2026', undefined, '2026-11-20'],
  ['Nov 20, 2026', undefined, '2026-11-20'],
  ['20/11/26', undefined, '2026-11-20'],
  ['26/11/20', undefined, '2026-11-20'],
  ['20.11.26', undefined, '2026-11-20'],
  ['03/04/26', 'dmy', '2026-04-03'],
  ['20 November', undefined, '2026-11-20'],
  ['24th December', undefined, '2025-12-24'],
  ['2026年11月20日', undefined, '2026-11-20'],
  ['20-Nov-26', undefined, '2026-11-20'],
  ['20.11.26', undefined, '2026-11-20'],
  ['20/11/26', undefined, '2026-11-20'],
  ['Mon, 2 Nov 2026', undefined, '2026-11-02'],
  // As a spreadsheet counts it.
  ['46346', undefined, '2026-11-20'],
  ['today', undefined, '2026-11-23'],
] as const)('date %j, %s', (text, order, date) => {
  expect(readDate(text, TODAY, order)).toEqual({ ok: true, date });
});

test.each([
  '2026-02-30',
  '03/04/2026',
  '31.02.2026',
  'soon',
  '',
  '03/04/26',
  '20.11.19',
  '99999999',
  'Mon, 3 Nov 2026',
])('no date: %j', (text) => {
  expect(readDate(text, TODAY).ok).toBe(false);
});

test('days and months', () => {
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28');
  expect(monthsBefore('2026-01-15', 12)).toBe('2025-01-15');
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
      const date = addDays('2000-01-01', days);
      expect(isDate(date)).toBe(true);
      expect(daysBetween('2000-01-01', date)).toBe(days);
      expect(readDate(date, TODAY)).toEqual({ ok: true, date });
    }),
  );
});
