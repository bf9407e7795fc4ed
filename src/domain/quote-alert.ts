/** Alerts on quotes: a price in the unit that is quoted, or a change within days. Read, worded and judged here. */
import { distance, judge, ruleInWords, type AlertRule } from './alert.ts';
import type { Line } from './answer.ts';
import { changeBetween, exactly, type Change, type Currency, type MassUnit, type Range } from './figure.ts';
import { readNumber, settled, unmistakable, type NumberContext } from './measure/numbers.ts';
import { whichOne, type Misread } from './measure/which-number.ts';
import type { Form } from './quote.ts';
import { convert } from './quotes/convert.ts';
import { freshnessOf } from './quotes/freshness.ts';
import { takeSubject } from './quotes/read-basis.ts';
import { takePrice } from './quotes/read-price.ts';
import type { Material } from './quotes/material.ts';
import { seriesFor, type QuoteBook } from './quotes/quote-book.ts';
import type { LatestQuote, StoredQuote } from './quotes/quote-store.ts';
import { priceAt } from './quotes/statistics.ts';
import { addDays } from './measure/days.ts';

interface Subject {
  /** Metal's quotes of every form, where none is named. */
  readonly form: Form | undefined;
}

/** What to be told of. */
export type QuoteRule = Subject &
  (
    | {
        readonly kind: 'above' | 'below';
        readonly price: number;
        readonly currency: Currency;
        readonly mass: MassUnit;
      }
    | { readonly kind: 'change'; readonly percent: number; readonly days: number }
  );

/** Only quotes answer a rule that says their unit, or how far they move: the year's figure is nothing to it. */
export function isOnQuotes(rule: AlertRule | QuoteRule): rule is QuoteRule {
  return !('threshold' in rule);
}

export type ParsedQuoteAlert =
  { readonly ok: true; readonly rule: QuoteRule; readonly metal: string } | Misread;

const CHANGE =
  /^change\s+(\d[\d.,]*)\s*%?\s*(?:(?:in|over|within|a|per)\s+)?(?:(\d+)\s*)?(day|week|month)s?\b/i;
const SIDE = /\b(above|over|below|under)\b/i;
const DAYS = { day: 1, week: 7, month: 30 } as const;
const MOST_DAYS = 365;
const EXAMPLES = '`change 5% week ndpr oxide` or `above 600000 CNY/t ndpr oxide`';

/**
 * Reads the one-line form; `undefined` where a text is no alert on quotes, but may be one on yearly figures.
 * @param context How the line's numbers are marked, where that is known.
 * @example parseQuoteAlert('change 5% week ndpr', materials, 'neodymium') // 5 % within 7 days
 */
export function parseQuoteAlert(
  text: string,
  materials: readonly Material[],
  defaultMetal: string,
  context: NumberContext = {},
): ParsedQuoteAlert | undefined {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  const read = /^change\b/i.test(line) ? readChange(line) : readPriced(line, context);
  if (read === undefined || !read.ok) return read;
  const { material, form, rest } = takeSubject(read.rest, materials);
  const left = rest.replaceAll(/\b(?:of|for|price|quotes?|a|the)\b/gi, '').trim();
  if (left !== '') return misread(`I don’t know “${left.slice(0, 40)}” in an alert.`);
  return { ok: true, metal: material?.id ?? defaultMetal, rule: { ...read.rule, form } };
}

type Unformed<R> = R extends QuoteRule ? Omit<R, 'form'> : never;
type ReadRule =
  { readonly ok: true; readonly rule: Unformed<QuoteRule>; readonly rest: string } | Misread | undefined;

const misread = (reason: string): Misread => ({ ok: false, reason: `${reason} Say ${EXAMPLES}.` });

function readChange(line: string): ReadRule {
  const match = CHANGE.exec(line);
  if (match === null) return misread('Say by how much, and within which time.');
  const [all, number = '', count = '1', unit = ''] = match;
  const percent = settled(readNumber(number))?.value;
  if (percent === undefined) return misread(`“${number} %” may be more than one number.`);
  const days = Number(count) * (unit === 'week' ? DAYS.week : unit === 'month' ? DAYS.month : DAYS.day);
  if (percent < 0.1 || days < 1 || days > MOST_DAYS)
    return misread('A change is of 0.1 % or more, within a year.');
  return { ok: true, rule: { kind: 'change', percent, days }, rest: line.slice(all.length) };
}

/** A price with its unit; "$" a kilogram is what the year's figures are in. */
function readPriced(line: string, context: NumberContext): ReadRule {
  const taken = takePrice(line, context);
  if (taken === undefined) return undefined;
  if (!taken.ok) return misread(`${taken.reason}.`);
  if (/^(?:us)?\$(?:\s*\/\s*|\s+(?:per|a)\s+)(?:kg|kilo)/i.test(taken.unit)) return undefined;
  const side = SIDE.exec(taken.rest)?.[1];
  if (side === undefined) return misread('Of a quote, say whether above or below a price.');
  const { readings, start, end } = taken;
  const one = settled(readings);
  if (one === undefined) {
    const typed = readings.map((reading) => ({ ...reading.typed, value: reading.typed.low }));
    return whichOne(line, { readings: typed, start, end });
  }
  if (one.range.low !== one.range.high) return misread(`“${side}” wants one price.`);
  if (one.range.low <= 0) return misread('A price is more than nothing.');
  const kind = /^(?:above|over)$/i.test(side) ? 'above' : 'below';
  const { currency, mass } = one;
  return {
    ok: true,
    rule: { kind, price: one.range.low, currency, mass },
    rest: taken.rest.replace(SIDE, ' '),
  };
}

