/** Prices and what they are read against, for tests. */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { CURRENCIES, exactly, MASS_UNITS } from '#src/domain/measure/figure.ts';
import type { ConvertContext } from '#src/domain/series/convert.ts';
import { addDays } from '#src/domain/measure/days.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import type { StoredQuote } from '#src/domain/series/quotes/quote-store.ts';
import { materialsOf, materialsSchema } from '#src/domain/series/material.ts';
import { TERMS, type ReadQuote } from '#src/domain/series/quote.ts';
import { metalSchema } from '#src/domain/series/metal.ts';
import { withTables } from '#src/domain/series/packs/with-tables.ts';

export const TODAY = '2026-11-23';

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

export const MATERIALS = materialsOf(
  ['neodymium', 'dysprosium', 'terbium'].map((id) =>
    withTables(metalSchema.parse(readJson(`tests/pure/packs/${id}.json`))),
  ),
  materialsSchema.parse(readJson('tests/pure/packs/quoted/materials.json')),
);

export const CONTEXT: ConvertContext = {
  rates: {
    source: 'ECB',
    base: 'EUR',
    maxAgeDays: 7,
    days: [
      { date: '2026-11-19', perBase: { USD: 1.1, CNY: 7.9 } },
      { date: '2026-11-20', perBase: { USD: 1.12, CNY: 7.97, JPY: 171.3, GBP: 0.87, INR: 99.1 } },
    ],
  },
  vat: [
    { place: 'China', percent: 16, since: '2018-05-01' },
    { place: 'China', percent: 13, since: '2019-04-01' },
  ],
  materials: MATERIALS,
};

/** NdPr oxide in yuan a tonne with VAT: what the market quotes. */
export const quote = (given: Partial<ReadQuote> = {}): ReadQuote => ({
  metal: 'ndpr',
  form: 'oxide',
  purity: '99 %',
  terms: 'ex-works',
  place: 'China',
  vat: 'included',
  currency: 'CNY',
  mass: 't',
  source: 'smm',
  date: '2026-11-20',
  range: { low: 553_000, high: 557_000 },
  estimated: false,
  ...given,
});

const range = fc
  .tuple(fc.double({ min: 0.01, max: 1e7, noNaN: true }), fc.double({ min: 1, max: 1.5, noNaN: true }))
  .map(([low, factor]) => ({ low, high: low * factor }));

export const anyQuote: fc.Arbitrary<ReadQuote> = fc.record({
  metal: fc.constantFrom('ndpr', 'neodymium', 'dysprosium'),
  form: fc.constantFrom('metal', 'oxide', 'alloy'),
  purity: fc.constantFrom('', '99 %', '99.5 %'),
  terms: fc.constantFrom(...TERMS),
  place: fc.constantFrom('', 'China', 'Rotterdam'),
  vat: fc.constantFrom('included', 'excluded', 'unstated'),
  currency: fc.constantFrom(...CURRENCIES),
  mass: fc.constantFrom(...MASS_UNITS),
  source: fc.constantFrom('smm', 'manual'),
  date: fc.integer({ min: 0, max: 6 }).map((days) => addDays('2026-11-20', days)),
  range,
  estimated: fc.boolean(),
});

/** A book of one series with these prices, by day. */
export function bookOf(days: Readonly<Record<string, number>>, more: Partial<ReadQuote> = {}): QuoteBook {
  const history = Object.entries(days).map(([date, price]): StoredQuote => ({
    ...quote({ date, range: exactly(price), ...more }),
    series: 's',
    edition: 1,
    state: 'published',
    reason: null,
    enteredBy: null,
    receivedAt: 0,
  }));
  const newest = history.at(-1);
  return {
    today: TODAY,
    convert: CONTEXT,
    sourceOf: (name) => ({ name, limits: { staleAfter: 7, deadAfter: 45 } }),
    latest:
      newest === undefined
        ? []
        : [{ series: 's', key: newest, first: history[0]?.date ?? '', quote: newest }],
    histories: new Map([['s', history]]),
    charted: true,
  };
}
