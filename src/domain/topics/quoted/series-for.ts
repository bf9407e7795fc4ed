/** Which series of quotes answer, best first. */
import { daysBetween } from '#src/domain/measure/days.ts';
import { daysLookedAt } from '#src/domain/reading/price-wanted.ts';
import type { PriceWanted } from '#src/domain/reading/price-wanted.ts';
import { freshnessOf } from '#src/domain/series/freshness.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import type { LatestQuote } from '#src/domain/series/quote-store.ts';
import type { Form } from '#src/domain/series/quote.ts';

const FRESHNESS = ['fresh', 'stale', 'dead'] as const;

type SeriesWanted = Pick<PriceWanted, 'form' | 'terms' | 'target' | 'days' | 'statistic'>;

/** The same; of another form or other terms where there is none of those asked for. */
export function bestSeries(
  book: Pick<QuoteBook, 'latest' | 'sourceOf' | 'today'>,
  metal: string,
  wanted: SeriesWanted,
): readonly LatestQuote[] {
  const exact = seriesFor(book, metal, wanted);
  return exact.length > 0 ? exact : seriesFor(book, metal, { ...wanted, form: undefined, terms: undefined });
}

/**
 * The series of a material in the order in which they answer: those with prices in the days asked for before others, what is no
 * price any more last, then those that have the most of the days, then the newest.
 */
export function seriesFor(
  { latest, sourceOf, today }: Pick<QuoteBook, 'latest' | 'sourceOf' | 'today'>,
  metal: string,
  { form, terms, target, days, statistic }: SeriesWanted,
): readonly LatestQuote[] {
  const known = latest.filter(
    ({ key }) => key.metal === metal && (terms === undefined || key.terms === terms),
  );
  const wanted = form === undefined ? known : known.filter(({ key }) => key.form === form);
  const rank = ({ key, quote }: LatestQuote): number => {
    const { limits } = sourceOf(key.source);
    const dead = freshnessOf(quote.date, today, limits).state === FRESHNESS[2];
    // What needs no conversion answers before what does.
    const foreign = Object.entries(target).some(([field, value]) =>
      Object.entries(key).some(([f, v]) => f === field && v !== value),
    );
    return Number(dead) * 2 + Number(foreign);
  };
  const looked = daysLookedAt({ days, statistic }, today);
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

/** From a series' oldest to its newest price, as far as that is within the days. */
function daysHeld(
  { first, quote }: LatestQuote,
  { from, to }: { readonly from: string; readonly to: string },
): number {
  const start = first > from ? first : from;
  const end = quote.date < to ? quote.date : to;
  return start > end ? 0 : daysBetween(start, end) + 1;
}

const FORM_ORDER: readonly Form[] = ['oxide', 'metal', 'alloy', 'contained metal'];
/** Oxide before metal on the same day: it is what the market quotes. */
const order = (form: Form) => FORM_ORDER.indexOf(form);
