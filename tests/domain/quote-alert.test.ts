/** Alerts on quotes: read, written back, and judged by the quotes of one series. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuoteAlert, judgeQuotes, parseQuoteAlert, readingFor } from '#src/domain/quote-alert.ts';
import type { QuoteBook } from '#src/domain/quotes/quote-book.ts';
import { bookOf, MATERIALS } from './quotes/sample-quotes.ts';

const read = (text: string) => parseQuoteAlert(text, MATERIALS, 'neodymium');

describe('the one-line form', () => {
  it.each([
    ['change 5% week', { metal: 'neodymium', rule: { kind: 'change', percent: 5, days: 7 } }],
    [
      'change 2.5 % within 10 days ndpr oxide',
      { metal: 'ndpr', rule: { percent: 2.5, days: 10, form: 'oxide' } },
    ],
    [
      'above 600k CNY/t NdPr oxide',
      { metal: 'ndpr', rule: { kind: 'above', price: 600_000, currency: 'CNY', mass: 't' } },
    ],
    [
      'below 55 USD/kg',
      { metal: 'neodymium', rule: { kind: 'below', price: 55, currency: 'USD', mass: 'kg' } },
    ],
  ])('reads “%s”', (text, expected) => {
    expect(read(text)).toMatchObject({ ok: true, ...expected });
  });

  it('leaves thresholds of yearly figures alone, and names what it can’t read', () => {
    expect(read('above 140')).toBeUndefined();
    expect(read('below 60 usgs')).toBeUndefined();
    expect(read('change a lot')).toMatchObject({ ok: false });
    expect(read('change 5% week copper')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('copper'),
    });
    expect(read('change 5% 500 days')).toMatchObject({ ok: false });
  });

  it('reads back what it writes', () => {
    const rule = fc.oneof(
      fc.record({
        kind: fc.constant('change' as const),
        percent: fc.integer({ min: 1, max: 900 }).map((tenths) => tenths / 10),
        days: fc.integer({ min: 1, max: 365 }),
        form: fc.constantFrom('oxide' as const, 'metal' as const, undefined),
      }),
      fc.record({
        kind: fc.constantFrom('above' as const, 'below' as const),
        price: fc.integer({ min: 1, max: 1e6 }),
        currency: fc.constantFrom('USD' as const, 'CNY' as const),
        mass: fc.constantFrom('kg' as const, 't' as const),
        form: fc.constantFrom('oxide' as const, undefined),
      }),
    );
    fc.assert(
      fc.property(rule, (given) => {
        expect(read(formatQuoteAlert(given))).toEqual({ ok: true, metal: 'neodymium', rule: given });
      }),
    );
  });
});

describe('a rule', () => {
  const change = { kind: 'change', percent: 5, days: 7, form: undefined } as const;
  const verdict = (book: QuoteBook, fired = false) => {
    const reading = readingFor(change, 'ndpr', book);
    return reading && judgeQuotes(change, fired, reading);
  };

  it('on a change fires at it, either way, and is armed again once it is calm', () => {
    expect(verdict(bookOf({ '2026-11-13': 100, '2026-11-20': 105.1 }))).toBe('fire');
    expect(verdict(bookOf({ '2026-11-13': 100, '2026-11-20': 94.9 }))).toBe('fire');
    expect(verdict(bookOf({ '2026-11-13': 100, '2026-11-20': 104.9 }))).toBe('stay');
    expect(verdict(bookOf({ '2026-11-13': 100, '2026-11-20': 104.5 }), true)).toBe('stay');
    expect(verdict(bookOf({ '2026-11-13': 100, '2026-11-20': 103.9 }), true)).toBe('arm');
  });

  it('is silent without a quote to compare with, or where the newest is no price any more', () => {
    expect(verdict(bookOf({ '2026-11-20': 105 }))).toBe('stay');
    // Quotes that begin within the week, and have moved since.
    expect(verdict(bookOf({ '2026-11-17': 100, '2026-11-20': 105.1 }))).toBe('fire');
    expect(verdict(bookOf({ '2026-11-12': 104, '2026-11-17': 100, '2026-11-20': 105.1 }))).toBe('stay');
    expect(verdict(bookOf({ '2026-08-13': 100, '2026-08-20': 200 }))).toBeUndefined();
  });

  it('on a price looks only at quotes in its currency, in its own mass unit', () => {
    const above = { kind: 'above', price: 550, currency: 'CNY', mass: 'kg', form: undefined } as const;
    const reading = readingFor(above, 'ndpr', bookOf({ '2026-11-20': 555_000 }));
    expect(reading && judgeQuotes(above, false, reading)).toBe('fire');
    expect(readingFor(above, 'ndpr', bookOf({ '2026-11-20': 555_000 }, { currency: 'USD' }))).toBeUndefined();
  });
});
