/** Columns that count their rows: “Sr.” is no price of strontium. */
import { textOf, type Cell } from '../sheets/sheet.ts';

/** So many rows count on by one, at least: three prices hardly do. */
const LEAST_COUNTED = 3;

/** Whether a column counts its rows: 1, 2, 3. */
export function isCounter(cells: readonly Cell[]): boolean {
  return (
    cells.length >= LEAST_COUNTED &&
    cells.every((cell, at) => Number(textOf(cell).replace(/[.)]$/u, '')) === at + 1)
  );
}
