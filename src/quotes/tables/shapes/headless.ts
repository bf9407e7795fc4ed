/** Tables without any heading, whose columns say themselves what they are: a day, a name, one number, and its unit. */
import { readPricePer } from '#src/domain/measure/units.ts';
import { readMassCell, readMoneyCell, readUnitCell } from '#src/domain/reading/quotes/read-cell.ts';
import { readSubject } from '#src/domain/reading/quotes/read-subject.ts';
import { findHeading } from '../find-heading.ts';
import { isAmount, timeIn } from '../cell-kinds.ts';
import type { RowContext } from '../rows/row.ts';
import { isEmpty, textOf, type Cell, type TableRecord } from '../sheets/sheet.ts';

/** Rows that are looked at. */
const LOOKED_AT = 200;

/** By the words that head such columns elsewhere; the first that all cells are is taken. */
const KINDS = ['Date', 'Price', 'Unit', 'Currency', 'Mass', 'Metal'] as const;
type Kind = (typeof KINDS)[number];

/** The same below a heading; `undefined` where one is there, or a column may be anything: of two numbers nobody can say which is meant. */
export function headed(
  records: readonly TableRecord[],
  context: RowContext,
): readonly TableRecord[] | undefined {
  const rows = records.slice(0, LOOKED_AT);
  const [first] = rows;
  if (first === undefined || rows.length < 2 || findHeading(rows, context) !== undefined) return undefined;
  const width = first.cells.length;
  if (rows.some(({ cells }) => cells.length !== width || cells.some(isEmpty))) return undefined;
  const kinds = first.cells.map((_, at) =>
    KINDS.find((kind) => rows.every(({ cells }) => isA(kind, cells[at], context))),
  );
  const has = (kind: Kind) => kinds.filter((one) => one === kind).length;
  const isWhole =
    kinds.every((kind) => kind !== undefined && has(kind) === 1) && has('Date') === 1 && has('Price') === 1;
  return isWhole ? [{ line: 0, cells: kinds.map((kind) => kind ?? '') }, ...records] : undefined;
}

function isA(kind: Kind, cell: Cell | undefined, { materials, today }: RowContext): boolean {
  const text = textOf(cell);
  switch (kind) {
    case 'Date':
      return timeIn(cell, today)?.grain === 'day';
    case 'Price':
      return isAmount(cell, today);
    case 'Unit': {
      const unit = readUnitCell(text);
      return unit.ok && unit.value.money !== undefined && unit.value.mass !== undefined;
    }
    case 'Currency':
      return readMoneyCell(text) !== undefined;
    case 'Mass':
      return readPricePer(text).money === undefined && readMassCell(text) !== undefined;
    case 'Metal':
      return readSubject(text, materials) !== undefined;
  }
}
