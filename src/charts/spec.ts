/**
 * What a picture shows, without how it looks: words, axes, and a list of marks. `writers/` draw any such list, in full
 * or as little as a link can carry; `theme/` says in which colours and sizes.
 */
import type { Catalog } from '#src/domain/asking/catalog.ts';
import type { ChartSubject } from '#src/domain/series/chart-subject.ts';
import type { Range } from '#src/domain/measure/figure.ts';

/** How firm a figure is: drawn as a full dot, a ring, or a diamond on a dashed line. */
export type Firmness = 'reported' | 'estimated' | 'projected';

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

/** A figure at its place on the axis: a year, a day (`dayNumber`), or a row's number from 0. */
export interface Point {
  readonly at: number;
  /** Both ends are equal where the source gives one value. */
  readonly range: Range;
  readonly firmness: Firmness;
}

/** What a colour is for; a number is one of several equals. */
export type Tone = 'main' | 'benchmark' | 'bar' | 'rest' | 'warn' | 'quiet' | 'ink' | number;

/** Values stand on the left axis unless a mark says `right`. */
export interface OnAxis {
  readonly axis?: 'right' | undefined;
}

/** Joins figures, and goes through the midpoints of those that are ranges without a dot there; what is projected is dashed. */
export interface LineMark extends OnAxis {
  readonly kind: 'line';
  readonly label: string;
  readonly tone: Tone;
  readonly points: readonly Point[];
  /** Places that have a dot, unless their figure is a range; all of them where left out. */
  readonly dots?: readonly number[] | undefined;
  /** Thinner, where many lines cross. */
  readonly fine?: boolean | undefined;
}

/** Filled from the lows to the highs. */
interface BandMark extends OnAxis {
  readonly kind: 'band';
  readonly points: readonly Pick<Point, 'at' | 'range'>[];
}

/** A stroke from low to high, for each figure that is a range, with a dot at each end: the source gives both, and no other. */
export interface RangeMark extends OnAxis {
  readonly kind: 'range';
  readonly label: string;
  readonly tone: Tone;
  readonly points: readonly Point[];
  readonly width: 'fine' | 'usual' | 'broad';
  /** Places whose ends have dots; all of them where left out. */
  readonly dots?: readonly number[] | undefined;
}

export interface BarPoint extends Point {
  /** Where it starts, if not at zero. */
  readonly base?: number | undefined;
  /** Another tone than the other bars'. */
  readonly tone?: Tone | undefined;
  readonly text?: string | undefined;
}

export interface BarMark {
  readonly kind: 'bar';
  readonly label: string;
  readonly tone: Tone;
  /** As far as a range is sure to reach it is full, and pale on to its far end. `stack`: parts of a whole, upon each other, by midpoints. */
  readonly look: 'upright' | 'stack' | 'row' | 'change';
  readonly points: readonly BarPoint[];
}

/** Dashed lines across the plot, of one meaning: a threshold, or both ends of a band. */
export interface RuleMark {
  readonly kind: 'rule';
  readonly label: string;
  readonly lines: readonly { readonly value: number; readonly text: string }[];
}

/** Figures beside points, the most important first. `end`: right of the plot. `above` and `below`: over and under a range. */
export interface LabelMark extends OnAxis {
  readonly kind: 'label';
  readonly tone: Tone;
  readonly items: readonly {
    readonly at: number;
    readonly value: number;
    /** Before the text, and shortened where it is long. */
    readonly name?: string | undefined;
    readonly text: string;
    readonly place: 'point' | 'above' | 'below' | 'end';
  }[];
}

/** Parts of a ring, in the order of the places. */
interface ArcMark {
  readonly kind: 'arc';
  readonly points: readonly { readonly range: Range; readonly tone: Tone }[];
}

export type Mark = LineMark | BandMark | RangeMark | BarMark | RuleMark | LabelMark | ArcMark;

/** A named place on an axis, with its figure in words for writers that can place no text in the plot. */
export interface Place {
  readonly name: string;
  readonly text?: string | undefined;
  /** A second line of the name. */
  readonly detail?: string | undefined;
  readonly firmness?: Firmness | undefined;
}

/** Where marks stand. `years` are all from the first to the last: one that is missing leaves a gap. */
export type Places =
  | { readonly of: 'years'; readonly first: number; readonly places: readonly Place[] }
  | { readonly of: 'rows'; readonly first: 0; readonly places: readonly Place[] }
  | { readonly of: 'ring'; readonly first: 0; readonly places: readonly Place[]; readonly middle: Place }
  | {
      readonly of: 'days';
      readonly first: number;
      readonly last: number;
      /** Days after which there is none for so long that nothing is joined across. */
      readonly gaps: readonly number[];
      readonly ticks: readonly { readonly at: number; readonly text: string }[];
    };

/** An axis of figures: its span holds all marks. */
export interface ValueAxis {
  /** Room wanted above the highest value, as a part of the span. */
  readonly headroom: number;
  /** From zero: a board reads a fall to the foot of the plot as a fall to nothing. */
  readonly zero?: boolean | undefined;
  readonly log?: boolean | undefined;
  readonly max?: number | undefined;
  readonly hidden?: boolean | undefined;
}

/** An entry of the key. `pale` is what a box is from a range's low end to its high one. */
export interface KeyEntry {
  readonly swatch: 'line' | 'dash' | 'circle' | 'ring' | 'diamond' | 'box' | 'pale' | 'outline' | 'band';
  readonly tone: Tone;
  readonly text: string;
  /** Of an `outline`. */
  readonly firmness?: Firmness | undefined;
}

export interface ChartSpec extends Words {
  readonly of: ChartSubject['kind'];
  readonly x: Places;
  readonly y: ValueAxis;
  readonly right?: ValueAxis | undefined;
  readonly key: readonly KeyEntry[];
  readonly marks: readonly Mark[];
  /** Without words around it. */
  readonly bare?: boolean | undefined;
}

/** The end of a range that is nearer to zero: as far as a bar is sure to reach; 0 where zero is inside. */
export function nearEnd({ low, high }: Range): number {
  return low > 0 ? low : Math.min(0, high);
}

/** All figures between some points' ends, for axes. */
export function endsOf(points: readonly { readonly range: Range }[]): readonly number[] {
  return points.flatMap(({ range }) => [range.low, range.high]);
}
