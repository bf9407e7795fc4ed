/** Prices as a table of text, with all that they are prices of: what is exported can be imported again. */
import { unmistakable } from '#src/domain/measure/numbers/numbers.ts';
import { BASIS_FIELDS, RARE_FIELDS, type Quote } from '#src/domain/series/quote.ts';

export const CSV_HEADING = [
  'date',
  ...BASIS_FIELDS,
  'low',
  'high',
  'estimated',
  'source',
  ...RARE_FIELDS,
  'edition',
  'received',
] as const;

/** The cells of a price, in the heading's order. */
export function quoteCells(quote: Quote): readonly (string | number)[] {
  const { date, range, source, edition } = quote;
  const estimated = quote.estimated ? 'yes' : 'no';
  const received = new Date(quote.receivedAt).toISOString();
  const basis = BASIS_FIELDS.map((field) => quote[field]);
  const rare = RARE_FIELDS.map((field) => quote[field] ?? '');
  return [date, ...basis, range.low, range.high, estimated, source, ...rare, edition, received];
}

/** One line, without its end. */
export function quoteCsvLine(quote: Quote): string {
  return quoteCells(quote)
    .map((value, at) => csvCell(isPrice(at) ? unmistakable(Number(value)) : String(value)))
    .join(',');
}

const isPrice = (at: number) => CSV_HEADING[at] === 'low' || CSV_HEADING[at] === 'high';

/** With a heading; one line a day. */
export function quotesCsv(quotes: readonly Quote[]): string {
  return `${[CSV_HEADING.join(','), ...quotes.map(quoteCsvLine)].join('\n')}\n`;
}

/** A cell that a spreadsheet would take for a formula is text; what parts cells is quoted. */
export function csvCell(text: string): string {
  const plain = /^'*[=+@＝＋－＠\t\r-]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
