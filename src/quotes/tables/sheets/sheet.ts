/** A table as rows of cells, whatever kind of file it came from. */
import { readNumber, settled } from '#src/domain/measure/numbers/numbers.ts';

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

/** The number of a cell alone; `undefined` where it has none, or two readings. */
export const numberOf = (cell: Cell | undefined): number | undefined =>
  typeof cell === 'number' ? cell : settled(readNumber(textOf(cell)))?.value;

const OTHER_DIGIT = /[\uff10-\uff19\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59]/u;
/** Zeros of Arabic, Persian, Hindi and Thai. */
const ZEROS = [0x06_60, 0x06_f0, 0x09_66, 0x0e_50];

/**
 * Digits and marks of full width, and digits of other writing, as plain ones: "５５３，０００" is "553,000". For numbers and dates: other
 * texts stay as they are.
 */
export const withPlainDigits = <C extends Cell | undefined>(cell: C): C | string =>
  typeof cell === 'string' && OTHER_DIGIT.test(cell)
    ? cell
        .replaceAll(/[\uff01-\uff5e]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfe_e0))
        .replaceAll(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59]/gu, plainDigit)
        .replaceAll('٬', ',')
        .replaceAll('٫', '.')
    : cell;

function plainDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String(code - (ZEROS.find((zero) => code >= zero && code < zero + 10) ?? code));
}

export const isEmpty = (cell: Cell | undefined): boolean => textOf(cell) === '';
