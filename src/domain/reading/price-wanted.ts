/** What a question wants of a price besides whose it is: on which basis, of which days, and what of them. */
import { addDays } from '#src/domain/measure/days.ts';
import type { Grain } from '#src/domain/measure/period.ts';
import type { Target } from '#src/domain/series/convert.ts';
import type { Basis, Form } from '#src/domain/series/quote.ts';
import type { QuotesWanted } from '#src/domain/series/quotes/choose-quotes.ts';
import { lastMonths, MOST_GAP_DAYS } from '#src/domain/series/statistics.ts';
import { endsOf, type WantedDays } from './times/wanted-days.ts';

export type Statistic = 'average' | 'lowest' | 'highest' | 'percentile';

export interface PriceWanted {
  readonly form?: Form | undefined;
  readonly terms?: Basis['terms'] | undefined;
  /** What the price is to be turned into. */
  readonly target: Target;
  readonly days?: WantedDays | undefined;
  /** The days of the years that are named, where no days are. */
  readonly years?: WantedDays | undefined;
  readonly statistic?: Statistic | undefined;
  /** The average of each week, month or quarter. */
  readonly every?: Grain | undefined;
  /** A file of the prices is wanted. */
  readonly csv: boolean;
  /** The price of, in so many words, or nothing beside whose it is and what is said of that. */
  readonly ofPrice: boolean;
  /** "quote", "spot": asks for the market's price in so many words. */
  readonly spot: boolean;
}

/** The price as it is, now. */
export const ANY_BASIS: PriceWanted = { target: {}, csv: false, ofPrice: true, spot: false };

/** Within how many months a price is ranked. */
export const RANK_MONTHS = 36;
/** Looked at, and drawn, where no days are asked for: a year says where a price stands. */
export const USUAL_MONTHS = 12;

/** The days that are looked at, as ISO dates, both included; `undefined` where only the newest price is asked for. */
export function daysLookedAt(
  { days, statistic, every }: Pick<PriceWanted, 'days' | 'statistic' | 'every'>,
  today: string,
): { readonly from: string; readonly to: string } | undefined {
  if (statistic === 'percentile' && days?.kind !== 'at') return lastMonths(today, RANK_MONTHS);
  const ends = endsOf(days);
  if (ends !== undefined)
    // A day without a quote has the price of the one before it.
    return days?.kind === 'window' ? ends : { ...ends, from: addDays(ends.from, -MOST_GAP_DAYS) };
  const isOfNow = statistic === undefined && every === undefined;
  return days !== undefined || isOfNow ? undefined : lastMonths(today, USUAL_MONTHS);
}

/** Which quotes answer that. */
export const quotesWanted = (wanted: PriceWanted, today: string): QuotesWanted => ({
  ...wanted,
  looked: daysLookedAt(wanted, today),
});
