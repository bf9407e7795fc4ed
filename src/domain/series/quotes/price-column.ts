/** Many prices of one series in little room: an object for each would take five times as much. */
import type { Range } from '#src/domain/measure/figure.ts';
import { MOST_TIMES, standingApart } from '#src/domain/series/rates/standing-apart.ts';
import { yearSlips } from './year-slips.ts';
import { seriesOf, type ReadQuote, type SeriesKey } from '#src/domain/series/quote.ts';

/** Prices of one day that are not the same one. */
export interface SameDay {
  readonly key: SeriesKey;
  readonly date: string;
  /** Where they stand, and what they say; in the order in which they came. */
  readonly prices: readonly { readonly line: number; readonly range: Range }[];
}

/** A price that stands far from those around it, or whose day does. */
export interface Leap {
  /** The day that it would be of among those around it, where its year is a slip. */
  readonly instead?: string | undefined;
  readonly key: SeriesKey;
  readonly date: string;
  readonly line: number;
  readonly range: Range;
}

export class PriceColumn {
  readonly #key: SeriesKey;
  readonly #days: string[] = [];
  /** Low and high in turn. */
  readonly #bounds: number[] = [];
  readonly #lines: number[] = [];
  /** Places of those that their source calls estimates. */
  readonly #estimated = new Set<number>();
  /** Whether a person said the unit, or it was read here before: then its prices may leap. */
  #isSure = false;
  #leapt: ReadonlySet<number> | undefined;
  #slips: ReadonlyMap<number, string> | undefined;

  constructor(key: SeriesKey) {
    this.#key = seriesOf(key);
  }

  /** @param day The quote's date; one text for all columns that have it saves room. */
  add({ range, estimated }: ReadQuote, day: string, line: number, isSure = false): void {
    this.#isSure ||= isSure;
    this.#leapt = undefined;
    this.#slips = undefined;
    if (estimated) this.#estimated.add(this.#days.length);
    this.#days.push(day);
    this.#bounds.push(range.low, range.high);
    this.#lines.push(line);
  }

  /**
   * In the order in which they were added; of a day that has several prices, none: nobody can say which one is meant. Those that stand apart are
   * left out, too.
   */
  quotes(): readonly ReadQuote[] {
    const several = new Set(this.#several().map(([date]) => date));
    return this.#days.flatMap((date, i) =>
      several.has(date) || this.#leaping().has(i)
        ? []
        : [{ ...this.#key, date, range: this.#rangeOf(i), estimated: this.#estimated.has(i) }],
    );
  }

  /** The days that have more than one price. */
  sameDays(): readonly SameDay[] {
    return this.#several().map(([date, places]) => ({
      key: this.#key,
      date,
      prices: places.map((i) => ({ line: this.#lines[i] ?? 0, range: this.#rangeOf(i) })),
    }));
  }

  /** Prices that stand apart from those around them. */
  leaps(): readonly Leap[] {
    return [...this.#leaping()].map((i) => ({
      instead: this.#slipping().get(i),
      key: this.#key,
      date: this.#days[i] ?? '',
      line: this.#lines[i] ?? 0,
      range: this.#rangeOf(i),
    }));
  }

  #leaping(): ReadonlySet<number> {
    this.#leapt ??= new Set(this.#isSure ? [] : [...this.#slipping().keys(), ...this.#standingApart()]);
    return this.#leapt;
  }

  #slipping(): ReadonlyMap<number, string> {
    this.#slips ??= yearSlips(this.#days.map((date, i) => ({ date, line: this.#lines[i] ?? 0 })));
    return this.#slips;
  }

  #standingApart(): readonly number[] {
    // Nearly every table has prices that are all alike: nothing need be put in order for them.
    if (!this.#mayLeap()) return [];
    const several = new Set(this.#several().map(([date]) => date));
    const order = [...this.#days.keys()]
      .filter((i) => !several.has(this.#days[i] ?? ''))
      .toSorted((a, b) => ((this.#days[a] ?? '') < (this.#days[b] ?? '') ? -1 : 1));
    const prices = order.map((i) => {
      const { low, high } = this.#rangeOf(i);
      return { date: this.#days[i] ?? '', value: Math.sqrt(low * high) };
    });
    return standingApart(prices).flatMap((at) => order[at] ?? []);
  }

  #mayLeap(): boolean {
    let [least, most] = [Number.POSITIVE_INFINITY, 0];
    for (const bound of this.#bounds) {
      if (bound < least) least = bound;
      if (bound > most) most = bound;
    }
    return most >= least * MOST_TIMES;
  }

  #several(): readonly (readonly [string, readonly number[]])[] {
    const first = new Map<string, number>();
    const several = new Map<string, number[]>();
    for (const [i, date] of this.#days.entries()) {
      const one = first.get(date);
      const places = several.get(date);
      if (one === undefined) first.set(date, i);
      else if (places === undefined) several.set(date, [one, i]);
      else places.push(i);
    }
    return [...several].filter(([, places]) => places.some((i) => !this.#isSame(i, places[0] ?? 0)));
  }

  #isSame(a: number, b: number): boolean {
    const [one, other] = [this.#rangeOf(a), this.#rangeOf(b)];
    return (
      one.low === other.low && one.high === other.high && this.#estimated.has(a) === this.#estimated.has(b)
    );
  }

  #rangeOf(i: number): Range {
    return { low: this.#bounds[2 * i] ?? Number.NaN, high: this.#bounds[2 * i + 1] ?? Number.NaN };
  }
}
