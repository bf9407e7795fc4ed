import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLine } from '#src/domain/reading/quotes/read-line.ts';
import { MATERIALS, TODAY } from './sample-quotes.ts';
import { cases } from '../../../cases.ts';

const read = (line: string) =>
  readLine(line, { materials: MATERIALS, defaultMetal: 'neodymium', today: TODAY });

const NO_DAY = (words: string) =>
  `“${words}” is no day that I can read. Say it as “20 Nov”, “2026-11-20” or “last Friday”.`;

const understood = (line: string) => {
  const result = read(line);
  if (!result.ok) return result.reason;
  const { metal, form, purity, terms, place, vat, currency, mass, date, range } = result.quote;
  const price = range.low === range.high ? String(range.low) : `${range.low}-${range.high}`;
  return [metal, form, purity, terms, place, vat, price, `${currency}/${mass}`, date]
    .filter(Boolean)
    .join(' | ');
};

test.each([
  [
    'Nd oxide 553-557k CNY/t ex-works incl. VAT 20 Nov',
    'neodymium | oxide | ex-works | China | included | 553000-557000 | CNY/t | 2026-11-20',
  ],
  ['118.5 USD/kg', 'neodymium | metal | unstated | unstated | 118.5 | USD/kg | 2026-11-23'],
  [
    'NdPr oxide: RMB 553,000-557,000/mt EXW China incl 13% VAT, 2026-11-20',
    'ndpr | oxide | ex-works | China | included | 553000-557000 | CNY/t | 2026-11-20',
  ],
  [
    '$118.5/kg Nd metal 99.50% min FOB China yesterday',
    'neodymium | metal | 99.5 % | fob | China | unstated | 118.5 | USD/kg | 2026-11-22',
  ],
  [
    'PrNd oxide 55.3-55.7万元/吨 含税 11月20日',
    'ndpr | oxide | unstated | China | included | 553000-557000 | CNY/t | 2026-11-20',
  ],
  [
    'Dy2O3 CNY/kg 1,400 - 1,450 ex works excl. VAT',
    'dysprosium | oxide | ex-works | China | excluded | 1400-1450 | CNY/kg | 2026-11-23',
  ],
  [
    'neodymium oxide about 70 USD/kg cif Rotterdam Nov 3, 2026',
    'neodymium | oxide | cif | Rotterdam | unstated | 70 | USD/kg | 2026-11-03',
  ],
  ['Nd oxide $73-75 per kg', 'neodymium | oxide | unstated | unstated | 73-75 | USD/kg | 2026-11-23'],
  [
    'Tb metal 5.700,50 EUR/kg 20.11.2026',
    'terbium | metal | unstated | unstated | 5700.5 | EUR/kg | 2026-11-20',
  ],
  // A digit that ends the word before is no part of the price.
  ['terbium oxide Tb4O7 830 USD/kg', 'terbium | oxide | unstated | unstated | 830 | USD/kg | 2026-11-23'],
  ['Pr6O11 620 USD/kg', 'praseodymium | oxide | unstated | unstated | 620 | USD/kg | 2026-11-23'],
  ['NdPr oxide, lot 12 553 CNY/kg', 'ndpr | oxide | unstated | unstated | 553 | CNY/kg | 2026-11-23'],
  ['PrNd-25 oxide 553 CNY/kg', 'ndpr | oxide | unstated | unstated | 553 | CNY/kg | 2026-11-23'],
  ['NdPr 75/25 oxide 553 CNY/kg', 'ndpr | oxide | unstated | unstated | 553 | CNY/kg | 2026-11-23'],
  ['NdPr oxide 553k CNY/t 20 Nov 25', 'ndpr | oxide | unstated | unstated | 553000 | CNY/t | 2025-11-20'],
  ['Nd metal N52 120 USD/kg', 'neodymium | metal | unstated | unstated | 120 | USD/kg | 2026-11-23'],
  // Scaled numbers, formulas, trade notation, groups with a space.
  ['Dy metal 2.05m CNY/t', 'dysprosium | metal | unstated | unstated | 2050000 | CNY/t | 2026-11-23'],
  ['Nd2O3 600k CNY/t', 'neodymium | oxide | unstated | unstated | 600000 | CNY/t | 2026-11-23'],
  ['Nd₂O₃ 600k CNY/t', 'neodymium | oxide | unstated | unstated | 600000 | CNY/t | 2026-11-23'],
  ['NdPr oxide 553/557k CNY/t', 'ndpr | oxide | unstated | unstated | 553000-557000 | CNY/t | 2026-11-23'],
  ['NdPr oxide 553 000 CNY/t', 'ndpr | oxide | unstated | unstated | 553000 | CNY/t | 2026-11-23'],
  // Minor units of money.
  ['NdPr oxide 61250 GBp/kg', 'ndpr | oxide | unstated | unstated | 612.5 | GBP/kg | 2026-11-23'],
  ['Nd oxide 3350 US cents/lb', 'neodymium | oxide | unstated | unstated | 33.5 | USD/lb | 2026-11-23'],
  // Days that are no digits, or few.
  ['NdPr oxide 553k CNY/t 20/11/26', 'ndpr | oxide | unstated | unstated | 553000 | CNY/t | 2026-11-20'],
  ['NdPr oxide 553k CNY/t last Friday', 'ndpr | oxide | unstated | unstated | 553000 | CNY/t | 2026-11-20'],
  ['NdPr oxide 553k CNY/t 20261120', 'ndpr | oxide | unstated | unstated | 553000 | CNY/t | 2026-11-20'],
  ['NdPr (75/25) oxide 553k CNY/t', 'ndpr | oxide | unstated | unstated | 553000 | CNY/t | 2026-11-23'],
  ['NdPr oxide 553k CNY/t last Monday', 'ndpr | oxide | unstated | unstated | 553000 | CNY/t | 2026-11-16'],
  ['NdPr oxide 553k CNY/t 3 days ago', 'ndpr | oxide | unstated | unstated | 553000 | CNY/t | 2026-11-20'],
  [
    'NdPr oxide 553k CNY/t end of October',
    'ndpr | oxide | unstated | unstated | 553000 | CNY/t | 2026-10-31',
  ],
  // The last such day, not one to come.
  ['Nd oxide 70 USD/kg 24 Dec', 'neodymium | oxide | unstated | unstated | 70 | USD/kg | 2025-12-24'],
])('%s', (line, wanted) => {
  expect(understood(line)).toBe(wanted);
});

