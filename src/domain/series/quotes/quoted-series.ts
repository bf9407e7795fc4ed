/** A series of quotes on the basis that is wanted: its newest price, and what it was on the days before. */
import type { Figure, Traded } from '#src/domain/series/figures.ts';
import type { Citation, NumericSeries } from '#src/domain/series/metal.ts';
import { spanInWords } from '#src/domain/measure/period.ts';
import { convert, convertHistory, type Target } from '#src/domain/series/convert.ts';
import { freshnessOf } from '#src/domain/series/freshness.ts';
import { limitsOf } from './choose-quotes.ts';
import type { QuoteBook } from './quote-book.ts';
import type { LatestQuote } from './quote-store.ts';
import { quantityOf, type Form, type ReadQuote, type SeriesKey } from '#src/domain/series/quote.ts';
import { basisInWords, marketInWords, periodInWords } from '#src/domain/series/basis-in-words.ts';
import { lazily, seriesOver, whenOf, type Series } from '#src/domain/series/series.ts';
import { within } from '#src/domain/series/statistics.ts';

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
