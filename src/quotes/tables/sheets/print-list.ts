/** Lists as printers have them: columns that stand below one another, parted by nothing but room, with a line of dashes or without. */
import { roleOf, takeRole } from '../columns/headings/heading-words.ts';
import { isNoValue } from '../no-value.ts';

/** Where each column stands: from its first place to that of the next one. */
export interface PrintColumns {
  readonly starts: readonly number[];
  /** Places between columns, which are blank in each row. */
  readonly gaps: readonly number[];
  /** How many cells each row has, where room alone parts them: signs of double width stand below none. */
  readonly chunks?: number | undefined;
}

const LOOKED_AT = 80;
const RULE = /^\s*[-=_]{2,}(?:\s+[-=_]{2,})+\s*$/u;
const LINE = /^\s*[-=_]{4,}\s*$/u;
const LEAST_CHUNKS = 3;
/** A month or a quarter over its prices. */
const TIME = /^(?:\p{L}{3,9}\.?[ -](?:19|20)\d\d|(?:19|20)\d\d[-/ ]?(?:0[1-9]|1[0-2]|Q[1-4]))$/iu;

/** `undefined` where no line heads columns that stand so. */
export function printColumns(head: string): PrintColumns | undefined {
  const lines = head.split(/\r\n|\n|\r/u).slice(0, LOOKED_AT);
  const rule = lines.find((line) => RULE.test(line));
  if (rule !== undefined) return columnsOf(blankIn([rule]));
  if (arePairs(lines)) return { starts: [], gaps: [], chunks: 2 };
  // What much room parts is rather a heading than the words of a title.
  const at =
    [headingAt(lines, / {2,}/u), headingByRoom(lines), headingAt(lines, /\s+/u)].find((one) => one >= 0) ??
    -1;
  const heading = lines[at];
  if (heading === undefined) return undefined;
  const rows = lines
    .slice(at + 1)
    .filter((line) => !LINE.test(line) && line.trim().split(/ {2,}/u).length >= LEAST_CHUNKS);
  const chunks = chunksOf(heading).length;
  if (chunks >= LEAST_CHUNKS && rows.length > 1 && rows.every((row) => chunksOf(row).length === chunks))
    return { starts: [], gaps: [], chunks };
  const columns = withoutParts(columnsOf(blankIn([heading, ...rows])), heading, rows);
  return rows.length > 0 && columns.starts.length >= LEAST_CHUNKS ? columns : undefined;
}

