/** Many prices of one series in little room: an object for each would take five times as much. */
import { seriesOf, type ReadQuote, type SeriesKey } from '../quote.ts';

export class PriceColumn {
  readonly #key: SeriesKey;
  readonly #days: string[] = [];
  /** Low and high in turn. */
  readonly #bounds: number[] = [];
  /** Places of those that their source calls estimates. */
  readonly #estimated = new Set<number>();

  constructor(key: SeriesKey) {
    this.#key = seriesOf(key);
  }

  /** @param day The quote's date; one text for all columns that have it saves room. */
  add({ range, estimated }: ReadQuote, day: string): void {
    if (estimated) this.#estimated.add(this.#days.length);
    this.#days.push(day);
    this.#bounds.push(range.low, range.high);
  }

  /** In the order in which they were added. */
  quotes(): readonly ReadQuote[] {
    return this.#days.map((date, i) => {
      const range = { low: this.#bounds[2 * i] ?? Number.NaN, high: this.#bounds[2 * i + 1] ?? Number.NaN };
      return { ...this.#key, date, range, estimated: this.#estimated.has(i) };
    });
  }
}
