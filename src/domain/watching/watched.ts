/** What an alert looks at: a quote that its rule can be held against or, where there is none, the year's figure. */
import { distance, judge, type AlertRule } from './alert.ts';
import { alertAnswer, showAgainst } from './alert-answer.ts';
import type { Answer, Line } from '#src/domain/answer.ts';
import type { Citation } from '#src/domain/series/metal.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Range } from '#src/domain/measure/figure.ts';
import { changeAgainst, isOnQuotes, type QuoteRule } from './quote-alert.ts';
import { distanceOfQuotes, judgeQuotes, thresholdsPer, type QuoteReading } from './quote-reading.ts';
import { quoteAlertAnswer } from './quote-alert-answer.ts';
import { basisInWords, quantityOf } from '#src/domain/series/quote.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import type { StoredQuote } from '#src/domain/series/quote-store.ts';
import { citationOfQuote } from '#src/domain/series/quoted-series.ts';
import { cite, firmness } from '#src/domain/topics/topic.ts';

export type Watched =
  | { readonly on: 'figure'; readonly rule: AlertRule; readonly figure: Figure }
  | {
      readonly on: 'quote';
      readonly rule: AlertRule | QuoteRule;
      readonly book: QuoteBook;
      readonly reading: QuoteReading;
    };

/** What it does to an alert. @param fired Whether it has fired and not been armed since. */
export function judgeWatched(watched: Watched, fired: boolean): 'fire' | 'arm' | 'stay' {
  if (watched.on === 'figure') return judge(watched.rule, fired, watched.figure.quantity.range);
  const { rule, reading } = watched;
  return isOnQuotes(rule) ? judgeQuotes(rule, fired, reading) : judge(rule, fired, reading.range);
}

/** The share of the threshold by which it is missed still; 0 where it is past. */
export function distanceOf(watched: Watched): number {
  if (watched.on === 'figure') return distance(watched.rule, watched.figure.quantity.range);
  const { rule, reading } = watched;
  return isOnQuotes(rule) ? distanceOfQuotes(rule, reading) : distance(rule, reading.range);
}

/** The message of an alert that has fired. @param current What it looks at now; `undefined` where there is nothing any more. */
export function watchedAnswer(
  catalog: Catalog,
  fired: Watched,
  current: Watched | undefined,
  now: Date,
): Answer {
  const meanwhile = meanwhileInWords(fired, current);
  return fired.on === 'figure'
    ? alertAnswer(fired.rule, fired.figure, meanwhile)
    : quoteAlertAnswer(catalog, fired.book, fired.rule, fired.reading, now, meanwhile);
}

/** What is true now, where an alert fired on something else. */
function meanwhileInWords(fired: Watched, current: Watched | undefined): Line | undefined {
  if (current === undefined) return ['There is no such price any more now.'];
  if (isSame(fired, current)) return undefined;
  const past = judgeWatched(current, false) === 'fire';
  return ['Now: ', ...priceOfWatched(current), past ? '. That is past it too.' : '. That is not past it.'];
}

/** Whether two are of one price, and of one day before where it is of a change. */
export function isSame(a: Watched, b: Watched): boolean {
  if (a.on === 'figure' || b.on === 'figure') {
    if (a.on !== b.on) return false;
    const [one, other] = [a, b].map((watched) => (watched.on === 'figure' ? watched.figure : undefined));
    return (
      one?.series.id === other?.series.id &&
      one?.year === other?.year &&
      isSameRange(one?.quantity.range, other?.quantity.range)
    );
  }
  const [quote, before] = [a.reading.series.quote, a.reading.before];
  const [otherQuote, otherBefore] = [b.reading.series.quote, b.reading.before];
  return isSameQuote(quote, otherQuote) && isSameQuote(before, otherBefore);
}

const isSameQuote = (a: StoredQuote | undefined, b: StoredQuote | undefined): boolean =>
  a?.series === b?.series && a?.date === b?.date && isSameRange(a?.range, b?.range);

const isSameRange = (a: Range | undefined, b: Range | undefined): boolean =>
  a?.low === b?.low && a?.high === b?.high;

/** @example "$125/kg in 2024 (estimate)", "CN¥553,000/t on 20 Nov (oxide, ex works China, VAT included): +1.2 %" */
export function priceOfWatched(watched: Watched): Line {
  if (watched.on === 'figure') {
    const { figure, rule } = watched;
    return [showAgainst(figure, rule), ` in ${figure.year}`, firmness(figure)];
  }
  const { book, reading, rule } = watched;
  const { quote } = reading.series;
  const { change, before, rate } = reading;
  const against = rate === undefined ? thresholdsPer(rule, quote.mass) : [];
  return [
    { quantity: { ...quantityOf(quote), against } },
    ...inRuleUnit(watched),
    `${firmness({ quantity: quantityOf(quote) })} on ${dayInWords(quote.date, book.today)} (${quote.form}, ${basisInWords(quote)})`,
    ...(change === undefined || before === undefined
      ? []
      : [': ', { change: changeAgainst(rule, change) }, ` since ${dayInWords(before.date, book.today)}`]),
  ];
}

/** What it comes to in the rule's own unit, where it is quoted in another currency. */
function inRuleUnit({ rule, reading }: Extract<Watched, { on: 'quote' }>): Line {
  if (reading.rate === undefined || !isOnQuotes(rule) || rule.kind === 'change') return [];
  const { price, currency, mass } = rule;
  const quantity = { range: reading.range, unit: `${currency}/${mass}`, against: [price] } as const;
  return [', which is ', { quantity }, ` ${reading.rate},`];
}

export function citationsOfWatched(watched: Watched): readonly Citation[] {
  return watched.on === 'figure'
    ? cite([watched.figure])
    : [citationOfQuote(watched.book, watched.reading.series)];
}
