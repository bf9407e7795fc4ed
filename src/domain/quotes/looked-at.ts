/** Which days of a history a question looks at. */
import { addDays } from './dates.ts';
import type { QuoteRequest } from './quote-request.ts';
import { lastMonths } from './statistics.ts';

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
  if (days?.kind === 'at') return { from: addDays(days.date, -MOST_GAP_DAYS), to: days.date };
  if (statistic === 'percentile') return lastMonths(today, RANK_MONTHS);
  if (days !== undefined) return days.window;
  return statistic === undefined ? undefined : lastMonths(today, USUAL_MONTHS);
}
