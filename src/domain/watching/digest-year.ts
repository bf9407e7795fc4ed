/** How the newest quote has moved over 12 months, on its own basis: in words and in a picture of the same days. */
import type { Line, Part } from '#src/domain/answer.ts';
import { changeOfQuotes, quantityOf } from '#src/domain/series/quote.ts';
import { basisInWords } from '#src/domain/series/basis-in-words.ts';
import { addDays, dayInWords, monthsBefore } from '#src/domain/measure/days.ts';
import { freshnessOf } from '#src/domain/series/freshness.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import { liveSeries } from '#src/domain/series/quotes/choose-quotes.ts';
import { citationOfQuote, nameOfQuote } from '#src/domain/series/quotes/quoted-series.ts';
import type { LatestQuote } from '#src/domain/series/quotes/quote-store.ts';
import type { QuotesSubject } from '#src/domain/series/chart-subject.ts';
import { MOST_GAP_DAYS, priceAt } from '#src/domain/series/statistics.ts';
import { yearOfQuotes } from '#src/domain/topics/price/quotes-chart.ts';
import { firmness, makePart } from '#src/domain/topics/topic.ts';

const newestOf = (metal: string, book: QuoteBook | undefined): LatestQuote | undefined =>
  book === undefined ? undefined : liveSeries(book, metal)[0];

/**
 * How the newest quote has moved over 12 months, in its own series; or since when there are any.
 * @param besidePrice The answer on the price says how it moved since the quote before: that is not said again.
 * @returns `undefined` where there is no quote, or nothing more to say
 */
export function yearLine(metal: string, book: QuoteBook | undefined, besidePrice: boolean): Line | undefined {
  const newest = newestOf(metal, book);
  if (book === undefined || newest === undefined) return undefined;
  const { quote } = newest;
  const { yearAgo, history, before } = yearBefore(book, newest);
  if (before === undefined)
    return ['Nothing to compare it with over 12 months: it is the only quote on this basis.'];
  const day = dayInWords(before.date, book.today);
  const isYear = before.date <= addDays(yearAgo, MOST_GAP_DAYS);
  if (besidePrice && before === history.at(-1))
    return isYear
      ? undefined
      : [`No change over 12 months yet: quotes on this basis go back to ${day} only.`];
  const spans: Line = [
    ' (',
    { quantity: quantityOf(before), given: true },
    '): ',
    { change: changeOfQuotes(before, quote), given: true },
  ];
  return isYear
    ? [`Over 12 months, since ${day}`, ...spans, '.']
    : [`Within 12 months, quotes on this basis go back to ${day} only`, ...spans, ' since.'];
}

/** The quotes of the 12 months before the newest one, and the one that it is set against. */
function yearBefore(book: QuoteBook, { quote, series }: LatestQuote) {
  const yearAgo = monthsBefore(quote.date, 12);
  const history = (book.histories.get(series) ?? []).filter(
    ({ date }) => date < quote.date && date >= addDays(yearAgo, -MOST_GAP_DAYS),
  );
  return { yearAgo, history, before: priceAt(history, yearAgo) ?? history[0] };
}

/** The picture of the days that the line on 12 months speaks of: a digest that says both speaks of one span. */
export function yearChart(metal: string, book: QuoteBook | undefined): QuotesSubject | undefined {
  const newest = newestOf(metal, book);
  if (book?.charted !== true || newest === undefined) return undefined;
  const usual = yearOfQuotes(book, newest.series);
  return { ...usual, from: yearBefore(book, newest).before?.date ?? usual.from };
}

/** The year's change where the price itself was not chosen. */
export function yearPart(metal: string, book: QuoteBook | undefined): Part | undefined {
  const line = yearLine(metal, book, false);
  const newest = newestOf(metal, book);
  if (book === undefined || newest === undefined || line === undefined) return undefined;
  const chart = yearChart(metal, book);
  const { key, quote } = newest;
  const { words } = freshnessOf(quote.date, book.today, book.sourceOf(key.source).limits);
  return makePart('change', {
    headline: [
      { strong: [`${nameOfQuote(book, key)}: `, { quantity: quantityOf(quote), given: true }] },
      `${firmness({ quantity: quantityOf(quote) })}, ${words}`,
    ],
    body: [line, [`${basisInWords(quote)}.`]],
    citations: [citationOfQuote(book, newest)],
    ...(chart === undefined ? {} : { chart }),
  });
}

/** Of what only markets quote, where nobody has quoted it yet. */
export function noQuotePart(name: string): Part {
  return makePart('price', {
    headline: [{ strong: [`${name}: no quote yet`] }],
    body: [['It is here once one comes, from a feed or by `/nd quote add`.']],
  });
}
