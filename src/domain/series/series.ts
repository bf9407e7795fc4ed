/** A series is one figure over time, by years, months or days, in its editions, newest first, on the basis that was asked for. */
import type { Quantity, Unit } from '#src/domain/measure/figure.ts';
import { addDays, dayInWords } from '#src/domain/measure/days.ts';
import { periodNamed } from '#src/domain/measure/period.ts';
import type { Step } from './convert.ts';
import type { Figure } from './figures.ts';
import type { Freshness } from './freshness.ts';
import type { Form } from './quote.ts';
import type { Citation, NumericSeries } from './metal.ts';

export type Cadence = 'year' | 'month' | 'day';

/** Days, ends included, as ISO dates. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** All that must be the same, besides the unit, for two figures to be compared as they are. */
interface SeriesBasis {
  readonly form: NumericSeries['basis'] | Form;
  /** What of its time it is, where that is not plain: "monthly mean"; empty where it is. */
  readonly taken: string;
  /** As the source says it, "99.5 %"; empty where it does not. */
  readonly purity: string;
  /** Where it changes hands, and on which terms: "ex works China, VAT included"; empty where the source does not say. */
  readonly market: string;
}

export interface SeriesHead {
  /** One for all editions of it. */
  readonly id: string;
  readonly of: {
    /** Id of a metal or a material. */
    readonly material: string;
    readonly metric: NumericSeries['metric'];
    readonly place?: string | undefined;
    readonly sector?: string | undefined;
  };
  /** What its figures are of: "NdPr oxide". */
  readonly name: string;
  /** What its source calls it. */
  readonly label: string;
  readonly basis: SeriesBasis;
  readonly unit: Unit;
  readonly cadence: Cadence;
  /** Id of the newest edition's source, or of the feed. */
  readonly source: string;
}

export interface Series extends SeriesHead {
  /** Those that it has a figure of, ascending, as ISO prefixes: "2024", "2026-06", "2026-11-20". */
  readonly periods: readonly string[];
  /** The same of years; none of months and days. */
  readonly years: readonly number[];
  /** The period of its oldest figure, also where that was not fetched. */
  readonly since: string;
  /** The newest of a period that has begun by a day, an observed one where there is one. @param asOf ISO date */
  newest(asOf: string): Figure | undefined;
  /** The figure of a period, or of the one that it lies in: of a day, that of its month. */
  at(period: number | string): Figure | undefined;
  /** Those whose period begins within the days, ascending; where none does, that which the days lie in. */
  within(days: Days): readonly Figure[];
  /** The figures of two periods, both of the newest edition that has both. */
  ends(from: number | string, to: number | string): readonly [Figure, Figure] | undefined;
  /** How its source is cited. @param days Those that an answer is made of, where it is cited by days */
  citation(days?: Days): Citation;
  /** Of prices of days: how old the newest one is. */
  readonly freshness?: Freshness;
  /** How the newest was put on the basis that was wanted, or why it is not on it; absent where it is as it is given. */
  readonly conversion?: Conversion;
  /** Why some of these days can't be put on that basis, and so are not in it, and how many there are of them. */
  lost(days: Days): { readonly reasons: readonly string[]; readonly of: number };
}

type Conversion = { readonly steps: readonly Step[]; readonly from: Quantity } | { readonly reason: string };

/** One edition of a series. */
export interface Edition {
  /** Ascending. */
  readonly periods: readonly string[];
  at(period: string): Figure | undefined;
}

/** How long the ISO prefix of a period is. */
const LENGTH: Readonly<Record<Cadence, number>> = { year: 4, month: 7, day: 10 };

/** The first day of a period: "2026-06-01" of "2026-06". */
const startOf = (period: string): string => `${period}${'-01-01'.slice(period.length - LENGTH.year)}`;

/** What is made when it is first asked for: most series of a library are only looked over. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** A series of its editions, newest first, whatever its cadence. */
export function seriesOver(
  head: SeriesHead &
    Pick<Series, 'citation' | 'freshness' | 'conversion'> &
    Partial<Pick<Series, 'lost' | 'since'>>,
  editions: readonly Edition[],
): Series {
  const periodsOf = lazily(() =>
    editions.length === 1
      ? (editions[0]?.periods ?? [])
      : [...new Set(editions.flatMap((edition) => edition.periods))].toSorted(),
  );
  const yearsOf = lazily(() => (head.cadence === 'year' ? periodsOf().map(Number) : []));
  const named = (period: number | string) => String(period).slice(0, LENGTH[head.cadence]);
  const figures = new Map<string, Figure>();
  const at = (period: number | string): Figure | undefined => {
    const name = named(period);
    const known = figures.get(name);
    if (known !== undefined) return known;
    const found = figureOf(name);
    if (found !== undefined) figures.set(name, found);
    return found;
  };
  const figureOf = (period: string): Figure | undefined => {
    const found = editions.flatMap((edition) => edition.at(period) ?? []);
    const [newest, ...older] = found;
    // Two tables of one edition may print the same figure.
    const superseded = older.filter(({ series }) => series.source !== newest?.series.source);
    return newest && { ...newest, superseded };
  };
  const isOf = ({ from, to }: Days) => {
    const touched = periodsOf().filter((period) => period >= named(from) && period <= named(to));
    const begun = touched.filter((period) => startOf(period) >= from);
    return begun.length > 0 ? begun : touched;
  };
  const newest = (asOf: string): Figure | undefined => {
    // It is tomorrow already, further east.
    const last = head.cadence === 'day' ? addDays(asOf, 1) : named(asOf);
    const begun = periodsOf().filter((period) => period <= last);
    const observed = begun.findLast((period) => at(period)?.quantity.firmness !== 'projected');
    const period = observed ?? begun.at(-1) ?? periodsOf()[0];
    return period === undefined ? undefined : at(period);
  };
  return {
    lost: () => ({ reasons: [], of: 0 }),
    ...head,
    get since() {
      return head.since ?? periodsOf()[0] ?? '';
    },
    get periods() {
      return periodsOf();
    },
    get years() {
      return yearsOf();
    },
    at,
    newest,
    within: (days) => isOf(days).flatMap((period) => at(period) ?? []),
    ends: (from, to) => {
      for (const edition of editions) {
        const [a, b] = [edition.at(named(from)), edition.at(named(to))];
        if (a !== undefined && b !== undefined) return [a, b];
      }
      return undefined;
    },
  };
}

/** When a figure is of, in words: "2024", "Jun 2026", "20 Nov 2026". @param today Its year is not said of a day in it */
export const whenOf = ({ at }: Pick<Figure, 'at'>, today?: string): string =>
  at.length > 7 ? dayInWords(at, today) : (periodNamed(at)?.label ?? at);

/** Figures of a track for the years it has among those wanted. */
export function figuresIn(track: Series, years: readonly number[]): readonly Figure[] {
  return years.flatMap((year) => track.at(year) ?? []);
}

/** The figure of the period before, of the same edition; `undefined` where that edition has none. */
export function yearBefore(track: Series, figure: Figure): Figure | undefined {
  const ends = track.ends(figure.year - 1, figure.year);
  return ends?.[1].series === figure.series ? ends[0] : undefined;
}

/** The figure that stands before another, whatever their cadence; `undefined` of the first. */
export function figureBefore(series: Series, { at }: Pick<Figure, 'at'>): Figure | undefined {
  const period = series.periods.findLast((one) => one < at);
  return period === undefined ? undefined : series.at(period);
}

/** All figures of a track. */
export function allFigures(track: Series): readonly Figure[] {
  return track.periods.flatMap((period) => track.at(period) ?? []);
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
