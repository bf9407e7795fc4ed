/** Sets incoming prices of one series against what is known: new, corrected, unchanged, or held for a person to confirm. */
import { midpoint, type Range } from '#src/domain/measure/figure.ts';
import type { DayPrice } from '#src/domain/series/quote.ts';

export type QuoteState =
  /** What answers. At most one a series and day. */
  | 'published'
  /** Was published until a correction came. */
  | 'superseded'
  /** Too far from its neighbours: waits for a person. */
  | 'held'
  /** Held, and not confirmed by a person. */
  | 'rejected'
  /** Taken back by who entered it. */
  | 'withdrawn';

/** A price that is kept, as far as it matters here. */
export interface KnownPrice extends DayPrice {
  readonly state: QuoteState;
  readonly edition: number;
}

interface Screened {
  /** To be stored: each a new edition, published or held. */
  readonly added: readonly (DayPrice & {
    readonly state: 'published' | 'held';
    readonly edition: number;
    /** Why it is held, in words. */
    readonly reason?: string;
  })[];
  /** Editions that are published no more. */
  readonly superseded: readonly { readonly date: string; readonly edition: number }[];
  readonly unchanged: number;
  /** The newest day whose price is not that of the one before it; `undefined` where nothing moved. */
  readonly movedOn: string | undefined;
}

/**
 * Screens a series' incoming prices.
 * @param incoming In any order; of several for one day the last one counts.
 * @param known All editions of the days around; in any order.
 * @param holdFactor A price that is this many times its neighbour's, or that small a part of it, is held.
 */
export function screenPrices(
  incoming: readonly DayPrice[],
  known: readonly KnownPrice[],
  holdFactor: number,
): Screened {
  const byDay = Map.groupBy(known, (k) => k.date);
  const published = known.filter((k) => k.state === 'published').toSorted(byDate);
  const wanted = [...new Map(incoming.map((p) => [p.date, p])).values()].toSorted(byDate);
  const added: Screened['added'][number][] = [];
  const superseded: { date: string; edition: number }[] = [];
  let unchanged = 0;
  let movedOn: string | undefined;
  let accepted: DayPrice | undefined;
  let next = 0;
  for (const price of wanted) {
    for (; (published[next]?.date ?? '9') <= price.date; next += 1) accepted = published[next];
    const same = byDay.get(price.date) ?? [];
    if (same.some((k) => k.state !== 'superseded' && k.state !== 'withdrawn' && isSamePrice(k, price))) {
      unchanged += 1;
      continue;
    }
    // The day before is what a price is set against; a history that is filled in from behind has only the day after.
    const neighbour = accepted ?? published[next];
    const factor = neighbour === undefined ? 1 : apart(neighbour.range, price.range);
    const edition = Math.max(0, ...same.map((k) => k.edition)) + 1;
    if (neighbour !== undefined && factor >= holdFactor) {
      const reason = `${factor.toPrecision(2)} times apart from ${neighbour.date}`;
      added.push({ ...price, state: 'held', edition, reason });
      continue;
    }
    const current = same.find((k) => k.state === 'published');
    if (current !== undefined) superseded.push({ date: price.date, edition: current.edition });
    added.push({ ...price, state: 'published', edition });
    if (neighbour === undefined || !isSameRange(neighbour.range, price.range)) movedOn = price.date;
    accepted = price;
  }
  return { added, superseded, unchanged, movedOn };
}

const byDate = (a: DayPrice, b: DayPrice) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

/** How many times one midpoint is the other; 1 or more. */
function apart(a: Range, b: Range): number {
  const ratio = midpoint(a) / midpoint(b);
  return ratio < 1 ? 1 / ratio : ratio;
}

function isSameRange(a: Range, b: Range): boolean {
  return a.low === b.low && a.high === b.high;
}

function isSamePrice(a: DayPrice, b: DayPrice): boolean {
  return isSameRange(a.range, b.range) && a.estimated === b.estimated;
}
