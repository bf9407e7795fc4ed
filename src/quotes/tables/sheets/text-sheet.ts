/** A table of text as rows of cells: which sign parts them, its first line of instructions, and each row with its line. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { FeedError } from '#src/quotes/feeds/feed.ts';
import type { Pieces } from './decode.ts';
import { recordsByLines } from './lines/line-reader.ts';
import { keyedReader } from './lines/keyed-lines.ts';
import { wikiReader } from './marked-up.ts';
import { pagesIn, plainPieces, plainText } from './paged.ts';
import { evenColumns, printCells, printColumns, type PrintColumns } from './print-list.ts';
import { roleOf } from '../columns/headings/heading-words.ts';
import { textLines } from './lines/text-lines.ts';
import { spacedReader } from './spaced.ts';
import { withoutStruck } from './struck.ts';
import type { Sheet, TableRecord } from './sheet.ts';

const DELIMITERS = [',', ';', '\t', '|', '，', '~', '^', '¦'];
const LONGEST_RECORD = 100_000;
/** In which the first lines are looked for. */
const HEAD = 16_384;

/**
 * Opens a table of text. @param pieces In UTF-8, without a mark at the beginning.
 * @throws FeedError where it is no table
 */
export async function textSheet(
  pieces: Pieces,
  delimiter: string | undefined,
  isName: (text: string) => boolean,
): Promise<Sheet> {
  const { head, all } = withoutPages(withoutQuotes(await peek(pieces)));
  if (/^\s*(?:<!doctype|<html|<\?xml)/i.test(head)) throw new FeedError('it is a web page, not a table');
  if (head.trim() === '') throw new FeedError('it is empty');
  const [, said] = /^"?sep=(.)"?\r?\n/i.exec(head) ?? [];
  if (delimiter === undefined && said === undefined) {
    const read =
      wikiReader(head) ?? keyedReader(head, head.length < HEAD) ?? spacedReader(head, head.length < HEAD);
    if (read !== undefined) return { records: recordsByLines(all, read), delimiter: SPACES };
  }
  const mark = delimiter ?? said ?? guessDelimiter(head, isName);
  if (typeof mark === 'object' && !('starts' in mark)) return { records: each(mark) };
  if (typeof mark === 'object')
    return {
      records: recordsByLines(all, (row) =>
        row === undefined || row.trim() === '' ? [] : [printCells(row, mark)],
      ),
      delimiter: SPACES,
    };
  return { records: recordsOf(all, mark, said === undefined ? 1 : 2), delimiter: mark };
}

async function* each(records: readonly TableRecord[]): AsyncGenerator<TableRecord> {
  yield* records;
}

/** What parts the columns of a print list. */
const SPACES = '  ';

/** The same text without what printers need. */
function withoutPages({ head, all }: { readonly head: string; readonly all: Pieces }) {
  const pages = pagesIn(head);
  return pages === undefined
    ? { head, all }
    : { head: plainText(head, pages()), all: plainPieces(all, pages()) };
}

/** A mail that answers one with a table: without the marks of what it quotes, where each line that has cells is quoted. */
function withoutQuotes(whole: { readonly head: string; readonly all: Pieces }): typeof whole {
  const lines = whole.head.length < HEAD ? whole.head.split('\n') : [];
  const quoted = lines.filter((line) => QUOTED.test(line)).length;
  const celled = lines.filter((line) => /[|\t;]|\S {2,}\S/u.test(line));
  if (quoted < 3 || !celled.every((line) => QUOTED.test(line))) return whole;
  const head = lines.map((line) => line.replace(QUOTED, '')).join('\n');
  return { head, all: Readable.from([Buffer.from(head)]) };
}

const QUOTED = /^(?:>[ \t]?)+/u;

/** The beginning as text, and all pieces from the beginning on. */
async function peek(table: Pieces): Promise<{ readonly head: string; readonly all: Pieces }> {
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
      .subarray(0, HEAD)
      .toString('utf8')
      .replace(/^\uFEFF/, ''),
    all: (async function* () {
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
    // Where tabs part cells, quotes stand for themselves in a text: "belum" in a note.
    relax_quotes: delimiter === '\t',
    max_record_size: LONGEST_RECORD,
    from_line: fromLine,
    delimiter,
  });
  const cellOf = delimiter === '|' ? withoutStress : (cell: string) => cell;
  let fault: unknown;
  const source = Readable.from(pieces).on('error', (error) => (fault = error));
  // A fault of the source, too, comes out of the parser.
  const fed = pipeline(source, parser).catch(() => {});
  try {
    for await (const [line, ...cells] of parser)
      // "+-----+-----+", as databases draw between rows.
      if (cells.length > 1 || !/^[+|:=\s-]*-{3}[+|:=\s-]*$/u.test(cells[0] ?? ''))
        yield { line: Number(line), cells: cells.map(cellOf) };
  } catch (error) {
    if (fault instanceof FeedError) throw fault;
    if (error instanceof FeedError) throw error;
    throw new FeedError(`it is no table: ${faultOf(error)}`, { cause: error });
  } finally {
    parser.destroy();
    await fed;
  }
}

