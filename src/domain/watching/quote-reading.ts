/** What an alert on quotes looks at: one series, its newest quote in the rule's unit, and what that does to the alert. */
import { distance, judge, type AlertRule } from './alert.ts';
import type { Line } from '#src/domain/answer.ts';
import {
  convertPricePer,
  exactly,
  withoutNoise,
  type Change,
  type Currency,
  type MassUnit,
  type Range,
} from '#src/domain/measure/figure.ts';
import { addDays, dayInWords } from '#src/domain/measure/days.ts';
import {
  basisInWords,
  changeOfQuotes,
  quantityOf,
  type Form,
  type SeriesKey,
} from '#src/domain/series/quote.ts';
import { isOnQuotes, type QuoteRule } from './quote-alert.ts';
import { convert } from '#src/domain/series/convert.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import { isDead, liveSeries } from '#src/domain/series/quoted-series.ts';
import type { LatestQuote, StoredQuote } from '#src/domain/series/quote-store.ts';

/** A quote of the series that is watched, as the rule sees it. */
export interface QuoteReading {
  readonly series: LatestQuote;
  /** In the rule's currency and mass unit. */
  readonly range: Range;
  /** At which rate it was converted, in words; `undefined` where it is quoted in the rule's currency. */
  readonly rate: string | undefined;
  /** Since the first quote within the rule's days; for rules on changes. */
  readonly change: Change | undefined;
  readonly before: StoredQuote | undefined;
}

type AnyRule = AlertRule | QuoteRule;

/**
 * The series that an alert is to watch from now on: one that is quoted in the rule's currency or, where there is none, one
 * that can be converted to it. A rule that says no unit is in dollars a kilogram, and for quotes in dollars alone.
 */
export function chooseSeries(rule: AnyRule, metal: string, book: QuoteBook): LatestQuote | undefined {
  const { form, currency } = wantedBy(rule);
  const live = liveSeries(book, metal, form);
  const own = live.find(({ key }) => currency === undefined || key.currency === currency);
  if (own !== undefined) return own;
  // Who names a currency wants its price watched, whatever it is quoted in.
  return isOnQuotes(rule) ? live.find((series) => readingOf(rule, series, book) !== undefined) : undefined;
}

/** The newest quote of a series; `undefined` where it is no price any more, or can't be put in the rule's unit. */
export function readingOf(rule: AnyRule, series: LatestQuote, book: QuoteBook): QuoteReading | undefined {
  if (isDead(book, series)) return undefined;
  const { quote } = series;
  const converted = inRuleUnit(rule, quote, book);
  if (!converted.ok) return undefined;
  const { steps } = converted;
  const rate = steps.find(({ kind }) => kind === 'currency')?.by;
  const range = withoutNoise(converted.quote.range);
  if (!isOnQuotes(rule) || rule.kind !== 'change')
    return { series, range, rate, change: undefined, before: undefined };
  const from = addDays(quote.date, -rule.days);
  // Where quotes have a gap, or begin, within these days, what has moved since has moved within them too.
  const before = (book.histories.get(series.series) ?? []).find(
    ({ date }) => date >= from && date < quote.date,
  );
  return { series, range, rate, before, change: before && changeOfQuotes(before, quote) };
}

function inRuleUnit(rule: AnyRule, quote: StoredQuote, book: QuoteBook) {
  const { currency = quote.currency, mass = quote.mass } = wantedBy(rule);
  return convert(quote, { currency, mass }, book.convert);
}

/**
 * Why a rule can't be held against what is quoted, with the quote; `undefined` where it can, or nothing is quoted yet. A rule
 * that can't would be silent for ever.
 */
export function whyUnwatchable(
  rule: AnyRule,
  metal: string,
  book: QuoteBook,
): { readonly quote: StoredQuote; readonly reason: string } | undefined {
  if (!isOnQuotes(rule) || rule.kind === 'change') return undefined;
  const [series] = liveSeries(book, metal, rule.form);
  if (series === undefined || chooseSeries(rule, metal, book) !== undefined) return undefined;
  const converted = inRuleUnit(rule, series.quote, book);
  return converted.ok ? undefined : { quote: series.quote, reason: converted.reason };
}

