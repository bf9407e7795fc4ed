/** Series over years as marks: the axis that they share, their ranges, lines and figures, and the key. */
import { isExact, midpoint } from '#src/domain/measure/figure.ts';
import type { Firmness, KeyEntry, LabelMark, Mark, Place, Places, Point, Tone } from '#src/charts/spec.ts';
import { rangeText } from '#src/charts/words.ts';

/** Up to so many places carry their figures; of more, the ends, the highest and the lowest do. */
export const MOST_WITH_FIGURES = 8;
/** Where so many years are crossed by so many lines, a reported point inside of its line needs no dot. */
const MOST_WITH_DOTS = 16;

/** All years from the first to the last, each as firm as the least firm of its figures. */
export function yearsAxis(
  points: readonly Point[],
  textOf: (year: number) => string | undefined,
): Extract<Places, { of: 'years' }> {
  const years = points.map(({ at }) => at);
  const first = Math.min(...years);
  const places = Array.from({ length: Math.max(...years) - first + 1 }, (_, i): Place => {
    const here = points.filter(({ at }) => at === first + i);
    return {
      name: String(first + i),
      text: textOf(first + i),
      firmness: here.length === 0 ? undefined : weakest(here.map(({ firmness }) => firmness)),
    };
  });
  return { of: 'years', first, places };
}

/** Of several, the least firm. */
export function weakest(all: readonly Firmness[]): Firmness {
  if (all.includes('projected')) return 'projected';
  return all.includes('estimated') ? 'estimated' : 'reported';
}

/** A figure of a year in words. */
export function textAt(points: readonly Point[]): (year: number) => string | undefined {
  return (year) => points.flatMap(({ at, range }) => (at === year ? [rangeText(range)] : []))[0];
}

export interface Drawn {
  readonly label: string;
  readonly tone: Tone;
  /** Ascending by year, at most one a year; years may be missing. */
  readonly points: readonly Point[];
  readonly axis?: 'right' | undefined;
  /** One of many lines, which is named at its end. */
  readonly named?: { readonly name?: string | undefined; readonly text: string } | undefined;
  readonly band?: boolean | undefined;
}

/** @param years How many the axis has. */
export function seriesMarks({ band, named, ...series }: Drawn, years: number): readonly Mark[] {
  const { points, label, tone, axis } = series;
  const ranges = points.filter(({ range }) => !isExact(range));
  const fine = named !== undefined;
  const last = points.at(-1);
  const dots = fine && years > MOST_WITH_DOTS ? lonely(points) : undefined;
  const labels: LabelMark = {
    kind: 'label',
    tone,
    axis,
    items: fine
      ? last === undefined
        ? []
        : [{ at: last.at, value: midpoint(last.range), ...named, place: 'end' }]
      : labelled(points).map(({ at, range }) => ({
          at,
          value: range.high,
          text: rangeText(range),
          place: isExact(range) ? ('point' as const) : ('above' as const),
        })),
  };
  return [
    ...(band === true && ranges.length > 0 ? [{ kind: 'band' as const, points, axis }] : []),
    ...(ranges.length > 0
      ? [
          {
            kind: 'range' as const,
            label: `${label}, range`,
            tone,
            points: ranges,
            axis,
            width: fine ? ('fine' as const) : ('usual' as const),
            dots,
          },
        ]
      : []),
    { kind: 'line', ...series, fine, dots },
    labels,
  ];
}

/** Places whose dot says something that the line does not. */
function lonely(points: readonly Point[]): readonly number[] {
  const years = new Set(points.map(({ at }) => at));
  return points
    .filter(({ at, firmness }) => firmness !== 'reported' || !(years.has(at - 1) || years.has(at + 1)))
    .map(({ at }) => at);
}

/** Those worth a figure: all where they are few, else the ends, the last stated one, the highest and the lowest. */
function labelled(points: readonly Point[]): readonly Point[] {
  const byValue = points.toSorted((a, b) => midpoint(a.range) - midpoint(b.range));
  const stated = points.findLast(({ firmness }) => firmness !== 'projected');
  const chosen = [points.at(-1), points[0], byValue.at(-1), byValue[0], stated];
  const all = points.length <= MOST_WITH_FIGURES ? points : [];
  return [...new Set([...chosen, ...all])].filter((point) => point !== undefined);
}

const SWATCHES = { reported: 'circle', estimated: 'ring', projected: 'diamond' } as const;

/** What the dots and strokes of some points mean. */
export function pointKey(points: readonly Point[], tone: Tone): readonly KeyEntry[] {
  const found = firmnessesOf(points);
  const ranged = points.some(({ range }) => !isExact(range));
  return [
    ...found.map((firmness) => ({ swatch: SWATCHES[firmness], tone, text: firmness })),
    ...(ranged ? [{ swatch: 'band' as const, tone, text: 'range; line: midpoint' }] : []),
  ];
}

/** How firm bars are, where some are firmer than others, and what is pale. */
export function barKey(
  points: readonly Pick<Point, 'range' | 'firmness'>[],
  tone: Tone,
): readonly KeyEntry[] {
  const found = firmnessesOf(points);
  const ranged = points.some(({ range }) => !isExact(range));
  return [
    ...(found.length < 2 ? [] : found).map((firmness) => ({
      swatch: firmness === 'reported' ? ('box' as const) : ('outline' as const),
      tone,
      text: firmness,
      firmness,
    })),
    ...(ranged ? [{ swatch: 'pale' as const, tone, text: 'from the low to the high end of a range' }] : []),
  ];
}

/** Those that occur, the firmest first. */
function firmnessesOf(points: readonly Pick<Point, 'firmness'>[]): readonly Firmness[] {
  const found = new Set(points.map(({ firmness }) => firmness));
  return (['reported', 'estimated', 'projected'] as const).filter((firmness) => found.has(firmness));
}
