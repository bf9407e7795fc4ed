/** Prices as a workbook: one sheet a material, with all that they are prices of in columns. What is exported can be imported again. */
import { writeXlsx } from 'hucre/xlsx';
import type { Material } from '#src/domain/series/material.ts';
import { CSV_HEADING, quoteCells } from '#src/domain/series/quotes/quote-csv.ts';
import type { Quote } from '#src/domain/series/quote.ts';

/** What a spreadsheet takes as the name of a sheet. */
const LONGEST_NAME = 31;
const sheetName = (name: string) => name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, LONGEST_NAME);

/** A dash alone is no mark for nothing here. */
const kept = (cell: string | number) =>
  typeof cell === 'string' && /^[-–—]+$/.test(cell) ? `'${cell}` : cell;

/** Texts are texts in it, also those that begin as a formula does. @param quotes In the order in which they are to stand. */
export async function quotesWorkbook(
  quotes: readonly Quote[],
  materials: readonly Material[],
): Promise<Uint8Array> {
  const nameOf = (id: string) => materials.find((material) => material.id === id)?.name ?? id;
  const sheets = [...Map.groupBy(quotes, ({ metal }) => metal)].map(([metal, own]) => ({
    name: sheetName(nameOf(metal)),
    rows: [[...CSV_HEADING], ...own.map((quote) => quoteCells(quote).map(kept))],
  }));
  return await writeXlsx({
    sheets: sheets.length > 0 ? sheets : [{ name: 'Prices', rows: [[...CSV_HEADING]] }],
  });
}
