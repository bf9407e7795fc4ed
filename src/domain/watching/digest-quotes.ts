/** What a digest says of quotes: those that it keeps an eye on, and how the newest has moved over a year, each on its own basis. */
import type { Line, Part } from '#src/domain/answer.ts';
import type { DigestFigures, Tracked } from './digest-changes.ts';
import type { DigestItem } from './digest-content.ts';
import { basisInWords, changeOfQuotes, quantityOf } from '#src/domain/series/quote.ts';
import { addDays, dayInWords, monthsBefore } from '#src/domain/measure/days.ts';
import { freshnessOf } from '#src/domain/series/freshness.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import { citationOfQuote, liveSeries, nameOfQuote } from '#src/domain/series/quoted-series.ts';
import type { LatestQuote } from '#src/domain/series/quote-store.ts';
import type { QuotesSubject } from '#src/domain/series/chart-subject.ts';
import { MOST_GAP_DAYS, priceAt } from '#src/domain/series/statistics.ts';
import { yearOfQuotes } from '#src/domain/topics/price/quotes-chart.ts';
import { firmness, makePart } from '#src/domain/topics/topic.ts';

/** More series of one metal than that are not watched. */
const MOST_SERIES = 6;

const keyOf = (metal: string, series: string): string => `${metal}/quote/${series}`;

/** Whether a kept figure is a series' price of a day. */
export function isQuoteFigure(
  key: string,
  figure: unknown,
  { series, date }: { readonly series: string; readonly date: string },
): boolean {
  const ofDay = typeof figure === 'object' && figure !== null && 'date' in figure && figure.date === date;
  return ofDay && key.endsWith(`/quote/${series}`);
}

const liveSeriesOf = (metal: string, book: QuoteBook | undefined): readonly LatestQuote[] =>
  book === undefined ? [] : liveSeries(book, metal);

/**
 * The newest quote of each series. A series is one source's prices on one basis, so what is compared with the last digest is
 * never on two.
 * @param previous Those that the last digest had stay watched.
 */
export function quotesTracked(
  metal: string,
  items: readonly DigestItem[],
  book: QuoteBook | undefined,
  previous: DigestFigures | undefined,
): readonly Tracked[] {
  if (book === undefined || !(items.includes('price') || items.includes('change'))) return [];
  const live = liveSeriesOf(metal, book);
  const known = ({ series }: LatestQuote) => previous?.[keyOf(metal, series)] !== undefined;
  const watched = live.toSorted((a, b) => Number(known(b)) - Number(known(a))).slice(0, MOST_SERIES);
  const hadOthers = Object.keys(previous ?? {}).some((key) => key.startsWith(keyOf(metal, '')));
  return watched.map((series): Tracked => {
    const { key, quote } = series;
    const which = live.length > 1 ? ` (${book.sourceOf(key.source).name}; ${basisInWords(key)})` : '';
    return {
      key: keyOf(metal, series.series),
      label: `${nameOfQuote(book, key)} quote${which}`,
      figure: {
        year: Number(quote.date.slice(0, 4)),
        date: quote.date,
        quantity: quantityOf(quote),
        citation: citationOfQuote(book, series),
      },
      ifNew: hadOthers ? 'the first of its source and basis, so there is nothing to compare it with' : 'new',
    };
  });
}

/** Quotes of the last digest that are no price any more: the newest of their series has become too old. */
export function quotesGone(
  { id, name }: { readonly id: string; readonly name: string },
  tracked: readonly Tracked[],
  previous: DigestFigures | undefined,
): readonly Line[] {
  return Object.entries(previous ?? {})
    .filter(([key]) => key.startsWith(keyOf(id, '')) && tracked.every((t) => t.key !== key))
    .map(([, { date, quantity }]): Line => [
      `${name}: the quote of the last digest (`,
      { quantity },
      date === undefined ? '' : `, ${dayInWords(date)}`,
      ') is too old to be the price, and none has come since.',
    ]);
}

/**
 * How the newest quote has moved over 12 months, in its own series; or since when there are any.
 * @param besidePrice The answer on the price says how it moved since the quote before: that is not said again.
 * @returns `undefined` where there is no quote, or nothing more to say
 */
export function yearLine(metal: string, book: QuoteBook | undefined, besidePrice: boolean): Line | undefined {
  const [newest] = liveSeriesOf(metal, book);
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
    { quantity: quantityOf(before) },
    '): ',
    { change: changeOfQuotes(before, quote) },
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
  const [newest] = liveSeriesOf(metal, book);
  if (book?.charted !== true || newest === undefined) return undefined;
  const usual = yearOfQuotes(book, newest.series);
  return { ...usual, from: yearBefore(book, newest).before?.date ?? usual.from };
}

/** The year's change where the price itself was not chosen. */
export function yearPart(metal: string, book: QuoteBook | undefined): Part | undefined {
  const line = yearLine(metal, book, false);
  const [newest] = liveSeriesOf(metal, book);
  if (book === undefined || newest === undefined || line === undefined) return undefined;
  const chart = yearChart(metal, book);
  const { key, quote } = newest;
  const { words } = freshnessOf(quote.date, book.today, book.sourceOf(key.source).limits);
  return makePart('change', {
    headline: [
      { strong: [`${nameOfQuote(book, key)}: `, { quantity: quantityOf(quote) }] },
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
