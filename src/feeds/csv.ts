/** Prices from a table of text: columns are found by their headings, whatever their order. */
import { parse } from 'csv-parse/sync';
import type { ReadQuote } from '#src/domain/quote.ts';
import { FeedError, type FeedContent, type RejectedRow } from './feed.ts';
import type { CsvFeed } from './feed-settings.ts';
import { readRow, ROW_FIELDS, type RowContext, type RowField, type RowSettings } from './read-row.ts';

export type CsvSettings = Pick<CsvFeed, 'id' | 'columns' | 'delimiter' | 'decimal' | 'dateOrder' | 'common'>;

const DELIMITERS = [',', ';', '\t', '|'];
const LONGEST_RECORD = 100_000;

/**
 * Reads a table as a whole. A row that is no price is rejected with its line and its reason.
 * @throws FeedError where the text is no table, or lacks a column
 */
export function readCsv(
  text: string,
  settings: CsvSettings,
  context: RowContext,
  file?: string,
): FeedContent {
  if (/^\s*(?:<!doctype|<html|<\?xml)/i.test(text)) throw new FeedError('it is a web page, not a table');
  const { heading, records } = recordsOf(text, settings.delimiter);
  if (heading.length === 0) throw new FeedError('it is empty');
  const places = placesOf(heading, settings.columns);
  const rows: RowSettings = {
    source: settings.id,
    decimal: settings.decimal,
    dateOrder: settings.dateOrder,
    invert: false,
    common: settings.common,
  };
  const quotes: ReadQuote[] = [];
  const rejected: RejectedRow[] = [];
  for (const [line, ...record] of records) {
    const own: Partial<Record<RowField, string>> = {};
    for (const [field, at] of places) own[field] = record[at] ?? '';
    const read = readRow(own, rows, context);
    if ('quote' in read) quotes.push(read.quote);
    else rejected.push({ row: Number(line), reason: read.reason, file });
  }
  return { quotes, rejected };
}

interface CsvTable {
  readonly heading: readonly string[];
  /** Cells; the first is the line that a record ends on. */
  readonly records: readonly (readonly string[])[];
}

function recordsOf(text: string, delimiter = guessDelimiter(text)): CsvTable {
  try {
    const [first = [], ...records] = parse(text, {
      bom: true,
      on_record: (record: string[], { lines }) => [String(lines), ...record],
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: LONGEST_RECORD,
      delimiter,
    });
    return { heading: first.slice(1), records };
  } catch (error) {
    throw new FeedError(`it is no table: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** The mark that parts the first line into the most columns. */
function guessDelimiter(text: string): string {
  const [first = ''] = text.replace(/^\uFEFF?\s*/, '').split(/\r?\n/, 1);
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
