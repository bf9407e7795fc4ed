/** Tables of text whose lines are read one by one as they come: each makes a row, none, or ends one that several lines make. */
import { FeedError } from '#src/quotes/feeds/feed.ts';
import type { Pieces } from '../decode.ts';
import type { TableRecord } from '../sheet.ts';

const LONGEST_LINE = 100_000;

/** @returns The rows that a line ends; the last call has no line. */
export type LineReader = (line: string | undefined) => readonly (readonly string[])[];

/** Lines without what ends them. @throws FeedError where one is too long */
export async function* linesIn(pieces: Pieces): AsyncGenerator<string> {
  const text = new TextDecoder('utf-8', { ignoreBOM: false });
  let rest = '';
  let line = 0;
  for await (const piece of pieces) {
    const rows = (rest + text.decode(piece, { stream: true })).split(/\r\n|\n|\r(?!$)/u);
    rest = rows.pop() ?? '';
    for (const row of [...rows, ...(rest.length > LONGEST_LINE ? [rest] : [])]) {
      line += 1;
      if (row.length > LONGEST_LINE) throw new FeedError(`it is no table: its line ${line} is too long`);
      yield row;
    }
  }
  yield rest + text.decode();
}

/** The rows of such a table, each with the line that ends it. */
export async function* recordsByLines(pieces: Pieces, read: LineReader): AsyncGenerator<TableRecord> {
  let line = 0;
  for await (const row of linesIn(pieces)) {
    line += 1;
    for (const cells of read(row)) yield { line, cells };
  }
  for (const cells of read(undefined)) yield { line, cells };
}
