/** A price with all its digits: to be checked against the table that it was read from. */
import type { ReadQuote } from '#src/domain/series/quote.ts';

/** @example exactPrice({ range: { low: 554500.5, high: 554500.5 }, currency: 'CNY', mass: 't' }) // "CN¥554,500.5/t" */
export function exactPrice({
  range,
  currency,
  mass,
}: Pick<ReadQuote, 'range' | 'currency' | 'mass'>): string {
  const print = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: 0,
    maximumFractionDigits: 12,
  });
  const [low, high] = [range.low, range.high].map((value) => print.format(value));
  return `${low === high ? low : `${low} to ${high}`}/${mass}`;
}
