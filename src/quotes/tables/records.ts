/** The records of a table of text: its delimiter, its heading, and each row with its line. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { FeedError } from '#src/quotes/feeds/feed.ts';
import { inUtf8, type Pieces } from './decode.ts';

export interface TableRecord {
  /** The line that it ends on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly heading: readonly string[];
  /** Lines above the heading: titles, notes. */
  readonly above: readonly TableRecord[];
  readonly rows: AsyncGenerator<TableRecord>;
  readonly delimiter: string;
}

const DELIMITERS = [',', ';', '\t', '|'];
const LONGEST_RECORD = 100_000;
/** How many lines may stand above the heading. */
const MOST_ABOVE = 30;
/** In which the first lines are looked for. */
const HEAD = 16_384;

/**
 * Opens a table. Whoever stops early must end `rows`.
 * @param isHeading Whether a record is the heading: lines above it are titles.
 * @throws FeedError where it is no table; a table of which no record is the heading has its first record as one
 */
export async function openTable(
  bytes: Pieces,
  {
    delimiter,
    isHeading,
  }: { readonly delimiter?: string | undefined; readonly isHeading: (cells: readonly string[]) => boolean },
): Promise<Table> {
  const { head, pieces } = await peek(inUtf8(bytes));
  if (/^\s*(?:<!doctype|<html|<\?xml)/i.test(head)) throw new FeedError('it is a web page, not a table');
  const [, said] = /^"?sep=(.)"?\r?\n/i.exec(head) ?? [];
  const mark = delimiter ?? said ?? guessDelimiter(head, isHeading);
  const rows = recordsOf(pieces, mark, said === undefined ? 1 : 2);
  const above: TableRecord[] = [];
  while (above.length <= MOST_ABOVE) {
    const next = await rows.next();
    if (next.done === true) break;
    if (isHeading(next.value.cells))
      return { heading: withoutEmptyEnd(next.value.cells), above, rows, delimiter: mark };
    above.push(next.value);
  }
  const [first, ...others] = above;
  if (first === undefined) throw new FeedError('it is empty');
  return { heading: withoutEmptyEnd(first.cells), above: [], rows: again(others, rows), delimiter: mark };
}

async function* again(
  seen: readonly TableRecord[],
  more: AsyncGenerator<TableRecord>,
): AsyncGenerator<TableRecord> {
  try {
    yield* seen;
    yield* more;
  } finally {
    await more.return(undefined);
  }
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

/** The beginning as text, and all pieces from the beginning on. */
async function peek(table: Pieces): Promise<{ readonly head: string; readonly pieces: Pieces }> {
  const iterator = table[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD) {
    const next = await iterator.next();
    if (next.done === true) break;
    seen.push(next.value);
    length += next.value.length;
  }
  return {
    head: Buffer.concat(seen)
      .toString('utf8')
      .replace(/^\uFEFF/, ''),
    pieces: (async function* () {
      yield* seen;
      yield* { [Symbol.asyncIterator]: () => iterator };
    })(),
  };
}

async function* recordsOf(pieces: Pieces, delimiter: string, fromLine: number): AsyncGenerator<TableRecord> {
  const parser = parse({
    bom: true,
    on_record: (cells: string[], { lines }) => [String(lines), ...cells],
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
    from_line: fromLine,
    delimiter,
  });
  let fault: unknown;
  const source = Readable.from(pieces).on('error', (error) => (fault = error));
  // A fault of the source, too, comes out of the parser.
  const fed = pipeline(source, parser).catch(() => {});
  try {
    for await (const [line, ...cells] of parser) yield { line: Number(line), cells };
  } catch (error) {
    if (fault instanceof FeedError) throw fault;
    if (error instanceof FeedError) throw error;
    throw new FeedError(`it is no table: ${faultOf(error)}`, { cause: error });
  } finally {
    parser.destroy();
    await fed;
  }
}

/** What the parser says, without the contents that it shows: they may be bytes. */
function faultOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const line = /at line (\d+)/.exec(message)?.[1];
  if (/^Invalid (?:Opening|Closing) Quote|Quote Not Closed/.test(message))
    return `a quote that is not closed, or stands within a cell${line === undefined ? '' : ` (line ${line})`}`;
  return shortened(message.replace(/,? value is .*$/s, ''));
}

const shortened = (text: string) => (text.length <= 120 ? text : `${text.slice(0, 119)}…`);

const roughCells = (line: string, mark: string) =>
  line.split(mark).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));

/** The mark by which one of the first lines is a heading, else the one that parts the first line into the most columns. */
function guessDelimiter(head: string, isHeading: (cells: readonly string[]) => boolean): string {
  const lines = head.split(/\r\n|\n|\r/, MOST_ABOVE).filter((line) => line.trim() !== '');
  for (const line of lines) {
    const found = DELIMITERS.find((mark) => isHeading(roughCells(line, mark)));
    if (found !== undefined) return found;
  }
  const [first = ''] = lines;
  const count = (mark: string) => first.split(mark).length;
  return DELIMITERS.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
