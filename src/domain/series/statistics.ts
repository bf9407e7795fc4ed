/** What a history of prices says: lowest, highest, average, the month before's average, the rank within years. */
import { midpoint } from '#src/domain/measure/figure.ts';
import type { Figure } from './figures.ts';
import type { DayPrice } from './quote.ts';
import { whenOf, type Series } from './series.ts';
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

/** What a statistic needs of a figure. */
type Timed = Pick<Figure, 'at' | 'quantity' | 'over'>;

export interface Summary<F extends Timed = Timed> {
  /** Those with the lowest low and the highest high; the first such. */
  readonly lowest: F;
  readonly highest: F;
  /** The newest of them with the mean of all lows, and of all highs. Days without a price are left out, not filled in. */
  readonly average: F;
  readonly count: number;
}

/** `undefined` without a figure. @param figures Ascending, in one unit. */
export function summarise<F extends Timed>(figures: readonly F[]): Summary<F> | undefined {
  const [first, last] = [figures[0], figures.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  let [lowest, highest, low, high] = [first, first, 0, 0];
  let [most, least] = [first.quantity.range.low, first.quantity.range.high];
  for (const figure of figures) {
    const { range } = figure.quantity;
    if (range.low < lowest.quantity.range.low) lowest = figure;
    if (range.high > highest.quantity.range.high) highest = figure;
    [most, least] = [Math.max(most, range.low), Math.min(least, range.high)];
    low += range.low;
    high += range.high;
  }
  // A mean of equal numbers must not be off by the noise of adding them up.
  const mean = (sum: number, from: number, to: number) => Math.min(to, Math.max(from, sum / figures.length));
  const range = {
    low: mean(low, lowest.quantity.range.low, most),
    high: mean(high, least, highest.quantity.range.high),
  };
  const firmness = figures.find(({ quantity }) => quantity.firmness !== undefined)?.quantity.firmness;
  const over = first === last ? {} : { over: { from: first.at, to: last.at } };
  const average = { ...last, ...over, quantity: { range, unit: last.quantity.unit, firmness } };
  return { lowest, highest, average, count: figures.length };
}

/** Fewer days than this say nothing about a rank. */
const FEWEST_FOR_RANK = 20;

/**
 * The share of figures, in percent, whose midpoint was below a figure's; half of those that equal it count as below.
 * `undefined` with too few of them.
 */
export function percentileOf(figure: Timed, figures: readonly Timed[]): number | undefined {
  if (figures.length < FEWEST_FOR_RANK) return undefined;
  const at = midpoint(figure.quantity.range);
  let below = 0;
  for (const { quantity } of figures) {
    const other = midpoint(quantity.range);
    if (other < at) below += 1;
    else if (other === at) below += 0.5;
  }
  return (below / figures.length) * 100;
}

/** The newest price that is not after a day. @param prices Ascending. */
export function priceAt<P extends DayPrice>(prices: readonly P[], date: string): P | undefined {
  return prices.findLast((price) => price.date <= date);
}

/** A price this many days before the day asked for still stands for it: weekends and holidays have none. */
export const MOST_GAP_DAYS = 10;

/** The figure of a day: its own, or that of its month; of a day without one, the last before it, where that is near. */
export function figureNear(series: Series, date: string): Figure | undefined {
  const found = series.at(date);
  if (found !== undefined || series.cadence !== 'day') return found;
  return series.within({ from: addDays(date, -MOST_GAP_DAYS), to: date }).at(-1);
}

/** One figure for a day, or for a window of days: the day's own, or the average of lows and of highs. */
interface Over {
  readonly figure: Figure;
  /** "2 Mar 2026", "the average of Q2 2026": what it is of. */
  readonly of: string;
  /** How many figures it is made of. */
  readonly count: number;
}

/** @returns `undefined` where there is no figure of these days */
export function figureOver(series: Series, days: string | Window): Over | undefined {
  if (typeof days === 'string') {
    const figure = figureNear(series, days);
    return figure && { figure, of: whenOf(figure), count: 1 };
  }
  const summary = summarise(series.within(days));
  if (summary === undefined) return undefined;
  const { average: figure, count } = summary;
  if (count === 1 && series.cadence !== 'day')
    return { figure: summary.lowest, of: whenOf(summary.lowest), count };
  return { figure, of: `the average ${ofLabel(days.label)}`, count };
}

/** "of Q2 2026", but "since 1 Sep". */
export const ofLabel = (label: string): string =>
  /^(?:since|until|before) /.test(label) ? label : `of ${label}`;
