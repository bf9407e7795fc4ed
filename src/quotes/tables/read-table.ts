/** Prices from a table: laid out once, then a row at a time. A row that is no price is given with its line and its reason. */
import { shorten } from '#src/domain/measure/days.ts';
import { readSubject } from '#src/domain/reading/quotes/read-subject.ts';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import type { Leap, SameDay } from '#src/domain/series/quotes/price-column.ts';
import { PriceTable } from '#src/domain/series/quotes/price-table.ts';
import type { FeedContent, RejectedRow } from '#src/quotes/feeds/feed.ts';
import { checkColumns, checkRows } from '#src/quotes/feeds/limits.ts';
import { createTurns } from '#src/quotes/feeds/turns.ts';
import type { Pieces } from './sheets/decode.ts';
import { knownWords } from './known-words.ts';
import { layOut } from './lay-out.ts';
import { described } from './shapes/described.ts';
import { headed } from './shapes/headless.ts';
import { commentsAbove, explainedByLegend } from './shapes/legend.ts';
import { withDaysInOrder, withDaysOfWeek, withYearAcross } from './shapes/days-across.ts';
import { isHeadingBelow } from './find-heading.ts';
import { headsAnother } from './left-rows.ts';
import { NotLaidOut, type Layout, type TableSettings } from './layout.ts';
import { openSheets } from './sheets/open-sheets.ts';
import { withDottedMonths } from './shapes/dotted-months.ts';
import { withKeysApart } from './shapes/keyed-first.ts';
import { pivoted } from './shapes/pivoted.ts';
import type { Row, RowContext } from './rows/row.ts';
import { readerFor, type TableRow } from './rows/row-reader.ts';
import { saidAbove } from './shapes/said-above.ts';
import { withMetalsDown } from './shapes/deliveries-down.ts';
import { pricesOfStatistics } from './shapes/statistics.ts';
import { turned } from './shapes/turned.ts';
import { isEmpty, textOf, type Cell, type Sheet, type TableRecord } from './sheets/sheet.ts';

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
    if ('quote' in row) prices.add(row.quote, row.line, row.isSure);
    else if ('reason' in row) rejected.push({ ...row, file });
  }
  for (const day of prices.sameDays()) {
    const reason = `lines ${list(day.prices.map((one) => String(one.line)))} give ${sameDayInWords(day)}`;
    for (const { line } of day.prices) rejected.push({ row: line, reason, file });
  }
  for (const leap of prices.leaps()) rejected.push({ row: leap.line, reason: leapInWords(leap), file });
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

