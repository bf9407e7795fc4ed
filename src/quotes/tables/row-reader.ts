/** Reads a table's rows: each as the prices that stand in it, or with the reason why it has none. */
import { readNumber, settled, type MarkStyle } from '#src/domain/measure/numbers.ts';
import { shorten } from '#src/domain/measure/days.ts';
import { dateOrderOf } from '#src/domain/measure/read-date.ts';
import { isSource, type ReadQuote } from '#src/domain/series/quote.ts';
import type { RejectedRow } from '#src/quotes/feeds/feed.ts';
import { areSwapped, grainOf, isMadeDay, marksOf, shortMonthsIn } from './column-clues.ts';
import { dateFrom } from './date-parts.ts';
import type { Layout, TableSettings } from './layout.ts';
import { noteIn, otherMetalIn, sectionIn } from './left-rows.ts';
import { isDash, isNoValue } from './no-value.ts';
import { readRow } from './read-row.ts';
import type { Row, RowContext, RowField, RowSettings } from './row.ts';
import { isEmpty, textOf, type Cell, type TableRecord } from './sheet.ts';

/** A price and its line; a row that is no price; what is left out because it is none; or how the table was understood. */
export type TableRow =
  | { readonly quote: ReadQuote; readonly line: number }
  | RejectedRow
  | { readonly left: string; readonly line: number }
  | { readonly layout: Layout; readonly sheet: string | undefined; readonly width: number };

/** Reads a table's rows one after the other, by its layout and what its columns tell. */
export async function readerFor(
  layout: Layout,
  rows: readonly TableRecord[],
  { id, decimal, dateOrder, common: set }: TableSettings,
  context: RowContext,
  delimiter: string | undefined,
): Promise<(record: TableRecord) => Generator<TableRow>> {
  const { places, groups, dateParts, sourceAt, width } = layout;
  const texts = (at: number) =>
    rows.flatMap(({ cells }) => (typeof cells[at] === 'string' ? [textOf(cells[at])] : []));
  const dates =
    dateParts === undefined
      ? places.flatMap(([field, at]) => (field === 'date' ? rows.map(({ cells }) => textOf(cells[at])) : []))
      : rows.map(({ cells }) => dateFrom(dateParts, cells));
  const common = { ...layout.common, ...set };
  const base: RowSettings = {
    source: id,
    invert: false,
    marks: await marksOf(
      decimal,
      groups.flatMap((group) => group.places.flatMap(([, at]) => texts(at))),
      // Who writes 20.11.2026 may mark decimals by a comma, whatever parts the cells.
      dates.some((date) => /^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(date)) ? ';' : delimiter,
    ),
    dateOrder: dateOrder ?? dateOrderOf(dates),
    shortMonths: shortMonthsIn(dates, context.today),
    common: {},
  };
  const order = base.dateOrder;
  const settings = {
    ...base,
    grain: common['period'] === undefined ? grainOf(dates, context.today, order) : undefined,
  };
  /** What a line between the rows says of those below it. */
  let section: Row = {};
  let other: string | undefined;
  const isSwapped = delimiter === undefined && dateOrder === undefined && areSwapped(dates);
  return function* read(record) {
    const { line, cells } = record;
    const note = noteIn(record, layout, context.today);
    if (note !== undefined) {
      section = { ...section, ...sectionIn(record, layout, context) };
      other = otherMetalIn(record, layout, context) ?? other;
      return void (yield { left: note, line });
    }
    if (other !== undefined)
      return void (yield {
        row: line,
        reason: `“${shorten(other)}” stands above it, and the heading says another metal: give each its own heading`,
      });
    const reason = delimiter === undefined ? undefined : oddLength(record, width);
    if (reason !== undefined) return void (yield { row: line, reason });
    const own: Partial<Record<RowField, string | number>> = {};
    for (const [field, at] of places) {
      const cell = plainCell(cells[at]);
      const isNone = field === 'date' ? isNoValue(textOf(cell)) : isDash(textOf(cells[at]));
      if (cell !== '' && !isNone) own[field] = cell;
    }
    if (dateParts !== undefined) own.date = dateFrom(dateParts, cells);
    if (isSwapped && isMadeDay(String(own.date)))
      return void (yield {
        row: line,
        reason: `“${String(own.date)}” may be a day that its program took for a month, for it left other dates of the column as texts (13/04/2026): write them all alike`,
      });
    const source = sourceOf(textOf(plainCell(cells[sourceAt])), id);
    let given = 0;
    for (const group of groups) {
      const prices: Partial<Record<RowField, Cell>> = {};
      for (const [field, at] of group.places) {
        const cell = plainCell(cells[at]);
        if (cell !== '' && !isNoValue(textOf(cell))) prices[field] = cell;
      }
      if (Object.keys(prices).length === 0) continue;
      given += 1;
      const theirs = { ...own };
      for (const [field, at] of group.beside ?? []) {
        const cell = plainCell(cells[at]);
        if (cell === '' || isDash(textOf(cell))) delete theirs[field];
        else theirs[field] = cell;
      }
      const odd = unlike(group.own, theirs) ?? unlikeMiddle(prices, base.marks.style);
      if (odd !== undefined) {
        yield { row: line, reason: odd };
        continue;
      }
      // The middle of a range says no more than its ends.
      if (prices.low !== undefined && prices.high !== undefined) delete prices.price;
      const row: Row = { ...common, ...section, ...group.own, ...theirs, ...prices };
      const made = readRow(row, source === id ? settings : { ...settings, source }, context);
      yield 'quote' in made ? { ...made, line } : { row: line, reason: made.reason };
    }
    if (given === 0)
      yield groups.length > 1 || isMarked(cells, groups)
        ? { left: 'it has no price', line }
        : { row: line, reason: 'it has no price' };
  };
}

