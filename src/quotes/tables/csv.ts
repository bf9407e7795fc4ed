/** Prices from a table of text: columns are found by their headings, whatever their order. */
import { watchMarks } from '#src/domain/measure/numbers.ts';
import { numeralsIn } from '#src/domain/measure/number-scan.ts';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import { shorten } from '#src/domain/measure/days.ts';
import type { SameDay } from '#src/domain/series/price-column.ts';
import { PriceTable } from '#src/domain/series/price-table.ts';
import { dateOrderOf } from '#src/domain/measure/read-date.ts';
import { FeedError, type FeedContent, type RejectedRow } from '#src/quotes/feeds/feed.ts';
import {
  readRow,
  ROW_FIELDS,
  type Marks,
  type RowContext,
  type Row,
  type RowField,
  type RowSettings,
} from './read-row.ts';
import type { Pieces } from './decode.ts';
import { checkRows, tooLong } from '#src/quotes/feeds/limits.ts';
import { openTable, type TableRecord } from './records.ts';
import { createTurns } from '#src/quotes/feeds/turns.ts';

/** How a table is read, where it does not say so itself. */
export interface CsvSettings {
  /** The source that its prices are of. */
  readonly id: string;
  /** The file's heading for a field. */
  readonly columns: Readonly<Partial<Record<RowField, string>>>;
  readonly delimiter?: string | undefined;
  readonly decimal?: '.' | ',' | undefined;
  readonly dateOrder?: 'dmy' | 'mdy' | undefined;
  /** What each row has that the table never says. */
  readonly common: Row;
  /** The heading of the column that says which source each price is of; without it all are of `id`. */
  readonly sourceColumn?: string | undefined;
}

/** Settings, or what makes them of the headings. */
export type CsvReading = CsvSettings | ((headings: readonly string[]) => CsvSettings);

/** A price and its line; a row that is no price; or a line above the heading, which is no row. */
type CsvRow =
  | { readonly quote: ReadQuote; readonly line: number }
  | RejectedRow
  | { readonly above: string; readonly line: number };

const PIECE_BYTES = 65_536;
/** Rows that are looked at before the first is read: how a column marks its decimals, and orders its dates. */
const LOOKED_AT = 20_000;

/** Reads a table as a whole. @throws FeedError where the text is no table, lacks a column, or has more rows than are read */
export async function readCsv(
  table: string | Pieces,
  settings: CsvReading,
  context: RowContext,
  file?: string,
): Promise<FeedContent> {
  const prices = new PriceTable();
  const rejected: RejectedRow[] = [];
  let rows = 0;
  for await (const row of csvRows(table, settings, context)) {
    checkRows((rows += 1));
    if ('quote' in row) prices.add(row.quote, row.line);
    else if ('reason' in row) rejected.push({ ...row, file });
    else rejected.push({ row: row.line, reason: aboveInWords(row.above), file });
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

/** Why a line was left out that stands above the heading. */
export const aboveInWords = (text: string) => `it stands above the heading (“${shorten(text)}”)`;

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
 * Reads a table a row at a time. A row that is no price is given with its line and its reason.
 * @throws FeedError where the text is no table, or lacks a column
 */
export async function* csvRows(
  table: string | Pieces,
  settings: CsvReading,
  context: RowContext,
): AsyncGenerator<CsvRow> {
  const settle = (heading: readonly string[]) =>
    typeof settings === 'function' ? settings(heading) : settings;
  const { heading, above, rows, delimiter } = await openTable(
    typeof table === 'string' ? piecesOf(table) : table,
    {
      delimiter: typeof settings === 'function' ? undefined : settings.delimiter,
      isHeading: (cells) => placesOf(cells, settle(cells).columns).gone.length === 0,
    },
  );
  try {
    const { id, columns, decimal, dateOrder, common, sourceColumn } = settle(heading);
    const { places, gone } = placesOf(heading, columns);
    if (gone.length > 0)
      throw new FeedError(
        `it has no column ${gone.map((name) => `“${shorten(name)}”`).join(', ')}; its columns are ${heading.slice(0, 20).map(shorten).join(', ')}`,
      );
    for (const { line, cells } of above) yield { above: cells.filter((cell) => cell !== '').join(' '), line };
    const sourceAt = sourceColumn === undefined ? -1 : heading.map(plain).indexOf(plain(sourceColumn));
    const ahead = await lookAhead(rows);
    const cellsOf = (fields: readonly RowField[]) =>
      places.flatMap(([field, at]) =>
        fields.includes(field) ? ahead.map(({ cells }) => textOf(cells[at])) : [],
      );
    const rowSettings: RowSettings = {
      source: id,
      invert: false,
      marks: await marksOf(decimal, cellsOf(['price', 'low', 'high']), delimiter),
      dateOrder: dateOrder ?? dateOrderOf(cellsOf(['date'])),
      common,
    };
    const turn = createTurns();
    for await (const record of both(ahead, rows)) {
      await turn();
      const reason = oddLength(record, heading.length);
      if (reason !== undefined) {
        yield { row: record.line, reason };
        continue;
      }
      const own: Partial<Record<RowField, string>> = {};
      for (const [field, at] of places) own[field] = textOf(record.cells[at]);
      const source = textOf(record.cells[sourceAt]) || id;
      const read = readRow(own, source === id ? rowSettings : { ...rowSettings, source }, context);
      yield 'quote' in read ? { ...read, line: record.line } : { row: record.line, reason: read.reason };
    }
  } finally {
    await rows.return(undefined);
  }
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

/** A row whose cells are not those of the heading: each of them may stand in another's place. */
function oddLength({ cells }: TableRecord, wanted: number): string | undefined {
  const length = cells.findLastIndex((cell) => cell !== '') + 1;
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
const textOf = (cell = '') => (/^'+[=+@＝＋－＠\t\r-]/.test(cell) ? cell.slice(1) : cell);

async function* piecesOf(text: string): Pieces {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

const plain = (heading: string) => heading.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** Where the columns are, and which are not there. A column that was there and is gone means that the table is another one. */
function placesOf(heading: readonly string[], columns: CsvSettings['columns']) {
  const headings = heading.map(plain);
  const wanted = ROW_FIELDS.flatMap((field) => {
    const name = columns[field];
    return name === undefined ? [] : [{ field, name, at: headings.indexOf(plain(name)) }];
  });
  return {
    places: wanted.map(({ field, at }) => [field, at] as const),
    gone: wanted.filter(({ at }) => at < 0).map(({ name }) => name),
  };
}
