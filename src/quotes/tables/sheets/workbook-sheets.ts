/** The sheets of a workbook as rows of cells. Formulas are what they came to when it was saved; none is worked out. */
import { readXls, readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { FeedError } from '#src/quotes/feeds/feed.ts';
import { MOST_SHEET_CELLS, MOST_UNPACKED_MEGABYTES } from '#src/quotes/feeds/limits.ts';
import { filledDown } from './merged-cells.ts';
import { shownDate, unitOfFormat } from './number-formats.ts';
import { struck, withoutStruck } from './struck.ts';
import type { Cell, Sheet, TableRecord } from './sheet.ts';

type ReadSheet = Awaited<ReturnType<typeof readXlsx>>['sheets'][number];
type Value = Parameters<typeof cellOf>[0];

/**
 * A workbook's visible sheets, in order, each read only when its rows are.
 * @throws FeedError where it can't be opened, or is too large unpacked
 */
export async function workbookSheets(bytes: Uint8Array, kind: 'xlsx' | 'xls'): Promise<readonly Sheet[]> {
  if (kind === 'xls') {
    const { sheets } = await opened(() => readXls(bytes));
    return sheets.map(({ name, rows }) => ({
      name,
      records: recordsOf(rows.map((values, index) => ({ values, index }))),
    }));
  }
  const megabytes = sheetSizes(bytes) / 1e6;
  if (megabytes > MOST_UNPACKED_MEGABYTES)
    throw new FeedError(
      `unpacked it is ${Math.round(megabytes)} MB: at most ${MOST_UNPACKED_MEGABYTES} MB are read`,
    );
  const names: string[] = [];
  await opened(() =>
    readXlsx(bytes, {
      sheets: (info) => {
        if (info.hidden !== true && info.veryHidden !== true) names.push(info.name);
        return false;
      },
    }),
  );
  if (megabytes <= MOST_WHOLE_MEGABYTES) {
    const { sheets } = await opened(() => readXlsx(bytes, { sheets: names, readStyles: true }));
    return sheets.map(shownOf);
  }
  return names.map((name) => ({ name, records: recordsOf(streamXlsxRows(bytes, { sheet: name })) }));
}

/** Unpacked, what is read as a whole, with its merged cells and what it hides; of a larger one its rows alone, one after the other. */
const MOST_WHOLE_MEGABYTES = 5;

/** A sheet as it is shown: without hidden rows and columns, and with what merged cells have in each of theirs. */
function shownOf({ name, rows: plain, cells, merges, rowDefs, columns }: ReadSheet): Sheet {
  const rows =
    cells === undefined ? plain : withStruck(withShownDates(withRaised(plain, cells), cells), cells);
  const filled = filledDown(rows, merges);
  const hidden = new Set((columns ?? []).flatMap((column, at) => (column?.hidden === true ? [at] : [])));
  const hiddenRows = filled.flatMap((row, at) =>
    rowDefs?.get(at)?.hidden === true && row.some((value) => cellOf(value) !== '') ? [at + 1] : [],
  );
  const left = new Set(hiddenRows);
  const shown = filled.flatMap((row, index) =>
    left.has(index + 1)
      ? []
      : [
          {
            index,
            values: hidden.size === 0 ? row : row.map((value, at) => (hidden.has(at) ? null : value)),
          },
        ],
  );
  return { name, hiddenRows, shownIn: shownIn(cells), records: recordsOf(shown) };
}

type Styled = NonNullable<ReadSheet['cells']>;
const placeOf = (place: string): readonly [row: number, column: number] => {
  const [row = 0, column = 0] = place.split(',').map(Number);
  return [row, column];
};

/** Of each column of numbers the unit that all their formats show; of one with several, none. */
function shownIn(cells: Styled | undefined): ReadonlyMap<number, string> {
  const units = new Map<number, string | undefined>();
  for (const [place, { type, style }] of cells ?? []) {
    const [, column] = placeOf(place);
    if (type !== 'number' && type !== 'formula') continue;
    const unit = unitOfFormat(style?.numFmt);
    units.set(column, units.has(column) && units.get(column) !== unit ? undefined : unit);
  }
  return new Map(
    [...units].flatMap(([column, unit]) => (unit === undefined ? [] : [[column, unit] as const])),
  );
}

/** Dates that are shown as a month or a year are one. */
function withShownDates(rows: ReadSheet['rows'], cells: Styled): ReadSheet['rows'] {
  const made = rows.slice();
  for (const [place, { style }] of cells) {
    const [row, column] = placeOf(place);
    const value = made[row]?.[column];
    if (!(value instanceof Date) || Number.isNaN(value.getTime())) continue;
    const date = value.toISOString().slice(0, 10);
    const shown = shownDate(date, style?.numFmt);
    if (shown !== date) made[row] = (made[row] ?? []).with(column, shown);
  }
  return made;
}

/** A format that shows nothing. */
const UNSHOWN = /^;{2,3}$/u;

/** The rows with what is struck out marked as such, and without what is not shown. */
function withStruck(rows: ReadSheet['rows'], cells: Styled): ReadSheet['rows'] {
  const made = rows.slice();
  for (const [place, { style, richText }] of cells) {
    const runs = richText?.some(({ font }) => font?.strikethrough === true);
    const isUnshown = UNSHOWN.test(style?.numFmt ?? '');
    if (style?.font?.strikethrough !== true && runs !== true && !isUnshown) continue;
    const [row, column] = placeOf(place);
    if (isUnshown) {
      made[row] = (made[row] ?? []).with(column, null);
      continue;
    }
    const value = made[row]?.[column];
    const text =
      runs === true
        ? withoutStruck(
            (richText ?? [])
              .map(({ text: run, font }) => (font?.strikethrough === true ? struck(run) : run))
              .join('')
              .trim(),
          )
        : struck(String(cellOf(value))).trim();
    if (text !== '') made[row] = (made[row] ?? []).with(column, text);
  }
  return made;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The rows with digits that stand raised as such: the mark of a footnote is no digit of the number before it. */
function withRaised(rows: ReadSheet['rows'], cells: NonNullable<ReadSheet['cells']>): ReadSheet['rows'] {
  const made = rows.slice();
  for (const [place, { richText }] of cells) {
    if (richText === undefined || richText.every(({ font }) => font?.vertAlign !== 'superscript')) continue;
    const [row = 0, column = 0] = place.split(',').map(Number);
    const text = richText.map(({ text: run, font }) =>
      font?.vertAlign === 'superscript'
        ? run.replaceAll(/\d/gu, (digit) => RAISED.charAt(Number(digit)))
        : run,
    );
    made[row] = (made[row] ?? []).with(column, text.join(''));
  }
  return made;
}

async function opened<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    throw noWorkbook(error);
  }
}