/** Why the series that an alert watches says nothing; `undefined` where it has a reading. */
export function whySilent(rule: AnyRule, series: LatestQuote, book: QuoteBook): Line | undefined {
  const { quote, key } = series;
  const last = [{ quantity: quantityOf(quote) }, ` on ${dayInWords(quote.date, book.today)}`] as const;
  if (isDead(book, series))
    return [
      `The quotes that it watches, ${seriesInWords(book, key)}, have stopped: the last was `,
      ...last,
      '. No others are watched in their place. To watch what is quoted now, delete the alert and set it up again.',
    ];
  const converted = inRuleUnit(rule, quote, book);
  if (converted.ok) return undefined;
  return [
    `The newest quote that it watches, ${seriesInWords(book, key)}, is `,
    ...last,
    `, and can’t be held against it: ${converted.reason}.`,
  ];
}

/** @example "NdPr oxide, 99 %, ex works China, VAT included, in CNY per t, of SMM" */
export function seriesInWords(
  book: Pick<QuoteBook, 'sourceOf'> & { readonly convert: Pick<QuoteBook['convert'], 'materials'> },
  key: SeriesKey,
): string {
  const { materials } = book.convert;
  const name = `${materials.find(({ id }) => id === key.metal)?.name ?? key.metal} ${key.form}`;
  return `${name}, ${basisInWords(key)}, in ${key.currency} per ${key.mass}, of “${book.sourceOf(key.source).name}”`;
}

interface Wanted {
  readonly form: Form | undefined;
  /** Any, and as it is quoted, where they are not given. */
  readonly currency?: Currency;
  readonly mass?: MassUnit;
}

function wantedBy(rule: AnyRule): Wanted {
  return isOnQuotes(rule) ? rule : { form: undefined, currency: 'USD', mass: 'kg' };
}

/** An alert on a change comes again once the change is less than this share of it. */
const CALM = 0.8;

/** What a reading does to an alert. @param fired Whether it has fired and not been armed since. */
export function judgeQuotes(
  rule: QuoteRule,
  fired: boolean,
  { range, change }: Pick<QuoteReading, 'range' | 'change'>,
): 'fire' | 'arm' | 'stay' {
  if (rule.kind !== 'change') return judge(thresholdOf(rule), fired, range);
  if (change === undefined) return 'stay';
  const moved = movedBy(change);
  if (!fired) return moved >= rule.percent ? 'fire' : 'stay';
  return moved < rule.percent * CALM ? 'arm' : 'stay';
}

/** Either way, in percent. */
const movedBy = ({ midpoint }: Change): number => Number(Math.abs(midpoint).toPrecision(12));

/** The share of the threshold by which a reading misses it still; 0 where it is past. */
export function distanceOfQuotes(rule: QuoteRule, { range, change }: QuoteReading): number {
  if (rule.kind !== 'change') return distance(thresholdOf(rule), range);
  const moved = change === undefined ? 0 : movedBy(change);
  return Math.max(0, (rule.percent - moved) / rule.percent);
}

/** The prices that a rule names, for a mass; none of a rule on a change. */
export function thresholdsPer(rule: AnyRule, mass: MassUnit): readonly number[] {
  if (isOnQuotes(rule) && rule.kind === 'change') return [];
  const [threshold, per] = isOnQuotes(rule)
    ? [exactly(rule.price), rule.mass]
    : [rule.threshold, 'kg' as const];
  const { low, high } = withoutNoise(convertPricePer(threshold, per, mass));
  return [low, high];
}

/** In whichever unit: it is only held against prices in the rule's own. */
export const thresholdOf = ({ kind, price }: Exclude<QuoteRule, { kind: 'change' }>): AlertRule => ({
  kind,
  threshold: exactly(price),
  reach: 'touches',
  source: null,
});
