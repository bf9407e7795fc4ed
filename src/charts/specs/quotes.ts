/** A history of quotes, and an alert's threshold. Such charts are drawn by ourselves, or by a server that the operator has set. */
import { isExact, midpoint, type Range, type Unit } from '#src/domain/measure/figure.ts';
import type { Threshold } from '#src/domain/series/quotes-subject.ts';
import type { Bucket, HistorySpec } from '#src/charts/spec.ts';
import { altTextOf, changeText, figureText, numberText, pointChange, unitText } from '#src/charts/words.ts';

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
const MOST_BUCKETS = 130;
/** The first, the last, the lowest and the highest. */
const KEPT = 4;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** @returns `undefined` without a quote. */
export function historySpec(history: QuoteHistory): HistorySpec | undefined {
  const quotes = history.quotes.toSorted((a, b) => a.date.localeCompare(b.date));
  const [first, last] = [quotes[0], quotes.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { unit, name, threshold } = history;
  const buckets = thinQuotes(quotes);
  const change = pointChange(
    { year: 0, mark: 'reported', range: first.range },
    { year: 0, mark: 'reported', range: last.range },
  );
  const span = first === last ? dayText(last.date) : `${dayText(first.date)} to ${dayText(last.date)}`;
  const now = `${figureText(last.range, unit)} on ${dayText(last.date)}`;
  const moved =
    change === undefined || first === last ? '' : `, ${changeText(change)} since ${dayText(first.date)}`;
  const thinned =
    buckets.length < quotes.length
      ? ` · ${numberText(quotes.length)} quotes in ${buckets.length} stretches`
      : '';
  const label =
    threshold &&
    `alert ${threshold.direction} ${figureText({ low: threshold.value, high: threshold.value }, unit)}`;
  return {
    kind: 'history',
    unit,
    buckets,
    threshold: threshold && { value: threshold.value, label: label ?? '' },
    title: threshold ? thresholdTitle(name, unit, quotes, threshold) : `${name}: ${now}${moved}`,
    subtitle: `${name} quotes, ${unitText(unit)}, ${history.basis} · ${span}${thinned}`,
    foot: `Source: ${history.source}`,
    altText: altTextOf([
      ...(first === last
        ? [`Chart of one quote of ${name} in ${unitText(unit)}: ${now}.`]
        : [
            `Line chart of ${name} quotes in ${unitText(unit)}, ${span}.`,
            `From ${figureText(first.range, unit)} to ${now}${moved}.`,
            extremes(quotes, unit),
          ]),
      ...(label === undefined ? [] : [`A dashed line marks the ${label}.`]),
    ]),
  };
}

/**
 * At most 130 stretches, of equally many quotes where nothing stands out. Each keeps its lowest and highest quote, so that no
 * spike is lost; the first, the last, the lowest and the highest of all each end a stretch, so that the line goes through them.
 * @param quotes Ascending by date.
 */
export function thinQuotes(quotes: readonly DayQuote[]): readonly Bucket[] {
  return stretchesOf(quotes, MOST_BUCKETS, ({ range }) => midpoint(range)).flatMap((part): Bucket[] => {
    const [first, last] = [part[0], part.at(-1)];
    if (first === undefined || last === undefined) return [];
    const low = Math.min(...part.map((q) => q.range.low));
    const high = Math.max(...part.map((q) => q.range.high));
    return [{ from: first.date, to: last.date, range: { low, high }, last: last.range }];
  });
}

/**
 * Neighbours together, in at most so many stretches (four, where fewer are asked for). The first item, the last, the lowest and
 * the highest are each the last of a stretch.
 */
export function stretchesOf<T>(
  items: readonly T[],
  most: number,
  valueOf: (item: T) => number,
): readonly (readonly T[])[] {
  if (items.length <= Math.max(most, KEPT)) return items.map((item) => [item]);
  const values = items.map(valueOf);
  const lowest = values.reduce((best, value, at) => (value < (values[best] ?? 0) ? at : best), 0);
  const highest = values.reduce((best, value, at) => (value > (values[best] ?? 0) ? at : best), 0);
  const kept = new Set([0, lowest, highest]);
  const size = Math.ceil(items.length / Math.max(1, most - kept.size));
  const stretches: (readonly T[])[] = [];
  let from = 0;
  for (let at = 0; at < items.length; at += 1) {
    // Counted from the end, so that the newest stretch is a whole one.
    const isEnd = (items.length - 1 - at) % size === 0;
    if (!isEnd && !kept.has(at)) continue;
    stretches.push(items.slice(from, at + 1));
    from = at + 1;
  }
  return stretches;
}

function thresholdTitle(
  name: string,
  unit: Unit,
  quotes: readonly DayQuote[],
  { value, direction }: Threshold,
): string {
  const last = quotes.at(-1);
  const limit = figureText({ low: value, high: value }, unit);
  if (last === undefined) return name;
  // All of it, or the end that comes nearest: a quote that is a range may be past a threshold with one end only.
  const whole = ({ range }: DayQuote) => (direction === 'above' ? range.low > value : range.high < value);
  const part = ({ range }: DayQuote) => (direction === 'above' ? range.high > value : range.low < value);
  if (!part(last)) return `${name} at ${figureText(last.range, unit)}: not ${direction} ${limit}`;
  const past = whole(last) ? whole : part;
  const what = `${name} ${whole(last) ? '' : 'partly '}${direction} ${limit}`;
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

/** Not broken between lines. @example dayText('2026-11-03') // "3 Nov 2026" */
export function dayText(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day}\u00A0${MONTHS[(month ?? 1) - 1]}\u00A0${year}`;
}
