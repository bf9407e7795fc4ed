/** How exact a number is that we worked out: no more than what it was worked out from. */
import type { Quantity, Range } from './figure.ts';

/** Digits that are kept however few the inputs have: of a product of two figures, and of one figure for an exact amount. */
const FEWEST_DIGITS = { two: 3, one: 4 } as const;
/** Digits beyond which a number only holds binary noise. */
const NOISE = 12;

/**
 * A number worked out from figures, rounded to the significant digits of the least exact of them (three or four at
 * least), and then called "about". What is exact, such as an amount that somebody typed, is left out of the inputs. One
 * figure for an exact amount stays as it is where it comes out whole: anybody can check 333 kg at $125.
 * @example about({ range: exactly(7676.25), unit: 'USD' }, exactly(115), exactly(0.267)) // about 7,680
 */
export function about(quantity: Quantity, ...inputs: readonly [Range, ...Range[]]): Quantity {
  const digits = inputs.map(({ low, high }) => Math.max(digitsOf(low), digitsOf(high)));
  const single = inputs.length === 1;
  const kept = Math.max(single ? FEWEST_DIGITS.one : FEWEST_DIGITS.two, Math.min(...digits));
  const { low, high } = quantity.range;
  if (single && isWhole(low) && isWhole(high)) return quantity;
  const range = { low: Number(low.toPrecision(kept)), high: Number(high.toPrecision(kept)) };
  const same = isNear(range.low, low) && isNear(range.high, high);
  return same ? quantity : { ...quantity, range, qualifier: 'about' };
}

/** Significant digits of a number: 3 of 125, 2 of 0.27, 1 of 100. */
function digitsOf(value: number): number {
  const [mantissa = ''] = Number(value.toPrecision(NOISE)).toExponential().split('e');
  return mantissa.replace(/\D/gu, '').length;
}

function isWhole(value: number): boolean {
  return isNear(value, Math.round(value));
}

function isNear(one: number, other: number): boolean {
  return one.toPrecision(NOISE) === other.toPrecision(NOISE);
}
