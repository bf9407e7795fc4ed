/** What an alert on quotes looks at now, or why there is nothing. */
import type { Line } from '#src/domain/answer.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import { priceUnit } from '#src/domain/measure/figure.ts';
import {
  chooseSeries,
  lookAtQuotes,
  seriesInWords,
  unitOf,
  whySilent,
  whyUnwatchable,
} from '#src/domain/watching/look-at.ts';
import { lookAtApartQuotes } from '#src/domain/watching/look-at-sources.ts';
import { isOnQuotes, type Rule } from '#src/domain/watching/rule.ts';
import { quantityOf } from '#src/domain/series/quote.ts';
import { basisInWords } from '#src/domain/series/basis-in-words.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import type { Watched } from '#src/domain/watching/watched.ts';
import type { StoredAlert } from '#src/storage/alerts.ts';
import { findSeriesKey } from '#src/storage/quotes.ts';
import { type QuotesDeps, bookOf, withHistory } from './watched-quotes.ts';

/** Why an alert has nothing to look at. */
export interface AlertSilence {
  readonly words: Line;
  /** Names it, where its owner is to be told; of one that was said at set-up, nothing. */
  readonly occasion?: string;
}

/** An alert with what it looks at now. */
export interface Observed {
  /** `undefined` where it can't be read any more. */
  readonly rule: Rule | undefined;
  /** The newest quote of the series that it watches, or the year's figure; `undefined` where there is none. */
  readonly watched?: Watched | undefined;
  /** The series of quotes that it watches, or is to watch from now on. */
  readonly series: string | null;
  /** That series in words. */
  readonly seriesInWords?: string;
  readonly silence?: AlertSilence | undefined;
}

/** What is to be known of an alert. */
export type Observable = Pick<StoredAlert, 'rule' | 'team' | 'series'>;

/** The newest quote of the series that an alert watches, which is chosen here where it has none yet. */
export async function observeQuotes(deps: QuotesDeps, alert: Observable, rule: Rule): Promise<Observed> {
  const { quotes } = deps;
  const book = await bookOf(deps, alert.team, rule);
  if ('apart' in rule) {
    const watched = lookAtApartQuotes(rule, book);
    if (watched === undefined) return { rule, series: null };
    const full = await withHistory(deps, book, watched.series, rule);
    return { rule, series: null, watched: { ...watched, book: full } };
  }
  const series =
    alert.series === null ? chooseSeries(rule, book) : book.latest.find((one) => one.series === alert.series);
  if (series !== undefined) {
    const full = await withHistory(deps, book, series, rule);
    const words = whySilent(rule, series, full);
    return {
      rule,
      series: series.series,
      seriesInWords: seriesInWords(full, series.key),
      watched: lookAtQuotes(rule, series, full),
      silence: words && { words, occasion: `silent since ${series.quote.date} ${series.series}` },
    };
  }
  const key = alert.series === null ? undefined : await findSeriesKey(quotes.store.db, alert.series);
  if (key !== undefined) {
    const name = seriesInWords(book, key);
    const words = [
      `All quotes that it watches, ${name}, were taken back. It goes on when there is one again.`,
    ];
    return { rule, series: alert.series, seriesInWords: name, silence: { words } };
  }
  return { rule, series: alert.series, silence: whyNoneFits(rule, book) };
}

/** Nothing is quoted that the rule can be held against. */
function whyNoneFits(rule: Rule, book: QuoteBook): AlertSilence | undefined {
  const unit = unitOf(rule);
  const currency = unit && priceUnit(unit)?.currency;
  if (!isOnQuotes(rule) || currency === undefined) return undefined;
  const unfit = whyUnwatchable(rule, book);
  if (unfit === undefined)
    return book.convert.rates === undefined && book.latest.length === 0
      ? { words: [`Only quotes in ${currency} can be held against it: no exchange rates are set up.`] }
      : undefined;
  const { quote, reason } = unfit;
  return {
    words: [
      'What is quoted now, ',
      { quantity: quantityOf(quote), given: true },
      ` on ${dayInWords(quote.date, book.today)} (${quote.form}, ${basisInWords(quote)}), can’t be held against it: ${reason}. Delete it and say the threshold in ${quote.currency}/${quote.mass}, or it waits for quotes in ${currency}.`,
    ],
    occasion: `unfit ${quote.series}`,
  };
}
