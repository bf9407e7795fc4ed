/** The quote that answers, on the basis that was asked for, and the words that are shared about it. */
import type { Citation, Line, Span } from '#src/domain/answer.ts';
import { basisInWords, quantityOf, type ReadQuote } from '#src/domain/series/quote.ts';
import { convert, type Converted } from '#src/domain/series/convert.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import { freshnessOf, type Freshness } from '#src/domain/series/freshness.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import type { PriceWanted } from '#src/domain/reading/price-wanted.ts';
import type { LatestQuote, StoredQuote } from '#src/domain/series/quote-store.ts';

/** A quote that was chosen to answer, on the basis that was wanted. */
export interface Chosen {
  readonly series: LatestQuote;
  readonly name: string;
  readonly freshness: Freshness;
  /** On the wanted basis, with the steps there; or why it can't be put on it. */
  readonly converted: Converted;
  /** As it is shown: converted where that was possible. */
  readonly shown: ReadQuote;
}

/** Puts the newest price of a series on the basis that is wanted. */
export function choose(book: QuoteBook, series: LatestQuote, { target }: PriceWanted): Chosen {
  const { quote, key } = series;
  const converted = convert<ReadQuote>(quote, target, book.convert);
  return {
    series,
    name: nameOfQuote(book, converted.ok ? converted.quote : quote),
    freshness: freshnessOf(quote.date, book.today, book.sourceOf(key.source).limits),
    converted,
    shown: converted.ok ? converted.quote : quote,
  };
}

/** @example "NdPr oxide" */
export function nameOfQuote(
  { convert: { materials } }: Pick<QuoteBook, 'convert'>,
  { metal, form }: Pick<ReadQuote, 'metal' | 'form'>,
): string {
  return `${materials.find(({ id }) => id === metal)?.name ?? metal} ${form === 'contained metal' ? 'metal contained in oxide' : form}`;
}

export const estimate = ({ estimated }: Pick<ReadQuote, 'estimated'>): string =>
  estimated ? ' (estimate)' : '';

/** As a sentence begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The newest quote and its age, as a headline. */
export function newestHeadline({ name, shown, freshness }: Chosen): Line {
  if (freshness.state === 'dead') return [{ strong: [`${name}: no price for today`] }];
  return [
    { strong: [`${name}: `, { quantity: quantityOf(shown) }] },
    `${estimate(shown)}, ${freshness.words}`,
  ];
}

/** The newest quote and its age, beside another figure. */
export function newestLine({ shown, freshness }: Chosen): Line {
  const what = freshness.state === 'dead' ? 'The last quote was ' : 'The newest quote is ';
  return [what, { quantity: quantityOf(shown) }, `${estimate(shown)}, ${freshness.words}.`];
}

/** Where days are before all quotes of a series: since when there are any. @param date The last day asked for. */
export function sinceWhen({ series: { first } }: Chosen, date: string): readonly Line[] {
  return date < first ? [[`Quotes on this basis go back to ${dayInWords(first)}.`]] : [];
}

/** A series' prices, ascending; empty where they were not fetched. */
export function historyOf(
  { histories }: Pick<QuoteBook, 'histories'>,
  series: string,
): readonly StoredQuote[] {
  return histories.get(series) ?? [];
}

/** How the price was put on another basis, each step on its own. */
export function stepLines({ converted, series }: Chosen): readonly Line[] {
  if (!converted.ok || converted.steps.length === 0) return [];
  const steps = converted.steps.flatMap(({ to, by }): Span[] => [` → ${by}: `, { quantity: to }]);
  return [['Quoted as ', { quantity: quantityOf(series.quote) }, ...steps, '.']];
}

/** How a quote is cited: its source, and its day as the edition. */
export function citationOfQuote(book: QuoteBook, { key, quote }: LatestQuote): Citation {
  const { name } = book.sourceOf(key.source);
  return {
    id: key.source,
    source: { publisher: name, title: name, edition: `of ${dayInWords(quote.date)}`, dated: quote.date },
    section: basisInWords(key),
  };
}
