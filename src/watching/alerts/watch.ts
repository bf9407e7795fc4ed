/** An alert as the database keeps it, and what it looks at now: a quote or the year's figure. */
import { parseAlert, priceFor, type AlertRule } from '#src/domain/watching/alert.ts';
import type { Line } from '#src/domain/answer.ts';
import { citationOf } from '#src/domain/series/figures.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { addDays, dayInWords, isoDate } from '#src/domain/measure/days.ts';
import { isNumeric } from '#src/domain/series/metal.ts';
import { isOnQuotes, parseQuoteAlert, type QuoteRule } from '#src/domain/watching/quote-alert.ts';
import {
  chooseSeries,
  readingOf,
  seriesInWords,
  whySilent,
  whyUnwatchable,
} from '#src/domain/watching/quote-reading.ts';
import { basisInWords, quantityOf } from '#src/domain/series/quote.ts';
import { freshnessOf } from '#src/domain/series/freshness.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import type { LatestQuote } from '#src/domain/series/quote-store.ts';
import { previousMonth } from '#src/domain/series/statistics.ts';
import type { Watched } from '#src/domain/watching/watched.ts';
import type { StoredAlert } from '#src/storage/alerts.ts';
import { findSeriesKey, latestQuotes, quoteHistory, stillStands } from '#src/storage/quotes.ts';
import { convertContext, sourceOf, type QuoteDesk } from '#src/quotes/desk.ts';
import { quoteReadingOf, type StoredReading } from './stored-reading.ts';

export type QuoteReader = Pick<QuoteDesk, 'store' | 'settings' | 'materials' | 'vat' | 'charted'>;

