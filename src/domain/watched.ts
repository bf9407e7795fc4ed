/** What an alert looks at: a quote that its rule can be held against or, where there is none, the year's figure. */
import { distance, judge, type AlertRule } from './alert.ts';
import { alertAnswer } from './alert-answer.ts';
import type { Answer, Citation, Line } from './answer.ts';
import type { Catalog, Figure } from './catalog.ts';
import {
  distanceOfQuotes,
  isOnQuotes,
  judgeQuotes,
  type QuoteReading,
  type QuoteRule,
} from './quote-alert.ts';
import { quoteAlertAnswer } from './quote-alert-answer.ts';
import { basisInWords, quantityOf } from './quote.ts';
import { dayInWords } from './measure/days.ts';
import type { QuoteBook } from './quotes/quote-book.ts';
import { citationOfQuote, estimate } from './topics/quoted-choice.ts';
import { cite, firmness, show } from './topics/topic.ts';

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

/** The message of an alert that has fired on it. */
export function watchedAnswer(catalog: Catalog, watched: Watched, now: Date): Answer {
  return watched.on === 'figure'
    ? alertAnswer(catalog, watched.rule, watched.figure, now)
    : quoteAlertAnswer(catalog, watched.book, watched.rule, watched.reading, now);
}

/** @example "$125/kg in 2024 (estimate)", "CN¥553,000/t on 20 Nov (oxide, ex works China, VAT included): +1.2 %" */
export function priceOfWatched(watched: Watched): Line {
  if (watched.on === 'figure') {
    const { figure } = watched;
    return [show(figure), ` in ${figure.year}`, firmness(figure)];
  }
  const { book, reading } = watched;
  const { quote } = reading.series;
  const { change, before } = reading;
  return [
    { quantity: quantityOf(quote) },
    ...inRuleUnit(watched),
    `${estimate(quote)} on ${dayInWords(quote.date, book.today)} (${quote.form}, ${basisInWords(quote)})`,
    ...(change === undefined || before === undefined
      ? []
      : [': ', { change }, ` since ${dayInWords(before.date, book.today)}`]),
  ];
}

/** What it comes to in the rule's own unit, where it is quoted in another currency. */
function inRuleUnit({ rule, reading }: Extract<Watched, { on: 'quote' }>): Line {
  if (reading.rate === undefined || !isOnQuotes(rule) || rule.kind === 'change') return [];
  const quantity = { range: reading.range, unit: `${rule.currency}/${rule.mass}` } as const;
  return [', which is ', { quantity }, ` ${reading.rate},`];
}

export function citationsOfWatched(watched: Watched): readonly Citation[] {
  return watched.on === 'figure'
    ? cite([watched.figure])
    : [citationOfQuote(watched.book, watched.reading.series)];
}
