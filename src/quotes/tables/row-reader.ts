/** Reads a table's rows: each as the prices that stand in it, or with the reason why it has none. */
import { readNumber, settled, type MarkStyle } from '#src/domain/measure/numbers/numbers.ts';
import { shorten } from '#src/domain/measure/days.ts';
import { dateOrderOf } from '#src/domain/measure/times/read-date.ts';
import { weekdayAt as weekdayOfDay, weekdayNamed } from '#src/domain/reading/times/weekdays.ts';
import { readSubject, takeNamed } from '#src/domain/reading/quotes/read-subject.ts';
import { CSV_HEADING } from '#src/domain/series/quotes/quote-csv.ts';
import { isSource, type ReadQuote } from '#src/domain/series/quote.ts';
import type { RejectedRow } from '#src/quotes/feeds/feed.ts';
import { createTurns } from '#src/quotes/feeds/turns.ts';
import { areSwapped, grainOf, isMadeDay, marksOf, shortMonthsIn } from './columns/column-clues.ts';
import { firmnessIn, takeMarks } from './times/firmness.ts';
import { PRICE_FIELDS, type Layout, type PriceGroup, type TableSettings } from './layout.ts';
import { inOrder, orderIn } from './times/day-order.ts';
import { noteIn, otherMetalIn, sectionIn } from './left-rows.ts';
import { isDash, isNoValue } from './no-value.ts';
import { fillFrom } from './once.ts';
import { isOffer } from './columns/price-groups.ts';
import { readRow } from './read-row.ts';
import { areDaysWithin, bothHalves, crossesYear, rowDates } from './times/row-dates.ts';
import type { Fields, Row, RowContext, RowField, RowSettings } from './row.ts';
import { scaleOf } from './columns/scales.ts';
import { unlike, withWhole } from './row-units.ts';
import { isEmpty, textOf, withPlainDigits, type Cell, type TableRecord } from './sheets/sheet.ts';

/** A price and its line; a row that is no price; what is left out because it is none; or how the table was understood. */
export type TableRow =
  | {
      readonly quote: ReadQuote;
      readonly line: number;
      readonly isSure?: boolean;
      /** Which of its numbers only its likely price has settled. */
      readonly likely?: string | undefined;
    }
  | RejectedRow
  | { readonly left: string; readonly line: number }
  | { readonly layout: Layout; readonly sheet: string | undefined; readonly width: number };

