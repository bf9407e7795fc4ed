/** A price in a terminal: one line with all that it is a price of. */
import type { ReadQuote } from '#src/domain/series/quote.ts';
import { periodInWords } from '#src/domain/series/basis-in-words.ts';
import { exactPrice } from '#src/presentation/exact-price.ts';

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
