/** Alerts on quotes, as the database keeps them, and the quotes that they look at. */
import type { Material } from '#src/domain/quotes/material.ts';
import type { QuoteBook } from '#src/domain/quotes/quote-book.ts';
import {
  parseQuoteAlert,
  quoteRuleInWords,
  readingFor,
  type QuoteReading,
  type QuoteRule,
} from '#src/domain/quote-alert.ts';
import { formatRange } from '#src/presentation/format.ts';
import type { StoredAlert } from '#src/storage/alerts.ts';
import type { QuoteDesk } from './desk.ts';
import { loadBook } from './load-book.ts';

export type QuoteReader = Pick<QuoteDesk, 'store' | 'settings' | 'materials' | 'vat'>;

/** The rule of an alert, where it is one on quotes. */
export function readQuoteRule(
  { rule, metal }: Pick<StoredAlert, 'rule' | 'metal'>,
  materials: readonly Material[],
): QuoteRule | undefined {
  const parsed = parseQuoteAlert(rule, materials, metal);
  return parsed?.ok === true ? parsed.rule : undefined;
}

/** As far back as a quote may be old and still be the price, and a week of holidays before. */
const BEFORE_DAYS = 60;

export interface ReadQuotes {
  readonly rule: QuoteRule;
  readonly book: QuoteBook;
  readonly reading: QuoteReading;
}

/** What an alert on quotes looks at now; `undefined` where it is none, or there is no quote for it. */
export async function readQuotesFor(
  reader: QuoteReader | undefined,
  alert: StoredAlert,
  now: number,
): Promise<ReadQuotes | undefined> {
  const rule = reader && readQuoteRule(alert, reader.materials);
  if (reader === undefined || rule === undefined) return undefined;
  const days = rule.kind === 'change' ? rule.days + BEFORE_DAYS : 1;
  const text = `price ${alert.metal} ${rule.form ?? ''} last ${days} days`;
  const { metal, team } = alert;
  const book = await loadBook(reader, { defaultMetal: metal }, { text, team, now: new Date(now) });
  const reading = book && readingFor(rule, metal, book);
  return book && reading && { rule, book, reading };
}

/** A rule on quotes and what it looks at, in words, for a list; `undefined` where an alert is none on quotes. */
export async function quotedWords(
  reader: QuoteReader | undefined,
  alert: StoredAlert,
  now: number,
): Promise<{ readonly metal: string; readonly rule: string; readonly now: string } | undefined> {
  const rule = reader && readQuoteRule(alert, reader.materials);
  if (reader === undefined || rule === undefined) return undefined;
  const found = await readQuotesFor(reader, alert, now);
  const metal = reader.materials.find(({ id }) => id === alert.metal)?.name ?? alert.metal;
  if (found === undefined)
    return { metal, rule: quoteRuleInWords(rule), now: 'There is no such quote just now.' };
  const { quote } = found.reading.series;
  const price = formatRange(quote.range, `${quote.currency}/${quote.mass}`);
  const { change } = found.reading;
  const moved =
    change === undefined ? '' : `, ${change.midpoint > 0 ? '+' : ''}${change.midpoint.toFixed(1)} %`;
  return { metal, rule: quoteRuleInWords(rule), now: `Now: ${price} on ${quote.date}${moved}.` };
}