/** @example "7850 USD/kg for neodymium oxide on 2026-03-05 is far from the prices of the days around it: …" */
export function leapInWords({ key, date, instead, range: { low, high } }: Leap): string {
  const unit = `${key.currency}/${key.mass}`;
  const price = `${low === high ? low : `${low}-${high}`} ${unit} for ${key.metal} ${key.form} on ${date}`;
  return instead === undefined
    ? `${price} is many times more or less than the prices of the days around it: mend one of them, or say the unit as a setting (unit=${unit})`
    : `${price} stands among prices of ${instead.slice(0, 4)}: its year may be a slip for ${instead}`;
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
  const isName = (text: string) => readSubject(text, context.materials) !== undefined;
  const sheets = await openSheets(table, settings.delimiter, knownWords(context.materials), isName);
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

async function* notTooWide(records: Sheet['records']): Sheet['records'] {
  for await (const record of records) {
    checkColumns(record.cells.length);
    yield record;
  }
}

const NONE: TableRecord = { line: 0, cells: [] };

async function* sheetRows(
  { records: all, name, delimiter, shownIn, hiddenRows = [] }: Sheet,
  settings: TableSettings,
  context: RowContext,
): AsyncGenerator<TableRow> {
  const records = notTooWide(all);
  try {
    const turn = createTurns();
    const ahead = await lookAhead(records);
    const hidden = hiddenRows.map((line) => ({ left: 'its row is hidden', line }));
    const isNamed = Object.keys(settings.columns ?? {}).length > 0;
    const made = isNamed ? undefined : inRows(ahead, context, settings.dateOrder);
    let rest = made?.rows ?? ahead;
    const isAsWritten = made?.isMoved !== true;
    /** What the titles of the first table say of all that follow. */
    let day: Row['date'];
    for (let isFirst = true; rest.length > 0; isFirst = false) {
      let layout: Layout;
      try {
        // Of a table that was turned, columns are no longer those of its sheet.
        const around = { name, shownIn: isAsWritten ? shownIn : undefined };
        layout = laidOutOn(day, (common) => layOut(rest, { ...settings, common }, context, around), settings);
      } catch (error) {
        if (!(error instanceof NotLaidOut) || isFirst) throw error;
        yield {
          row: rest[0]?.line ?? 0,
          reason: `another table begins here, and is not read: ${error.message}`,
        };
        const at = rest.findIndex((record, i) => i > 0 && isHeadingBelow(record, context));
        if (at < 0) return;
        rest = rest.slice(at);
        continue;
      }
      yield { layout, sheet: name, width: layout.columns.length };
      if (isFirst) yield* hidden;
      for (const { line, cells } of layout.above) yield { left: aboveInWords(wordsOf(cells)), line };
      const below = rest.slice(layout.start);
      const heads = headsAnother(layout, context);
      let next = 0;
      for (; next < below.length && !heads(below[next] ?? NONE); next += 1) await turn();
      if (next === below.length) next = -1;
      const rows = next < 0 ? below : below.slice(0, next);
      // Lines right above a heading are its titles.
      rest = next < 0 ? [] : below.slice(next - rows.slice(lastRow(rows) + 1).length);
      day ??= layout.common['date'];
      const isUndated =
        layout.common['date'] === undefined && !layout.places.some(([field]) => field === 'date');
      const own =
        isUndated && day !== undefined
          ? { ...settings, common: { date: day, ...settings.common } }
          : settings;
      const reader = await readerFor(layout, rows, own, context, delimiter);
      for await (const record of next < 0 ? both(rows, records) : rows) {
        await turn();
        yield* reader(record);
      }
    }
  } finally {
    await records.return(undefined);
  }
}

/** The place of the last row with more than one cell. */
const lastRow = (rows: readonly TableRecord[]): number =>
  rows.findLastIndex(({ cells }) => cells.filter((cell) => !isEmpty(cell)).length > 1);

/** Laid out with its own day, or else with that of the table above it. */
function laidOutOn(day: Row['date'], layOutWith: (common: Row) => Layout, { common }: TableSettings): Layout {
  try {
    return layOutWith(common);
  } catch (error) {
    if (!(error instanceof NotLaidOut) || day === undefined || !error.missing.includes('date')) throw error;
    return layOutWith({ ...common, date: day });
  }
}

/** The rows of a table that is otherwise laid out than a row a price, and whether its columns are others than those of its sheet. */
function inRows(
  given: readonly TableRecord[],
  context: RowContext,
  dateOrder: TableSettings['dateOrder'],
): { readonly rows: readonly TableRecord[]; readonly isMoved: boolean } {
  const commented = commentsAbove(withKeysApart(given) ?? withDottedMonths(given) ?? given);
  const plain = withDaysInOrder(commented, context, dateOrder) ?? commented;
  const written = explainedByLegend(plain, context) ?? plain;
  const ofPrices = pricesOfStatistics(written, context);
  const records = ofPrices ?? described(written, context) ?? written;
  const ofDeliveries = withMetalsDown(records, context);
  const dated = ofDeliveries ?? withYearAcross(records) ?? withDaysOfWeek(records, context.today) ?? records;
  const onSide = turned(dated, context.today);
  const rows = onSide ?? saidAbove(dated, context.today) ?? dated;
  const inPairs = pivoted(rows, context.today);
  return {
    rows: inPairs ?? headed(rows, context) ?? rows,
    isMoved: onSide !== undefined || inPairs !== undefined || (ofPrices ?? ofDeliveries) !== undefined,
  };
}

/** Why a line was left out that stands above the heading. */
const aboveInWords = (text: string) => `it stands above the heading (“${shorten(text)}”)`;
const wordsOf = (cells: readonly Cell[]) =>
  cells
    .map(textOf)
    .filter((cell) => cell !== '')
    .join(' ');

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
