/** The days that a question names. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, dayInWords, isDate } from '#src/domain/quotes/dates.ts';
import { readWindow } from '#src/domain/quotes/read-window.ts';
import { TODAY } from './sample-quotes.ts';

const window = (from: string, to: string) => ({ kind: 'window', window: { from, to } });

it.each([
  ['price ndpr 18 Nov to 20 Nov', window('2026-11-18', '2026-11-20')],
  ['from 1 September to 15 October', window('2026-09-01', '2026-10-15')],
  ['between Sep 1st and Oct 15, 2025', window('2025-09-01', '2025-10-15')],
  ['1 Dec 2025 until 31 Jan 2026', window('2025-12-01', '2026-01-31')],
  ['December to January', window('2025-12-01', '2026-01-31')],
  ['Sep to Oct 2025', window('2025-09-01', '2025-10-31')],
  ['2026-09-01 - 2026-09-30', window('2026-09-01', '2026-09-30')],
  ['since 1 September', window('2026-09-01', TODAY)],
  ['in October', window('2026-10-01', '2026-10-31')],
  ['last 30 days', window('2026-10-25', TODAY)],
  ['3 weeks ago', { kind: 'at', date: '2026-11-02' }],
  ['on 20 Nov', { kind: 'at', date: '2026-11-20' }],
])('reads “%s”', (text, expected) => {
  expect(readWindow(text, TODAY)).toMatchObject(expected);
});

it.each([
  'in 2025',
  'from 2021 to 2025',
  'price',
  'may it rise and may it fall',
  '20 Nov 2026 to 30 Feb 2026',
])('reads no days in “%s”', (text) => {
  expect(readWindow(text, TODAY)).toBeUndefined();
});

it('reads any two days back, and never turns them round', () => {
  const days = fc.integer({ min: 0, max: 1500 }).map((ago) => addDays(TODAY, -ago));
  fc.assert(
    fc.property(days, days, fc.constantFrom('to', 'until', 'and', '-'), (a, b, word) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      for (const say of [(date: string) => date, (date: string) => dayInWords(date)])
        expect(readWindow(`ndpr from ${say(from)} ${word} ${say(to)}`, TODAY)).toMatchObject(
          window(from, to),
        );
    }),
  );
});

it('makes a window that begins before it ends of whatever is typed, or none', () => {
  const words = fc.constantFrom(
    'from',
    'to',
    'Sep',
    '31',
    '2025',
    'last',
    'months',
    '9',
    'May',
    '-',
    'and',
    '2026-02-30',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), (typed) => {
      const read = readWindow(typed.join(' '), TODAY);
      if (read?.kind !== 'window') return;
      const { from, to } = read.window;
      expect(isDate(from) && isDate(to) && from <= to).toBe(true);
    }),
  );
});
