/** A table as rows of cells, whatever kind of file it came from. */

/** A text as it was written, or a number that needs no reading: a workbook and JSON have those. */
export type Cell = string | number;

/** A row by the names of its fields. */
export type NamedCells = ReadonlyMap<string, Cell>;

export interface TableRecord {
  /** The line that it ends on, or the row of its sheet, from 1. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** One table of a file. Whoever stops early must end `records`. */
export interface Sheet {
  /** Of a workbook's sheet, or of the list of JSON that it is. */
  readonly name?: string | undefined;
  readonly records: AsyncGenerator<TableRecord>;
  /** Rows that its program hides, from 1: they are not among its records. */
  readonly hiddenRows?: readonly number[] | undefined;
  /** What the numbers of a column are shown in by their format, by the column's place: a unit, or "%". */
  readonly shownIn?: ReadonlyMap<number, string> | undefined;
  /** What parts its cells, where that is a sign: one with the wrong number of cells is then odd. */
  readonly delimiter?: string | undefined;
}

export const textOf = (cell: Cell | undefined): string =>
  typeof cell === 'number' ? String(cell) : (cell ?? '').trim();

const FULL_WIDTH_DIGIT = /[\uff10-\uff19]/u;

/** Digits and marks of full width as plain ones: "５５３，０００" is "553,000". For numbers and dates: other texts stay as they are. */
export const withPlainDigits = <C extends Cell | undefined>(cell: C): C | string =>
  typeof cell === 'string' && FULL_WIDTH_DIGIT.test(cell)
    ? cell.replaceAll(/[\uff01-\uff5e]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    : cell;

export const isEmpty = (cell: Cell | undefined): boolean => textOf(cell) === '';
