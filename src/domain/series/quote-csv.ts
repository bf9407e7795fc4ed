/** Prices as a table of text, with all that they are prices of: what is exported can be imported again. */
import { unmistakable } from '#src/domain/measure/numbers.ts';
import type { Quote } from './quote.ts';

export const CSV_HEADING = [
  'date',
  'metal',
  'form',
  'purity',
  'terms',
  'place',
  'vat',
  'currency',
  'mass',
  'low',
  'high',
  'estimated',
  'source',
  'period',
  'payment',
  'edition',
  'received',
] as const;

/** One line, without its end. */
export function quoteCsvLine(quote: Quote): string {
  const { date, metal, form, purity, terms, place, vat, currency, mass, range, source, edition } = quote;
  const estimated = quote.estimated ? 'yes' : 'no';
  const received = new Date(quote.receivedAt).toISOString();
  return [
    date,
    metal,
    form,
    purity,
    terms,
    place,
    vat,
    currency,
    mass,
    unmistakable(range.low),
    unmistakable(range.high),
    estimated,
    source,
    quote.period ?? '',
    quote.payment ?? '',
    edition,
    received,
  ]
    .map((value) => cell(String(value)))
    .join(',');
}

/** With a heading; one line a day. */
export function quotesCsv(quotes: readonly Quote[]): string {
  return `${[CSV_HEADING.join(','), ...quotes.map(quoteCsvLine)].join('\n')}\n`;
}

/** A cell that a spreadsheet would take for a formula is text; what parts cells is quoted. */
function cell(text: string): string {
  const plain = /^'*[=+@＝＋－＠\t\r-]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
