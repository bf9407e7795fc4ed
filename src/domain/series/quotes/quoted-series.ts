/** A series of quotes on the basis that is wanted: its newest price, and what it was on the days before. */
import type { Figure, Traded } from '#src/domain/series/figures.ts';
import type { Citation, NumericSeries } from '#src/domain/series/metal.ts';
import { daysBetween } from '#src/domain/measure/days.ts';
import { spanInWords } from '#src/domain/measure/period.ts';
import { convert, convertHistory, type Target } from '#src/domain/series/convert.ts';
import { freshnessOf, type AgeLimits } from '#src/domain/series/freshness.ts';
import type { QuoteBook } from './quote-book.ts';
import type { LatestQuote } from './quote-store.ts';
import {
  FORMS,
  basisInWords,
  marketInWords,
  periodInWords,
  quantityOf,
  type Basis,
  type Form,
  type ReadQuote,
  type SeriesKey,
} from '#src/domain/series/quote.ts';
import { lazily, seriesOver, whenOf, type Days, type Series } from '#src/domain/series/series.ts';
import { within } from '#src/domain/series/statistics.ts';

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

/**
 * The series of some quotes, each day's price on the basis that is wanted; as it is quoted where it can't be put on it. A
 * source's prices of months, which come dated by their last day, are a series of months.
 */
export function seriesOfQuotes(book: QuoteBook, metal: Traded, latest: LatestQuote, target: Target): Series {
  const { quote: newest, key } = latest;
  const converted = convert<ReadQuote>(newest, target, book.convert);
  const isAsQuoted = !converted.ok || converted.steps.length === 0;
  const shown = converted.ok ? converted.quote : newest;
  const on = (quote: ReadQuote) => convert(quote, target, book.convert);
  const quoted = book.histories.get(latest.series) ?? [];
  const cadence = key.period?.startsWith('month') === true ? 'month' : 'day';
  const periodOf = ({ date }: Pick<ReadQuote, 'date'>) => (cadence === 'month' ? date.slice(0, 7) : date);
  const byPeriod = lazily(() => {
    const history = isAsQuoted ? quoted : convertHistory<ReadQuote>(quoted, target, book.convert);
    const all = new Map<string, ReadQuote>(history.map((quote) => [periodOf(quote), quote]));
    return all.has(periodOf(shown)) ? all : all.set(periodOf(shown), shown);
  });
  const freshness = freshnessOf(newest.date, book.today, limitsOf(book, key));
  const edition = editionOf(book, latest, shown);
  const of = (quote: ReadQuote): Figure => ({
    metal,
    series: edition,
    at: periodOf(quote),
    year: Number(quote.date.slice(0, 4)),
    ...(quote.date === newest.date && cadence === 'day' ? { age: freshness.words } : {}),
    basis: basisInWords(quote),
    quantity: quantityOf(quote),
    quoted: newest.range,
    citation: citationOfQuote(book, { key, quote }),
    superseded: [],
  });
  return seriesOver(
    {
      id: latest.series,
      of: { material: key.metal, metric: 'price', place: key.place },
      name: nameOfQuote(book, shown),
      label: edition.label,
      basis: {
        form: shown.form,
        taken: key.period === undefined ? '' : periodInWords(key.period),
        purity: key.purity,
        market: marketInWords(shown),
      },
      unit: edition.unit,
      cadence,
      source: key.source,
      since: periodOf({ date: latest.first }),
      // A month that is over is not so many days old, until it is no price any more.
      ...(cadence === 'day' || freshness.state === 'dead' ? { freshness } : {}),
      ...(isAsQuoted
        ? converted.ok
          ? {}
          : { conversion: { reason: converted.reason } }
        : { conversion: { steps: converted.steps, from: quantityOf(newest) } }),
      citation: (days) => citationOfQuote(book, latest, days && within(quoted, days)),
      lost: (days) => {
        const inside = converted.ok ? within(quoted, days) : [];
        return { reasons: inside.map(on).flatMap((one) => (one.ok ? [] : [one.reason])), of: inside.length };
      },
    },
    [
      {
        get periods() {
          return [...byPeriod().keys()].toSorted();
        },
        at: (period) => {
          const quote = byPeriod().get(period);
          return quote && of(quote);
        },
      },
    ],
  );
}

function editionOf(book: QuoteBook, { series, key }: LatestQuote, shown: ReadQuote): NumericSeries {
  return {
    id: series,
    family: series,
    label: book.sourceOf(key.source).name,
    source: key.source,
    section: basisInWords(key),
    notes: [],
    metric: 'price',
    role: 'headline',
    unit: `${shown.currency}/${shown.mass}`,
    basis: figureBasis(shown.form),
    missing: [],
    points: [],
  };
}

/** What a form is among the figures of sources, which tell fewer of them apart. */
function figureBasis(form: Form): NumericSeries['basis'] {
  switch (form) {
    case 'metal':
    case 'oxide':
    case 'alloy':
    case 'contained metal':
    case 'ore':
      return form;
    case 'concentrate':
      return 'ore';
    case 'powder':
      return 'metal';
    case 'scrap':
    case 'product':
      return 'gross weight';
    default:
      return 'compound';
  }
}

/** @example "NdPr oxide" */
export function nameOfQuote(
  { convert: { materials } }: Pick<QuoteBook, 'convert'>,
  { metal, form }: Pick<ReadQuote, 'metal' | 'form'>,
): string {
  const material = materials.find(({ id }) => id === metal);
  const name = material?.name ?? metal;
  // "Iron ore" and "Gypsum" say it themselves.
  if (form !== 'metal' && form === material?.form) return name;
  return `${name} ${form === 'contained metal' ? 'metal contained in oxide' : form}`;
}

/** A day whose price was cited; a correction is an edition of it, as a source's later table is. */
type Cited = Pick<ReadQuote, 'date'> & { readonly edition?: number };

/**
 * How quotes are cited: their source, and their days as the edition, which says where one day's price was corrected.
 * @param quotes Those that an answer is made of, ascending; without them the newest one.
 */
export function citationOfQuote(
  book: Pick<QuoteBook, 'sourceOf'>,
  { key, quote }: { readonly key: SeriesKey; readonly quote: Cited },
  quotes: readonly Cited[] = [],
): Citation {
  const { name } = book.sourceOf(key.source);
  const [first, last] = [quotes[0] ?? quote, quotes.at(-1) ?? quote];
  const corrected = first === last && (first.edition ?? 1) > 1 ? ', corrected' : '';
  const inMonths = [first, last].map(({ date }) => whenOf({ at: date.slice(0, 7) }));
  const days =
    key.period?.startsWith('month') === true
      ? [...new Set(inMonths)].join(' to ')
      : spanInWords(first.date, last.date);
  return {
    id: key.source,
    source: {
      publisher: name,
      title: name,
      edition: `of ${days}${corrected}`,
      dated: last.date,
    },
    section: basisInWords(key),
  };
}
