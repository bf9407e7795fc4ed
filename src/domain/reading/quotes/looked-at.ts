/** Which days of a history a question looks at. */
import { addDays } from '#src/domain/measure/days.ts';
import type { QuoteRequest } from './quote-request.ts';
import { endsOf } from './read-window.ts';
import { lastMonths } from '#src/domain/series/statistics.ts';

/** Within how many months a price is ranked. */
export const RANK_MONTHS = 36;
/** A price this many days before the day asked for still stands for it: weekends and holidays have none. */
export const MOST_GAP_DAYS = 10;
/** Looked at, and drawn, where no days are asked for: a year says where a price stands. */
export const USUAL_MONTHS = 12;

/** ISO dates, both included; `undefined` where only the newest price is asked for. */
export function daysLookedAt(
  { days, statistic }: Partial<Pick<QuoteRequest, 'days' | 'statistic'>>,
  today: string,
): { readonly from: string; readonly to: string } | undefined {
  if (statistic === 'percentile' && days?.kind !== 'at') return lastMonths(today, RANK_MONTHS);
  const ends = endsOf(days);
  if (ends !== undefined)
    // A day without a quote has the price of the one before it.
    return days?.kind === 'window' ? ends : { ...ends, from: addDays(ends.from, -MOST_GAP_DAYS) };
  return days !== undefined || statistic === undefined ? undefined : lastMonths(today, USUAL_MONTHS);
}
