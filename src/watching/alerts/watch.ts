/** An alert, and what it looks at now: a quote or the year's figure. */
import type { Line } from '#src/domain/answer.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { addDays, dayInWords, isoDate } from '#src/domain/measure/days.ts';
import { priceUnit, type Quantity } from '#src/domain/measure/figure.ts';
import { liveSeries } from '#src/domain/series/quotes/choose-quotes.ts';
import { citationOf, type Figure } from '#src/domain/series/figures.ts';
import { isNumeric } from '#src/domain/series/metal.ts';
import {
  chooseSeries,
  lookAtFigures,
  lookAtQuotes,
  seriesInWords,
  unitOf,
  whySilent,
  whyUnwatchable,
} from '#src/domain/watching/look-at.ts';
import type { KeptFigure, KeptReading } from '#src/domain/watching/kept-reading.ts';
import { lookAtApartQuotes } from '#src/domain/watching/look-at-sources.ts';
import { isOnQuotes, looksBack, type Rule } from '#src/domain/watching/rule.ts';
import { basisInWords, quantityOf } from '#src/domain/series/quote.ts';
import { freshnessOf } from '#src/domain/series/freshness.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import type { LatestQuote } from '#src/domain/series/quotes/quote-store.ts';
import { previousMonth } from '#src/domain/series/statistics.ts';
import type { Watched } from '#src/domain/watching/watched.ts';
import type { StoredAlert } from '#src/storage/alerts.ts';
import { findSeriesKey, latestQuotes, quoteHistory, stillStands } from '#src/storage/quotes.ts';
import { convertContext, sourceOf, type QuoteDesk } from '#src/quotes/desk.ts';

export type QuoteReader = Pick<QuoteDesk, 'store' | 'settings' | 'materials' | 'vat' | 'charted'>;

