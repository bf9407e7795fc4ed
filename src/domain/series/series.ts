/** A series is one figure over the years or over days, in its editions, newest first, in the unit that was asked for. */
import {
  endsAt,
  families,
  figureAt,
  findSeries,
  yearsOf,
  type Figure,
  type SeriesFilter,
  type Traded,
} from './figures.ts';
import { inMass, isMassUnit, priceUnit, type MassUnit, type Unit } from '#src/domain/measure/figure.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import type { Metal, NumericSeries } from './metal.ts';
import type { QuoteBook } from './quote-book.ts';
import { basisInWords, quantityOf, type ReadQuote } from './quote.ts';
import { citationOfQuote, type QuotedSeries } from './quoted-series.ts';

export interface Series {
  readonly cadence: 'year' | 'day';
  /** In its editions, newest first; of quotes, whose corrections take the place of what they correct, one. */
  readonly family: readonly NumericSeries[];
  /** Those that it has a figure of, ascending, as ISO prefixes: "2024", "2026-11-20". */
  readonly periods: readonly string[];
  /** The same of years; none of days. */
  readonly years: readonly number[];
  at(period: number | string): Figure | undefined;
  /** The figures of two periods, both of the newest edition that has both. */
  ends(from: number | string, to: number | string): readonly [Figure, Figure] | undefined;
}

/**
 * The series of a metal that fit, in the order of its file. `per` is the mass unit wanted, if one is; else a series is in
 * that of its newest edition, whatever older ones are printed in.
 */
export function seriesIn(metal: Metal, filter: SeriesFilter, per?: MassUnit | null): readonly Series[] {
  return families(findSeries(metal, filter)).map((family): Series => {
    const mass = per ?? massOf(family[0]?.unit);
    const years = yearsOf(family);
    return {
      cadence: 'year',
      family,
      periods: years.map(String),
      years,
      at: (period) => {
        const figure = figureAt(metal, family, Number(period));
        return figure && inUnit(figure, mass);
      },
      ends: (from, to) => {
        const ends = endsAt(metal, family, Number(from), Number(to));
        return ends && [inUnit(ends[0], mass), inUnit(ends[1], mass)];
      },
    };
  });
}

/** A series of quotes, each day's price on the basis that was wanted. */
export function seriesOfQuotes(book: QuoteBook, traded: Traded, quotes: QuotedSeries): Series {
  const byDay = new Map(
    quotes.history.map((quote) => [quote.date, figureOfQuote(book, traded, quotes, quote)]),
  );
  const newest = figureOfQuote(book, traded, quotes, quotes.shown);
  if (!byDay.has(newest.at)) byDay.set(newest.at, newest);
  const at = (period: number | string) => byDay.get(String(period));
  return {
    cadence: 'day',
    family: [newest.series],
    periods: [...byDay.keys()].toSorted(),
    years: [],
    at,
    ends: (from, to) => {
      const [a, b] = [at(from), at(to)];
      return a === undefined || b === undefined ? undefined : [a, b];
    },
  };
}

/** A price of a series of quotes as a figure; the one that is shown with its age. */
export function figureOfQuote(
  book: QuoteBook,
  metal: Traded,
  { series: { series, key, quote: newest }, shown, freshness }: QuotedSeries,
  quote: ReadQuote,
): Figure {
  const quantity = quantityOf(quote);
  const citation = citationOfQuote(book, { key, quote });
  return {
    metal,
    series: {
      id: series,
      family: series,
      label: book.sourceOf(key.source).name,
      source: key.source,
      section: citation.section,
      notes: [],
      metric: 'price',
      role: 'headline',
      unit: `${quote.currency}/${quote.mass}`,
      basis: quote.form,
      missing: [],
      points: [],
    },
    at: quote.date,
    year: Number(quote.date.slice(0, 4)),
    ...(quote === shown ? { age: freshness.words } : {}),
    basis: basisInWords(quote),
    quantity,
    quoted: newest.range,
    citation,
    superseded: [],
  };
}

/** When a figure is of, in words: "2024", "20 Nov 2026". */
export const whenOf = ({ at }: Pick<Figure, 'at'>): string => (at.length > 4 ? dayInWords(at) : at);

/** The mass in a unit: of a price, what it is for; `undefined` for a percentage. */
export function massOf(unit: Unit | undefined): MassUnit | undefined {
  if (unit === undefined) return undefined;
  return isMassUnit(unit) ? unit : priceUnit(unit)?.mass;
}

/** The same figure in another mass unit: a price per it, or a mass in it. Percentages stay. */
export function inUnit(figure: Figure, wanted: MassUnit | undefined): Figure {
  if (wanted === undefined || massOf(figure.quantity.unit) === wanted) return figure;
  return {
    ...figure,
    quantity: inMass(figure.quantity, wanted),
    superseded: figure.superseded.map((f) => inUnit(f, wanted)),
  };
}

/**
 * Figures in the unit of the first, so that they may be compared; `undefined` where they don't measure one thing: a
 * price and a mass, or prices in two currencies.
 */
export function alike(figures: readonly Figure[]): readonly Figure[] | undefined {
  const [first] = figures;
  if (first === undefined) return [];
  const { unit } = first.quantity;
  const converted = figures.map((figure) => inUnit(figure, massOf(unit)));
  return converted.every((figure) => figure.quantity.unit === unit) ? converted : undefined;
}

/** Figures of a track for the years it has among those wanted. */
export function figuresIn(track: Series, years: readonly number[]): readonly Figure[] {
  return years.flatMap((year) => track.at(year) ?? []);
}

/** The figure of the year before, of the same edition; `undefined` where that edition has none. */
export function yearBefore(track: Series, figure: Figure): Figure | undefined {
  const ends = track.ends(figure.year - 1, figure.year);
  return ends?.[1].series === figure.series ? ends[0] : undefined;
}

/** All figures of a track. */
export function allFigures(track: Series): readonly Figure[] {
  return figuresIn(track, track.years);
}

/** The newest year of a track that is not after `thisYear`; its first one where all are. */
export function newestYear(track: Series, thisYear: number): number | undefined {
  return track.years.findLast((y) => y <= thisYear) ?? track.years[0];
}

/** The newest year with a figure that is no projection; any newest year where all are. */
export function newestObserved(track: Series, thisYear: number): number | undefined {
  const observed = track.years.filter((one) => track.at(one)?.quantity.firmness !== 'projected');
  return observed.findLast((one) => one <= thisYear) ?? newestYear(track, thisYear);
}
