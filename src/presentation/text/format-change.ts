/** Changes as they are read: in percent, from the least to the most, and between midpoints. */
import { DEFAULT_LOCALE } from '#src/domain/answer.ts';
import { isExact } from '#src/domain/measure/figure.ts';
import type { Change } from '#src/domain/measure/changes.ts';
import { print, decimalsApart, percentDecimals } from './format.ts';

/** Interval ends closer than this, in percentage points, are told apart by a decimal. */
const NARROW_INTERVAL = 10;

/**
 * A change in percent, always signed; an interval also says what lies between the midpoints, and one of rounded figures
 * what it is for all values that print so.
 * @example formatChange(changeBetween(exactly(110), exactly(125))) // "+13.6 %"
 * @example formatChange(changeBetween(exactly(75), { low: 100, high: 130 }))
 * // "+33 % to +73 % (+53 % between midpoints)"
 * @example formatChange(changeOf(two, one)) // "about -50 % (as printed, -80 % to 0 %)"
 */
export function formatChange(
  { percent, midpoint, printed, against }: Change,
  locale: string = DEFAULT_LOCALE,
): string {
  const wide = printed ?? percent;
  const exact = isExact(percent);
  const whole = (!exact || printed !== undefined) && wide.high - wide.low >= NARROW_INTERVAL;
  const one = (value: number, least = 0) => {
    const text = print(value, locale, {
      maximumFractionDigits: Math.max(least, whole ? 0 : percentDecimals(value)),
      signDisplay: 'exceptZero',
    });
    return `${text} %`;
  };
  const apart =
    against === undefined
      ? 0
      : decimalsApart([Math.abs(midpoint)], [against], whole ? 0 : percentDecimals(midpoint));
  // Ends that round to one figure are no interval to a reader.
  const single = exact || one(percent.low) === one(percent.high);
  const own = against === undefined ? percent.low : midpoint;
  const text = single ? one(own, apart) : `${one(percent.low)} to ${one(percent.high)}`;
  const middle = single ? [] : [`${one(midpoint, apart)} between midpoints`];
  if (printed === undefined) return single ? text : `${text} (${middle.join('')})`;
  const place = (value: number) => (whole || percentDecimals(value) === 0 ? 1 : 0.1);
  const ends = [
    outwards(printed.low, place(printed.low), Math.floor),
    outwards(printed.high, place(printed.high), Math.ceil),
  ].map(one);
  return `${single ? 'about ' : ''}${text} (${[...middle, `as printed, ${ends.join(' to ')}`].join('; ')})`;
}

/** The end of an interval at a place, so that the interval that is read holds all of it. */
function outwards(value: number, place: number, round: (value: number) => number): number {
  return round(Number((value / place).toPrecision(10))) * place;
}
