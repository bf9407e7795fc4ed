/** Alerts on quotes: a price in the unit that is quoted, or a change within days. Read and worded here. */
import { ruleInWords, type AlertRule } from './alert.ts';
import type { Line } from '#src/domain/answer.ts';
import { exactly, type Change, type Currency, type MassUnit } from '#src/domain/measure/figure.ts';
import { readNumber, settled, unmistakable, type NumberContext } from '#src/domain/measure/numbers.ts';
import { whichOne, type Misread } from '#src/domain/measure/which-number.ts';
import type { Form } from '#src/domain/series/quote.ts';
import { takeSubject } from '#src/domain/reading/quotes/read-basis.ts';
import { takePrice } from '#src/domain/reading/quotes/read-price.ts';
import type { Material } from '#src/domain/series/material.ts';

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

type ParsedQuoteAlert = { readonly ok: true; readonly rule: QuoteRule; readonly metal: string } | Misread;

const CHANGE =
  /^change\s+(\d[\d.,]*)(?![\d.,])(?:\s*%)?\s*(?:(?:in|over|within|a|per)\s+)?(?:(\d+)\s*)?(day|week|month)s?\b/i;
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

/** A change with what a rule on changes holds it against. */
export function changeAgainst(rule: AlertRule | QuoteRule, change: Change): Change {
  return isOnQuotes(rule) && rule.kind === 'change' ? { ...change, against: rule.percent } : change;
}

/** @example "a change of 5 % or more within 7 days", "above $140/kg" */
export function anyRuleInWords(rule: AlertRule | QuoteRule): Line {
  if (!isOnQuotes(rule)) return ruleInWords(rule);
  const form = rule.form === undefined ? '' : ` (${rule.form})`;
  if (rule.kind === 'change')
    return [`a change of ${rule.percent} % or more within ${rule.days} days${form}`];
  const { price, currency, mass } = rule;
  const quantity = { range: exactly(price), unit: `${currency}/${mass}`, against: [price] } as const;
  return [`a quote ${rule.kind} `, { quantity }, form];
}
