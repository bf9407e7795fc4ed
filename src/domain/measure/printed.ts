/** What a printed number stands for: 2 is anything from 1.5 to 2.5, and what is worked out from it is no more exact. */

/** A closed interval; `low <= high`. */
interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Digits beyond which a number only holds binary noise. */
const NOISE = 12;
/** Percentage points that rounding may move a change before the reader is told. */
const MOST_POINTS = 3;

/**
 * How far the number that was printed may be from the one that was meant: half of its last place.
 * @param rounded Its source calls it rounded, so the zeros at its end are no digits of it: 380,000 is 375,000 to 385,000.
 * @example halfPlace(2) // 0.5
 */
export function halfPlace(value: number, rounded = false): number {
  const [digits = '', exponent = '0'] = Number(value.toPrecision(NOISE)).toExponential().split('e');
  const significant = digits.replace(/\D/gu, '').length;
  const last = Number(exponent) - (significant - 1);
  return (rounded && value !== 0 ? 10 ** last : 10 ** Math.min(0, last)) / 2;
}

/** All values that print as these ends do; never below zero, for nothing here is. */
export function printedInterval({ low, high }: Interval, rounded = false): Interval {
  return {
    low: Math.max(0, low - halfPlace(low, rounded)),
    high: high + halfPlace(high, rounded),
  };
}

/**
 * The change in percent that values may have made which print as they do; `undefined` where rounding moves no end of the
 * change by more than a few points, or where nothing can be said because the first may be zero.
 * @param change The change between what is printed, in percent.
 */
export function changeAsPrinted(
  change: Interval,
  from: Interval | undefined,
  to: Interval | undefined,
): Interval | undefined {
  if (from === undefined || to === undefined || from.low <= 0) return undefined;
  const printed = { low: (to.low / from.high - 1) * 100, high: (to.high / from.low - 1) * 100 };
  const moved = Math.max(change.low - printed.low, printed.high - change.high);
  return moved > MOST_POINTS ? printed : undefined;
}

/**
 * The place down to which a value is certain that lies somewhere in an interval: the power of ten nearest to its width.
 * `undefined` where it is exact.
 * @example placeOf({ low: 64.8, high: 65.9 }) // 1
 */
export function placeOf({ low, high }: Interval): number | undefined {
  const width = high - low;
  return width > 0 ? 10 ** Math.round(Math.log10(width)) : undefined;
}

/** A number at a place, without binary noise. @example atPlace(65.34, 1) // 65 */
export function atPlace(value: number, place: number): number {
  return Number((Math.round(value / place) * place).toPrecision(NOISE));
}
