/** The quotes that alerts look at. */
import { addDays, isoDate } from '#src/domain/measure/days.ts';
import { looksBack, type Rule } from '#src/domain/watching/rule.ts';
import { freshnessOf } from '#src/domain/series/freshness.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import type { LatestQuote } from '#src/domain/series/quotes/quote-store.ts';
import { previousMonth } from '#src/domain/series/statistics.ts';
import { latestQuotes, quoteHistory } from '#src/storage/quotes.ts';
import { convertContext, sourceOf, type QuoteReader } from '#src/quotes/quote-desk.ts';

export interface QuotesDeps {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly quotes: QuoteReader;
}

/** The newest quotes of a metal, without their histories. */
export async function bookOf({ quotes, now }: QuotesDeps, team: string, rule: Rule): Promise<QuoteBook> {
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
export async function withHistory(
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
