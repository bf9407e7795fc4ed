/** Lines over years in the rich style: band, ranges, the stated line, the dashed projected one, and their labels. */
import { isExact, midpoint } from '#src/domain/measure/figure.ts';
import type { Mark, YearPoint } from '#src/charts/spec.ts';
import { rangeText } from '#src/charts/words.ts';
import type { Json } from './config.ts';
import type { KeyItem } from './frame.ts';
import type { LabelItem } from './labels.ts';
import { POINT_STYLES, type Palette } from './palette.ts';

export type Dataset = { readonly [key: string]: Json | undefined };

/** Up to so many points carry their figures; of more, the ends, the highest and the lowest do. */
export const MOST_WITH_FIGURES = 8;

export interface LineLook {
  readonly color: string;
  readonly paper: string;
  /** Colour of the filled band; none is drawn without. */
  readonly band?: string | undefined;
  readonly axis?: string;
  /** Thinner lines and smaller marks, where many lines cross. */
  readonly fine?: boolean;
}

export interface Line {
  readonly datasets: readonly Dataset[];
  /** Most important first. */
  readonly labels: readonly LabelItem[];
}

/**
 * @param years All years of the axis, ascending.
 * @param first How many datasets stand before these.
 */
export function richLine(
  points: readonly YearPoint[],
  years: readonly number[],
  look: LineLook,
  first: number,
): Line {
  const at = years.map((year) => points.find((p) => p.year === year));
  const axis = look.axis === undefined ? {} : { yAxisID: look.axis };
  const size = look.fine === true || years.length > 16 ? 3.5 : 5;
  const datasets: Dataset[] = [];
  const ranged = points.some((p) => !isExact(p.range));
  if (ranged && look.band !== undefined) datasets.push(...bandDatasets(at, look.band, axis));
  if (ranged) datasets.push(rangeBars(at, look, axis));
  const line = {
    ...axis,
    type: 'line',
    borderColor: look.color,
    borderWidth: look.fine === true ? 2 : 3,
    pointBorderColor: look.color,
    pointBorderWidth: size > 4 ? 2.5 : 1.75,
    order: 1,
  };
  const from = at.findIndex((p) => p?.mark === 'projected');
  const split = from < 0 ? at.length : from;
  const marks = (kept: readonly (YearPoint | undefined)[]) => ({
    pointStyle: kept.map((p) => POINT_STYLES[p?.mark ?? 'reported'].style),
    pointBackgroundColor: kept.map((p) =>
      POINT_STYLES[p?.mark ?? 'reported'].hollow ? look.paper : look.color,
    ),
  });
  const stated = first + datasets.length;
  datasets.push({
    ...line,
    data: at.map((p, i) => (i < split ? value(p) : null)),
    pointRadius: at.map((_, i) => (look.fine === true && plainDot(at, i) ? 0 : size)),
    ...marks(at),
  });
  const projected = first + datasets.length;
  if (split < at.length) {
    const data = at.map((p, i) => (i < split - 1 ? null : value(p)));
    const pointRadius = at.map((_, i) => (i < split ? 0 : size * 1.25));
    datasets.push({ ...line, data, borderDash: [6, 5], pointRadius, ...marks(at) });
  }
  const order = labelOrder(at);
  return {
    datasets,
    labels: order.flatMap((i): LabelItem[] => {
      const point = at[i];
      if (point === undefined) return [];
      // A range is written at its top, which is the second dataset of the band, or the bar of the range.
      const exact = isExact(point.range);
      const top = look.band === undefined ? first : first + 1;
      const d = exact ? (i < split ? stated : projected) : top;
      return [{ d, i, text: rangeText(point.range), color: look.color, place: exact ? 'point' : 'above' }];
    }),
  };
}

/** In a crowd of lines a reported point inside of its line needs no dot. */
function plainDot(at: readonly (YearPoint | undefined)[], i: number): boolean {
  const joined = at[i - 1] !== undefined || at[i + 1] !== undefined;
  return at.length > 16 && joined && at[i]?.mark === 'reported';
}

function value(point: YearPoint | undefined): number | null {
  return point === undefined ? null : midpoint(point.range);
}

function bandDatasets(
  at: readonly (YearPoint | undefined)[],
  color: string,
  axis: Dataset,
): readonly Dataset[] {
  const edge = { ...axis, type: 'line', borderWidth: 0, pointRadius: 0, order: 4 };
  return [
    { ...edge, data: at.map((p) => p?.range.low ?? null), fill: false },
    { ...edge, data: at.map((p) => p?.range.high ?? null), fill: '-1', backgroundColor: color },
  ];
}

function rangeBars(at: readonly (YearPoint | undefined)[], look: LineLook, axis: Dataset): Dataset {
  return {
    ...axis,
    type: 'bar',
    data: at.map((p) => (p === undefined || isExact(p.range) ? null : [p.range.low, p.range.high])),
    backgroundColor: `${look.color}73`,
    borderRadius: 2,
    barThickness: look.fine === true ? 3 : 5,
    grouped: false,
    order: 3,
  };
}

/** Indices worth a figure: all where they are few, else the ends, the last stated one, the highest and the lowest. */
function labelOrder(at: readonly (YearPoint | undefined)[]): readonly number[] {
  const there = at.flatMap((p, i) => (p === undefined ? [] : [{ i, p }]));
  const byValue = there.toSorted((a, b) => midpoint(a.p.range) - midpoint(b.p.range));
  const stated = there.findLast(({ p }) => p.mark !== 'projected');
  const chosen = [there.at(-1), there[0], byValue.at(-1), byValue[0], stated].flatMap((e) => e?.i ?? []);
  const all = there.map(({ i }) => i);
  return [...new Set([...chosen, ...(all.length <= MOST_WITH_FIGURES ? all : [])])];
}

const MARK_WORDS: readonly (readonly [Mark, KeyItem['mark'], string])[] = [
  ['reported', 'circle', 'reported'],
  ['estimated', 'ring', 'estimated'],
  ['projected', 'diamond', 'projected'],
];

/** The key of the marks that occur, and of the band. */
export function markKey(points: readonly YearPoint[], colours: Palette): readonly KeyItem[] {
  const found = new Set(points.map((p) => p.mark));
  return [
    ...MARK_WORDS.filter(([mark]) => found.has(mark)).map(([, mark, text]) => ({
      mark,
      text,
      color: colours.quiet,
    })),
    ...(points.some((p) => !isExact(p.range))
      ? [{ mark: 'band' as const, text: 'range', color: colours.quiet }]
      : []),
  ];
}

/** Labels of the years: what is projected says so, where there is room. */
export function yearLabel(year: number, mark: Mark | undefined, roomy: boolean): string | readonly string[] {
  return mark === 'projected' && roomy ? [String(year), 'projected'] : String(year);
}
