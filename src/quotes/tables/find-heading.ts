/** Finds where a table begins: titles and notes above, the heading in one row or several, and the first row of prices. */
import { readNumber } from '#src/domain/measure/numbers/numbers.ts';
import { takeNamed } from '#src/domain/reading/quotes/read-subject.ts';
import { parted, roleOf, takeRole } from './columns/heading-words.ts';
import { isDash } from './no-value.ts';
import { areParts, yearIn } from './times/partial-times.ts';
import type { RowContext } from './rows/row.ts';
import { isEmpty, textOf, type Cell, type TableRecord } from './sheets/sheet.ts';
import { headingTimeIn, isAmount, timeIn } from './cell-kinds.ts';

/** How many rows may stand above the first price. */
const MOST_ABOVE = 60;

const MOST_HEADING_ROWS = 4;

export interface Found {
  /** Rows above the heading. */
  readonly above: readonly TableRecord[];
  /** The heading's rows, from above; a cell that heads several columns is in each of them. */
  readonly heading: readonly (readonly Cell[])[];
  /** How many rows there are before the first one that may be a price. */
  readonly start: number;
}

type Known = Pick<RowContext, 'materials' | 'today'>;

/**
 * Times of one length that follow one another, and stand where columns do: "2024, 2025, 2026", "Jan, Feb, Mar"; or one alone
 * beside words that head all other columns.
 */
function isRowOfTimes(cells: readonly Cell[], today: string): boolean {
  if (areParts(cells)) return !cells.some((cell) => typeof cell === 'number' || isPlainNumber(cell));
  if (areMonthNumbers(cells)) return true;
  const times = cells.flatMap((cell) => headingTimeIn(cell, today) ?? []);
  const others = cells.filter((cell) => !isEmpty(cell) && headingTimeIn(cell, today) === undefined);
  if (times.length === 0 || others.some((cell) => isAmount(cell, today))) return false;
  const heads = others.filter((cell) => roleOf(textOf(cell)) !== undefined).length;
  if (
    times.length === 1
      ? heads === 0 || heads < others.length
      : heads === 0 && times.length < filled(cells) * 0.4
  )
    return false;
  if (new Set(times.map(({ grain }) => grain)).size > 1) return false;
  // Low and high of one time stand side by side.
  const all = times.map((time) => time.from).filter((one, i, every) => one !== every[i - 1]);
  const from = onceOf(all);
  if (times.length > 1 && from.length < 2) return false;
  const rises = from.every((one, i) => i === 0 || one > (from[i - 1] ?? ''));
  return rises || from.every((one, i) => i === 0 || one < (from[i - 1] ?? ''));
}

/** The same days below each of several headings begin anew: those of the first. */
function onceOf(times: readonly string[]): readonly string[] {
  const again = times.indexOf(times[0] ?? '', 1);
  return again > 0 && times.length % again === 0 && times.every((one, i) => one === times[i % again])
    ? times.slice(0, again)
    : times;
}

const isPlainNumber = (cell: Cell) => /^[\d.,]+$/.test(textOf(cell)) && yearIn(cell) === undefined;

/** "Year, 1, 2, 3" up to 12. */
function areMonthNumbers([first, ...others]: readonly Cell[]): boolean {
  const numbers = others.slice(0, 12).map((cell) => Number(textOf(cell)));
  return (
    numbers.length === 12 && numbers.every((one, i) => one === i + 1) && roleOf(textOf(first)) === 'date'
  );
}

const filled = (cells: readonly Cell[]) => cells.filter((cell) => !isEmpty(cell)).length;

/** Whether a row may be a part of the heading: words, and nothing that a row of prices has. */
function mayHead({ cells }: TableRecord, today: string): boolean {
  // "?" stands for a price that was not understood.
  if (cells.some((cell) => isDash(textOf(cell)) || cell === '?')) return false;
  const times = cells.filter((cell) => timeIn(cell, today) !== undefined).length;
  if (isRowOfTimes(cells, today)) return true;
  // "1M" over changes is a number to look at: among words that head columns it is none.
  const isSure = cells.filter((cell) => roleOf(textOf(cell)) !== undefined).length > 1;
  return (
    times === 0 &&
    !cells.some(
      (cell) =>
        typeof cell === 'number' ||
        (/\d/.test(cell) && readNumber(cell).length > 0 && !(isSure && /\d ?\p{L}{1,2}$/u.test(cell))),
    )
  );
}

/** How many cells of a row are words that head columns. */
function known({ cells }: TableRecord, { materials, today }: Known): number {
  if (isRowOfTimes(cells, today)) return cells.length;
  return cells.filter((cell) => {
    const text = textOf(cell);
    if (text === '' || text.length > 120) return false;
    if (roleOf(text) !== undefined) return true;
    const named = takeNamed(parted(text), materials);
    return (
      named.material !== undefined || named.unit !== undefined || takeRole(named.left).role !== undefined
    );
  }).length;
}

