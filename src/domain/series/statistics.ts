/** What a history of prices says: lowest, highest, average, the month before's average, the rank within years. */
import { midpoint, type Range } from '#src/domain/measure/figure.ts';
import type { DayPrice } from './quote.ts';
import { addDays, dayInWords, monthsBefore } from '#src/domain/measure/days.ts';

/** The days of a history, ends included, as ISO dates. */
export interface Window {
  readonly from: string;
  readonly to: string;
  /** "the last 30 days". */
  readonly label: string;
}

export const lastDays = (today: string, days: number): Window => ({
  from: addDays(today, 1 - days),
  to: today,
  label: `the last ${days} days`,
});

export const lastMonths = (today: string, months: number): Window => ({
  from: addDays(monthsBefore(today, months), 1),
  to: today,
  label: `the last ${months} months`,
});

/** The calendar month before today's: contracts are indexed to its average. */
export function previousMonth(today: string): Window {
  const [year = '', month = ''] = monthsBefore(`${today.slice(0, 7)}-01`, 1).split('-');
  const from = `${year}-${month}-01`;
  const to = addDays(`${today.slice(0, 7)}-01`, -1);
  return { from, to, label: dayInWords(from).replace(/^1 /, '') };
}

/** The prices of a window, ascending as they came. */
export function within<P extends DayPrice>(
  prices: readonly P[],
  { from, to }: Pick<Window, 'from' | 'to'>,
): readonly P[] {
  return prices.filter(({ date }) => date >= from && date <= to);
}

export interface Summary<P extends DayPrice = DayPrice> {
  /** The days with the lowest low and the highest high; the first such day. */
  readonly lowest: P;
  readonly highest: P;
  /** Of lows, and of highs. Days without a price are left out, not filled in. */
  readonly average: Range;
  readonly days: number;
}

/** `undefined` without a price. */
export function summarise<P extends DayPrice>(prices: readonly P[]): Summary<P> | undefined {
  const [first] = prices;
  if (first === undefined) return undefined;
  let [lowest, highest, low, high] = [first, first, 0, 0];
  for (const price of prices) {
    if (price.range.low < lowest.range.low) lowest = price;
    if (price.range.high > highest.range.high) highest = price;
    low += price.range.low;
    high += price.range.high;
  }
  // A mean of equal numbers must not be off by the noise of adding them up.
  const mean = (sum: number, least: number, most: number) =>
    Math.min(most, Math.max(least, sum / prices.length));
  const lows = prices.map((p) => p.range.low);
  const highs = prices.map((p) => p.range.high);
  return {
    lowest,
    highest,
    average: {
      low: mean(
        low,
        lowest.range.low,
        lows.reduce((a, b) => Math.max(a, b)),
      ),
      high: mean(
        high,
        highs.reduce((a, b) => Math.min(a, b)),
        highest.range.high,
      ),
    },
    days: prices.length,
  };
}

/** Fewer days than this say nothing about a rank. */
const FEWEST_FOR_RANK = 20;

/**
 * The share of days, in percent, whose midpoint was below a price's midpoint; half of those that equal it count as below.
 * `undefined` with too few days.
 */
export function percentileOf(price: DayPrice, prices: readonly DayPrice[]): number | undefined {
  if (prices.length < FEWEST_FOR_RANK) return undefined;
  const at = midpoint(price.range);
  let below = 0;
  for (const { range } of prices) {
    const other = midpoint(range);
    if (other < at) below += 1;
    else if (other === at) below += 0.5;
  }
  return (below / prices.length) * 100;
}

/** The newest price that is not after a day. @param prices Ascending. */
export function priceAt<P extends DayPrice>(prices: readonly P[], date: string): P | undefined {
  return prices.findLast((price) => price.date <= date);
}
