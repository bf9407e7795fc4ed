/** Which way a rate goes: the Federal Reserve's file gives units for one dollar, of every currency. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { rateAt } from '#src/domain/series/rates/exchange-rates.ts';
import { periodRatesSchema, rateOf } from '#src/domain/series/rates/period-rates.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-11-23T12:00:00');

const LINES = readFileSync('data/source/fed/fed-annual.csv', 'utf8').split(/\r?\n/u);

/** Units for one dollar, as the file has them of 2024. */
function printed(country: string): number {
  const line = LINES.find((one) => one.startsWith(`2024-01-01,${country},`));
  return Number(line?.split(',').at(-1));
}

const rates = {
  source: 'Federal Reserve',
  base: 'USD',
  days: [
    {
      date: '2024-01-01',
      perBase: { EUR: printed('Euro'), JPY: printed('Japan') },
    },
  ],
  maxAgeDays: undefined,
} as const;

test.each([
  ['USD', 'EUR', 0.92, 0.93],
  ['EUR', 'USD', 1.08, 1.09],
  ['USD', 'JPY', 151, 152],
  ['EUR', 'JPY', 163, 165],
] as const)('one %s buys so many %s', (from, to, low, high) => {
  const factor = rateAt(rates, from, to, '2024-01-01')?.factor;
  expect(factor).toBeGreaterThan(low);
  expect(factor).toBeLessThan(high);
});

describe('average rates of years and months', () => {
  const known = periodRatesSchema.parse(JSON.parse(readFileSync('data/rates/federal-reserve.json', 'utf8')));

  test.each([
    ['USD', 'EUR', '2024', 0.9242, '2024'],
    ['EUR', 'USD', '2024', 1 / 0.9242, '2024'],
    ['USD', 'AUD', '2024', 1.5158, '2024'],
    ['USD', 'EUR', '2026-06', 0.8684, 'Jun 2026'],
    ['EUR', 'AUD', '2024', 1.5158 / 0.9242, '2024'],
  ] as const)('one %s is so many %s on average of %s', (from, to, period, factor, of) => {
    const rate = rateOf(known, from, to, period);
    expect(rate?.factor).toBeCloseTo(factor, 4);
    expect(rate?.of).toBe(of);
  });

  test('a year that the file has no average of has that of its twelve months', () => {
    expect(rateOf(known, 'USD', 'GBP', '2024')).toMatchObject({ of: '2024', said: '1.2778 USD a GBP' });
  });

  test('the newest year has that of the months that there are, and says so', () => {
    expect(rateOf(known, 'USD', 'EUR', '2026')?.of).toBe('Jan to Jun 2026, the newest rates there are');
  });

  test.each([
    ['EUR', '1998'],
    ['EUR', '1998-12'],
    ['EUR', '2027'],
    ['EUR', '2026-07'],
    ['BRL', '1994'],
  ] as const)('there is none of %s in %s', (currency, period) => {
    expect(rateOf(known, 'USD', currency, period)).toBeUndefined();
  });

  test('the average of a year is that of its months, but for what a year of leaps moves', () => {
    for (const [code, { years, months }] of Object.entries(known.perBase)) {
      for (const [at, value] of (years?.values ?? []).entries()) {
        const year = Number(years?.since) + at;
        const from = (year - Number(months?.since.slice(0, 4))) * 12 + 1 - Number(months?.since.slice(5));
        const inside = (from < 0 ? [] : (months?.values ?? []).slice(from, from + 12)).filter(
          (one) => one !== null,
        );
        if (inside.length < 12 || value === null) continue;
        const mean = inside.reduce((sum, one) => sum + one, 0) / inside.length;
        expect(Math.abs(mean / value - 1), `${code} ${year}`).toBeLessThan(0.03);
      }
    }
  });
});

describe('a price of a year or month in another currency', () => {
  test.each([
    [
      'nd price 2024 EUR/kg',
      /2024: €115\.53\/kg[^]*at 1\.0820 USD a EUR, the average of 2024 \(Federal Reserve\)/,
    ],
    ['what is it in yen, 2023', /2023: ¥15,455\/kg/],
    ['gold price in swiss francs 2020', /CHF.1,661\.85\/troy oz/],
    [
      'neodymium price 2026 in euro',
      /€98\.55 to €119\.98\/kg[^]*Jan to Jun 2026, the newest rates there are/,
    ],
    ['copper in rupees per kg march 2024', /₹721\.37\/kg[^]*the average of Mar 2024/],
    ['3 tonnes of nickel at 2024 prices in euros', /: €46,618/],
    ['how much neodymium for 10000 EUR in 2024', /€10,000 buys, at 2024 prices: about 86\.56 kg/],
    ['compare tin and zinc prices in 2023 in euro', /Tin €23,980\/t; Zinc €2,452\.70\/t/],
    ['gold price in euro 1995 to 2005', /no exchange rate to EUR for 1995 to 1998/],
    ['gold price 1975 in euro', /\$161\/troy oz[^]*no exchange rate/],
    ['neodymium price 2024 in TRY', /\$125\/kg[^]*No exchange rate to TRY/],
  ])('%s', (question, expected) => {
    expect(renderPlainText(ask(question, catalog, { now }))).toMatch(expected);
  });
});
