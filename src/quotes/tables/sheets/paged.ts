/** Lists of printers in pages: with a sign before each line that says how far the paper moves, form feeds, and a heading on each page. */
import type { Pieces } from './decode.ts';
import { linesIn } from './lines/line-reader.ts';

/** "1" begins a page, "0" and "-" leave lines free. */
const CONTROL = /^[ 01+-]/u;
const LEAST_LINES = 4;
/** Lines of a page's head. */
const MOST_HEAD = 12;

/** How each line is written plainly; `undefined` of a line that comes again on each page. */
type Plain = (line: string) => string | undefined;

/** `undefined` where it has no pages. */
export function pagesIn(head: string): (() => Plain) | undefined {
  const lines = head.split(/\r\n|\n|\r/u).filter((line) => line.trim() !== '');
  const isControlled =
    lines.length >= LEAST_LINES &&
    lines.every((line) => CONTROL.test(line.replace(/^\f/u, ''))) &&
    lines.some((line) => /^\f?1(?:\S| {2})/u.test(line)) &&
    lines.filter((line) => /^\f?[10]\p{L}|^\f?1 {3,}\p{L}/u.test(line)).length > 0 &&
    lines.filter((line) => line.startsWith(' ')).length >= lines.length / 3;
  if (!isControlled && !/(?:^|\n)\f/u.test(head)) return undefined;
  return () => pagedLines(isControlled);
}

function pagedLines(isControlled: boolean): Plain {
  const seen = new Set<string>();
  let page = 0;
  let line = 0;
  return (given) => {
    const isBreak = given.startsWith('\f');
    const bare = given.replace(/^\f+/u, '');
    if (isBreak || (isControlled && bare.startsWith('1'))) {
      page += 1;
      line = 0;
    }
    const text = isControlled ? bare.slice(1) : bare;
    line += text.trim() === '' ? 0 : 1;
    // But for the number of its page.
    const key = text.trim().replaceAll(/\d+/gu, '#').replaceAll(/\s+/gu, ' ');
    if (page < 2) {
      if (line <= MOST_HEAD) seen.add(key);
      return text;
    }
    return line <= MOST_HEAD && seen.has(key) && /\p{L}/u.test(key) && !hasPrice(text) ? undefined : text;
  };
}

/** A row of a later page that is like one of the first, but for its numbers, is no heading. */
const hasPrice = (text: string): boolean => /\d[.,]\d/u.test(text);

/** The same text without pages. */
export const plainText = (text: string, plain: Plain): string =>
  text
    .split(/\r\n|\n|\r/u)
    .map((line) => plain(line) ?? '')
    .join('\n');

export async function* plainPieces(pieces: Pieces, plain: Plain): Pieces {
  for await (const line of linesIn(pieces)) yield Buffer.from(`${plain(line) ?? ''}\n`);
}
