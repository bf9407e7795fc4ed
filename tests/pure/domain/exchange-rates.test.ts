/** Which way a rate goes: the Federal Reserve's file gives units for one dollar, of every currency. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rateAt } from '#src/domain/series/exchange-rates.ts';

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
