import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CURRENCIES, MASS_UNITS } from '#src/domain/measure/figure.ts';
import { FORMS, VAT_STATES } from '#src/domain/series/quote.ts';
import { addDays } from '#src/domain/measure/days.ts';
import { KINDS, subjectFromWords, UsageError } from '#src/charts/cli-subject.ts';
import { chartSubject, subjectOf, subjectPath, type ChartSubject } from '#src/domain/series/chart-subject.ts';
import { shippedFigures } from './figures.ts';

const shipped = shippedFigures();
const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/);
const year = fc.integer({ min: 1900, max: 2100 });
const month = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days));
const price = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true });
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
  fc.record({
    kind: fc.constant('months'),
    metals: fc.array(id, { minLength: 1, maxLength: 12 }),
    from: month,
    to: month,
  }),
  fc.record({ kind: fc.constant('sparkline'), metal: id }),
  fc.record(
    {
      kind: fc.constant('quotes'),
      series: fc.stringMatching(/^[\w-]{16}$/),
      from: day,
      to: day,
      // A target of nothing is left out.
      target: fc
        .record(
          {
            form: fc.constantFrom(...FORMS),
            vat: fc.constantFrom(...VAT_STATES),
            currency: fc.constantFrom(...CURRENCIES),
            mass: fc.constantFrom(...MASS_UNITS),
          },
          { requiredKeys: [] },
        )
        .filter((target) => Object.keys(target).length > 0),
      threshold: fc.oneof(
        fc.record({ direction: fc.constantFrom('above', 'below'), value: price }),
        fc.record({ direction: fc.constantFrom('leaves', 'enters'), low: price, high: price }),
      ),
    },
    { requiredKeys: ['kind', 'series', 'from', 'to'] },
  ),
);

test('writes any subject as a path, and reads it back', () => {
  fc.assert(
    fc.property(anySubject, (subject) => {
      expect(subjectOf(subjectPath(subject))).toEqual(subject);
      expect(subjectPath(subject)).toMatch(/^[\w.+/-]+$/);
    }),
  );
});

test('fits any subject into a button, and reads it back', () => {
  fc.assert(
    fc.property(anySubject, (subject) => {
      const value = JSON.stringify(subject);
      expect(value.length).toBeLessThan(2000);
      expect(chartSubject.parse(JSON.parse(value))).toEqual(subject);
    }),
  );
});

test.each([
  '{"kind":"price","metal":"neodymium","from":2021,"to":2026}',
  '{"kind":"compare-metals","metals":["terbium","dysprosium"],"from":2020,"to":2024}',
  '{"kind":"compare-years","metal":"neodymium","years":[2021,2025]}',
  '{"kind":"quotes","series":"3fG_h-9k2LmNoPq1","from":"2025-11-25","to":"2026-11-24"}',
  '{"kind":"quotes","series":"3fG_h-9k2LmNoPq1","from":"2025-11-25","to":"2026-11-24","target":{"vat":"excluded","currency":"USD","mass":"kg"},"threshold":{"direction":"above","value":62}}',
])('reads %s, which stands on a button that was sent long ago', (value) => {
  expect(chartSubject.parse(JSON.parse(value))).toEqual(JSON.parse(value));
});

test.each([
  'price/neodymium/2021-2026',
  'sectors/neodymium/2026',
  'compare-years/neodymium/2021-2025',
  'compare-metals/terbium.dysprosium/1900-2100',
  'sparkline/neodymium',
  'quotes/3fG_h-9k2LmNoPq1/2025-11-25/2026-11-24/USD.kg.excluded/above-62',
  'quotes/3fG_h-9k2LmNoPq1/2025-11-25/2026-11-24/CNY.t.included.contained-metal',
])('reads %s, which an address that was signed long ago asks for', (path) => {
  const subject = subjectOf(path);
  expect(subject && subjectPath(subject)).toBe(path);
});

test('reads no other path as a subject', () => {
  const letters = fc.constantFrom('/', '.', '-', '0', '1', 'a', 'e', 'U', 'S');
  // A path with a few letters of it changed: near enough to be read, were it read loosely.
  const spoilt = fc
    .tuple(anySubject.map(subjectPath), fc.array(fc.tuple(fc.nat(60), letters), { maxLength: 3 }))
    .map(([path, changes]) => {
      const chars = path.split('');
      for (const [at, letter] of changes) chars[at % chars.length] = letter;
      return chars.join('');
    });
  fc.assert(
    fc.property(fc.oneof(fc.string(), spoilt), (text) => {
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