export interface WatchDeps {
  readonly catalog: () => Catalog;
  /** Where quotes are; without it, all is by the year. */
  readonly quotes?: QuoteReader | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The rule of an alert; `undefined` where it can't be read, or there is nothing known of what it watches. */
export function knownRule(
  deps: Omit<WatchDeps, 'now'>,
  { rule }: Pick<StoredAlert, 'rule'>,
): Rule | undefined {
  if (rule === undefined) return undefined;
  const { material, cadence } = rule.of;
  const figures = deps.catalog().metals.some(({ id }) => id === material);
  const quotes = cadence === 'day' && deps.quotes?.materials.some(({ id }) => id === material) === true;
  return figures || quotes ? rule : undefined;
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
  readonly rule: Rule | undefined;
  /** The newest quote of the series that it watches, or the year's figure; `undefined` where there is none. */
  readonly watched?: Watched | undefined;
  /** The series of quotes that it watches, or is to watch from now on. */
  readonly series: string | null;
  /** That series in words. */
  readonly seriesInWords?: string;
  readonly silence?: Silence | undefined;
}

type Observable = Pick<StoredAlert, 'rule' | 'team' | 'series'>;

/**
 * What an alert looks at now: the newest quote of its own series, and of no other. One that has none yet is given one here.
 * Until then, a rule that names no unit looks at the year's figure; one that names a source always does.
 */
export async function observe(deps: WatchDeps, alert: Observable): Promise<Observed> {
  const rule = knownRule(deps, alert);
  if (rule === undefined) return { rule, series: alert.series };
  const { quotes } = deps;
  const { source, cadence } = rule.of;
  const observed =
    quotes !== undefined &&
    source === undefined &&
    cadence !== 'year' &&
    cadence !== 'month' &&
    !('edition' in rule)
      ? await observeQuotes({ now: deps.now, quotes }, alert, rule)
      : { rule, series: alert.series };
  if (cadence === 'day' || observed.series !== null || observed.watched !== undefined) return observed;
  const watched = lookAtFigures(rule, deps.catalog(), isoDate(deps.now()));
  return {
    ...observed,
    watched,
    ...(watched === undefined && 'apart' in rule ? { silence: NONE_APART } : {}),
  };
}

/** What an alert looks at now; `undefined` where there is no such quote or figure. */
export async function watch(deps: WatchDeps, alert: Observable): Promise<Watched | undefined> {
  return (await observe(deps, alert)).watched;
}

/**
 * What a material costs now: its newest quotes, each as it is quoted, and the figure of a month or year; what an alert without
 * a unit would look at first.
 */
export async function pricesNow(
  { quotes, now, catalog }: WatchDeps,
  team: string,
  material: string,
): Promise<readonly Quantity[]> {
  const any: Rule = { of: { material }, change: { percent: 1 }, within: 365, repeat: 'each' };
  const book = quotes && (await bookOf({ quotes, now }, team, any));
  const quoted = book === undefined ? [] : liveSeries(book, material).map(({ quote }) => quantityOf(quote));
  const figure = lookAtFigures(any, catalog(), isoDate(now()))?.reading.now;
  const inDollars = quoted.some(({ unit }) => priceUnit(unit)?.currency === 'USD');
  return [...quoted, ...(figure === undefined || inDollars ? [] : [figure])];
}

const NONE_APART: Silence = {
  words: ['No two sources have a price of it on one basis: it comes once they have, and lie apart.'],
};

type QuotesDeps = Pick<WatchDeps, 'now'> & { readonly quotes: QuoteReader };

async function observeQuotes(deps: QuotesDeps, alert: Observable, rule: Rule): Promise<Observed> {
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
function whyNoneFits(rule: Rule, book: QuoteBook): Silence | undefined {
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

/** The newest quotes of a metal, without their histories. */
async function bookOf({ quotes, now }: QuotesDeps, team: string, rule: Rule): Promise<QuoteBook> {
  const today = isoDate(now());
  const latest = await latestQuotes(quotes.store.db, team, [rule.of.material]);
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
  { series, quote, first }: LatestQuote,
  rule: Rule,
): Promise<QuoteBook> {
  const month = previousMonth(quote.date < book.today ? quote.date : book.today).from;
  const since = looksBack(rule) ? rule.within : undefined;
  const all = 'extreme' in rule && since === undefined;
  const compared = all ? first : since === undefined ? month : addDays(quote.date, -since);
  const to = quote.date > book.today ? quote.date : book.today;
  const history = await quoteHistory(quotes.store.db, series, compared < month ? compared : month, to);
  return { ...book, histories: new Map([[series, history]]) };
}

/** What an alert fired on, as it was then; `undefined` where its figures are known no more. */
export async function restore(
  deps: WatchDeps,
  alert: Observable,
  kept: KeptReading,
): Promise<Watched | undefined> {
  const rule = knownRule(deps, alert);
  if (rule === undefined) return undefined;
  if (kept.on === 'quote') {
    if (deps.quotes === undefined) return undefined;
    const quotesDeps = { now: deps.now, quotes: deps.quotes };
    const { series, range, rate, before } = kept;
    const book = await withHistory(quotesDeps, await bookOf(quotesDeps, alert.team, rule), series, rule);
    const quoted = quantityOf(series.quote);
    const unit = unitOf(rule);
    const now = unit === undefined ? quoted : { range, unit, firmness: quoted.firmness };
    const reading = {
      now,
      before: before && { at: before.date, quantity: quantityOf(before) },
      apart: kept.apart,
    };
    return { on: 'quote', rule, book, reading, series, rate, before, beside: kept.beside };
  }
  if (isOnQuotes(rule)) return undefined;
  const metal = deps.catalog().metals.find(({ id }) => id === rule.of.material);
  const figureOf = ({ series: id, year, at = String(year), quantity }: KeptFigure): Figure | undefined => {
    const series = metal?.series.filter(isNumeric).find((one) => one.id === id);
    if (metal === undefined || series === undefined) return undefined;
    return { metal, series, at, year, quantity, citation: citationOf(metal, series), superseded: [] };
  };
  const figure = figureOf(kept);
  if (figure === undefined) return undefined;
  const { quantity, before, apart, edition } = kept;
  const beside = kept.beside?.flatMap((one) => figureOf(one) ?? []);
  return { on: 'figure', rule, figure, beside, reading: { now: quantity, before, apart, edition } };
}

/** Whether what an alert fired on is neither corrected nor taken back. A year's figure stands in its edition. */
export async function stands({ quotes }: WatchDeps, kept: KeptReading): Promise<boolean> {
  if (kept.on === 'figure' || quotes === undefined) return true;
  const { db } = quotes.store;
  for (const { quote } of [kept.series, ...(kept.beside ?? [])])
    if (!(await stillStands(db, quote))) return false;
  return kept.before === undefined || (await stillStands(db, kept.before));
}

/** Why a rule could never fire on what is quoted; `undefined` where it can, or where nothing is quoted yet. */
export async function unwatchable(
  { quotes, now }: WatchDeps,
  team: string,
  rule: Rule,
): Promise<ReturnType<typeof whyUnwatchable>> {
  if (quotes === undefined) return undefined;
  return whyUnwatchable(rule, await bookOf({ quotes, now }, team, rule));
}

/** The name of what an alert is of, or its id where that is known no more. */
export const nameOfWatched = ({ catalog, quotes }: Omit<WatchDeps, 'now'>, id: string): string =>
  [...catalog().metals, ...(quotes?.materials ?? [])].find((one) => one.id === id)?.name ?? id;
