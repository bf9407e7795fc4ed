/** The sum of what several amounts cost, where they belong together. */
import type { Quantity } from '#src/domain/measure/figure.ts';
import type { Amount } from '#src/domain/reading/amounts/asked-amounts.ts';

/**
 * The sum of a list: a cost an amount, in the order of the amounts. `undefined` where they are no parts of one: a choice
 * ("or"), amounts that stand apart where no sum is wanted, that come differently often, a number with two readings, or several currencies.
 */
export function sumOf(
  amounts: readonly Amount[],
  costs: readonly Quantity[],
  wanted = false,
): Quantity | undefined {
  const [first, ...others] = amounts;
  if (first === undefined || others.length === 0 || costs.length !== amounts.length) return undefined;
  const joined = others.every(
    ({ joint }) => joint === 'and' || joint === 'plus' || joint === 'minus' || (wanted && joint !== 'or'),
  );
  const often = others.every(({ rate }) => JSON.stringify(rate) === JSON.stringify(first.rate));
  const plain = amounts.every(({ others: readings }) => readings === undefined);
  const unit = costs[0]?.unit;
  if (!joined || !often || !plain || unit === undefined || costs.some((cost) => cost.unit !== unit))
    return undefined;
  let [low, high] = [0, 0];
  for (const [at, { range }] of costs.entries()) {
    const minus = amounts[at]?.joint === 'minus';
    low += minus ? -range.high : range.low;
    high += minus ? -range.low : range.high;
  }
  if (low < 0) return undefined;
  const isAbout = costs.some(({ qualifier }) => qualifier === 'about');
  // Without binary noise.
  const range = { low: Number(low.toPrecision(12)), high: Number(high.toPrecision(12)) };
  return { range, unit, ...(isAbout ? { qualifier: 'about' as const } : {}) };
}