const PRICE_ALONE = /^\D{0,4}\d[\d.,'’\u00a0 ]*\D{0,12}$/u;

/** Two columns are a list only where words for names and prices head them, and each line of two below them is such a pair. */
function arePairs(lines: readonly string[]): boolean {
  const at = lines.findIndex((line) => {
    const [names = '', prices = '', ...more] = chunksOf(line);
    return more.length === 0 && roleOf(names) === 'metal' && takeRole(prices).role === 'price';
  });
  const rows = lines
    .slice(at + 1)
    .map(chunksOf)
    .filter(({ length }) => length > 1);
  return (
    at >= 0 &&
    rows.length > 1 &&
    rows.every(
      ([name = '', price = '', ...more]) =>
        more.length === 0 && /\p{L}{2}/u.test(name) && (PRICE_ALONE.test(price) || isNoValue(price)),
    )
  );
}

const chunksOf = (line: string): readonly string[] => line.trim().split(/ {2,}|\u3000+/u);

/** Without columns that nothing heads and that are the last word of what stands before them: "(DOLLARS PER TROY OZ)". */
function withoutParts(columns: PrintColumns, heading: string, rows: readonly string[]): PrintColumns {
  const isPart = (start: number, next: number | undefined) =>
    start > 1 &&
    heading.slice(start, next).trim() === '' &&
    rows.every(
      (row) =>
        row.slice(start, next).trim() === '' ||
        (row[start] !== ' ' && row[start - 1] === ' ' && /\S/u.test(row[start - 2] ?? '')),
    );
  const parts = new Set(columns.starts.filter((start, i) => isPart(start, columns.starts[i + 1])));
  return {
    starts: columns.starts.filter((start) => !parts.has(start)),
    gaps: columns.gaps.filter((gap) => !parts.has(gap + 1)),
  };
}

/** The line with the most words that head columns. */
function headingAt(lines: readonly string[], room: RegExp): number {
  const counts = lines.map(
    (line) =>
      line
        .trim()
        .split(room)
        .filter((word) => roleOf(word) !== undefined || TIME.test(word)).length,
  );
  const most = Math.max(0, ...counts);
  return most > 1 ? counts.indexOf(most) : -1;
}

/** The line of words right above rows of numbers that much room parts: its words may be anything. */
function headingByRoom(lines: readonly string[]): number {
  const chunks = lines.map((line) =>
    LINE.test(line)
      ? []
      : line
          .trim()
          .split(/ {2,}/u)
          .filter((chunk) => chunk !== ''),
  );
  const isRow = (at: number) =>
    (chunks[at]?.filter((chunk) => /^[\p{Sc}+-]?\d/u.test(chunk)).length ?? 0) > 1;
  const rows = lines.flatMap((_, at) => (isRow(at) ? [at] : []));
  const [first = -1] = rows;
  const at = chunks.findLastIndex((words, i) => i < first && words.length > 1);
  return rows.length > 1 && first - at < 4 && !isRow(at) ? at : -1;
}

/** Of each place whether it is blank in all lines. */
function blankIn(lines: readonly string[]): readonly boolean[] {
  const width = Math.max(0, ...lines.map((line) => line.trimEnd().length));
  return Array.from({ length: width }, (_, at) => lines.every((line) => (line[at] ?? ' ').trim() === ''));
}

function columnsOf(blank: readonly boolean[]): PrintColumns {
  const starts = blank.flatMap((isBlank, at) => (!isBlank && blank[at - 1] !== false ? [at] : []));
  const [first = 0] = starts;
  return { starts, gaps: blank.flatMap((isBlank, at) => (isBlank && at > first ? [at] : [])) };
}

/** How many lines of a list without a heading are its rows. */
const MOSTLY = 0.6;

/** Columns without any heading, where room parts most lines into as many cells, each of which then says itself what it is. */
export function evenColumns(head: string): PrintColumns | undefined {
  const lines = head.split(/\r\n|\n|\r/u).filter((line) => line.trim() !== '' && !LINE.test(line));
  const counts = Map.groupBy(
    lines.map((line) => chunksOf(line).length),
    (length) => length,
  );
  const [chunks = 0, rows = []] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return chunks >= LEAST_CHUNKS && rows.length > 1 && rows.length >= lines.length * MOSTLY
    ? { starts: [], gaps: [], chunks }
    : undefined;
}

/** The cells of a line; a text that fits no columns is one cell. */
export function printCells(line: string, { starts, gaps, chunks }: PrintColumns): readonly string[] {
  if (chunks !== undefined) return chunksOf(line).length === chunks ? chunksOf(line) : [line.trim()];
  const isRow = gaps.every((at) => (line[at] ?? ' ').trim() === '') && line.slice(0, starts[0]).trim() === '';
  if (isRow) return starts.map((start, i) => line.slice(start, starts[i + 1]).trim());
  return byChunks(line, starts) ?? [line.trim()];
}

/** A number may be wider than its column: each part then belongs to the column in which it ends. */
function byChunks(line: string, starts: readonly number[]): readonly string[] | undefined {
  const cells = starts.map(() => '');
  const chunks = [...line.matchAll(/\S+(?: \S+)*/gu)];
  for (const { 0: chunk, index } of chunks) {
    const at = starts.findLastIndex((start) => start < index + chunk.length);
    if (at < 0 || cells[at] !== '') return undefined;
    cells[at] = chunk;
  }
  return chunks.length >= LEAST_CHUNKS ? cells : undefined;
}