test.each([
  ['hello', 'I found no price with currency and unit in it. Write one such as “118.5 USD/kg”.'],
  ['Nd 118.5', 'I found no price with currency and unit in it. Write one such as “118.5 USD/kg”.'],
  ['Nd metal 100 USD/kg, Dy metal 300 USD/kg', 'That holds more than one price: paste one at a time.'],
  ['Nd oxide -5 USD/kg', 'A price is more than nothing: there is a minus before a number.'],
  ['Nd oxide 0 USD/kg', 'the price is zero.'],
  ['Nd oxide 75-73 USD/kg', 'the low price (75) is above the high one (73).'],
  ['Nd oxide 5 USD/kg 31 Feb', '“31 Feb” is not a day that exists.'],
  ['Nd oxide 5 USD/kg 2027-01-01', 'the date is in the future (2027-01-01).'],
  [
    'Nd oxide 5 USD/kg 03/04/2026',
    '“03/04/2026” may be two days, 3 Apr 2026 or 4 Mar 2026: say whether day or month comes first.',
  ],
  ['CeF3 2 USD/kg', 'I don’t know what “CeF3” is.'],
  ['NdPr oxide 553k CNY/t last week', NO_DAY('last week')],
  ['NdPr oxide 553k CNY/t in October', NO_DAY('October')],
  ['NdPr oxide 553k CNY/t Nov 2026', NO_DAY('Nov 2026')],
  ['NdPr oxide Q3 553k CNY/t', NO_DAY('Q3')],
  ['NdPr oxide 553k CNY/t 20/11', NO_DAY('20/11')],
  ['NdPr oxide 553k CNY/t 20.11.', NO_DAY('20.11.')],
  ['NdPr oxide 553k CNY/t the 20th', NO_DAY('20th')],
  ['NdPr oxide 553k CNY/t next Friday', 'the date is in the future (2026-11-27).'],
  ['NdPr oxide 553k CNY/t 03/04/26', '“03/04/26” may be more than one day: write the year in full.'],
  ['Nd oxide 553 ¥/kg', 'A ¥ may be yuan or yen: write CNY or JPY.'],
  [
    'Nd oxide 150 USD/short ton',
    'Prices are kept per kg, lb, t, g, troy oz, mtu, flask, not in “USD/short ton”.',
  ],
  ['Nd oxide 3 x 50 USD/kg', '“3 x 50” is a product: write the price itself.'],
  ['Copper cathode 9 USD/kg', 'I don’t know what “Copper” is.'],
  ['Nd 1 USD/kg '.repeat(40), 'That is too long for one price: paste one line.'],
])('refused: %s', (line, reason) => {
  expect(understood(line)).toBe(reason);
});

test.each([
  ['NdPr oxide 553.000 CNY/t', ['NdPr oxide 553 CNY/t', 'NdPr oxide 553000 CNY/t'], '553 or 553,000'],
  ['NdPr oxide 12 553 CNY/kg', ['NdPr oxide 12553 CNY/kg', 'NdPr oxide 553 CNY/kg'], '12,553 or 553'],
])('two readings are asked about, each to copy: %s', (line, options, which) => {
  expect(read(line)).toMatchObject({ ok: false, options, reason: expect.stringContaining(which) });
  for (const option of options) expect(read(option)).toMatchObject({ ok: true });
});

describe('what is taken for granted is said', () => {
  test('without material, form and day', () => {
    expect(read('118.5 USD/kg')).toMatchObject({
      assumed: ['of Neodymium', 'of metal, not oxide', 'of today'],
      ignored: '',
    });
  });
  test('and what was not understood', () => {
    expect(read('Nd oxide est. 70 USD/kg 20 Nov via broker Smith')).toMatchObject({
      quote: { estimated: true },
      assumed: [],
      ignored: 'via broker Smith',
    });
  });
});

test('never throws, whatever is pasted', () => {
  const piece = fc.constantFrom(
    'Nd',
    'oxide',
    '553-557k',
    'CNY/t',
    '$',
    '-5',
    '20 Nov',
    '%',
    '99.5%',
    '万元/吨',
    'VAT',
    'to',
    '/kg',
    '1,2.3',
  );
  const line = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(' ')),
  );
  fc.assert(
    fc.property(line, (text) => {
      const result = read(text);
      expect(result.ok ? result.quote.range.low > 0 : /[.`:]$/.test(result.reason)).toBe(true);
    }),
    { numRuns: cases(3000) },
  );
});

test('a price that is written down is read back', () => {
  const unit = fc.constantFrom('USD/kg', 'CNY/t', 'EUR/lb');
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 900_000_00 }),
      fc.integer({ min: 0, max: 100_00 }),
      unit,
      (cents, more, per) => {
        const [low, high] = [cents / 100, (cents + Math.min(more, cents)) / 100];
        const result = read(`Nd oxide ${low.toFixed(2)}-${high.toFixed(2)} ${per} 20 Nov`);
        expect(result).toMatchObject({ ok: true, quote: { range: { low, high }, date: '2026-11-20' } });
      },
    ),
  );
});
