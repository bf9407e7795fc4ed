/** A history of quotes as marks: thinned to stretches, with a gap where there were none for months. */
import { isExact, midpoint, type Range } from '#src/domain/measure/figure.ts';
import type { ChartSpec, LabelMark, Point, RangeMark, RuleMark } from '#src/charts/spec.ts';
import { stretchesOf } from '#src/charts/thin.ts';
import { numberText } from '#src/charts/words.ts';
import { dateTicks, dayNumber } from '#src/charts/days.ts';

/** A day's quote. */
export interface DayQuote {
  /** ISO date, "2026-11-23". */
  readonly date: string;
  readonly range: Range;
}

/** More points than this are not told apart at 360 px. */
export const MOST_STRETCHES = 130;
/** Days without a quote that are a gap, and how many times the usual. */
const LEAST_GAP = 45;
const UNUSUAL = 3;

/** Days without a quote, from the last one before to the first one after. */
interface Gap {
  readonly from: string;
  readonly to: string;
}

/** Where there is no quote for months, or for far longer than there usually is none; nothing is known of those days. */
export function gapsOf(quotes: readonly DayQuote[]): readonly Gap[] {
  const steps = quotes.slice(1).map(({ date }, i) => ({ from: quotes[i]?.date ?? date, to: date }));
  const length = ({ from, to }: Gap) => dayNumber(to) - dayNumber(from);
  const usual = steps.map(length).toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  return steps.filter((step) => length(step) > Math.max(LEAST_GAP, usual * UNUSUAL));
}

/** Axes, key and marks of some stretches. @param noun What one of them is: "quote", "month" */
export function marksOf(
  stretches: readonly (readonly DayQuote[])[],
  gaps: readonly Gap[],
  rules: readonly RuleMark[],
  noun = 'quote',
): Pick<ChartSpec, 'x' | 'y' | 'key' | 'marks'> {
  const lone = stretches.length === 1;
  const thinned = stretches.some((stretch) => stretch.length > 1);
  // The line goes through each stretch's last quote; the band holds all of them.
  const line = stretches.flatMap((stretch): Point[] => {
    const last = stretch.at(-1);
    return last === undefined ? [] : [{ at: dayNumber(last.date), range: last.range, firmness: 'reported' }];
  });
  const whole = line.map((point, i) => ({
    ...point,
    range: {
      low: Math.min(...(stretches[i] ?? []).map(({ range }) => range.low)),
      high: Math.max(...(stretches[i] ?? []).map(({ range }) => range.high)),
    },
  }));
  const ranges = line.some(({ range }) => !isExact(range));
  const banded = whole.some(({ range }) => !isExact(range));
  const [first, last] = [line[0]?.at ?? 0, line.at(-1)?.at ?? 0];
  const label = ranges ? 'midpoint' : noun;
  const drawn = thinned
    ? ranges
      ? 'midpoint, last of each stretch'
      : `last ${noun} of each stretch`
    : label;
  return {
    x: {
      of: 'days',
      first,
      last,
      gaps: gaps.map(({ from }) => dayNumber(from)),
      ticks: dateTicks(first, last),
    },
    y: { headroom: 0.12 },
    key: [
      ...(lone && ranges ? [] : [{ swatch: lone ? 'circle' : 'line', tone: 'main', text: drawn } as const]),
      ...(banded
        ? [{ swatch: 'band', tone: 'main', text: thinned ? 'lowest to highest' : 'low to high' } as const]
        : []),
      ...rules.map(({ label: text }) => ({ swatch: 'dash', tone: 'warn', text }) as const),
    ],
    marks: [
      lone
        ? { kind: 'range', label: 'low to high', tone: 'main', points: whole, width: 'broad' }
        : { kind: 'band', points: whole },
      { kind: 'line', label, tone: 'main', points: line, dots: [last] },
      ...(lone ? [] : lastRange(line)),
      { kind: 'label', tone: 'main', items: labelled(line, lone) },
      ...rules,
    ],
  };
}

/** The newest quote, where it is a range. */
function lastRange(points: readonly Point[]): readonly RangeMark[] {
  const last = points.slice(-1).filter(({ range }) => !isExact(range));
  return last.map((point) => ({
    kind: 'range',
    label: 'newest',
    tone: 'main',
    points: [point],
    width: 'usual',
  }));
}

/** The last, the highest and the lowest quote, and the first. */
function labelled(points: readonly Point[], lone: boolean): LabelMark['items'] {
  const values = points.map(({ range }) => midpoint(range));
  const shown = [
    points.length - 1,
    values.indexOf(Math.max(...values)),
    values.indexOf(Math.min(...values)),
    0,
  ];
  return [...new Set(shown)].flatMap((i): LabelMark['items'] => {
    const point = points[i];
    if (point === undefined) return [];
    const { at, range } = point;
    const text = isExact(range) ? quoteText(range.low, values) : figuresText(range);
    // The newest one is never left out.
    if (i === points.length - 1 && !lone) return [{ at, value: midpoint(range), text, place: 'end' }];
    if (isExact(range) && !lone) return [{ at, value: range.high, text, place: 'point' }];
    const lowest = i !== shown[1] && i === shown[2];
    return [{ at, value: lowest ? range.low : range.high, text, place: lowest ? 'below' : 'above' }];
  });
}

/** In full: quotes move by less than what is left of "557k". */
function figuresText({ low, high }: Range): string {
  const [first, last] = [numberText(low), numberText(high)];
  return first === last ? first : `${first}–${last}`;
}

/** All with two decimals where one needs them. */
function quoteText(value: number, all: readonly number[]): string {
  return Math.max(...all) < 1000 && all.some((v) => !Number.isInteger(v))
    ? value.toFixed(2)
    : numberText(value);
}

/**
 * At most 130 stretches, of equally many quotes where nothing stands out. The first, the last, the lowest and the highest of all
 * each end a stretch, and so do those before a gap, so that the line goes through them.
 * @param quotes Ascending by date.
 */
export function thinQuotes(quotes: readonly DayQuote[]): readonly (readonly DayQuote[])[] {
  const ends = new Set(gapsOf(quotes).map(({ from }) => from));
  return stretchesOf(quotes, MOST_STRETCHES, [({ range }) => midpoint(range)], ({ date }) => ends.has(date));
}
