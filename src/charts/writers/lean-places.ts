/** Which places a link has room for. */
import { midpoint, type Range } from '#src/domain/measure/figure.ts';
import type { ChartSpec, Mark, Place, Places } from '#src/charts/spec.ts';
import { stretchesOf } from '#src/charts/thin.ts';

/** Fewer rows than these are no ranking. */
const LEAST_ROWS = 3;

export interface Kept {
  /** Where marks stand that are kept, ascending; `undefined` is a gap. */
  readonly ats: readonly (number | undefined)[];
  /** Named ones, as `ats`; empty on an axis of days. */
  readonly places: readonly Place[];
  /** Positions on a linear axis, where some are left out or the axis is of days; as `ats`. */
  readonly positions: readonly number[] | undefined;
  readonly count: number;
  /** How many there are. */
  readonly of: number;
}

/** The places to draw, at most so many: always the first, the last, the lowest and the highest; of rows the largest. */
export function keptOf({ x, marks }: ChartSpec, most: number): Kept {
  if (x.of === 'days') return keptDays(x, marks, most);
  const of = x.places.length;
  if (x.of === 'rows' || of <= most || x.of === 'ring') {
    const places = x.of === 'rows' ? x.places.slice(0, Math.max(LEAST_ROWS, most)) : x.places;
    return { ats: places.map((_, i) => x.first + i), places, positions: undefined, count: places.length, of };
  }
  const series = seriesOf(marks);
  const years = x.places
    .map((_, i) => x.first + i)
    .filter((year) => series.some((valueOf) => valueOf(year) !== undefined));
  const kept = stretchesOf(years, most, series).flatMap((stretch) => stretch.at(-1) ?? []);
  const next = (year: number) => years[years.indexOf(year) + 1] ?? year;
  // A year without a figure stays a gap.
  const ats = kept.flatMap((at) => (next(at) > at + 1 ? [at, undefined] : [at]));
  const positions = ats.map((at, i) => at ?? (ats[i - 1] ?? 0) + 1);
  const places = positions.map((at) => x.places[at - x.first] ?? { name: String(at) });
  return { ats, places, positions, count: kept.length, of: years.length };
}

function keptDays(
  { first, gaps }: Extract<Places, { of: 'days' }>,
  marks: readonly Mark[],
  most: number,
): Kept {
  const all = marks.flatMap((mark) => (mark.kind === 'line' ? mark.points.map(({ at }) => at) : []));
  const days = [...new Set(all)].toSorted((a, b) => a - b);
  const isEnd = (at: number) => gaps.includes(at);
  const kept = stretchesOf(days, most, seriesOf(marks), isEnd).flatMap((stretch) => stretch.at(-1) ?? []);
  const ats = kept.flatMap((at, i) =>
    gaps.some((gap) => gap >= at && gap < (kept[i + 1] ?? at)) ? [at, undefined] : [at],
  );
  const positions = ats.map((at, i) => (at ?? (ats[i - 1] ?? 0) + 1) - first);
  return { ats, places: [], positions, count: kept.length, of: days.length };
}

/** What is low or high: each line, and each bar that stands alone. */
function seriesOf(marks: readonly Mark[]): readonly ((at: number) => number | undefined)[] {
  return marks.flatMap((mark) => {
    if (mark.kind !== 'line' && mark.kind !== 'bar') return [];
    const values = new Map(mark.points.map(({ at, range }) => [at, midpoint(range)]));
    return [(at: number) => values.get(at)];
  });
}

/** Of the points since the kept place before, the lowest low and the highest high: what a band is at a kept place. */
export function spanAt(
  { ats }: Kept,
  index: number,
  points: readonly { readonly at: number; readonly range: Range }[],
): Range | undefined {
  const to = ats[index];
  const from = ats.slice(0, index).findLast((at) => at !== undefined) ?? Number.NEGATIVE_INFINITY;
  const here = points.filter(({ at }) => to !== undefined && at > from && at <= to);
  if (here.length === 0) return undefined;
  return {
    low: Math.min(...here.map(({ range }) => range.low)),
    high: Math.max(...here.map(({ range }) => range.high)),
  };
}