/** Reads a table's rows one after the other, by its layout and what its columns tell. */
export async function readerFor(
  layout: Layout,
  rows: readonly TableRecord[],
  { id, decimal, dateOrder, common: set, columns: named }: TableSettings,
  context: RowContext,
  delimiter: string | undefined,
): Promise<(record: TableRecord) => Generator<TableRow>> {
  const { places, groups, dateParts, sourceAt, scaleAt, width, columns } = layout;
  const texts = (at: number) =>
    rows.flatMap(({ cells }) => (typeof cells[at] === 'string' ? [textOf(withPlainDigits(cells[at]))] : []));
  const dateAt = places.find(([field]) => field === 'date')?.[1] ?? -1;
  const dateIn = rowDates(crossesYear(texts(dateAt)) ? { ...layout, dayYear: undefined } : layout);
  const isDated = dateParts !== undefined || places.some(([field]) => field === 'date');
  const weekdayAt = columns.find(({ isWeekday }) => isWeekday === true)?.at;
  const weekdayOf = (cells: readonly Cell[]) =>
    weekdayAt === undefined ? undefined : weekdayNamed(textOf(cells[weekdayAt]));
  const turn = createTurns();
  const written: { readonly text: string; readonly weekday: number | undefined }[] = [];
  for (const { cells } of isDated ? rows : []) {
    written.push({ text: dateIn(cells).text, weekday: weekdayOf(cells) });
    await turn();
  }
  const partOrder = dateParts === undefined ? orderIn(written, context.today, dateOrder) : undefined;
  const dateOf: typeof dateIn = (cells) => {
    const date = dateIn(cells);
    return { ...date, text: inOrder(date.text, partOrder, context.today) };
  };
  const dates: string[] = [];
  for (const { text } of written) {
    dates.push(inOrder(text, partOrder, context.today));
    await turn();
  }
  const { period, ...titles } = layout.common;
  const isOfSpans = period !== undefined && !areDaysWithin(dates, String(period));
  const common: Row = { ...titles, ...(isOfSpans ? { period } : {}), ...set };
  // "Metal prices" over "lithium carbonate": its own name says more of it.
  const { form: _, ...unnamed } = titles;
  const unformed: Row = { ...unnamed, ...(isOfSpans ? { period } : {}), ...set };
  const saysForm = (metal: Row[RowField]) =>
    set['form'] === undefined &&
    typeof metal === 'string' &&
    readSubject(metal, context.materials)?.form !== undefined;
  const base: RowSettings = {
    source: id,
    invert: false,
    marks: await marksOf(
      decimal,
      groups.flatMap((group) => group.places.flatMap(([, at]) => texts(at))),
      // Who writes 20.11.2026 may mark decimals by a comma, whatever parts the cells.
      dates.some((date) => /^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(date)) ? ';' : delimiter,
    ),
    dateOrder: dateOrder ?? (partOrder === 'ymd' ? undefined : partOrder) ?? dateOrderOf(dates),
    shortMonths: shortMonthsIn(dates, context.today),
    common: {},
    // What was exported here was read once.
    isUnitSet: set['unit'] !== undefined || isExport(columns),
  };
  const order = base.dateOrder;
  // Of a table that is wide, the headings of its columns are its dates.
  const across = groups.flatMap(({ own }) => (typeof own.date === 'string' ? [own.date] : []));
  const settings = {
    ...base,
    grain: common['period'] === undefined ? grainOf([...dates, ...across], context.today, order) : undefined,
  };
  /** What a line between the rows says of those below it. */
  let section: Row = {};
  /** The last row that names what others leave to it. */
  let last: Fields = {};
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
    const own: Fields = {};
    for (const [field, at] of places) {
      const cell = plainCell(cells[at]);
      const isNone = field === 'date' ? isNoValue(textOf(cell)) : isDash(textOf(cells[at]));
      if (cell !== '' && !isNone) own[field] = cell;
    }
    if (dateParts !== undefined || typeof own.date === 'string') {
      const { text, firmness } = dateOf(cells);
      own.date = text;
      if (firmness === 'forecast')
        return void (yield {
          row: line,
          reason: `“${shorten(textOf(cells[dateAt]))}” is a forecast, and no price of its time`,
        });
      if (firmness === 'estimated') own.estimated ??= 'yes';
    }
    if (isMarked(cells, groups)) last = fillFrom(own, last, layout.once ?? []);
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
        const cell = withPlainDigits(plainCell(cells[at]));
        if (cell !== '' && !isNoValue(textOf(cell))) prices[field] = cell;
      }
      if (Object.keys(prices).length === 0) continue;
      given += 1;
      // Whoever names both columns wants both.
      if (named === undefined) withOneSide(prices, group, cells, columns);
      const theirs: Fields = { ...own };
      const marked = unmark(prices, theirs, unitText({ ...common, ...group.own, ...own }), layout.notes);
      if (marked !== undefined) {
        yield { row: line, reason: marked };
        continue;
      }
      if (group.isHalf === true) {
        const [above, beside] = [String(group.own.date), String(own.date ?? '')];
        const date = bothHalves(above, beside);
        if (date === undefined) {
          yield { row: line, reason: `“${shorten(beside)}” and its heading “${above}” make no date` };
          continue;
        }
        theirs.date = date;
      }
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
      const row: Row = {
        ...(saysForm(group.own['metal'] ?? theirs.metal) ? unformed : common),
        ...section,
        ...withPeriod(group.own, common),
        ...withWhole(group.own, theirs),
        ...prices,
      };
      const times = scaleAt === undefined ? 1 : scaleOf(columns[scaleAt]?.heading ?? '', cells[scaleAt]);
      if (times === undefined) {
        yield {
          row: line,
          reason: `“${shorten(textOf(cells[scaleAt ?? -1]))}” does not say in what its price is`,
        };
        continue;
      }
      const made = readRow(
        row,
        source === id && times === 1 ? settings : { ...settings, source, times },
        context,
      );
      const weekday = weekdayOf(cells);
      if ('quote' in made && weekday !== undefined && isOtherDay(made.quote, weekday)) {
        yield {
          row: line,
          reason: `its date ${made.quote.date} is no ${textOf(cells[weekdayAt ?? -1])}: mend one of them`,
        };
        continue;
      }
      yield 'quote' in made
        ? { ...made, line, ...(base.isUnitSet === true ? { isSure: true } : {}) }
        : { row: line, reason: made.reason };
    }
    if (given === 0)
      yield groups.length > 1 || isMarked(cells, groups)
        ? { left: 'it has no price', line }
        : { row: line, reason: 'it has no price' };
  };
}

