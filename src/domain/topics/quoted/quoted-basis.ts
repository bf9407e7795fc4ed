/** A history of quotes on the basis that was asked for, and what of it can't be put on it. */
import type { Line } from '#src/domain/answer.ts';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import { convert, convertHistory } from '#src/domain/series/convert.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import type { PriceWanted } from '#src/domain/reading/price-wanted.ts';
import { within, type Window } from '#src/domain/series/statistics.ts';
import { historyOf, type Chosen } from './quoted-choice.ts';

/** The history on the basis that was wanted, each day at its own rate; as it is where it can't be put on it. */
export function onBasis(
  book: QuoteBook,
  { series, converted }: Chosen,
  { target }: PriceWanted,
): readonly ReadQuote[] {
  const history = historyOf(book, series.series);
  if (!converted.ok || converted.steps.length === 0) return history;
  return convertHistory<ReadQuote>(history, target, book.convert);
}

/** Days that can't be put on the basis that was wanted, at a rate of their own, are not in the figures: says so. */
export function leftOut(
  book: QuoteBook,
  { series, converted }: Chosen,
  { target }: PriceWanted,
  window: Pick<Window, 'from' | 'to'>,
): readonly Line[] {
  if (!converted.ok) return [];
  const quotes = within(historyOf(book, series.series), { ...window, label: '' });
  const reasons = quotes.flatMap((quote) => {
    const one = convert<ReadQuote>(quote, target, book.convert);
    return one.ok ? [] : [one.reason];
  });
  const [reason] = reasons;
  if (reason === undefined) return [];
  const which =
    quotes.length === 1
      ? 'The one day with a quote is'
      : `${reasons.length} of the ${quotes.length} days with a quote are`;
  return [[`${which} left out: ${reason}.`]];
}
