/** Alerts on quotes: a price in the unit that is quoted, or a change within days. Read, worded and judged here. */
import { distance, judge, ruleInWords, type AlertRule } from './alert.ts';
import type { Line } from './answer.ts';
import {
  changeBetween,
  convertPricePer,
  CURRENCIES,
  exactly,
  MASS_UNITS,
  type Change,
  type Currency,
  type MassUnit,
  type Range,
} from './figure.ts';
import type { Form } from './quote.ts';
import { freshnessOf } from './quotes/freshness.ts';
import { takeSubject } from './quotes/read-basis.ts';
import type { Material } from './quotes/material.ts';
import { seriesFor, type QuoteBook } from './quotes/quote-book.ts';
import type { LatestQuote, StoredQuote } from './quotes/quote-store.ts';
import { priceAt } from './quotes/statistics.ts';
import { addDays } from './quotes/dates.ts';
import { readUnit } from './quotes/units.ts';

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
  | { readonly ok: true; readonly rule: QuoteRule; readonly metal: string }
  | { readonly ok: false; readonly reason: string };

const CHANGE =
  /^change\s+(\d+(?:\.\d+)?)\s*%?\s*(?:(?:in|over|within|a|per)\s+)?(?:(\d+)\s*)?(day|week|month)s?\b/i;
const UNITS = CURRENCIES.flatMap((currency) => MASS_UNITS.map((mass) => `${currency}/${mass}`)).join('|');
const PRICE = new RegExp(
  String.raw`^(above|over|below|under)\s+(\d+(?:\.\d+)?)(k?)\s*(${UNITS}|(?:rmb|yuan)/(?:kg|t|mt))(?:\s+quotes?)?(?![a-z])`,
  'i',
);
const DAYS = { day: 1, week: 7, month: 30 } as const;
const MOST_DAYS = 365;
const EXAMPLES = '`change 5% week ndpr oxide` or `above 600000 CNY/t ndpr oxide`';

/**
 * Reads the one-line form; `undefined` where a text is no alert on quotes, but may be one on yearly figures.
 * @example parseQuoteAlert('change 5% week ndpr', materials, 'neodymium') // 5 % within 7 days
 */
export function parseQuoteAlert(
  text: string,
  materials: readonly Material[],
  defaultMetal: string,
): ParsedQuoteAlert | undefined {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  const change = CHANGE.exec(line);
  const price = PRICE.exec(line);
  const match = change ?? price;
  if (match === null)
    return /^change\b/i.test(line)
      ? { ok: false, reason: `Say by how much, and within which time: ${EXAMPLES}.` }
      : undefined;
  const { material, form, rest } = takeSubject(line.slice(match[0].length), materials);
  const left = rest.replaceAll(/\b(?:of|for|price|quotes?)\b/gi, '').trim();
  if (left !== '')
    return { ok: false, reason: `I don’t know “${left.slice(0, 40)}” in an alert. Say ${EXAMPLES}.` };
  const metal = material?.id ?? defaultMetal;
  if (change !== null) {
    const [, percent = '', count = '1', unit = ''] = change;
    const days = Number(count) * (unit === 'week' ? DAYS.week : unit === 'month' ? DAYS.month : DAYS.day);
    if (Number(percent) < 0.1 || days < 1 || days > MOST_DAYS)
      return { ok: false, reason: `A change is of 0.1 % or more, within a year. Say ${EXAMPLES}.` };
    return { ok: true, metal, rule: { kind: 'change', percent: Number(percent), days, form } };
  }
  const [, word = '', number = '', thousands = '', unit = ''] = price ?? [];
  const { currency, mass } = readUnit(unit);
  if (currency === undefined || mass === undefined) return undefined;
  const kind = /^(?:above|over)$/i.test(word) ? 'above' : 'below';
  const at = Number(number) * (thousands === '' ? 1 : 1000);
  if (at <= 0) return { ok: false, reason: 'A price is more than nothing.' };
  return { ok: true, metal, rule: { kind, price: at, currency, mass, form } };
}

/** The one-line form without the metal; `parseQuoteAlert` reads it back. @example "change 5% 7 days oxide" */
export function formatQuoteAlert(rule: QuoteRule): string {
  const form = rule.form === undefined ? '' : ` ${rule.form}`;
  return rule.kind === 'change'
    ? `change ${rule.percent}% ${rule.days} days${form}`
    : `${rule.kind} ${rule.price} ${rule.currency}/${rule.mass}${form}`;
}

/** What a rule looks at now. */
export interface QuoteReading {
  readonly series: LatestQuote;
  /** In the rule's mass unit. */
  readonly range: Range;
  /** Since so many days before the quote, or since the first one, in its own series; for rules on changes. */
  readonly change: Change | undefined;
  readonly before: StoredQuote | undefined;
}

/**
 * The newest quote that is a price still, of a series that the rule can be held against as it is quoted: nothing is
 * converted but the mass. A rule that says no unit is in dollars a kilogram.
 */
export function readingFor(
  rule: AlertRule | QuoteRule,
  metal: string,
  book: QuoteBook,
): QuoteReading | undefined {
  const { form, currency, mass, days } = wantedBy(rule);
  const series = seriesFor(book, metal, { form, terms: undefined, target: {} }).find(
    ({ key, quote }) =>
      freshnessOf(quote.date, book.today, book.sourceOf(key.source).limits).state !== 'dead' &&
      (currency === undefined || key.currency === currency),
  );
  if (series === undefined) return undefined;
  const { quote } = series;
  const range = convertPricePer(quote.range, quote.mass, mass ?? quote.mass);
  if (days === undefined) return { series, range, change: undefined, before: undefined };
  const history = (book.histories.get(series.series) ?? []).filter(({ date }) => date < quote.date);
  // Where quotes begin later than that, what has moved since the first one has moved within these days too.
  const before = priceAt(history, addDays(quote.date, -days)) ?? history[0];
  return { series, range, before, change: before && changeBetween(before.range, quote.range) };
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
