/** A series of quotes on the basis that is wanted: its newest price, and what it was on the days before. */
import type { Citation } from './metal.ts';
import { addDays, daysBetween, dayInWords } from '#src/domain/measure/days.ts';
import { spanInWords } from '#src/domain/measure/period.ts';
import { convert, convertHistory, type Converted, type Target } from './convert.ts';
import { freshnessOf, type Freshness } from './freshness.ts';
import type { QuoteBook } from './quote-book.ts';
import type { LatestQuote } from './quote-store.ts';
import { basisInWords, type Basis, type Form, type ReadQuote, type SeriesKey } from './quote.ts';
import { priceAt, summarise, within, type Window } from './statistics.ts';

type Known = Pick<QuoteBook, 'latest' | 'sourceOf' | 'today'>;
type Days = Pick<Window, 'from' | 'to'>;

/** Which quotes are wanted. */
export interface QuotesWanted {
  readonly form?: Form | undefined;
  readonly terms?: Basis['terms'] | undefined;
  readonly target: Target;
  /** The days that are looked at; left out where only the newest price is. */
  readonly looked?: Days | undefined;
}

/** A price this many days before the day asked for still stands for it: weekends and holidays have none. */
export const MOST_GAP_DAYS = 10;

/**
 * The series of a material in the order in which they answer: those with prices in the days asked for before others, what is no
 * price any more last, then those that have the most of the days, then the newest.
 */
export function seriesFor(
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
  return freshnessOf(quote.date, today, sourceOf(key.source).limits).state === 'dead';
}

/** From a series' oldest to its newest price, as far as that is within the days. */
function daysHeld({ first, quote }: LatestQuote, { from, to }: Days): number {
  const start = first > from ? first : from;
  const end = quote.date < to ? quote.date : to;
  return start > end ? 0 : daysBetween(start, end) + 1;
}

const FORM_ORDER: readonly Form[] = ['oxide', 'metal', 'alloy', 'contained metal'];
/** Oxide before metal on the same day: it is what the market quotes. */
const order = (form: Form) => FORM_ORDER.indexOf(form);

/** A series of quotes that was chosen to answer. */
export interface QuotedSeries {
  readonly series: LatestQuote;
  /** "NdPr oxide". */
  readonly name: string;
  readonly freshness: Freshness;
  /** The newest price on the wanted basis, with the steps there; or why it can't be put on it. */
  readonly converted: Converted;
  /** As it is shown: converted where that was possible. */
  readonly shown: ReadQuote;
  /** Ascending, each day at its own rate; as it is quoted where it can't be put on the basis. */
  readonly history: readonly ReadQuote[];
  /** As it is quoted. */
  readonly quoted: readonly ReadQuote[];
  /** Why days of these can't be put on the basis, at a rate of their own, and so are not in the history. */
  readonly lost: (days: Days) => { readonly reasons: readonly string[]; readonly of: number };
}

/** A series with its prices on the basis that is wanted. */
export function quotedSeries(book: QuoteBook, series: LatestQuote, target: Target): QuotedSeries {
  const { quote, key } = series;
  const converted = convert<ReadQuote>(quote, target, book.convert);
  const shown = converted.ok ? converted.quote : quote;
  const quoted = book.histories.get(series.series) ?? [];
  const isAsQuoted = !converted.ok || converted.steps.length === 0;
  return {
    series,
    name: nameOfQuote(book, shown),
    freshness: freshnessOf(quote.date, book.today, book.sourceOf(key.source).limits),
    converted,
    shown,
    quoted,
    history: isAsQuoted ? quoted : convertHistory<ReadQuote>(quoted, target, book.convert),
    lost: (days) => {
      const inside = converted.ok ? within<ReadQuote>(quoted, days) : [];
      const all = inside.map((one) => convert(one, target, book.convert));
      return { reasons: all.flatMap((one) => (one.ok ? [] : [one.reason])), of: inside.length };
    },
  };
}

/** @example "NdPr oxide" */
export function nameOfQuote(
  { convert: { materials } }: Pick<QuoteBook, 'convert'>,
  { metal, form }: Pick<ReadQuote, 'metal' | 'form'>,
): string {
  return `${materials.find(({ id }) => id === metal)?.name ?? metal} ${form === 'contained metal' ? 'metal contained in oxide' : form}`;
}

/**
 * How quotes are cited: their source, and their days as the edition.
 * @param days Those of the quotes that an answer is made of; without them the newest one's.
 */
export function citationOfQuote(
  book: Pick<QuoteBook, 'sourceOf'>,
  { key, quote }: { readonly key: SeriesKey; readonly quote: Pick<ReadQuote, 'date'> },
  days: Pick<Window, 'from' | 'to'> = { from: quote.date, to: quote.date },
): Citation {
  const { name } = book.sourceOf(key.source);
  return {
    id: key.source,
    source: {
      publisher: name,
      title: name,
      edition: `of ${spanInWords(days.from, days.to)}`,
      dated: days.to,
    },
    section: basisInWords(key),
  };
}

/** The quote of a day, or of the last one before it that had one, where that is near. @param history Ascending. */
export function quoteNear<P extends ReadQuote>(history: readonly P[], date: string): P | undefined {
  const found = priceAt(history, date);
  return found !== undefined && found.date >= addDays(date, -MOST_GAP_DAYS) ? found : undefined;
}

/** One price for a day, or for a window of days: the day's own, or the average of lows and of highs. */
interface PriceOver {
  readonly quote: ReadQuote;
  /** "2 Mar 2026", "the average of Q2 2026": what the price is of. */
  readonly of: string;
  /** Days with a quote that it is made of. */
  readonly days: number;
}

/** @param history Ascending, on the basis that is shown. @returns `undefined` where these days have no quote */
export function priceOver(history: readonly ReadQuote[], days: string | Window): PriceOver | undefined {
  if (typeof days === 'string') {
    const quote = quoteNear(history, days);
    return quote && { quote, of: dayInWords(quote.date), days: 1 };
  }
  const inside = within(history, days);
  const [summary, last] = [summarise(inside), inside.at(-1)];
  if (summary === undefined || last === undefined) return undefined;
  const estimated = inside.some((quote) => quote.estimated);
  return {
    quote: { ...last, range: summary.average, estimated },
    of: `the average ${ofLabel(days.label)}`,
    days: summary.days,
  };
}

/** "of Q2 2026", but "since 1 Sep". */
export const ofLabel = (label: string): string =>
  /^(?:since|until|before) /.test(label) ? label : `of ${label}`;
