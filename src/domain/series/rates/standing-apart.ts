/** Prices of one table that stand so far from their neighbours that they must be in another unit, or have lost a mark. */
import { daysBetween } from '#src/domain/measure/days.ts';

interface DatedPrice {
  readonly date: string;
  /** Of a range, its middle. */
  readonly value: number;
}

/** No metal has cost so many times as much, or as little, from one price of a table to its next within these days. */
export const MOST_TIMES = 8;
const MOST_DAYS = 120;
/** How far around a price others are looked at. */
const AROUND = 3;

const times = (a: number, b: number) => (a > b ? a / b : b / a);

/**
 * The places of prices that stand apart. Where it can't be told which of two stretches is right, all are.
 * @param prices In the order of their days.
 */
export function standingApart(prices: readonly DatedPrice[]): readonly number[] {
  const leaps = leapsIn(prices);
  if (leaps === 0) return [];
  const apart = prices.flatMap((one, at) => {
    const others = prices.slice(Math.max(0, at - AROUND), at + AROUND + 1).filter((other) => other !== one);
    const unlike = others.filter(({ value }) => times(one.value, value) >= MOST_TIMES).length;
    return others.length > 1 && unlike > others.length / 2 ? [at] : [];
  });
  const isApart = new Set(apart);
  const left = prices.filter((_, at) => !isApart.has(at));
  return leapsIn(left) === 0 && left.length > apart.length ? apart : prices.map((_, at) => at);
}

const leapsIn = (prices: readonly DatedPrice[]): number =>
  prices.filter((one, at) => {
    const next = prices[at + 1];
    return (
      next !== undefined &&
      times(one.value, next.value) >= MOST_TIMES &&
      daysBetween(one.date, next.date) <= MOST_DAYS
    );
  }).length;
