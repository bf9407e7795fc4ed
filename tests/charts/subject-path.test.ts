import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChartSubject } from '#src/domain/answer.ts';
import { KINDS, subjectFromWords, UsageError } from '#src/charts/cli-subject.ts';
import { subjectOf, subjectPath } from '#src/charts/subject-path.ts';
import { shippedFigures } from './figures.ts';

const shipped = shippedFigures();
const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/);
const year = fc.integer({ min: 1900, max: 2100 });
const over = { metal: id, from: year, to: year };
const anySubject: fc.Arbitrary<ChartSubject> = fc.oneof(
  fc.record({ kind: fc.constantFrom('price', 'production', 'sectors-over-time'), ...over }),
  fc.record({ kind: fc.constantFrom('sectors', 'countries'), metal: id, year }),
  fc.record({ kind: fc.constant('compare-years'), metal: id, years: fc.tuple(year, year) }),
  fc.record({
    kind: fc.constant('compare-metals'),
    metals: fc.array(id, { minLength: 1, maxLength: 12 }),
    from: year,
    to: year,
  }),
  fc.record({ kind: fc.constant('sparkline'), metal: id }),
);

test('writes any subject as a path, and reads it back', () => {
  fc.assert(
    fc.property(anySubject, (subject) => {
      expect(subjectOf(subjectPath(subject))).toEqual(subject);
      expect(subjectPath(subject)).toMatch(/^[a-z0-9./-]+$/);
    }),
  );
});

test('reads no other path as a subject', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const subject = subjectOf(text);
      expect(subject === undefined || subjectPath(subject) === text).toBe(true);
    }),
  );
});

test.each([
  ['price 2021-2026', { kind: 'price', metal: 'neodymium', from: 2021, to: 2026 }],
  ['price Dy 2022', { kind: 'price', metal: 'dysprosium', from: 2022, to: 2022 }],
  ['sectors 2026', { kind: 'sectors', metal: 'neodymium', year: 2026 }],
  ['compare-years 2025 2021', { kind: 'compare-years', metal: 'neodymium', years: [2021, 2025] }],
  [
    'compare-metals terbium dysprosium 2020-2024',
    { kind: 'compare-metals', metals: ['terbium', 'dysprosium'], from: 2020, to: 2024 },
  ],
  ['sparkline', { kind: 'sparkline', metal: 'neodymium' }],
])('understands "%s" in a terminal', (words, subject) => {
  expect(subjectFromWords(words.split(' '), shipped, 'neodymium')).toEqual(subject);
});

test.each([
  ['prize 2021', `"prize" is no chart; there are: ${KINDS.join(', ')}`],
  ['price unobtainium', '"unobtainium" is neither a year nor a metal'],
  ['sectors', 'sectors takes one year'],
  ['compare-metals terbium', 'compare-metals takes two metals or more'],
  ['price terbium dysprosium', 'price takes one metal'],
  ['sparkline 2024', 'sparkline takes no years'],
])('says what is wrong with "%s"', (words, message) => {
  const read = () => subjectFromWords(words.split(' '), shipped, 'neodymium');
  expect(read).toThrow(UsageError);
  expect(read).toThrow(message);
});
