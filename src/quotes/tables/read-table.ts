/** Prices from a table: laid out once, then a row at a time. A row that is no price is given with its line and its reason. */
import { addDays, shorten } from '#src/domain/measure/days.ts';
import { numeralsIn } from '#src/domain/measure/number-scan.ts';
import { watchMarks } from '#src/domain/measure/numbers.ts';
import { dateOrderOf } from '#src/domain/measure/read-date.ts';
import { isMonthOrDay, readPeriod, readPeriodCell } from '#src/domain/reading/times/read-period.ts';
import { isSource, type ReadQuote } from '#src/domain/series/quote.ts';
import type { SameDay } from '#src/domain/series/price-column.ts';
import { PriceTable } from '#src/domain/series/price-table.ts';
import type { FeedContent, RejectedRow } from '#src/quotes/feeds/feed.ts';
import { checkRows, tooLong } from '#src/quotes/feeds/limits.ts';
import { createTurns } from '#src/quotes/feeds/turns.ts';
import type { Pieces } from './decode.ts';
import { layOut } from './lay-out.ts';
import { NotLaidOut, type Layout, type TableSettings } from './layout.ts';
import { isDash, isNoValue } from './no-value.ts';
import { openSheets } from './open-sheets.ts';
import {
  readRow,
  type Marks,
  type Row,
  type RowContext,
  type RowField,
  type RowSettings,
} from './read-row.ts';
import { isEmpty, textOf, type Cell, type Sheet, type TableRecord } from './sheet.ts';

/** A price and its line; a row that is no price; what is left out because it is none; or how the table was understood. */
type TableRow =
  | { readonly quote: ReadQuote; readonly line: number }
  | RejectedRow
  | { readonly left: string; readonly line: number }
  | { readonly layout: Layout; readonly sheet: string | undefined; readonly width: number };

/** Rows that are looked at before the first is read: how a column marks its decimals, and orders its dates. */
const LOOKED_AT = 20_000;

/** Reads a table as a whole. @throws FeedError where it is no table, lacks a column, or has more rows than are read */
export async function readTable(
  table: string | Uint8Array | Pieces,
  settings: TableSettings,
  context: RowContext,
  file?: string,
): Promise<FeedContent> {
  const prices = new PriceTable();
  const rejected: RejectedRow[] = [];
  let rows = 0;
  for await (const row of tableRows(table, settings, context)) {
    if ('layout' in row) continue;
    checkRows((rows += 1));
    if ('quote' in row) prices.add(row.quote, row.line);
    else if ('reason' in row) rejected.push({ ...row, file });
  }
  for (const day of prices.sameDays()) {
    const reason = `lines ${list(day.prices.map((one) => String(one.line)))} give ${sameDayInWords(day)}`;
    for (const { line } of day.prices) rejected.push({ row: line, reason, file });
  }
  const turn = createTurns();
  const quotes: ReadQuote[] = [];
  for (const series of prices.takeSeries()) {
    for (const quote of series) quotes.push(quote);
    await turn();
  }
  return { quotes, rejected };
}

/** @example "different prices for the same day (ndpr oxide, 2026-11-20): 553000 and 557000" */
export function sameDayInWords({ key, date, prices }: SameDay): string {
  const said = prices.map(({ range: { low, high } }) => (low === high ? String(low) : `${low}-${high}`));
  return `different prices for the same day (${key.metal} ${key.form}, ${date}): ${list(said)}`;
}

const MOST_LISTED = 5;

