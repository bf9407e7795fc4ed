/** How one figure stands to another: the change between them in percent, a year on the way, and how many times it is. */
import { changeAsPrinted } from './printed.ts';
import { type Range, type Quantity, midpoint, divide, isMassUnit, priceUnit, inMass } from './figure.ts';

/** A relative change between two ranges, in percent: the interval of all pairs of ends, and between midpoints. */
export interface Change {
  readonly percent: Range;
  /** Between the two midpoints, in percent; called a midpoint wherever it is shown. */
  readonly midpoint: number;
  /** Of all values that print as the two figures do; only where rounding may move the change by more than a few points. */
  readonly printed?: Range | undefined;
  /** The percentage that the midpoint's is held against, either way: shown with the digits that tell the two apart. */
  readonly against?: number | undefined;
}

/**
 * Change from one range to another, in percent.
 * @example changeBetween(exactly(75), { low: 100, high: 130 }) // percent 33.3 to 73.3, midpoint 53.3
 */
export function changeBetween(from: Range, to: Range): Change {
  const ratio = divide(to, from);
  return {
    percent: { low: (ratio.low - 1) * 100, high: (ratio.high - 1) * 100 },
    midpoint: (midpoint(to) / midpoint(from) - 1) * 100,
  };
}

/** Change from one figure to another, in percent, with what rounding leaves open. Both in one unit. */
export function changeOf(from: Quantity, to: Quantity): Change {
  const change = changeBetween(from.range, to.range);
  const printed = changeAsPrinted(change.percent, from.printed, to.printed);
  return printed === undefined ? change : { ...change, printed };
}

/**
 * Compound annual growth rate between two figures, in percent a year.
 * @param years How many years lie between them; more than 0.
 */
export function annualGrowth(from: Quantity, to: Quantity, years: number): Change {
  const yearly = (percent: number) => ((1 + percent / 100) ** (1 / years) - 1) * 100;
  const { percent, midpoint: middle, printed } = changeOf(from, to);
  const range = ({ low, high }: Range) => ({ low: yearly(low), high: yearly(high) });
  return {
    percent: range(percent),
    midpoint: yearly(middle),
    ...(printed === undefined ? {} : { printed: range(printed) }),
  };
}

/** How many times one figure is another; `undefined` where they don't measure one thing, or the other may be nothing. */
export function timesBetween(figure: Quantity, other: Quantity): Quantity | undefined {
  const mass = isMassUnit(figure.unit) ? figure.unit : priceUnit(figure.unit)?.mass;
  const same = mass === undefined ? other : inMass(other, mass);
  if (same.unit !== figure.unit || same.range.low <= 0) return undefined;
  return { range: divide(figure.range, same.range), unit: 'times' };
}
