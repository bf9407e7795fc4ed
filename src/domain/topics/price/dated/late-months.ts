/** "The last 3 months" of monthly figures that come late: as many months, up to the newest that there is. */
import { periodNamed } from '#src/domain/measure/period.ts';
import type { PriceWanted } from '#src/domain/reading/price-wanted.ts';
import { whenOf, type Series } from '#src/domain/series/series.ts';
import { lastMonths, type Window } from '#src/domain/series/statistics.ts';

const MOST_MONTHS = 12;

/**
 * The window that stands in; `undefined` where all the months but one are there, or no last months are asked for.
 * @param found How many figures there are of the days asked for. @param today ISO date
 */
export function lastThereAre(
  series: Series,
  days: PriceWanted['days'],
  found: number,
  today: string,
): Window | undefined {
  const newest = series.cadence === 'month' ? series.newest(today) : undefined;
  const month = newest && periodNamed(newest.at);
  if (newest === undefined || month === undefined || days?.kind !== 'window' || days.window.to < today)
    return undefined;
  const counts = Array.from({ length: MOST_MONTHS }, (_, at) => at + 1);
  const count = counts.find((one) => lastMonths(days.window.to, one).from === days.window.from);
  if (count === undefined || found >= count - 1) return undefined;
  return { ...lastMonths(month.to, count), label: `the ${count} months to ${whenOf(newest)}` };
}