export interface WatchDeps {
  readonly catalog: () => Catalog;
  /** Where quotes are; without it, all is by the year. */
  readonly quotes?: QuoteReader | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Rules are kept as they are formatted: with a decimal point. */
const STORED = { style: 'point' } as const;

/** The rule of an alert; `undefined` where its metal is known no more, or it can't be read. */
export function readRule(
  { catalog, quotes }: Omit<WatchDeps, 'now'>,
  { rule, metal }: Pick<StoredAlert, 'rule' | 'metal'>,
): AlertRule | QuoteRule | undefined {
  const onQuotes = parseQuoteAlert(rule, quotes?.materials ?? [], metal, STORED);
  if (onQuotes !== undefined) return onQuotes.ok ? onQuotes.rule : undefined;
  const { metals } = catalog();
  if (!metals.some(({ id }) => id === metal)) return undefined;
  const parsed = parseAlert(rule, { metals, defaultMetal: metal }, STORED);
  return parsed.ok ? parsed.rule : undefined;
}

/** Why an alert has nothing to look at. */
interface Silence {
  readonly words: Line;
  /** Names it, where its owner is to be told; of one that was said at set-up, nothing. */
  readonly occasion?: string;
}

/** An alert with what it looks at now. */
export interface Observed {
  /** `undefined` where it can't be read any more. */
  readonly rule: AlertRule | QuoteRule | undefined;
  /** The newest quote of the series that it watches, or the year's figure; `undefined` where there is none. */
  readonly watched?: Watched | undefined;
  /** The series of quotes that it watches, or is to watch from now on. */
  readonly series: string | null;
  /** That series in words. */
  readonly seriesInWords?: string;
  readonly silence?: Silence | undefined;
}

type Observable = Pick<StoredAlert, 'rule' | 'metal' | 'team' | 'series'>;

/**
 * What an alert looks at now: the newest quote of its own series, and of no other. One that has none yet is given one here.
 * Until then, a rule that names no unit looks at the year's figure; one that names a source always does.
 */
export async function observe(deps: WatchDeps, alert: Observable): Promise<Observed> {
  const rule = readRule(deps, alert);
  if (rule === undefined) return { rule, series: alert.series };
  const { quotes } = deps;
  const onQuotes = isOnQuotes(rule);
  const observed =
    quotes !== undefined && (onQuotes || rule.source === null)
      ? await observeQuotes({ now: deps.now, quotes }, alert, rule)
      : { rule, series: alert.series };
  if (onQuotes || observed.series !== null) return observed;
  const figure = priceFor(deps.catalog(), alert.metal, rule, new Date(deps.now()).getUTCFullYear());
  return { rule, series: alert.series, watched: figure && { on: 'figure', rule, figure } };
}

/** What an alert looks at now; `undefined` where there is no such quote or figure. */
export async function watch(deps: WatchDeps, alert: Observable): Promise<Watched | undefined> {
  return (await observe(deps, alert)).watched;
}

type QuotesDeps = Pick<WatchDeps, 'now'> & { readonly quotes: QuoteReader };

async function observeQuotes(
  deps: QuotesDeps,
  alert: Observable,
  rule: AlertRule | QuoteRule,
): Promise<Observed> {
  const { quotes } = deps;
  const book = await bookOf(deps, alert);
  const series =
    alert.series === null
      ? chooseSeries(rule, alert.metal, book)
      : book.latest.find((one) => one.series === alert.series);
  if (series !== undefined) {
    const full = await withHistory(deps, book, series, rule);
    const reading = readingOf(rule, series, full);
    const words = whySilent(rule, series, full);
    return {
      rule,
      series: series.series,
      seriesInWords: seriesInWords(full, series.key),
      watched: reading && { on: 'quote', rule, book: full, reading },
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
  return { rule, series: alert.series, silence: whyNoneFits(rule, alert.metal, book) };
}

/** Nothing is quoted that the rule can be held against. */
function whyNoneFits(rule: AlertRule | QuoteRule, metal: string, book: QuoteBook): Silence | undefined {
  if (!isOnQuotes(rule) || rule.kind === 'change') return undefined;
  const unfit = whyUnwatchable(rule, metal, book);
  if (unfit === undefined)
    return book.convert.rates === undefined && book.latest.length === 0
      ? { words: [`Only quotes in ${rule.currency} can be held against it: no exchange rates are set up.`] }
      : undefined;
  const { quote, reason } = unfit;
  const unit = `${quote.currency}/${quote.mass}`;
  return {
    words: [
      'What is quoted now, ',
      { quantity: quantityOf(quote) },
      ` on ${dayInWords(quote.date, book.today)} (${quote.form}, ${basisInWords(quote)}), can’t be held against it: ${reason}. Delete it and say the threshold in ${unit}, or it waits for quotes in ${rule.currency}.`,
    ],
    occasion: `unfit ${quote.series}`,
  };
}

/** The newest quotes of a metal, without their histories. */
async function bookOf(
  { quotes, now }: QuotesDeps,
  { metal, team }: Pick<StoredAlert, 'metal' | 'team'>,
): Promise<QuoteBook> {
  const today = isoDate(now());
  const latest = await latestQuotes(quotes.store.db, team, [metal]);
  const known = { today, latest, sourceOf: (source: string) => sourceOf(quotes, source) };
  // What is no price any more is not converted.
  const dates = latest.flatMap(({ key, quote: { date } }) =>
    freshnessOf(date, today, known.sourceOf(key.source).limits).state === 'dead' ? [] : [date],
  );
  const convert = await convertContext(quotes, dates.toSorted()[0] ?? today);
  return { ...known, convert, histories: new Map(), charted: quotes.charted };
}

/** With the days that the rule compares with, and that a message speaks of. */
async function withHistory(
  { quotes }: QuotesDeps,
  book: QuoteBook,
  { series, quote }: LatestQuote,
  rule: AlertRule | QuoteRule,
): Promise<QuoteBook> {
  const month = previousMonth(quote.date < book.today ? quote.date : book.today).from;
  const compared = isOnQuotes(rule) && rule.kind === 'change' ? addDays(quote.date, -rule.days) : month;
  const to = quote.date > book.today ? quote.date : book.today;
  const history = await quoteHistory(quotes.store.db, series, compared < month ? compared : month, to);
  return { ...book, histories: new Map([[series, history]]) };
}

/** What an alert fired on, as it was then; `undefined` where its figures are known no more. */
export async function restore(
  deps: WatchDeps,
  alert: Observable,
  stored: StoredReading,
): Promise<Watched | undefined> {
  const rule = readRule(deps, alert);
  if (rule === undefined) return undefined;
  if (stored.on === 'quote') {
    if (deps.quotes === undefined) return undefined;
    const quotesDeps = { now: deps.now, quotes: deps.quotes };
    const reading = quoteReadingOf(stored);
    const book = await withHistory(quotesDeps, await bookOf(quotesDeps, alert), reading.series, rule);
    return { on: 'quote', rule, book, reading };
  }
  if (isOnQuotes(rule)) return undefined;
  const metal = deps.catalog().metals.find(({ id }) => id === alert.metal);
  const series = metal?.series.filter(isNumeric).find(({ id }) => id === stored.series);
  if (metal === undefined || series === undefined) return undefined;
  const { year, quantity } = stored;
  const citation = citationOf(metal, series);
  const figure = { metal, series, at: String(year), year, quantity, citation, superseded: [] };
  return { on: 'figure', rule, figure };
}

/** Whether what an alert fired on is neither corrected nor taken back. A year's figure stands in its edition. */
export async function stands({ quotes }: WatchDeps, stored: StoredReading): Promise<boolean> {
  if (stored.on === 'figure' || quotes === undefined) return true;
  const { db } = quotes.store;
  if (!(await stillStands(db, stored.series.quote))) return false;
  return stored.before === undefined || (await stillStands(db, stored.before));
}

/** Why a rule could never fire on what is quoted; `undefined` where it can, or where nothing is quoted yet. */
export async function unwatchable(
  { quotes, now }: WatchDeps,
  alert: Pick<StoredAlert, 'metal' | 'team'>,
  rule: AlertRule | QuoteRule,
): Promise<ReturnType<typeof whyUnwatchable>> {
  if (quotes === undefined) return undefined;
  return whyUnwatchable(rule, alert.metal, await bookOf({ quotes, now }, alert));
}

const watchable = ({ catalog, quotes }: Omit<WatchDeps, 'now'>, metal: string) =>
  [...catalog().metals, ...(quotes?.materials ?? [])].find(({ id }) => id === metal);

/** Whether there are figures or quotes of it here. @param metal An id. */
export const isWatchable = (deps: Omit<WatchDeps, 'now'>, metal: string): boolean =>
  watchable(deps, metal) !== undefined;

/** The name of what an alert is of, or its id where that is known no more. */
export const nameOfWatched = (deps: Omit<WatchDeps, 'now'>, metal: string): string =>
  watchable(deps, metal)?.name ?? metal;