const isMarked = (cells: readonly Cell[], groups: Layout['groups']) =>
  groups.some(({ places }) => places.some(([, at]) => !isEmpty(cells[at])));

/** As our own exports name sources; others' names are made such. */
function sourceOf(text: string, id: string): string {
  if (text === '' || isSource(text)) return text || id;
  const made = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return isSource(made) ? made : text;
}

/** A heading and a cell of the row may say the same thing differently: then nobody can say which is meant. */
function unlike(heading: Row, cells: Row): string | undefined {
  for (const field of ['unit', 'currency'] as const) {
    const [above, own] = [heading[field], cells[field]];
    if (above !== undefined && own !== undefined && plainUnit(above) !== plainUnit(own))
      return `its heading says ${String(above)}, and the row ${String(own)}: mend one of them`;
  }
  return undefined;
}

const plainUnit = (unit: string | number | boolean) =>
  String(unit)
    .toLowerCase()
    .replaceAll(/\s+|per/g, '');

/** A middle price outside its own range: a cell stands in another's place. */
function unlikeMiddle(prices: Partial<Record<RowField, Cell>>, style: MarkStyle): string | undefined {
  const [low, high, price] = [prices.low, prices.high, prices.price].map((cell) =>
    typeof cell === 'string' ? settled(readNumber(cell, { style }))?.value : cell,
  );
  if (low === undefined || high === undefined || price === undefined) return undefined;
  const room = Math.abs(high) * 0.001;
  return price < low - room || price > high + room
    ? `its middle price ${price} is not between its low ${low} and its high ${high}`
    : undefined;
}

/** A row whose cells are not those of the heading: each of them may stand in another's place. */
function oddLength({ cells }: TableRecord, wanted: number): string | undefined {
  const length = cells.findLastIndex((cell) => !isEmpty(cell)) + 1;
  if (length > wanted)
    return `it has ${length} cells, and the heading has ${wanted}: a cell with the delimiter in it must stand in quotes, as in "553,000"`;
  return cells.length < wanted ? `it has ${cells.length} cells, and the heading has ${wanted}` : undefined;
}

/** Without the mark that keeps a spreadsheet from taking a cell for a formula. */
function plainCell(cell: Cell = ''): Cell {
  if (typeof cell === 'number') return cell;
  return /^'+[=+@＝＋－＠\t\r-]/.test(cell) ? cell.slice(1) : cell;
}