/** The mean of a month of fixings is a mean, as its title says. */
const withPeriod = ({ period, ...own }: Row, { period: titled }: Row): Row =>
  period === undefined || (period === 'fixing' && titled !== undefined) ? own : { ...own, period };

const isExport = (columns: Layout['columns']) =>
  CSV_HEADING.every((name) => columns.some(({ heading }) => heading === name));

const isOtherDay = ({ date, period }: ReadQuote, weekday: number) =>
  (period === undefined || period.startsWith('day')) && weekdayOfDay(date) !== weekday;

/** Where one end of a range has a mark that it is not there, the other is the price. */
function withOneSide(
  prices: Partial<Record<RowField, Cell>>,
  { places }: PriceGroup,
  cells: readonly Cell[],
  columns: Layout['columns'],
): void {
  for (const [one, other] of [
    ['low', 'high'],
    ['high', 'low'],
  ] as const) {
    const at = places.find(([field]) => field === other)?.[1];
    const isMarkedNone =
      at !== undefined &&
      (isEmpty(cells[at])
        ? // Of a list's prices from and to, one alone stands below the first; what is bid alone is no price.
          one === 'low' && !isOffer(columns[places.find(([field]) => field === 'low')?.[1] ?? -1]?.heading)
        : isNoValue(textOf(plainCell(cells[at]))));
    if (
      prices[one] === undefined ||
      prices[other] !== undefined ||
      prices.price !== undefined ||
      !isMarkedNone
    )
      continue;
    prices.price = prices[one];
    delete prices[one];
  }
}

const unitText = ({ unit = '', currency = '' }: Row) => `${String(unit)} ${String(currency)}`.trim();

const isMarked = (cells: readonly Cell[], groups: Layout['groups']) =>
  groups.some(({ places }) => places.some(([, at]) => !isEmpty(cells[at])));

/** Money of which "p" is the hundredth, or which is not said. */
const MAY_BE_PENCE = /gb[px]|£|penc|sterling/i;

/**
 * Takes the marks from prices: what says that one is an estimate goes to the row.
 * @returns Why it is no price, where a mark or its note says so
 */
function unmark(
  prices: Partial<Record<RowField, Cell>>,
  theirs: Fields,
  unit: string,
  notes: Layout['notes'],
): string | undefined {
  for (const field of PRICE_FIELDS) {
    const cell = prices[field];
    if (typeof cell !== 'string') continue;
    const { rest, firmness, notes: marks } = takeMarks(cell, unit === '' || MAY_BE_PENCE.test(unit));
    prices[field] = rest;
    const said = marks.flatMap((mark) => notes?.get(mark) ?? []);
    const firm = [firmness, ...said.map(firmnessIn)].find((one) => one !== undefined && one !== 'settled');
    if (firm === 'forecast') return `“${shorten(cell)}” is a forecast, and no price of its time`;
    if (firm === 'estimated') theirs.estimated = 'yes';
    const other = said.find((words) => saysOtherwise(words));
    if (other !== undefined)
      return `the mark of “${shorten(cell)}” says “${shorten(other)}”: write that into a column of its own`;
  }
  return undefined;
}

/** Whether a note says that a price is not what its row says: of another unit, place or kind. */
function saysOtherwise(words: string): boolean {
  const { unit, vat, terms, place, payment } = takeNamed(words, []);
  return [unit, vat, terms, place, payment].some((one) => one !== undefined);
}

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
