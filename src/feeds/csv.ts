/** Prices from a table of text: columns are found by their headings, whatever their order. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import { parse } from 'csv-parse';
import type { ReadQuote } from '#src/domain/quote.ts';
import { FeedError, type FeedContent, type RejectedRow } from './feed.ts';
import type { CsvFeed } from './feed-settings.ts';
import { readRow, ROW_FIELDS, type RowContext, type RowField, type RowSettings } from './read-row.ts';

export interface CsvSettings extends Pick<
  CsvFeed,
  'id' | 'columns' | 'delimiter' | 'decimal' | 'dateOrder' | 'common'
> {
  /** The heading of the column that says which source each price is of; without it all are of `id`. */
  readonly sourceColumn?: string | undefined;
}

/** A table's bytes in UTF-8, a piece at a time: a long history is never in memory as text as well. */
export type Pieces = AsyncIterable<Uint8Array>;

const DELIMITERS = [',', ';', '\t', '|'];
const LONGEST_RECORD = 100_000;
const PIECE_BYTES = 65_536;

/** Reads a table as a whole. @throws FeedError where the text is no table, or lacks a column */
export async function readCsv(
  table: string | Pieces,
  settings: CsvSettings,
  context: RowContext,
  file?: string,
): Promise<FeedContent> {
  const quotes: ReadQuote[] = [];
  const rejected: RejectedRow[] = [];
  for await (const row of csvRows(table, settings, context)) {
    if ('quote' in row) quotes.push(row.quote);
    else rejected.push({ ...row, file });
  }
  return { quotes, rejected };
}

/**
 * Reads a table a row at a time. A row that is no price is given with its line and its reason.
 * @param settings Or what makes them of the headings.
 * @throws FeedError where the text is no table, or lacks a column
 */
export async function* csvRows(
  table: string | Pieces,
  settings: CsvSettings | ((headings: readonly string[]) => CsvSettings),
  context: RowContext,
): AsyncGenerator<{ readonly quote: ReadQuote } | RejectedRow> {
  const { head, pieces } = await peek(typeof table === 'string' ? piecesOf(table) : table);
  if (/^\s*(?:<!doctype|<html|<\?xml)/i.test(head)) throw new FeedError('it is a web page, not a table');
  const given = typeof settings === 'function' ? undefined : settings;
  const records = recordsOf(pieces, given?.delimiter ?? guessDelimiter(head));
  const first = await records.next();
  if (first.done === true) throw new FeedError('it is empty');
  const [, ...heading] = first.value;
  const { id, columns, decimal, dateOrder, common, sourceColumn } =
    typeof settings === 'function' ? settings(heading) : settings;
  const places = placesOf(heading, columns);
  const sourceAt = sourceColumn === undefined ? -1 : heading.map(plain).indexOf(plain(sourceColumn));
  const rows: RowSettings = { source: id, invert: false, decimal, dateOrder, common };
  for await (const [line, ...record] of records) {
    const own: Partial<Record<RowField, string>> = {};
    for (const [field, at] of places) own[field] = textOf(record[at]);
    const source = textOf(record[sourceAt]) || id;
    const read = readRow(own, source === id ? rows : { ...rows, source }, context);
    yield 'quote' in read ? read : { row: Number(line), reason: read.reason };
  }
}

/** Without the mark that keeps a spreadsheet from taking a cell for a formula. */
const textOf = (cell = '') => (/^'[=+@-]/.test(cell) ? cell.slice(1) : cell);

/** With a turn for the rest of the process after each piece. */
async function* piecesOf(text: string): Pieces {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    yield bytes.subarray(at, at + PIECE_BYTES);
    await breathe();
  }
}

/** The beginning as text, with the first line in it, and all pieces from the beginning on. */
async function peek(table: Pieces): Promise<{ readonly head: string; readonly pieces: Pieces }> {
  const iterator = table[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let head = '';
  while (head.length < LONGEST_RECORD && !/\S.*\n/.test(head)) {
    const next = await iterator.next();
    if (next.done === true) break;
    seen.push(next.value);
    head = Buffer.concat(seen)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
  }
  return {
    head,
    pieces: (async function* () {
      yield* seen;
      yield* { [Symbol.asyncIterator]: () => iterator };
    })(),
  };
}

/** Each record's cells, after the line that it ends on. */
async function* recordsOf(pieces: Pieces, delimiter: string): AsyncGenerator<readonly string[]> {
  const parser = parse({
    bom: true,
    on_record: (record: string[], { lines }) => [String(lines), ...record],
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
    delimiter,
  });
  // A fault of the source, too, comes out of the parser.
  const fed = pipeline(Readable.from(pieces), parser).catch(() => {});
  try {
    yield* parser;
  } catch (error) {
    if (error instanceof FeedError) throw error;
    throw new FeedError(`it is no table: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  } finally {
    parser.destroy();
    await fed;
  }
}

/** The mark that parts the first line into the most columns. */
function guessDelimiter(head: string): string {
  const [first = ''] = head.trimStart().split(/\r?\n/, 1);
  const count = (mark: string) => first.split(mark).length;
  return DELIMITERS.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

const plain = (heading: string) => heading.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** Where the columns are. A column that was there and is gone means that the table is another one. */
function placesOf(
  heading: readonly string[],
  columns: CsvFeed['columns'],
): readonly (readonly [RowField, number])[] {
  const headings = heading.map(plain);
  const wanted = ROW_FIELDS.flatMap((field) => {
    const name = columns[field];
    return name === undefined ? [] : [{ field, name, at: headings.indexOf(plain(name)) }];
  });
  const gone = wanted.filter(({ at }) => at < 0).map(({ name }) => `“${name}”`);
  if (gone.length > 0)
    throw new FeedError(
      `it has no column ${gone.join(', ')}; its columns are ${heading.slice(0, 20).join(', ')}`,
    );
  return wanted.map(({ field, at }) => [field, at] as const);
}
