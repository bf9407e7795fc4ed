/**
 * What a picture shows, without how it looks: kind, data and words. `theme/` turns it into a Chart.js config,
 * lean enough for a link or rich for the built-in renderer.
 */
import type { YearlySubject } from '#src/domain/answer.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import type { Range, Unit } from '#src/domain/measure/figure.ts';
import { changesSpec } from './specs/changes.ts';
import { countriesSpec } from './specs/countries.ts';
import { metalsSpec } from './specs/metals.ts';
import { priceSpec } from './specs/price.ts';
import { outputSpec } from './specs/output.ts';
import { sectorsOverTimeSpec, sectorsSpec } from './specs/sectors.ts';
import { sparklineSpec } from './specs/sparkline.ts';

/** How firm a figure is, as its mark in the picture: a full dot, a ring, or a diamond on a dashed line. */
export type Mark = 'reported' | 'estimated' | 'projected';

/** All that charts need of the catalog. */
export type Figures = Pick<Catalog, 'metals'>;

/** The words around a picture. `altText` stands alone: what it shows, the trend, and its ends with figures. */
export interface Words {
  /** The finding, computed from the figures. */
  readonly title: string;
  /** Unit, basis and years, and how to read what is unusual. */
  readonly subtitle: string;
  /** Source and edition. */
  readonly foot: string;
  /** At most 1,900 characters (Slack takes 2,000). */
  readonly altText: string;
}

/** A figure of one year; `range.low` and `range.high` are equal where the source gives one value. */
export interface YearPoint {
  readonly year: number;
  readonly range: Range;
  readonly mark: Mark;
}

export interface TrendLine {
  readonly label: string;
  /** `main` answers; `benchmark` is another source's figure beside it; `peer` is one of several equals. */
  readonly role: 'main' | 'benchmark' | 'peer';
  /** Ascending by year, at most one a year; years may be missing. */
  readonly points: readonly YearPoint[];
}

/** One or more series over years on one axis. */
export interface TrendSpec extends Words {
  readonly kind: 'trend';
  readonly unit: Unit;
  readonly scale: 'linear' | 'log';
  readonly lines: readonly TrendLine[];
}

export interface Slice {
  readonly label: string;
  /** Percent of the whole. */
  readonly share: Range;
}

/** Parts of a whole in one year. */
export interface SharesSpec extends Words {
  readonly kind: 'shares';
  readonly year: number;
  readonly mark: Mark;
  /** Largest first. */
  readonly slices: readonly Slice[];
  /** What the source leaves unstated, in percent; between midpoints where shares are ranges. */
  readonly rest: Slice | undefined;
}

/** Parts of a whole over years. */
export interface StackSpec extends Words {
  readonly kind: 'stack';
  readonly years: readonly { readonly year: number; readonly mark: Mark }[];
  /** One share a year, in the order of `years`; `undefined` where the source has none. */
  readonly layers: readonly { readonly label: string; readonly shares: readonly (Range | undefined)[] }[];
  /** `share` is `undefined` in a year in which a layer is, for then the rest is not known either. */
  readonly rest: { readonly label: string; readonly shares: readonly (number | undefined)[] };
}

/** Production as bars, with the price as a line where there is one. */
export interface OutputSpec extends Words {
  readonly kind: 'output';
  readonly unit: Unit;
  readonly bars: { readonly label: string; readonly points: readonly YearPoint[] };
  readonly priceUnit: Unit | undefined;
  readonly price: { readonly label: string; readonly points: readonly YearPoint[] } | undefined;
}

/** A ranking, as horizontal bars. */
export interface RankingSpec extends Words {
  readonly kind: 'ranking';
  readonly unit: Unit;
  /** Largest first; `collective` ones ("Other", "5 more") last. */
  readonly rows: readonly {
    readonly label: string;
    readonly range: Range;
    readonly mark: Mark;
    readonly collective: boolean;
  }[];
}

/** How several figures moved between two years, on one axis in percent. */
export interface ChangesSpec extends Words {
  readonly kind: 'changes';
  readonly from: number;
  readonly to: number;
  readonly rows: readonly {
    readonly label: string;
    /** The figures themselves: "92 to 110 USD/kg". */
    readonly detail: string;
    /** How far it moved: in percent of the first figure, or of a share in percentage points. */
    readonly moved: Range;
    readonly midpoint: number;
    /** The same in words: "up 33 to 73 %". */
    readonly text: string;
    readonly mark: Mark;
  }[];
}

/** A trend without words around it, for one row of a digest. */
export interface SparklineSpec extends Words {
  readonly kind: 'sparkline';
  readonly points: readonly YearPoint[];
}

/** A stretch of days: the lowest and highest quote in it, and the last one. */
export interface Bucket {
  /** ISO dates, inclusive. */
  readonly from: string;
  readonly to: string;
  readonly range: Range;
  readonly last: Range;
}

/** Daily quotes, with an alert's threshold where there is one. */
export interface HistorySpec extends Words {
  readonly kind: 'history';
  readonly unit: Unit;
  readonly buckets: readonly Bucket[];
  readonly threshold: { readonly value: number; readonly label: string } | undefined;
}

export type ChartSpec =
  TrendSpec | SharesSpec | StackSpec | OutputSpec | RankingSpec | ChangesSpec | SparklineSpec | HistorySpec;

/**
 * The chart of a yearly subject, from the catalog's figures.
 * @returns `undefined` where the catalog lacks the metal, or all of the figures.
 */
export function chartSpec(subject: YearlySubject, catalog: Figures): ChartSpec | undefined {
  if (subject.kind === 'compare-metals') return metalsSpec(subject, catalog);
  const metal = catalog.metals.find((m) => m.id === subject.metal);
  if (metal === undefined) return undefined;
  switch (subject.kind) {
    case 'price':
      return priceSpec(subject, metal);
    case 'sectors':
      return sectorsSpec(subject, metal);
    case 'sectors-over-time':
      return sectorsOverTimeSpec(subject, metal);
    case 'production':
      return outputSpec(subject, metal);
    case 'countries':
      return countriesSpec(subject, metal, catalog);
    case 'compare-years':
      return changesSpec(subject, metal);
    default:
      return sparklineSpec(metal);
  }
}
