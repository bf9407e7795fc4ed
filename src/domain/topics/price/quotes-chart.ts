/** The chart of a history of quotes or of months: of the days that an answer is about; of quotes, on the basis that it shows. */
import type { Market } from '#src/domain/series/library.ts';
import type { Part } from '#src/domain/answer.ts';
import { addDays } from '#src/domain/measure/days.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import type { PriceWanted } from '#src/domain/reading/price-wanted.ts';
import { RANK_MONTHS, USUAL_MONTHS } from '#src/domain/reading/price-wanted.ts';
import type { MonthsSubject, QuotesSubject } from '#src/domain/series/chart-subject.ts';
import { endsOf } from '#src/domain/reading/times/wanted-days.ts';
import { lastMonths, within } from '#src/domain/series/statistics.ts';
import type { Series } from '#src/domain/series/series.ts';

/** Drawn before a day whose price is asked for. */
const DAYS_BEFORE = 30;

type Drawn = Pick<Part, 'chart' | 'chartWanted' | 'cautions'>;

/** @param wanted It was asked for: then one quote is drawn, too, and where it can't be drawn it is said why. */
export function quotedChart(
  { book, today }: Pick<Market, 'book' | 'today'>,
  chosen: Series,
  request: PriceWanted,
  wanted: boolean,
): Drawn {
  const none = (why: string): Drawn => ({ cautions: wanted ? [[`There is no chart of it: ${why}.`]] : [] });
  // Other days than those that were asked for are not drawn in their place.
  if (request.days?.kind === 'unread' || request.days?.kind === 'coming') return { cautions: [] };
  const days = daysOf(today, request);
  if (chosen.cadence === 'month') {
    const months = chosen.within(days);
    return months.length < 2
      ? { cautions: [] }
      : { chart: monthsOf([chosen], days), chartWanted: wanted, cautions: [] };
  }
  const history = book?.histories.get(chosen.id);
  if (book === undefined || history === undefined) return none('it is not kept here');
  const isConverted = chosen.conversion !== undefined && 'steps' in chosen.conversion;
  const chart: QuotesSubject = {
    kind: 'quotes',
    series: chosen.id,
    ...days,
    ...(isConverted ? { target: request.target } : {}),
  };
  const quotes = within(history, days).length;
  if (quotes < (wanted ? 1 : 2)) return { cautions: [] };
  if (book.charted) return { chart, chartWanted: wanted, cautions: [] };
  return none('charts are drawn by another’s server here, and quotes are not sent there');
}

/** Of the catalog's figures of months, as their sources print them. @param days ISO dates */
export const monthsOf = (
  all: readonly Series[],
  { from, to }: Pick<QuotesSubject, 'from' | 'to'>,
): MonthsSubject => ({
  kind: 'months',
  metals: all.map(({ of }) => of.material),
  from: monthOf(all, from),
  to: monthOf(all, to),
});

/** A day's month, or the nearest of which there is a figure. */
function monthOf(all: readonly Series[], day: string): string {
  const periods = all
    .flatMap((series) => [series.periods[0] ?? [], series.periods.at(-1) ?? []].flat())
    .toSorted();
  const [first = day, last = day] = [periods[0], periods.at(-1)];
  const month = day.slice(0, 7);
  return month < first ? first : month > last ? last : month;
}

/** Of a series as it is quoted. */
export const yearOfQuotes = ({ today }: Pick<QuoteBook, 'today'>, series: string): QuotesSubject => ({
  kind: 'quotes',
  series,
  from: lastMonths(today, USUAL_MONTHS).from,
  to: today,
});

function daysOf(today: string, { days, statistic }: PriceWanted): Pick<QuotesSubject, 'from' | 'to'> {
  const ends = endsOf(days);
  if (ends !== undefined && days?.kind !== 'window')
    return { from: addDays(ends.from, -DAYS_BEFORE), to: today };
  const months = statistic === 'percentile' ? RANK_MONTHS : USUAL_MONTHS;
  const { from, to } = ends ?? lastMonths(today, months);
  return { from, to };
}
