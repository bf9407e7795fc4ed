/** Which of a material's quotes answer, and in which order; and from when on they are no price any more. */
import { daysBetween } from '#src/domain/measure/days.ts';
import type { Target } from '#src/domain/series/convert.ts';
import { freshnessOf, type AgeLimits } from '#src/domain/series/freshness.ts';
import { FORMS, type Basis, type Form, type SeriesKey } from '#src/domain/series/quote.ts';
import type { Days } from '#src/domain/series/series.ts';
import type { QuoteBook } from './quote-book.ts';
import type { LatestQuote } from './quote-store.ts';

type Known = Pick<QuoteBook, 'latest' | 'sourceOf' | 'today'>;

/** Which quotes are wanted. */
export interface QuotesWanted {
  readonly form?: Form | undefined;
  readonly terms?: Basis['terms'] | undefined;
  readonly target: Target;
  /** The days that are looked at; left out where only the newest price is. */
  readonly looked?: Days | undefined;
}

/**
 * The series of a material in the order in which they answer: those with prices in the days asked for before others, what is no
 * price any more last, then those that have the most of the days, then the newest.
 */
function seriesFor(
  { latest, sourceOf, today }: Known,
  metal: string,
  { form, terms, target, looked }: QuotesWanted,
): readonly LatestQuote[] {
  const wanted = latest.filter(
    ({ key }) =>
      key.metal === metal &&
      (terms === undefined || key.terms === terms) &&
      (form === undefined || key.form === form),
  );
  const rank = (series: LatestQuote): number => {
    // What needs no conversion answers before what does.
    const foreign = Object.entries(target).some(([field, value]) =>
      Object.entries(series.key).some(([f, v]) => f === field && v !== value),
    );
    return Number(isDead({ sourceOf, today }, series)) * 2 + Number(foreign);
  };
  const held = (series: LatestQuote): number => (looked === undefined ? 1 : daysHeld(series, looked));
  return wanted.toSorted(
    (a, b) =>
      // One that has nothing in the days asked for answers last, however new its newest price is.
      Number(held(a) === 0) - Number(held(b) === 0) ||
      rank(a) - rank(b) ||
      held(b) - held(a) ||
      b.quote.date.localeCompare(a.quote.date) ||
      order(a.key.form) - order(b.key.form),
  );
}

/** The same; of another form or other terms where there is none of those asked for. */
export function bestSeries(book: Known, metal: string, wanted: QuotesWanted): readonly LatestQuote[] {
  const exact = seriesFor(book, metal, wanted);
  return exact.length > 0 ? exact : seriesFor(book, metal, { ...wanted, form: undefined, terms: undefined });
}

/** Those whose newest quote is a price still. */
export function liveSeries(book: Known, metal: string, form?: Form): readonly LatestQuote[] {
  return seriesFor(book, metal, { form, target: {} }).filter((series) => !isDead(book, series));
}

/** Whether the newest quote is too old to be a price. */
export function isDead({ sourceOf, today }: Omit<Known, 'latest'>, { key, quote }: LatestQuote): boolean {
  return freshnessOf(quote.date, today, limitsOf({ sourceOf }, key)).state === 'dead';
}

/** How many days a price of a longer time than one day stands until the next is due. */
const LONGER = { week: 7, month: 31, quarter: 92, half: 184, year: 366 } as const;

/** When a series' newest price is stale, and when it is none any more. */
export function limitsOf(
  { sourceOf }: Pick<QuoteBook, 'sourceOf'>,
  { source, period }: SeriesKey,
): AgeLimits {
  const { staleAfter, deadAfter } = sourceOf(source).limits;
  const [, longer = 0] = Object.entries(LONGER).find(([span]) => period?.startsWith(span) === true) ?? [];
  return { staleAfter: staleAfter + longer, deadAfter: deadAfter + longer };
}

/** From a series' oldest to its newest price, as far as that is within the days. */
function daysHeld({ first, quote }: LatestQuote, { from, to }: Days): number {
  const start = first > from ? first : from;
  const end = quote.date < to ? quote.date : to;
  return start > end ? 0 : daysBetween(start, end) + 1;
}

/** Oxide before metal on the same day: it is what the market quotes; what a metal is made of or into comes last. */
const FORM_ORDER: readonly Form[] = ['oxide', ...FORMS.filter((form) => form !== 'oxide')];
const order = (form: Form) => FORM_ORDER.indexOf(form);
