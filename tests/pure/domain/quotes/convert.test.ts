import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactly } from '#src/domain/measure/figure.ts';
import { seriesName, type ReadQuote } from '#src/domain/series/quote.ts';
import { convert, type Target } from '#src/domain/series/convert.ts';
import { anyQuote, CONTEXT, quote } from './sample-quotes.ts';
import { cases } from '../../../cases.ts';

function converted(from: ReadQuote, target: Target): ReadQuote {
  const result = convert(from, target, CONTEXT);
  if (!result.ok) throw new Error(result.reason);
  return result.quote;
}

const isNear = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.abs(b);

test('what the market quotes, as dollars a kilogram of contained metal without VAT, step by step', () => {
  const result = convert(
    quote(),
    { vat: 'excluded', mass: 'kg', currency: 'USD', form: 'contained metal' },
    CONTEXT,
  );
  if (!result.ok) throw new Error(result.reason);
  expect(result.steps.map(({ by }) => by)).toEqual([
    'without 13 % VAT (China)',
    'per kg instead of per t',
    'at 7.1161 CNY a USD (ECB, 20 Nov 2026)',
    'per kg of contained metal: oxide (75 % Nd2O3, 25 % Pr6O11) is 85.0 % metal by mass',
  ]);
  // Worked out by hand: 553,000 / 1.13 / 1000 / (7.97 / 1.12) / 0.8499.
  expect(result.quote.range.low).toBeCloseTo(80.9165, 3);
  expect(result.quote).toMatchObject({
    vat: 'excluded',
    currency: 'USD',
    mass: 'kg',
    form: 'contained metal',
  });
  expect(result.steps.map(({ from, to }) => [from.unit, to.unit])).toEqual([
    ['CNY/t', 'CNY/t'],
    ['CNY/t', 'CNY/kg'],
    ['CNY/kg', 'USD/kg'],
    ['USD/kg', 'USD/kg'],
  ]);
});

test('there and back is the same within 1e-9', () => {
  fc.assert(
    fc.property(anyQuote, anyQuote, (from, other) => {
      const target = { vat: other.vat, mass: other.mass, currency: other.currency };
      const there = convert(from, target, CONTEXT);
      fc.pre(there.ok);
      const back = converted(there.quote, { vat: from.vat, mass: from.mass, currency: from.currency });
      expect(seriesName(back)).toBe(seriesName(from));
      expect(isNear(back.range.low, from.range.low)).toBe(true);
      expect(isNear(back.range.high, from.range.high)).toBe(true);
    }),
    { numRuns: cases(2000) },
  );
});

test('oxide to contained metal and back is the same within 1e-9', () => {
  fc.assert(
    fc.property(anyQuote, (from) => {
      const oxide = { ...from, form: 'oxide' as const };
      const back = converted(converted(oxide, { form: 'contained metal' }), { form: 'oxide' });
      expect(isNear(back.range.low, oxide.range.low)).toBe(true);
      expect(isNear(back.range.high, oxide.range.high)).toBe(true);
    }),
  );
});

test.each([
  [
    'no exchange rates are set up (CNY to USD)',
    quote(),
    { currency: 'USD' },
    { ...CONTEXT, rates: undefined },
  ],
  [
    'ECB has no rate from CNY to USD for 10 Nov 2026',
    quote({ date: '2026-11-10' }),
    { currency: 'USD' },
    CONTEXT,
  ],
  [
    'ECB has no rate from CNY to USD for 4 Dec 2026',
    quote({ date: '2026-12-04' }),
    { currency: 'USD' },
    CONTEXT,
  ],
  [
    'the source does not say whether VAT is in the price',
    quote({ vat: 'unstated' }),
    { vat: 'excluded' },
    CONTEXT,
  ],
  ['no VAT rate is set up for Rotterdam', quote({ place: 'Rotterdam' }), { vat: 'excluded' }, CONTEXT],
  ['no VAT rate is set up for an unstated place', quote({ place: '' }), { vat: 'excluded' }, CONTEXT],
  ['no VAT rate is set up for China', quote({ date: '2010-01-04' }), { vat: 'excluded' }, CONTEXT],
  [
    'a price of metal can’t be turned into one of oxide: making one of the other costs',
    quote({ form: 'metal' }),
    { form: 'oxide' },
    CONTEXT,
  ],
  [
    'how much metal the oxide of unobtainium holds is not known here',
    quote({ metal: 'unobtainium' }),
    { form: 'contained metal' },
    CONTEXT,
  ],
] as const)('%s', (reason, from, target, context) => {
  expect(convert(from, target, context)).toEqual({ ok: false, reason });
});

test('the VAT and the exchange rate are those of the price’s own day', () => {
  const before = quote({ date: '2019-03-29', range: exactly(116) });
  expect(converted(before, { vat: 'excluded' }).range.low).toBeCloseTo(100, 9);
  // A weekend takes Friday's rate; a currency that a day lacks is taken from the day before.
  const sunday = convert(quote({ date: '2026-11-22' }), { currency: 'USD' }, CONTEXT);
  expect(sunday.ok && sunday.steps[0]?.by).toContain('(ECB, 20 Nov 2026)');
  const thursday = convert(quote({ date: '2026-11-19' }), { currency: 'USD' }, CONTEXT);
  expect(thursday.ok && thursday.steps[0]?.by).toBe('at 7.1818 CNY a USD (ECB, 19 Nov 2026)');
});
