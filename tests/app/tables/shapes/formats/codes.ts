/** JSON of precious metals by their codes, counted in a base currency for a mass that stands beside; what counts the other way round is refused. */
import type { Case } from '../../case.ts';

const json = (
  name: string,
  data: unknown,
  prices: readonly string[],
  refused: readonly string[] = [],
): Case => ({
  name: `JSON by codes: ${name}`,
  text: JSON.stringify(data),
  prices,
  refused,
});

export const CASES: readonly Case[] = [
  json(
    'rows of days, in euros the gram',
    { base: 'EUR', unit: 'gram', data: [{ date: '2026-11-20', XAU: 113.4, XAG: 1.52, XPT: null }] },
    ['gold metal 113.4 EUR/g 2026-11-20', 'silver metal 1.52 EUR/g 2026-11-20'],
  ),
  json(
    'days as names',
    {
      base_currency: 'USD',
      unit: 'troy_oz',
      timeseries: { '2026-11-19': { XAU: 4203.1 }, '2026-11-20': { XAU: 4176.9 } },
    },
    ['gold metal 4203.1 USD/troy oz 2026-11-19', 'gold metal 4176.9 USD/troy oz 2026-11-20'],
  ),
  json(
    'a list, by the kilogram in yuan',
    { base_code: 'CNY', unit: 'kg', quotes: [{ date: '2026-11-19', XAU: 938460, XAG: 12365 }] },
    ['gold metal 938460 CNY/kg 2026-11-19', 'silver metal 12365 CNY/kg 2026-11-19'],
  ),
  json(
    'how much metal a dollar buys',
    { base: 'USD', unit: 'troy_oz', quotes: [{ date: '2026-11-20', XAU: 0.000238, XAG: 0.0189 }] },
    [],
    ['its unit must be another', 'its unit must be another'],
  ),
];
