/** One price for the days asked for: the day's own, or the average of a window. What an order of then cost is reckoned at it. */
import type { ReadQuote } from '#src/domain/series/quote.ts';
import { addDays, dayInWords } from '#src/domain/measure/days.ts';
import { MOST_GAP_DAYS } from '#src/domain/reading/price-wanted.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import type { PriceWanted } from '#src/domain/reading/price-wanted.ts';
import type { PastDays } from '#src/domain/reading/times/wanted-days.ts';
import { priceAt, summarise, within } from '#src/domain/series/statistics.ts';
import { onBasis } from './quoted-basis.ts';
import type { Chosen } from './quoted-choice.ts';

export interface PriceOver {
  /** Its range is the day's price, or the average of lows and of highs. */
  readonly quote: ReadQuote;
  /** "2 Mar 2026", "the average of Q2 2026": what the price is of. */
  readonly of: string;
  /** Days with a quote that it is made of. */
  readonly days: number;
}

/** The quote of a day, or of the last one before it that had one, where that is near. @param history Ascending. */
export function quoteNear<P extends ReadQuote>(history: readonly P[], date: string): P | undefined {
  const found = priceAt(history, date);
  return found !== undefined && found.date >= addDays(date, -MOST_GAP_DAYS) ? found : undefined;
}

/** @param history Ascending, on the basis that is shown. @returns `undefined` where these days have no quote */
export function priceOver(history: readonly ReadQuote[], days: PastDays): PriceOver | undefined {
  if (days.kind === 'at') {
    const quote = quoteNear(history, days.date);
    return quote && { quote, of: dayInWords(quote.date), days: 1 };
  }
  const inside = within(history, days.window);
  const [summary, last] = [summarise(inside), inside.at(-1)];
  if (summary === undefined || last === undefined) return undefined;
  const estimated = inside.some((quote) => quote.estimated);
  return {
    quote: { ...last, range: summary.average, estimated },
    of: `the average ${ofLabel(days.window.label)}`,
    days: summary.days,
  };
}

/** "of Q2 2026", but "since 1 Sep". */
export const ofLabel = (label: string): string =>
  /^(?:since|until|before) /.test(label) ? label : `of ${label}`;

/**
 * What was chosen, with the price of the days that were asked for in place of the newest one.
 * @returns `undefined` where no such days are asked for, or they have no quote
 */
export function chosenOver(book: QuoteBook, chosen: Chosen, request: PriceWanted): Chosen | undefined {
  const { days } = request;
  if (days?.kind !== 'at' && days?.kind !== 'window') return undefined;
  const price = priceOver(onBasis(book, chosen, request), days);
  if (price === undefined) return undefined;
  const none =
    days.kind === 'at' && price.quote.date !== days.date ? `; ${dayInWords(days.date)} has no quote` : '';
  const words = days.kind === 'at' ? `on ${price.of}${none}` : `${price.of}, ${price.days} days with a quote`;
  return { ...chosen, shown: price.quote, freshness: { state: 'fresh', age: 0, words } };
}