function list(words: readonly string[]): string {
  const shown =
    words.length > MOST_LISTED
      ? [...words.slice(0, MOST_LISTED - 1), `${words.length - MOST_LISTED + 1} more`]
      : words;
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/**
 * Reads a table's rows, sheet by sheet. Sheets that are no tables of prices are left out beside one that is.
 * @throws FeedError where none is a table of prices
 */
export async function* tableRows(
  table: string | Uint8Array | Pieces,
  settings: TableSettings,
  context: RowContext,
): AsyncGenerator<TableRow> {
  const sheets = await openSheets(table, settings.delimiter);
  let isAny = false;
  const faults: { readonly name: string | undefined; readonly error: NotLaidOut }[] = [];
  for (const sheet of sheets) {
    try {
      for await (const row of sheetRows(sheet, settings, context)) {
        isAny = true;
        yield row;
      }
    } catch (error) {
      // Once some of it is read, what stops it concerns the whole.
      if (!(error instanceof NotLaidOut) || sheets.length === 1) throw error;
      faults.push({ name: sheet.name, error });
    }
  }
  const named = ({ name, error }: (typeof faults)[number]) =>
    `the sheet “${shorten(name ?? '')}” is left out: ${error.message}`;
  if (isAny) for (const fault of faults) yield { left: named(fault), line: 0 };
  else {
    const nearest = faults.find(({ error }) => error.missing.length > 0)?.error ?? faults[0]?.error;
    throw new NotLaidOut(
      faults.length === 0
        ? 'it has no sheet'
        : `none of its sheets is a table of prices: ${faults.map(named).join('; ')}`,
      nearest?.columns,
      nearest?.missing,
    );
  }
}

async function* sheetRows(
  { records, name, delimiter }: Sheet,
  settings: TableSettings,
  context: RowContext,
): AsyncGenerator<TableRow> {
  try {
    const ahead = await lookAhead(records);
    const layout = layOut(ahead, settings, context, name);
    yield { layout, sheet: name, width: layout.columns.length };
    for (const { line, cells } of layout.above) yield { left: aboveInWords(wordsOf(cells)), line };
    const rows = ahead.slice(layout.start);
    const reader = await readerFor(layout, rows, settings, context, delimiter);
    const turn = createTurns();
    for await (const record of both(rows, records)) {
      await turn();
      yield* reader(record);
    }
  } finally {
    await records.return(undefined);
  }
}

/** Why a line was left out that stands above the heading. */
const aboveInWords = (text: string) => `it stands above the heading (“${shorten(text)}”)`;
const wordsOf = (cells: readonly Cell[]) =>
  cells
    .map(textOf)
    .filter((cell) => cell !== '')
    .join(' ');

async function readerFor(
  layout: Layout,
  rows: readonly TableRecord[],
  { id, decimal, dateOrder, common: set }: TableSettings,
  context: RowContext,
  delimiter: string | undefined,
): Promise<(record: TableRecord) => Generator<TableRow>> {
  const { places, groups, sourceAt, width } = layout;
  const texts = (at: number) =>
    rows.flatMap(({ cells }) => (typeof cells[at] === 'string' ? [textOf(cells[at])] : []));
  const dates = places.flatMap(([field, at]) =>
    field === 'date' ? rows.map(({ cells }) => textOf(cells[at])) : [],
  );
  const common = { ...layout.common, ...set };
  const base: RowSettings = {
    source: id,
    invert: false,
    marks: await marksOf(
      decimal,
      groups.flatMap((group) => group.places.flatMap(([, at]) => texts(at))),
      delimiter,
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
  return function* read(record) {
    const { line, cells } = record;
    const note = noteIn(record, layout);
    if (note !== undefined) return void (yield { left: note, line });
    const reason = delimiter === undefined ? undefined : oddLength(record, width);
    if (reason !== undefined) return void (yield { row: line, reason });
    const own: Partial<Record<RowField, string | number>> = {};
    for (const [field, at] of places) {
      const cell = plainCell(cells[at]);
      const isNone = field === 'date' ? isNoValue(textOf(cell)) : isDash(textOf(cells[at]));
      if (cell !== '' && !isNone) own[field] = cell;
    }
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
      const odd = unlike(group.own, own) ?? unlikeMiddle(prices);
      if (odd !== undefined) {
        yield { row: line, reason: odd };
        continue;
      }
      // The middle of a range says no more than its ends.
      if (prices.low !== undefined && prices.high !== undefined) delete prices.price;
      const row: Row = { ...common, ...group.own, ...own, ...prices };
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
function unlikeMiddle({ low, high, price }: Partial<Record<RowField, Cell>>): string | undefined {
  if (typeof low !== 'number' || typeof high !== 'number' || typeof price !== 'number') return undefined;
  const room = Math.abs(high) * 0.001;
  return price < low - room || price > high + room
    ? `its middle price ${price} is not between its low ${low} and its high ${high}`
    : undefined;
}

const NOTE =
  /^(?:source|sources|note|notes|\*|†|‡|\(?\d+\)|copyright|©|disclaimer|quelle|anmerkung|hinweis|updated?|last updated|prices? (?:are|in)|all prices|n\.?[abq]\.?\s*[:=]|注|说明|来源|数据来源|备注)/iu;
const TOTAL =
  /^(?:(?:grand )?totals?|sums?|averages?|avg\.?|means?|monthly average|month average|min(?:imum)?|max(?:imum)?|high(?:est)?|low(?:est)?|median|std\.? dev\.?|count|change|gesamt|summe|mittelwert|durchschnitt|moyenne|合计|总计|平均|均价|平均值|最高|最低|涨跌)(?:\s*[:：]|\s|$)/iu;

/** Why a row below the heading is no row of prices: a note, a total, a heading that comes again. */
function noteIn({ cells }: TableRecord, { places, columns }: Layout): string | undefined {
  const filled = cells.filter((cell) => !isEmpty(cell));
  const [first] = filled;
  const text = textOf(first);
  if (filled.length === 0) return 'it is empty';
  if (typeof first === 'string' && NOTE.test(text) && filled.length < 3)
    return `it is a note (“${shorten(text)}”)`;
  const at = cells.findIndex((cell) => !isEmpty(cell));
  if (typeof first === 'string' && TOTAL.test(text) && places.some(([, place]) => place === at))
    return `it is a total (“${shorten(text)}”)`;
  if (filled.length === 1 && columns.length > 1 && typeof first === 'string' && /\p{L}{3}/u.test(text))
    return `it is a note (“${shorten(text)}”)`;
  const again = columns.filter(
    ({ at: place, heading }) => heading !== '' && textOf(cells[place]) === heading,
  ).length;
  return again > 1 && again >= filled.length - 1 ? 'it is the heading again' : undefined;
}

/** How a table marks decimals: as settings say, else as its whole column tells. */
export async function marksOf(
  decimal: '.' | ',' | undefined,
  cells: readonly string[],
  delimiter = ',',
): Promise<Marks> {
  if (decimal !== undefined) return { style: decimal === '.' ? 'point' : 'comma', strict: false };
  const marks = watchMarks();
  const turn = createTurns();
  for (const cell of cells) {
    // A cell that is too long is refused with its row.
    if (tooLong(cell) === undefined) for (const numeral of numeralsIn(cell)) marks.see(numeral);
    await turn();
  }
  const style = marks.style();
  // Where another mark than a comma parts cells, a comma may part decimals: 1,000 is 1 in a French table.
  return { style: style ?? 'none', strict: style === undefined || delimiter !== ',' };
}

/** Whether "Nov-26, Dec-26" are months: they follow one another by one. As days they would be days apart. */
function shortMonthsIn(dates: readonly string[], today: string): boolean | undefined {
  const all = [...new Set(dates.filter((date) => date !== '' && isMonthOrDay(date)))];
  const months = all.flatMap((date) => {
    const from = readPeriod(date, today)?.from;
    return from === undefined ? [] : [Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7))];
  });
  if (months.length !== all.length || all.length < 2) return undefined;
  const steps = months.slice(1).map((month, i) => month - (months[i] ?? 0));
  const isMonthly = steps.every((step) => Math.abs(step) === 1);
  const days = new Set(all.map((date) => /\p{L}+/u.exec(date)?.[0].toLowerCase()));
  if (isMonthly && days.size > 1) return true;
  return days.size < all.length / 3 ? false : undefined;
}

/** Dates that are all first days, one after the other, stand for the whole months, quarters or years. */
function grainOf(
  dates: readonly string[],
  today: string,
  order: 'dmy' | 'mdy' | undefined,
): RowSettings['grain'] {
  const days = new Set<string>();
  for (const date of new Set(dates)) {
    if (date === '' || isNoValue(date)) continue;
    const read = readPeriodCell(date, today, { order });
    if (!read.ok) continue;
    if (read.period.grain !== 'day' || !read.period.from.endsWith('-01')) return undefined;
    days.add(read.period.from);
  }
  const months = [...days]
    .map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)))
    .toSorted((a, b) => a - b);
  if (months.length < 3) return undefined;
  const least = Math.min(...months.slice(1).map((month, i) => month - (months[i] ?? 0)));
  if (least === 12 && [...days].every((day) => day.endsWith('-01-01'))) return 'year';
  if (least === 3) return 'quarter';
  // A new year's day has no price: with one among them they can't be days.
  return least === 1 && (months.length > 6 || [...days].some((day) => isNoTradingDay(day)))
    ? 'month'
    : undefined;
}

