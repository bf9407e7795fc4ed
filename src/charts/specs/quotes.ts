/** A history of quotes, and an alert's threshold. Such charts are drawn by ourselves, or by a server that the operator has set. */
import {
  changeBetween,
  exactly,
  isExact,
  midpoint,
  type Range,
  type Unit,
} from '#src/domain/measure/figure.ts';
import { isPast } from '#src/domain/watching/alert.ts';
import type { Threshold } from '#src/domain/series/chart-subject.ts';
import { stretchesOf } from '#src/charts/thin.ts';
import type { ChartSpec, LabelMark, Point, RangeMark, RuleMark } from '#src/charts/spec.ts';
import {
  altTextOf,
  changeText,
  dateTicks,
  dayNumber,
  dayText,
  figureText,
  numberText,
  unitText,
} from '#src/charts/words.ts';

/** A day's quote. */
export interface DayQuote {
  /** ISO date, "2026-11-23". */
  readonly date: string;
  readonly range: Range;
}

export interface QuoteHistory {
  /** What is quoted: "Neodymium oxide". */
  readonly name: string;
  readonly unit: Unit;
  /** "99.5 %, FOB China". */
  readonly basis: string;
  /** Feed and its day, as the foot says it. */
  readonly source: string;
  /** In any order, at most one a day. */
  readonly quotes: readonly DayQuote[];
  readonly threshold?: Threshold | undefined;
}

/** More points than this are not told apart at 360 px. */
const MOST_STRETCHES = 130;
/** Days without a quote that are a gap, and how many times the usual. */
const LEAST_GAP = 45;
const UNUSUAL = 3;

/** @returns `undefined` without a quote. */
export function historySpec(history: QuoteHistory): ChartSpec | undefined {
  const quotes = history.quotes.toSorted((a, b) => a.date.localeCompare(b.date));
  const [first, last] = [quotes[0], quotes.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { unit, name, threshold } = history;
  const gaps = gapsOf(quotes);
  const stretches = thinQuotes(quotes);
  const change = first.range.low > 0 ? changeBetween(first.range, last.range) : undefined;
  const span = first === last ? dayText(last.date) : `${dayText(first.date)} to ${dayText(last.date)}`;
  const now = `${figureText(last.range, unit)} on ${dayText(last.date)}`;
  const moved =
    change === undefined || first === last ? '' : `, ${changeText(change)} since ${dayText(first.date)}`;
  const thinned =
    stretches.length < quotes.length
      ? ` · ${numberText(quotes.length)} quotes in ${stretches.length} stretches`
      : '';
  const [gap] = gaps;
  const without = gap === undefined ? '' : `no quotes from ${dayText(gap.from)} to ${dayText(gap.to)}`;
  const more = gaps.length > 1 ? `, and ${gaps.length - 1} more gaps` : '';
  const label = threshold && `alert ${WHERE[threshold.direction]} ${figureText(limitsOf(threshold), unit)}`;
  return {
    of: 'quotes',
    ...marksOf(stretches, gaps, threshold && label ? [ruleMark(threshold, label)] : []),
    title: threshold ? thresholdTitle(name, unit, quotes, threshold) : `${name}: ${now}${moved}`,
    subtitle: `${name} quotes, ${unitText(unit)}, ${history.basis} · ${span}${thinned}${without === '' ? '' : ` · ${without}${more}`}`,
    foot: `Source: ${history.source}`,
    altText: altTextOf([
      ...(first === last
        ? [`Chart of one quote of ${name} in ${unitText(unit)}: ${now}.`]
        : [
            `Line chart of ${name} quotes in ${unitText(unit)}, ${span}.`,
            `From ${figureText(first.range, unit)} to ${now}${moved}.`,
            extremes(quotes, unit),
          ]),
      ...(without === '' ? [] : [`The line has a gap: ${without}${more}.`]),
      ...(threshold === undefined
        ? []
        : [`${'value' in threshold ? 'A dashed line marks' : 'Dashed lines mark'} the ${label}.`]),
    ]),
  };
}

/** Days without a quote, from the last one before to the first one after. */
interface Gap {
  readonly from: string;
  readonly to: string;
}

/** Where there is no quote for months, or for far longer than there usually is none; nothing is known of those days. */
function gapsOf(quotes: readonly DayQuote[]): readonly Gap[] {
  const steps = quotes.slice(1).map(({ date }, i) => ({ from: quotes[i]?.date ?? date, to: date }));
  const length = ({ from, to }: Gap) => dayNumber(to) - dayNumber(from);
  const usual = steps.map(length).toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  return steps.filter((step) => length(step) > Math.max(LEAST_GAP, usual * UNUSUAL));
}

/** Axes, key and marks of some stretches. */
function marksOf(
  stretches: readonly (readonly DayQuote[])[],
  gaps: readonly Gap[],
  rules: readonly RuleMark[],
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
  const label = ranges ? 'midpoint' : 'quote';
  const drawn = thinned ? (ranges ? 'midpoint, last of each stretch' : 'last quote of each stretch') : label;
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

const WHERE = { above: 'above', below: 'below', leaves: 'outside', enters: 'within' } as const;

function limitsOf(threshold: Threshold): Range {
  return 'value' in threshold ? exactly(threshold.value) : threshold;
}

function ruleMark(threshold: Threshold, label: string): RuleMark {
  const values = 'value' in threshold ? [threshold.value] : [threshold.low, threshold.high];
  return { kind: 'rule', label, lines: values.map((value) => ({ value, text: numberText(value) })) };
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

function thresholdTitle(name: string, unit: Unit, quotes: readonly DayQuote[], threshold: Threshold): string {
  const last = quotes.at(-1);
  if (last === undefined) return name;
  const limits = limitsOf(threshold);
  const where = `${WHERE[threshold.direction]} ${figureText(limits, unit)}`;
  // All of it, or a part: a quote that is a range may be past a threshold with one end only.
  const rule = { kind: threshold.direction, threshold: limits, source: null };
  const whole = ({ range }: DayQuote) => isPast({ ...rule, reach: 'entirely' }, range);
  const part = ({ range }: DayQuote) => isPast({ ...rule, reach: 'touches' }, range);
  if (!part(last)) return `${name} at ${figureText(last.range, unit)}: not ${where}`;
  const past = whole(last) ? whole : part;
  const what = `${name} ${whole(last) ? '' : 'partly '}${where}`;
  if (quotes.length === 1) return `${what} on ${dayText(last.date)}`;
  const before = quotes.findLastIndex((quote) => !past(quote));
  const since = quotes[before + 1];
  return before < 0 || since === undefined
    ? `${what} on all days shown`
    : `${what} since ${dayText(since.date)}`;
}

function extremes(quotes: readonly DayQuote[], unit: Unit): string {
  const sorted = quotes.toSorted((a, b) => midpoint(a.range) - midpoint(b.range));
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined || low === high) return '';
  const tell = (q: DayQuote) =>
    `${figureText(q.range, unit)}${isExact(q.range) ? '' : ' (a range)'} on ${dayText(q.date)}`;
  return `Lowest ${tell(low)}, highest ${tell(high)}.`;
}
