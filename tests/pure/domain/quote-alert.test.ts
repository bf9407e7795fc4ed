/** Alerts on quotes: read, written back, and judged by the quotes of one series. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuoteAlert, parseQuoteAlert, type QuoteRule } from '#src/domain/watching/quote-alert.ts';
import { chooseSeries, judgeQuotes, readingOf, whyUnwatchable } from '#src/domain/watching/quote-reading.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import { bookOf, CONTEXT, MATERIALS } from './quotes/sample-quotes.ts';

/** What a rule looks at that is given a series now. */
function readingFor(rule: QuoteRule, metal: string, book: QuoteBook) {
  const series = chooseSeries(rule, metal, book);
  return series && readingOf(rule, series, book);
}

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

  it.each([
    ['above 600,000 CNY/t ndpr', 600_000, 'CNY/t'],
    ['ndpr above 600k CNY/t', 600_000, 'CNY/t'],
    ['above 1.250.000 CNY/t dysprosium', 1_250_000, 'CNY/t'],
    ['above 60万元/吨 ndpr', 600_000, 'CNY/t'],
    ['below 140,50 USD/kg', 140.5, 'USD/kg'],
    ['above 61250 GBp/kg ndpr', 612.5, 'GBP/kg'],
    ['over 7500 USd/lb', 75, 'USD/lb'],
  ])('number marks and minor units: “%s”', (text, price, unit) => {
    const parsed = read(text);
    const rule = parsed?.ok === true && parsed.rule.kind !== 'change' ? parsed.rule : undefined;
    expect([rule?.price, `${rule?.currency}/${rule?.mass}`]).toEqual([price, unit]);
  });

  it.each([
    ['above 60.000 CNY/t ndpr', ['above 60 CNY/t ndpr', 'above 60000 CNY/t ndpr'], '60 or 60,000'],
    ['above 12 553 CNY/kg', ['above 12553 CNY/kg', 'above 553 CNY/kg'], '12,553 or 553'],
  ])('two readings are asked about, each to copy: “%s”', (text, options, which) => {
    expect(read(text)).toMatchObject({ ok: false, options, reason: expect.stringContaining(which) });
    for (const option of options) expect(read(option)).toMatchObject({ ok: true });
  });

  it.each([
    ['above ¥600/kg ndpr', 'yuan or yen'],
    ['above 75 CHF/kg ndpr', 'not in “CHF/kg”'],
    ['above 550-560k CNY/t ndpr', '“above” wants one price'],
    ['range 550-560k CNY/t leaves ndpr', 'above or below'],
  ])('refused with the reason: “%s”', (text, reason) => {
    expect(read(text)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
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
        price: fc.integer({ min: 1, max: 1e9 }).map((mills) => mills / 1000),
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
    expect(verdict(bookOf({ '2026-11-12': 104, '2026-11-17': 100, '2026-11-20': 105.1 }))).toBe('fire');
    // The one before is 27 days older: a move within a week is not known.
    expect(verdict(bookOf({ '2026-10-24': 100, '2026-11-20': 200 }))).toBe('stay');
    expect(verdict(bookOf({ '2026-10-24': 100, '2026-11-20': 100 }), true)).toBe('stay');
    expect(verdict(bookOf({ '2026-08-13': 100, '2026-08-20': 200 }))).toBeUndefined();
  });

  it('on a price looks at quotes in its currency, in its own mass unit', () => {
    const above = { kind: 'above', price: 550, currency: 'CNY', mass: 'kg', form: undefined } as const;
    const reading = readingFor(above, 'ndpr', bookOf({ '2026-11-20': 555_000 }));
    expect(reading && judgeQuotes(above, false, reading)).toBe('fire');
  });

  it('in another currency than the quotes is held against them at the rate of their day', () => {
    const above = { kind: 'above', price: 75, currency: 'USD', mass: 'kg', form: undefined } as const;
    const book = bookOf({ '2026-11-20': 555_000 });
    const reading = readingFor(above, 'ndpr', book);
    expect(reading?.range.low).toBeCloseTo((555 / 7.97) * 1.12, 6);
    expect(reading?.rate).toBe('at 7.1161 CNY a USD (ECB, 20 Nov 2026)');
    expect(reading && judgeQuotes(above, false, reading)).toBe('fire');
    expect(whyUnwatchable(above, 'ndpr', book)).toBeUndefined();
  });

  it('that no rate brings to the quotes’ currency is refused, for it could never fire', () => {
    const above = { kind: 'above', price: 75, currency: 'USD', mass: 'kg', form: undefined } as const;
    const book = { ...bookOf({ '2026-11-20': 555_000 }), convert: { ...CONTEXT, rates: undefined } };
    expect(readingFor(above, 'ndpr', book)).toBeUndefined();
    expect(whyUnwatchable(above, 'ndpr', book)).toMatchObject({
      quote: { currency: 'CNY', mass: 't' },
      reason: 'no exchange rates are set up (CNY to USD)',
    });
    expect(whyUnwatchable({ ...above, currency: 'CNY' }, 'ndpr', book)).toBeUndefined();
    // Nothing is quoted yet: it is looked at when a quote comes.
    expect(whyUnwatchable(above, 'terbium', book)).toBeUndefined();
  });
});
