/** Finds where a table begins: titles and notes above, the heading in one row or several, and the first row of prices. */
import { readNumber } from '#src/domain/measure/numbers/numbers.ts';
import { readPricePer } from '#src/domain/measure/units.ts';
import { withKnownUnits } from '#src/domain/reading/quotes/foreign-units.ts';
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import { takeNamed } from '#src/domain/reading/quotes/read-subject.ts';
import { parted, roleOf, takeRole } from './columns/headings/heading-words.ts';
import { hasMoney } from './sheets/lines/priced-line.ts';
import { isDash, isNoValue } from './no-value.ts';
import { areParts, partIn, yearIn } from './times/partial-times.ts';
import type { RowContext } from './rows/row.ts';
import { isRowOfTimes } from './row-of-times.ts';
import { isEmpty, textOf, type Cell, type TableRecord } from './sheets/sheet.ts';
import { headingTimeIn, isAmount, timeIn } from './cell-kinds.ts';

/** How many rows may stand above the first price. */
const MOST_ABOVE = 60;

const MOST_HEADING_ROWS = 4;
/** So many rows of a letter's head may stand between what looks like a heading and the heading. */
const MOST_BETWEEN = 6;

export interface Found {
  /** Rows above the heading. */
  readonly above: readonly TableRecord[];
  /** The heading's rows, from above; a cell that heads several columns is in each of them. */
  readonly heading: readonly (readonly Cell[])[];
  /** How many rows there are before the first one that may be a price. */
  readonly start: number;
}

type Known = Pick<RowContext, 'materials' | 'today'>;

const filled = (cells: readonly Cell[]) => cells.filter((cell) => !isEmpty(cell)).length;

/** "$8.15/lb" or "495.20 ¢/lb" is a price, and heads nothing. */
const isInMoney = (text: string): boolean => /^(?:\p{Sc}|[A-Z]{2,3}\$?)?\s?\d/u.test(text) && hasMoney(text);

/** "78850-79050" is a price, and heads nothing; "2024-2025" may. */
const isRange = (text: string): boolean =>
  /^\d{3,}(?:[.,]\d+)*\s?[-–—~～]\s?\d{3,}(?:[.,]\d+)*$/u.test(text) &&
  !/^(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d$/u.test(text);

/** Whether a row may be a part of the heading: words, and nothing that a row of prices has. */
function mayHead({ cells }: TableRecord, today: string): boolean {
  // "?" stands for a price that was not understood.
  if (cells.some((cell) => isDash(textOf(cell)) || cell === '?' || isInMoney(textOf(cell)))) return false;
  const times = cells.filter((cell) => timeIn(cell, today) !== undefined).length;
  if (isRowOfTimes(cells, today)) return true;
  if (cells.some((cell) => isRange(textOf(cell)))) return false;
  // "1M" over changes is a number to look at: among words that head columns it is none.
  const isKnown = cells.filter((cell) => roleOf(textOf(cell)) !== undefined).length > 1;
  return (
    times === 0 &&
    !cells.some(
      (cell) =>
        typeof cell === 'number' ||
        (/\d/.test(cell) && readNumber(cell).length > 0 && !(isKnown && /\d ?\p{L}{1,2}$/u.test(cell))),
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
  let first: Found | undefined;
  for (let at = 1; at < Math.min(records.length, MOST_ABOVE); at += 1) {
    const found = headingAbove(records, at, context);
    if (found === undefined) continue;
    // Fields of a letter's head, "No. | Q-2611" over "Payment: 30 %", may look like one: what speaks of prices is.
    const isNear = first === undefined || found.above.length - first.start < MOST_BETWEEN;
    if (isNear && isSure(found, records[at]?.cells ?? [], context)) return found;
    first ??= found;
  }
  if (first !== undefined) return first;
  // Of a table whose prices can't be read, the heading can be.
  const only = records.slice(0, MOST_ABOVE).findIndex((record) => isPlainHeading(record, today));
  const row = records[only];
  return row === undefined
    ? undefined
    : { above: records.slice(0, only), heading: [row.cells], start: only + 1 };
}

/** The heading of a row that may be a price. @param at Its place. */
function headingAbove(records: readonly TableRecord[], at: number, context: Known): Found | undefined {
  const { today } = context;
  const first = records[at];
  if (first === undefined || !isPriced(first.cells, today)) return undefined;
  let last = at - 1;
  // Rows without a price may come first.
  while (last >= 0 && !mayHeadAt(records, last, today)) last -= 1;
  if (last < 0) return undefined;
  let top = last;
  while (top > 0 && last - top + 1 < MOST_HEADING_ROWS && isUpper(records[top - 1], records[top], context))
    top -= 1;
  // "(USD/kg)" or "(YYYYMMDD)" right below one heading says more of it.
  if (last + 1 < at && isInBrackets(records[last + 1], records[last])) last += 1;
  const rows = records.slice(top, last + 1);
  if (!rows.some((row) => known(row, context) > 0)) return undefined;
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

/** Whether a number stands below a word for prices, a unit, a metal or a time, or the heading has none of them in any column. */
function isSure({ heading }: Found, row: readonly Cell[], { materials, today }: Known): boolean {
  const priced = heading.flatMap((cells) =>
    cells.flatMap((cell, at) => {
      const text = textOf(cell);
      if (text === '' || text.length > 120) return [];
      if (headingTimeIn(cell, today) !== undefined || partIn(cell) !== undefined) return [at];
      const role = roleOf(text) ?? takeRole(text).role;
      if (role === 'price' || role === 'low' || role === 'high') return [at];
      const { material, unit } = takeNamed(parted(text), materials);
      return material !== undefined || unit !== undefined ? [at] : [];
    }),
  );
  return priced.some((at) => isAmount(row[at], today) || isNoValue(textOf(row[at])));
}

/** "date" alone, below several rows that head the other columns: the name of the first, as data frames are written. */
const isIndexName = (record: TableRecord | undefined, rows: readonly TableRecord[]): boolean =>
  record !== undefined &&
  (rows.length > 1 || isEmpty(rows[0]?.cells[0]) || roleOf(textOf(rows[0]?.cells[0])) === 'metal') &&
  record.cells.length !== 2 &&
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
function isUpper(
  upper: TableRecord | undefined,
  below: TableRecord | undefined,
  { materials, today }: Known,
): boolean {
  if (upper === undefined || below === undefined || !mayHead(upper, today)) return false;
  const count = filled(upper.cells);
  if (count === 1 && isUnitAlone(upper.cells, materials)) return false;
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

/** "Unit: CNY/kg" at the right above a heading is said of all. */
function isUnitAlone(cells: readonly Cell[], materials: Known['materials']): boolean {
  const text = textOf(cells.find((cell) => !isEmpty(cell)));
  const { money, mass } = readPricePer(withKnownUnits(takeUnit(text).value ?? ''));
  return money !== undefined && mass !== undefined && takeNamed(text, materials).material === undefined;
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
