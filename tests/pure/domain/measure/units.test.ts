/** Names of units: pence are no pounds, cents no dollars, short tons no tonnes. */
import { expect, test } from 'vitest';
import { factorBetween, readMassUnit, readMoneyUnit, readPricePer } from '#src/domain/measure/units.ts';

test.each([
  ['CNY/t', 'CNY', 't', 1],
  ['RMB/mt', 'CNY', 't', 1],
  ['CNY/Mt', 'CNY', 't', 1],
  ['$ per metric ton', 'USD', 't', 1],
  ['yuan a tonne', 'CNY', 't', 1],
  ['元/公斤', 'CNY', 'kg', 1],
  ['万元/吨', 'CNY', 't', 10_000],
  ['USD k/t', 'USD', 't', 1000],
  ["'000 USD/t", 'USD', 't', 1000],
  ['USD/short ton', 'USD', 'short ton', 1],
  ['USD/T.oz', 'USD', 'troy oz', 1],
  ['¥/kg', undefined, 'kg', 1],
  ['per lb', undefined, 'lb', 1],
  ['USD', 'USD', undefined, 1],
  ['kg/USD/t', undefined, undefined, 1],
] as const)('%s', (text, money, mass, times) => {
  const read = readPricePer(text);
  expect([read.money?.id, read.mass?.id, read.times]).toEqual([money, mass, times]);
});

test.each([
  ['GBp/kg', 'GBP'],
  ['GBX/kg', 'GBP'],
  ['pence per kg', 'GBP'],
  ['p/kg', 'GBP'],
  ['USd/lb', 'USD'],
  ['USc/lb', 'USD'],
  ['US cents/lb', 'USD'],
  ['¢/lb', 'USD'],
  ['c/lb', 'USD'],
])('minor units of money: %s is a hundredth', (text, code) => {
  expect(readPricePer(text).money).toMatchObject({ of: code, factor: 0.01 });
});

test('a code in one case is the currency itself', () => {
  for (const text of ['GBP', 'gbp', 'USD', 'usd', 'Usd']) expect(readMoneyUnit(text)?.factor).toBe(1);
});

function factor(from: string, to: string): number | undefined {
  const [a, b] = [from, to].map((name) => readMassUnit(name) ?? readMoneyUnit(name));
  return a && b && factorBetween(a, b);
}

test('units of one dimension convert, others do not', () => {
  expect(factor('kt', 't')).toBe(1000);
  expect(factor('short tons', 'lb')).toBeCloseTo(2000, 9);
  expect(factor('long ton', 'lb')).toBeCloseTo(2240, 9);
  expect(factor('pence', 'GBP')).toBe(0.01);
  expect(factor('carat', 'g')).toBeCloseTo(0.2, 12);
  expect(factor('mtu', 'kg')).toBe(10);
  expect(factor('t', 'USD')).toBeUndefined();
  expect(factor('USD', 'EUR')).toBeUndefined();
  expect(readMassUnit('Mt')).toBeUndefined();
});
