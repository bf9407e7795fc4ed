/** How exact a number is that we worked out: no more than what it was worked out from. */
import { divide, inMass, isExact, isMassUnit, midpoint, scale, type Quantity, type Range } from './figure.ts';
import { atPlace, placeOf } from './printed.ts';

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

/**
 * A number worked out from printed figures, at the place down to which it is certain, and then called "about".
 * @param printed All that it may be, from all values that print as the figures do.
 * @param coarsest The place that is kept however large the doubt is.
 * @example asCertain({ range: exactly(65.34), unit: 'USD/kg' }, { low: 64.8, high: 65.9 }) // about $65/kg
 */
export function asCertain(quantity: Quantity, printed: Range, coarsest = Infinity): Quantity {
  const { range } = quantity;
  // Of a range, each end is as certain as the other: what lies between them is not doubt about the ends.
  const doubt = isExact(range)
    ? printed
    : { low: printed.low, high: printed.low + (range.low - printed.low) + (printed.high - range.high) };
  const certain = placeOf(doubt);
  if (certain === undefined) return quantity;
  const place = Math.min(certain, coarsest);
  const rounded = { low: atPlace(range.low, place), high: atPlace(range.high, place) };
  // What would round away to nothing is left as it is: its size says enough.
  if (rounded.low <= 0 && midpoint(range) > 0) return { ...quantity, printed };
  const same = isNear(rounded.low, range.low) && isNear(rounded.high, range.high);
  return same ? { ...quantity, printed } : { ...quantity, range: rounded, printed, qualifier: 'about' };
}

/**
 * One figure's part of another in percent, as exact as both; `undefined` where they don't measure one thing, or the whole
 * may be nothing.
 */
export function shareOf(part: Quantity, whole: Quantity): Quantity | undefined {
  const { range, unit, printed } = isMassUnit(whole.unit) ? inMass(part, whole.unit) : part;
  if (unit !== whole.unit || whole.range.low <= 0) return undefined;
  const share = scale(divide(range, whole.range), 100);
  const known = printed !== undefined && whole.printed !== undefined && whole.printed.low > 0;
  const doubt = known && whole.printed !== undefined ? scale(divide(printed, whole.printed), 100) : share;
  return asCertain({ range: share, unit: '%' }, doubt, WHOLE_PERCENT);
}

/** "About 86 %" of two figures with two digits each: tens of percents would say less than everybody works out. */
const WHOLE_PERCENT = 1;

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