/** The one-line form without the metal; `parseQuoteAlert` reads it back. @example "change 5% 7 days oxide" */
export function formatQuoteAlert(rule: QuoteRule): string {
  const form = rule.form === undefined ? '' : ` ${rule.form}`;
  return rule.kind === 'change'
    ? `change ${unmistakable(rule.percent)}% ${rule.days} days${form}`
    : `${rule.kind} ${unmistakable(rule.price)} ${rule.currency}/${rule.mass}${form}`;
}

/** What a rule looks at now. */
export interface QuoteReading {
  readonly series: LatestQuote;
  /** In the rule's currency and mass unit. */
  readonly range: Range;
  /** At which rate it was converted, in words; `undefined` where it is quoted in the rule's currency. */
  readonly rate: string | undefined;
  /** Since so many days before the quote, or since the first one, in its own series; for rules on changes. */
  readonly change: Change | undefined;
  readonly before: StoredQuote | undefined;
}

/**
 * The newest quote that is a price still, in the rule's unit: of a series that is quoted in its currency or, where there is
 * none, at the rate of the quote's day. A rule that says no unit is in dollars a kilogram, and for quotes in dollars alone.
 */
export function readingFor(
  rule: AlertRule | QuoteRule,
  metal: string,
  book: QuoteBook,
): QuoteReading | undefined {
  const { form, currency, mass, days } = wantedBy(rule);
  const live = liveSeries(book, metal, form);
  const own = live.find(({ key }) => currency === undefined || key.currency === currency);
  // Who names a currency wants its price watched, whatever it is quoted in.
  const series = own ?? (isOnQuotes(rule) ? live[0] : undefined);
  if (series === undefined) return undefined;
  const { quote } = series;
  const converted = convert(
    quote,
    { currency: currency ?? quote.currency, mass: mass ?? quote.mass },
    book.convert,
  );
  if (!converted.ok) return undefined;
  const { range } = converted.quote;
  const rate = converted.steps.find(({ kind }) => kind === 'currency')?.by;
  if (days === undefined) return { series, range, rate, change: undefined, before: undefined };
  const history = (book.histories.get(series.series) ?? []).filter(({ date }) => date < quote.date);
  // Where quotes begin later than that, what has moved since the first one has moved within these days too.
  const before = priceAt(history, addDays(quote.date, -days)) ?? history[0];
  return { series, range, rate, before, change: before && changeBetween(before.range, quote.range) };
}

/** The series whose newest quote is a price still, in the order in which they answer. */
function liveSeries(book: QuoteBook, metal: string, form: Form | undefined): readonly LatestQuote[] {
  return seriesFor(book, metal, { form, terms: undefined, target: {} }).filter(
    ({ key, quote }) =>
      freshnessOf(quote.date, book.today, book.sourceOf(key.source).limits).state !== 'dead',
  );
}

/**
 * Why a rule can't be held against what is quoted, with the quote; `undefined` where it can, or nothing is quoted yet. A rule
 * that can't would be silent for ever.
 */
export function whyUnwatchable(
  rule: QuoteRule,
  metal: string,
  book: QuoteBook,
): { readonly quote: StoredQuote; readonly reason: string } | undefined {
  const [series] = liveSeries(book, metal, rule.form);
  if (rule.kind === 'change' || series === undefined) return undefined;
  if (readingFor(rule, metal, book) !== undefined) return undefined;
  const { quote } = series;
  const converted = convert(quote, { currency: rule.currency }, book.convert);
  return converted.ok ? undefined : { quote, reason: converted.reason };
}

interface Wanted extends Subject {
  /** Any, and as it is quoted, where they are not given. */
  readonly currency?: Currency;
  readonly mass?: MassUnit;
  /** Compared with so many days before. */
  readonly days?: number;
}

function wantedBy(rule: AlertRule | QuoteRule): Wanted {
  return isOnQuotes(rule) ? rule : { form: undefined, currency: 'USD', mass: 'kg' };
}

/** An alert on a change comes again once the change is less than this share of it. */
const CALM = 0.8;

/** What a reading does to an alert. @param fired Whether it has fired and not been armed since. */
export function judgeQuotes(
  rule: QuoteRule,
  fired: boolean,
  { range, change }: QuoteReading,
): 'fire' | 'arm' | 'stay' {
  if (rule.kind !== 'change') return judge(thresholdOf(rule), fired, range);
  if (change === undefined) return 'stay';
  const moved = Math.abs(change.midpoint);
  if (!fired) return moved >= rule.percent ? 'fire' : 'stay';
  return moved < rule.percent * CALM ? 'arm' : 'stay';
}

/** The share of the threshold by which a reading misses it still; 0 where it is past. */
export function distanceOfQuotes(rule: QuoteRule, { range, change }: QuoteReading): number {
  if (rule.kind !== 'change') return distance(thresholdOf(rule), range);
  const moved = Math.abs(change?.midpoint ?? 0);
  return Math.max(0, (rule.percent - moved) / rule.percent);
}

/** In whichever unit: it is only held against prices in the rule's own. */
const thresholdOf = ({ kind, price }: Exclude<QuoteRule, { kind: 'change' }>): AlertRule => ({
  kind,
  threshold: exactly(price),
  reach: 'touches',
  source: null,
});

/** @example "a change of 5 % or more within 7 days", "above $140/kg" */
export function anyRuleInWords(rule: AlertRule | QuoteRule): Line {
  if (!isOnQuotes(rule)) return ruleInWords(rule);
  const form = rule.form === undefined ? '' : ` (${rule.form})`;
  if (rule.kind === 'change')
    return [`a change of ${rule.percent} % or more within ${rule.days} days${form}`];
  const quantity = { range: exactly(rule.price), unit: `${rule.currency}/${rule.mass}` } as const;
  return [`a quote ${rule.kind} `, { quantity }, form];
}