/** `undefined` where no row can be told to be a heading. @param records The table's first rows. */
export function findHeading(records: readonly TableRecord[], context: Known): Found | undefined {
  const { today } = context;
  for (let at = 1; at < Math.min(records.length, MOST_ABOVE); at += 1) {
    const first = records[at];
    if (first === undefined || !isPriced(first.cells, today)) continue;
    let last = at - 1;
    // Rows without a price may come first.
    while (last >= 0 && !mayHeadAt(records, last, today)) last -= 1;
    if (last < 0) continue;
    let top = last;
    while (top > 0 && last - top + 1 < MOST_HEADING_ROWS && isUpper(records[top - 1], records[top], today))
      top -= 1;
    // "(USD/kg)" or "(YYYYMMDD)" right below one heading says more of it.
    if (last + 1 < at && isInBrackets(records[last + 1], records[last])) last += 1;
    const rows = records.slice(top, last + 1);
    if (!rows.some((row) => known(row, context) > 0)) continue;
    const index = records[last + 1];
    if (last + 1 < at && isIndexName(index, rows)) {
      last += 1;
      // The first cells of the others name the levels, and head no column.
      rows.splice(0, rows.length, ...rows.map((row) => ({ ...row, cells: ['', ...row.cells.slice(1)] })));
      if (index !== undefined) rows.push(index);
    }
    return {
      above: records.slice(0, top),
      heading: spread(rows.map(({ cells }) => cells)),
      start: last + 1,
    };
  }
  // Of a table whose prices can't be read, the heading can be.
  const only = records.slice(0, MOST_ABOVE).findIndex((record) => isPlainHeading(record, today));
  const row = records[only];
  return row === undefined
    ? undefined
    : { above: records.slice(0, only), heading: [row.cells], start: only + 1 };
}

/** "date" alone, below several rows that head the other columns: the name of the first, as data frames are written. */
const isIndexName = (record: TableRecord | undefined, rows: readonly TableRecord[]): boolean =>
  record !== undefined &&
  (rows.length > 1 || isEmpty(rows[0]?.cells[0])) &&
  record.cells.length > 2 &&
  filled(record.cells) === 1 &&
  roleOf(textOf(record.cells[0])) === 'date' &&
  rows.every(({ cells }) => cells.slice(1).every((cell) => !isEmpty(cell)));

const isInBrackets = (record: TableRecord | undefined, above: TableRecord | undefined): boolean => {
  const cells = record?.cells.filter((cell) => !isEmpty(cell)) ?? [];
  return (
    cells.length > 0 &&
    cells.every((cell) => /^[([][^()[\]]+[)\]]$/u.test(textOf(cell))) &&
    // A line of text, too, may be in brackets: it has a column of its own above it only by chance.
    cells.every((cell) => textOf(cell).length < 20) &&
    (record?.line ?? 0) - (above?.line ?? 0) === 1
  );
};

/** Words that head columns, and a price's among them. */
function isPlainHeading(record: TableRecord, today: string): boolean {
  const roles = record.cells.map((cell) => roleOf(textOf(cell)));
  return (
    mayHead(record, today) &&
    roles.filter((role) => role !== undefined).length > 1 &&
    roles.some((role) => role === 'price' || role === 'low' || role === 'high')
  );
}

/** Whether a row between rows of prices is a heading: words alone, of which one heads times or prices and another something else. */
export function isHeadingBelow(record: TableRecord, context: Known): boolean {
  const { cells } = record;
  if (filled(cells) < 2 || cells.some((cell) => typeof cell === 'number' || /^[\d.,\s/:-]+$/.test(cell)))
    return false;
  const roles = new Set(cells.map((cell) => roleOf(textOf(cell))));
  return (
    (['date', 'price', 'low', 'high'] as const).some((role) => roles.has(role)) &&
    mayHead(record, context.today) &&
    // Below "Date" anything may stand, and is not what stood there before.
    (roles.has('date') || known(record, context) > 1)
  );
}

/** A price and something that it is of. */
const isPriced = (cells: readonly Cell[], today: string) =>
  filled(cells) > 1 &&
  !isRowOfTimes(cells, today) &&
  (cells.some((cell) => isAmount(cell, today)) ||
    // 2,000 is a year to look at.
    cells.filter((cell) => timeIn(cell, today) !== undefined).length > 1);

const mayHeadAt = (records: readonly TableRecord[], at: number, today: string): boolean => {
  const record = records[at];
  return record !== undefined && filled(record.cells) > 1 && mayHead(record, today);
};

/** Whether a row stands above another as a part of one heading: right above it, over more than its first column. */
function isUpper(upper: TableRecord | undefined, below: TableRecord | undefined, today: string): boolean {
  if (upper === undefined || below === undefined || !mayHead(upper, today)) return false;
  const count = filled(upper.cells);
  if (
    areParts(upper.cells) ||
    (areParts(below.cells) && upper.cells.some((cell) => yearIn(cell) !== undefined))
  )
    return below.line - upper.line <= 1;
  // A title that a comma parts begins at the left, and heads no columns there.
  const isOver = isEmpty(upper.cells[0])
    ? count > 0
    : count > 1 && (roleOf(textOf(upper.cells[0])) !== undefined || comesAgain(below.cells));
  return isOver && below.line - upper.line <= 1;
}

/** Headings that come again side by side are those of several tables, each of which may have a title of its own. */
function comesAgain(cells: readonly Cell[]): boolean {
  const words = cells.filter((cell) => !isEmpty(cell)).map(textOf);
  return new Set(words).size < words.length;
}

/** An upper row's cell heads all columns up to its next one, where a lower row says more of each. */
function spread(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row, level) => {
    const below = rows.slice(level + 1);
    const next = rows[level + 1];
    if (next === undefined) return row;
    const isFull = filled(row) >= filled(next);
    let last: Cell = '';
    return Array.from({ length: width }, (_, at) => {
      const own = row[at] ?? '';
      // A cell with nothing below it heads its own column alone.
      if (!isEmpty(own)) last = isFull && isEmpty(next[at]) ? '' : own;
      const isHeaded = below.some((lower) => !isEmpty(lower[at]));
      return isEmpty(own) && isHeaded && at > 0 ? last : own;
    });
  });
}