function noWorkbook(error: unknown): FeedError {
  if (error instanceof Error && /encrypt|password/i.test(`${error.name} ${error.message}`))
    return new FeedError('the workbook has a password: save it without one', { cause: error });
  return new FeedError('the workbook can’t be opened: save the sheet as CSV UTF-8', { cause: error });
}

interface SheetRow {
  readonly index: number;
  readonly values: readonly Value[];
}

async function* recordsOf(rows: AsyncIterable<SheetRow> | Iterable<SheetRow>): AsyncGenerator<TableRecord> {
  let count = 0;
  try {
    for await (const { index, values } of rows) {
      const cells = values.map(cellOf);
      const length = cells.findLastIndex((cell) => cell !== '') + 1;
      count += values.length;
      if (count > MOST_SHEET_CELLS)
        throw new FeedError(
          `a sheet of it has more than ${MOST_SHEET_CELLS.toLocaleString('en')} cells, the most that are read`,
        );
      if (length > 0) yield { line: index + 1, cells: cells.slice(0, length) };
    }
  } catch (error) {
    throw error instanceof FeedError ? error : noWorkbook(error);
  }
}

/** A date as a text with its year first, which has one reading. */
function cellOf(value: unknown): Cell {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return value.trim();
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : '';
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
/** A directory's end may have a remark behind it, of at most so many bytes. */
const MOST_REMARK = 65_535;

const broken = () => new FeedError('this is a workbook (.xlsx) that is cut off or damaged: save it again');

/** Bytes of all files of a ZIP, as its directory says. @throws FeedError where it has no directory */
function sheetSizes(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_BYTES;
  const first = Math.max(0, end - MOST_REMARK);
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first) throw broken();
  let at = view.getUint32(end + 16, true);
  let size = 0;
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY) throw broken();
    size += view.getUint32(at + 24, true);
    at +=
      ENTRY_BYTES +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return size;
}
