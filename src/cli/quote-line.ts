/** A price in a terminal: one line with all that it is a price of. */
import type { ReadQuote } from '#src/domain/series/quote.ts';
import { periodInWords } from '#src/domain/series/basis-in-words.ts';

/** @example "  2026-11-20 · ndpr · oxide · ex-works · China · VAT included · CN¥553,000/t · from desk" */
export function quoteLine(quote: ReadQuote): string {
  const { date, metal, form, purity, terms, place, vat, source, period, payment } = quote;
  const words = [
    period === undefined ? date : `${periodInWords(period)} to ${date}`,
    metal,
    form,
    purity,
    terms,
    place,
    `VAT ${vat}`,
    payment ?? '',
    exactPrice(quote),
    `from ${source}`,
  ];
  return `  ${words.filter((word) => word !== '').join(' · ')}`;
}

/** @example exactPrice({ range: { low: 554500.5, high: 554500.5 }, currency: 'CNY', mass: 't' }) // "CN¥554,500.5/t" */
function exactPrice({ range, currency, mass }: Pick<ReadQuote, 'range' | 'currency' | 'mass'>): string {
  const print = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: 0,
    maximumFractionDigits: 12,
  });
  const [low, high] = [range.low, range.high].map((value) => print.format(value));
  return `${low === high ? low : `${low} to ${high}`}/${mass}`;
}
