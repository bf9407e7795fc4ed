/** An alert as the database keeps it, and what it looks at now: a quote or the year's figure. */
import { parseAlert, priceFor, type AlertRule } from '#src/domain/alert.ts';
import type { Catalog } from '#src/domain/catalog.ts';
import {
  isOnQuotes,
  parseQuoteAlert,
  readingFor,
  whyUnwatchable,
  type QuoteRule,
} from '#src/domain/quote-alert.ts';
import type { QuoteBook } from '#src/domain/quotes/quote-book.ts';
import type { Watched } from '#src/domain/watched.ts';
import type { StoredAlert } from '#src/storage/alerts.ts';
import type { QuoteDesk } from './quotes/desk.ts';
import { loadBook } from './quotes/load-book.ts';

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

/** As far back as a quote may be old and still be the price, and a week of holidays before. */
const BEFORE_DAYS = 60;

/**
 * What an alert looks at now: the newest quote that its rule can be held against. Without one, a rule that names no unit
 * looks at the year's figure; one that names a source always does.
 * @returns `undefined` where there is no such quote or figure
 */
export async function watch(deps: WatchDeps, alert: StoredAlert): Promise<Watched | undefined> {
  const rule = readRule(deps, alert);
  if (rule === undefined) return undefined;
  if (isOnQuotes(rule) || rule.source === null) {
    const quoted = await watchQuotes(deps, alert, rule);
    if (quoted !== undefined || isOnQuotes(rule)) return quoted;
  }
  const figure = priceFor(deps.catalog(), alert.metal, rule, new Date(deps.now()).getFullYear());
  return figure && { on: 'figure', rule, figure };
}

async function watchQuotes(
  deps: WatchDeps,
  alert: Pick<StoredAlert, 'metal' | 'team'>,
  rule: AlertRule | QuoteRule,
): Promise<Watched | undefined> {
  const book = await bookOf(deps, alert, rule);
  const reading = book && readingFor(rule, alert.metal, book);
  return book && reading && { on: 'quote', rule, book, reading };
}

async function bookOf(
  { quotes, now }: WatchDeps,
  { metal, team }: Pick<StoredAlert, 'metal' | 'team'>,
  rule: AlertRule | QuoteRule,
): Promise<QuoteBook | undefined> {
  if (quotes === undefined) return undefined;
  const [form, days] = isOnQuotes(rule)
    ? [rule.form, rule.kind === 'change' ? rule.days + BEFORE_DAYS : 1]
    : [undefined, 1];
  // Named, so that the rates of the quotes' days are there.
  const currency = isOnQuotes(rule) && rule.kind !== 'change' ? ` in ${rule.currency}` : '';
  const text = `price ${metal} ${form ?? ''} last ${days} days${currency}`;
  return await loadBook(quotes, { defaultMetal: metal }, { text, team, now: new Date(now()) });
}

/** Why a rule could never fire on what is quoted; `undefined` where it can, or where nothing is quoted yet. */
export async function unwatchable(
  deps: WatchDeps,
  alert: Pick<StoredAlert, 'metal' | 'team'>,
  rule: AlertRule | QuoteRule,
): Promise<ReturnType<typeof whyUnwatchable>> {
  if (!isOnQuotes(rule)) return undefined;
  const book = await bookOf(deps, alert, rule);
  return book && whyUnwatchable(rule, alert.metal, book);
}

/** The name of what an alert is of, or its id where that is known no more. */
export function nameOfWatched({ catalog, quotes }: Omit<WatchDeps, 'now'>, metal: string): string {
  return [...catalog().metals, ...(quotes?.materials ?? [])].find(({ id }) => id === metal)?.name ?? metal;
}