/** A cell of Markdown that is stressed as a whole: what is struck out is none, and stays as it is. */
const withoutStress = (cell: string) =>
  withoutStruck(cell).replace(/^(\*{2,3}|_{2,3}|`)(?=\S)(.*\S)\1$/u, '$2');

/** What the parser says, without the contents that it shows: they may be bytes. */
function faultOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const line = /at line (\d+)/.exec(message)?.[1];
  if (/^Invalid (?:Opening|Closing) Quote|Quote Not Closed/.test(message))
    return `a quote that is not closed, or stands within a cell${line === undefined ? '' : ` (line ${line})`}`;
  return shortened(message.replace(/,? value is .*$/s, ''));
}

const shortened = (text: string) => (text.length <= 120 ? text : `${text.slice(0, 119)}…`);

/**
 * The mark by which a line has the most words that head columns; then the one that parts most lines alike. Where none heads
 * anything, the columns of a print list, or the lines of a mail.
 */
function guessDelimiter(
  head: string,
  isName: (text: string) => boolean,
): string | PrintColumns | readonly TableRecord[] {
  const whole = head.length < HEAD ? head : head.slice(0, head.lastIndexOf('\n') + 1);
  if (isMarkdown(whole)) return '|';
  const scores = DELIMITERS.map((mark) => ({ mark, ...scoreOf(cellsBy(whole, mark)) }));
  const first = scores.reduce((best, one) => {
    if (one.headed !== best.headed) return one.headed > best.headed ? one : best;
    // Decimals may part each line by as many commas as the sign between its cells does.
    return one.alike > best.alike || (one.alike === best.alike && one.alike > 0 && best.mark === ',')
      ? one
      : best;
  });
  if (first.headed > 1 || isEven(first, whole)) return first.mark;
  return (
    printColumns(whole) ??
    (head.length < HEAD ? textLines(head, isName) : undefined) ??
    evenColumns(whole) ??
    first.mark
  );
}

/** A line of dashes below a heading: "|---|--:|". */
const isMarkdown = (text: string): boolean =>
  text.split('\n').some((line) => {
    const parts = line
      .trim()
      .replaceAll(/^\||\|$/gu, '')
      .split('|');
    return parts.length > 1 && parts.every((part) => /^:?-{2,}:?$/u.test(part.trim()));
  });

/** Signs that texts hardly have, and how many rows of as many cells are no mail's. */
const EVEN: ReadonlySet<string> = new Set([';', '\t', '|']);
const [LEAST_CELLS, LEAST_ALIKE] = [3, 0.6];

/** Whether a sign parts nearly all lines into as many cells, whatever heads them. */
const isEven = (
  { mark, alike, width }: ReturnType<typeof scoreOf> & { readonly mark: string },
  text: string,
) =>
  EVEN.has(mark) &&
  width >= LEAST_CELLS &&
  alike > 2 &&
  alike >= text.split('\n').filter((line) => line.trim() !== '').length * LEAST_ALIKE;

/** How many cells of one row head columns, how many rows have as many cells, and how many cells these are. */
function scoreOf(rows: readonly (readonly string[])[]) {
  const headed = Math.max(
    0,
    ...rows.slice(0, 60).map((cells) => cells.filter((cell) => roleOf(cell) !== undefined).length),
  );
  const counts = Map.groupBy(
    rows.map(({ length }) => length).filter((length) => length > 1),
    (length) => length,
  );
  const [most] = [...counts].toSorted(([, a], [, b]) => b.length - a.length);
  return { headed: headed > 1 ? headed : 0, alike: most?.[1].length ?? 0, width: most?.[0] ?? 0 };
}

function cellsBy(text: string, delimiter: string): readonly (readonly string[])[] {
  try {
    return parseSync(text, {
      delimiter,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch {
    return text.split(/\r\n|\n|\r/).map((line) => line.split(delimiter));
  }
}