function isNoTradingDay(day: string): boolean {
  const weekday = new Date(`${addDays(day, 0)}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 || day.endsWith('-01-01');
}

/** A row whose cells are not those of the heading: each of them may stand in another's place. */
function oddLength({ cells }: TableRecord, wanted: number): string | undefined {
  const length = cells.findLastIndex((cell) => !isEmpty(cell)) + 1;
  if (length > wanted)
    return `it has ${length} cells, and the heading has ${wanted}: a cell with the delimiter in it must stand in quotes, as in "553,000"`;
  return cells.length < wanted ? `it has ${cells.length} cells, and the heading has ${wanted}` : undefined;
}

async function lookAhead(rows: AsyncGenerator<TableRecord>): Promise<readonly TableRecord[]> {
  const ahead: TableRecord[] = [];
  const turn = createTurns();
  while (ahead.length < LOOKED_AT) {
    const next = await rows.next();
    if (next.done === true) break;
    ahead.push(next.value);
    await turn();
  }
  return ahead;
}

async function* both(ahead: readonly TableRecord[], rows: AsyncGenerator<TableRecord>) {
  yield* ahead;
  yield* rows;
}

/** Without the mark that keeps a spreadsheet from taking a cell for a formula. */
function plainCell(cell: Cell = ''): Cell {
  if (typeof cell === 'number') return cell;
  return /^'+[=+@＝＋－＠\t\r-]/.test(cell) ? cell.slice(1) : cell;
}
