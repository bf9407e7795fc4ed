/** How much of a feed is read: past a limit it has failed as a whole, by the name of the limit, and nothing is stored. */
import { FeedError } from './feed.ts';

/** What is read as a whole, JSON and XML, in megabytes: its parsers can't be interrupted. Tables are read in pieces. */
export const MOST_WHOLE_MEGABYTES = 10;
/** Prices in one reading: ten years of each working day of twenty series. */
export const MOST_ROWS = 50_000;
/** Values in an answer of JSON, each name of a field counted with its value; elements in one of XML. The ECB's whole history since 1999 has 300,000. */
export const MOST_CELLS = 500_000;
/** Lists in lists, or elements in elements. */
export const MOST_DEPTH = 32;
/** Characters of one element of XML that is parsed at once; a day of the ECB's rates has 2,000. */
export const MOST_ELEMENT_CHARACTERS = 50_000;
/** Characters of one cell: far above the longest name of a grade, and little enough for every pattern that reads it. */
export const MOST_CELL_CHARACTERS = 1000;

/** Columns of a table: ten years of working days side by side, and more. What a table is made of is told by looking at all of them. */
export const MOST_COLUMNS = 4000;

const written = (count: number): string => count.toLocaleString('en');

/** @throws FeedError where there are more rows than are read */
export function checkRows(count: number): void {
  if (count > MOST_ROWS)
    throw new FeedError(`it has more than ${written(MOST_ROWS)} rows, the most that are read at once`);
}

/** @throws FeedError where a row has more cells than there may be columns */
export function checkColumns(count: number): void {
  if (count > MOST_COLUMNS)
    throw new FeedError(`it has more than ${written(MOST_COLUMNS)} columns, the most that are read`);
}

/** @param what "values" or "elements" @throws FeedError where there are more of them than are read */
export function checkCells(count: number, what: string): void {
  if (count > MOST_CELLS)
    throw new FeedError(`it has more than ${written(MOST_CELLS)} ${what}, the most that are read at once`);
}

/** @param what "lists and objects" or "elements" @throws FeedError where they are nested deeper than is read */
export function checkDepth(depth: number, what: string): void {
  if (depth > MOST_DEPTH) throw new FeedError(`its ${what} are nested more than ${MOST_DEPTH} deep`);
}

/** Why a cell is not read; `undefined` for one that is. */
export const tooLong = (cell: string): string | undefined =>
  cell.length > MOST_CELL_CHARACTERS
    ? `has ${written(cell.length)} characters: at most ${written(MOST_CELL_CHARACTERS)} are read`
    : undefined;
/** Cells of a sheet, empty ones too: a workbook of little may reach over millions of them. */
export const MOST_SHEET_CELLS = 5_000_000;
/** A workbook's files once they are unpacked. */
export const MOST_UNPACKED_MEGABYTES = 200;
