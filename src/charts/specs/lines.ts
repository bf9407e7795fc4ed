/** Series over years as marks: the axis that they share, their ranges, lines and figures, and the key. */
import { isExact, midpoint } from '#src/domain/measure/figure.ts';
import type {
  ChartSpec,
  Firmness,
  KeyEntry,
  Mark,
  OnAxis,
  Place,
  Places,
  Point,
  Tone,
} from '#src/charts/spec.ts';
import { compactText, rangeText } from '#src/charts/words.ts';

/** Up to so many places carry their figures; of more, the ends, the highest and the lowest do. */
export const MOST_WITH_FIGURES = 8;
/** Where so many years are crossed by so many lines, a reported point inside of its line needs no dot. */
const MOST_WITH_DOTS = 16;
/** Up to so many lines are named in the key; more are named at their ends. */
const MOST_IN_KEY = 3;

type Years = Extract<Places, { of: 'years' }>;

/** All years from the first to the last, each as firm as the least firm of its figures. */
export function yearsAxis(points: readonly Point[], textOf: (year: number) => string | undefined): Years {
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

interface Line extends OnAxis {
  readonly label: string;
  readonly tone: Tone;
  /** Ascending by year, at most one a year; years may be missing. */
  readonly points: readonly Point[];
}

/** Lines beside each other: named in the key where they are few, else at their ends. The main one has a band. */
export function linesOf(lines: readonly Line[], log = false): Pick<ChartSpec, 'x' | 'y' | 'key' | 'marks'> {
  const points = lines.flatMap((line) => line.points);
  const main = lines.find(({ tone }) => tone === 'main');
  const x = yearsAxis(points, textAt(main?.points ?? []));
  const atEnds = lines.length > MOST_IN_KEY;
  const named = atEnds || lines.length === 1 ? [] : lines;
  return {
    x,
    y: { headroom: 0.12, zero: true, log },
    key: [...named.map(({ tone, label }) => entry('line', tone, label)), ...pointKey(points, 'quiet')],
    marks: lines.flatMap((line) => seriesMarks(line, x, atEnds ? endText(line, x) : undefined)),
  };
}

/** A line's last figure, at its end; with its year where the lines end in several. */
function endText({ label, points }: Line, x: Years): End | undefined {
  const last = points.at(-1);
  if (last === undefined) return undefined;
  const text = isExact(last.range) ? compactText(last.range.low) : rangeText(last.range);
  return { name: label, text: last.at === x.first + x.places.length - 1 ? text : `${text} (${last.at})` };
}

/** What is written at a line's end instead of figures at its points. */
interface End {
  readonly name?: string;
  readonly text: string;
}

/** Band, ranges, line and figures of one series. */
export function seriesMarks(line: Line, { places }: Years, end?: End): readonly Mark[] {
  const { points, label, tone, axis } = line;
  const ranges = points.filter(({ range }) => !isExact(range));
  const fine = end !== undefined;
  const last = points.slice(-1);
  const dots = fine && places.length > MOST_WITH_DOTS ? lonely(points) : undefined;
  const items = fine
    ? last.map(({ at, range }) => ({ at, value: midpoint(range), ...end, place: 'end' as const }))
    : labelled(points).map(({ at, range }) => {
        const place = isExact(range) ? ('point' as const) : ('above' as const);
        return { at, value: range.high, text: rangeText(range), place };
      });
  const marks: readonly Mark[] = [
    { kind: 'band', points: tone === 'main' && !fine ? points : [], axis },
    {
      kind: 'range',
      label: `${label}, range`,
      tone,
      points: ranges,
      axis,
      width: fine ? 'fine' : 'usual',
      dots,
    },
  ];
  return [
    ...(ranges.length === 0 ? [] : marks),
    { kind: 'line', ...line, fine, dots },
    { kind: 'label', tone, axis, items },
  ];
}

/** An entry of a key. */
export function entry(swatch: KeyEntry['swatch'], tone: Tone, text: string): KeyEntry {
  return { swatch, tone, text };
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
  const found = firmnessesOf(points).map((firmness) => entry(SWATCHES[firmness], tone, firmness));
  return [...found, ...(hasRanges(points) ? [entry('band', tone, 'range; line: midpoint')] : [])];
}

/** How firm bars are, where some are firmer than others, and what is pale. */
export function barKey(points: readonly Omit<Point, 'at'>[], tone: Tone): readonly KeyEntry[] {
  const found = firmnessesOf(points);
  return [
    ...(found.length < 2 ? [] : found).map((firmness) =>
      Object.assign({ firmness }, entry(firmness === 'reported' ? 'box' : 'outline', tone, firmness)),
    ),
    ...(hasRanges(points) ? [entry('pale', tone, 'from the low to the high end of a range')] : []),
  ];
}

function hasRanges(points: readonly Pick<Point, 'range'>[]): boolean {
  return points.some(({ range }) => !isExact(range));
}

/** Those that occur, the firmest first. */
function firmnessesOf(points: readonly Pick<Point, 'firmness'>[]): readonly Firmness[] {
  const found = new Set(points.map(({ firmness }) => firmness));
  return (['reported', 'estimated', 'projected'] as const).filter((firmness) => found.has(firmness));
}
