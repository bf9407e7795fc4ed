/** Tables without any heading, whose columns say themselves what they are: a day, a name, one number, and its unit. */
import { readNumber } from '#src/domain/measure/numbers/numbers.ts';
import { readPricePer } from '#src/domain/measure/units.ts';
import { readMassCell, readMoneyCell, readUnitCell } from '#src/domain/reading/quotes/read-cell.ts';
import { readSubject } from '#src/domain/reading/quotes/read-subject.ts';
import { findHeading } from '../find-heading.ts';
import { isAmount, timeIn } from '../cell-kinds.ts';
import { withoutEmptyEnd } from '../layout.ts';
import { isNoValue } from '../no-value.ts';
import type { RowContext } from '../rows/row.ts';
import { isEmpty, textOf, type Cell, type TableRecord } from '../sheets/sheet.ts';

/** Rows that are looked at. */
const LOOKED_AT = 200;

/** By the words that head such columns elsewhere; the first that all cells are is taken. */
const KINDS = ['Change', 'Date', 'Metal', 'Price', 'Unit', 'Currency', 'Mass'] as const;
type Kind = (typeof KINDS)[number];

/**
 * The same below a heading, which goes right above its first row; `undefined` where one is there, or a column may be anything: of two
 * numbers nobody can say which is meant.
 */
export function headed(
  records: readonly TableRecord[],
  context: RowContext,
): readonly TableRecord[] | undefined {
  const rows = records.slice(0, LOOKED_AT);
  if (rows.length < 2 || findHeading(rows, context) !== undefined) return undefined;
  const body = rows.filter(({ cells }) => filled(cells) > 1);
  const width = Math.max(0, ...body.map(({ cells }) => withoutEmptyEnd(cells).length));
  const [first] = body;
  if (first === undefined || body.length < 2 || body.some(({ cells }) => cells.slice(0, width).some(isEmpty)))
    return undefined;
  const kinds = Array.from({ length: width }, (_, at) =>
    kindOf(
      body.map(({ cells }) => cells[at]),
      context,
    ),
  );
  const has = (kind: Kind) => kinds.filter((one) => one === kind).length;
  const isWhole =
    kinds.every((kind) => kind !== undefined && (kind === 'Change' || has(kind) === 1)) &&
    has('Price') === 1 &&
    has('Date') + has('Metal') > 0;
  if (!isWhole) return undefined;
  const at = records.indexOf(first);
  const heading = { line: first.line, cells: kinds.map((kind) => kind ?? '') };
  return [...records.slice(0, at), heading, ...records.slice(at)];
}

const filled = (cells: readonly Cell[]) => cells.filter((cell) => !isEmpty(cell)).length;

/** "均价78950", "涨跌 -120": the middle of a range, or how much it moved. */
const LABELLED =
  /^(?:均价|平均价?|中间价|涨跌|变动|평균|등락|平均値|前日比|avg\.?|average|mean|mid|chg\.?|change)\s?[:：]?\s?[+−▲▼±↑↓-]?\s?\d[\d.,]*\s?%?$/iu;

/** What all cells of a column are. */
function kindOf(cells: readonly (Cell | undefined)[], context: RowContext): Kind | undefined {
  const kind = KINDS.find((one) => cells.every((cell) => isA(one, cell, context)));
  if (kind !== undefined) return kind;
  const priced = cells.filter((cell) => !isNoValue(textOf(cell)));
  // 1,987 among others is no year.
  const isPrice =
    priced.some((cell) => isA('Price', cell, context)) &&
    priced.every((cell) => readNumber(textOf(cell)).length > 0);
  return isPrice ? 'Price' : undefined;
}

function isA(kind: Kind, cell: Cell | undefined, { materials, today }: RowContext): boolean {
  const text = textOf(cell);
  switch (kind) {
    case 'Change':
      return /^[+−▲▼±-]\s?\d|^0(?:[.,]0+)?%?$/u.test(text) || LABELLED.test(text);
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
