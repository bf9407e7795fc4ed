/** The prices of one table, by series: in little room, and with the days for which it says more than one. */
import { seriesName, type ReadQuote } from '#src/domain/series/quote.ts';
import { PriceColumn, type Leap, type SameDay } from './price-column.ts';

export class PriceTable {
  readonly #columns = new Map<string, PriceColumn>();
  readonly #days = new Map<string, string>();

  /** @param isSure A person said its unit. */
  add(quote: ReadQuote, line: number, isSure = false): void {
    const day = this.#days.get(quote.date) ?? quote.date;
    this.#days.set(day, day);
    const name = seriesName(quote);
    const column = this.#columns.get(name) ?? new PriceColumn(quote);
    this.#columns.set(name, column);
    column.add(quote, day, line, isSure);
  }

  /** In the order of their first lines. */
  sameDays(): readonly SameDay[] {
    return [...this.#columns.values()]
      .flatMap((column) => column.sameDays())
      .toSorted((a, b) => (a.prices[0]?.line ?? 0) - (b.prices[0]?.line ?? 0));
  }

  /** Prices that stand far from those around them, in the order of their lines. */
  leaps(): readonly Leap[] {
    return [...this.#columns.values()]
      .flatMap((column) => column.leaps())
      .toSorted((a, b) => a.line - b.line);
  }

  /** Each series' prices; what was given is let go of. Days that have several prices, and prices that stand apart, are not among them. */
  *takeSeries(): Generator<readonly ReadQuote[]> {
    for (const [name, column] of this.#columns) {
      this.#columns.delete(name);
      yield column.quotes();
    }
  }
}
