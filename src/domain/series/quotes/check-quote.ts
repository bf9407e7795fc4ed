/** What no price can be, whoever says it. */
import { isSource, type ReadQuote } from '#src/domain/series/quote.ts';
import { addDays, isDate, shorten } from '#src/domain/measure/days.ts';

/** Prices of these metals are between a cent a kilogram and a million dollars: beyond is a slip, in any currency. */
const MOST = 1e12;
const EARLIEST = '1950-01-01';

/**
 * Why a price can't be right; `undefined` where nothing speaks against it.
 * @param today ISO date in UTC; tomorrow's date is let pass, for the day begins earlier in the east.
 */
export function checkQuote(quote: ReadQuote, today: string): string | undefined {
  const { low, high } = quote.range;
  if (!Number.isFinite(low) || !Number.isFinite(high)) return 'the price is not a number';
  if (low < 0 || high < 0) return `the price is negative (${Math.min(low, high)})`;
  if (low === 0) return 'the price is zero';
  if (low > high) return `the low price (${low}) is above the high one (${high})`;
  if (high > MOST) return `the price is too large (${high})`;
  if (high > low * 10) return `low (${low}) and high (${high}) are too far apart`;
  if (!isSource(quote.source))
    return `the source “${shorten(quote.source)}” is no id: lower case letters, digits and dashes`;
  if (!isDate(quote.date)) return `“${shorten(quote.date)}” is not a date`;
  if (quote.date > addDays(today, 1)) return `the date is in the future (${quote.date})`;
  if (quote.date < EARLIEST) return `the date is too long ago (${quote.date})`;
  return undefined;
}
