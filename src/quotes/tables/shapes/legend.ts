/**
 * Tables whose headings or names are codes that lines around them explain: "# MB-CO-0005 = Cobalt standard grade, US$/lb" over
 * "MB-CO-0005 Low". They are read as if the words stood in the place of the code.
 */
import { takeNamed } from '#src/domain/reading/quotes/read-subject.ts';
import { roleOf } from '../columns/headings/heading-words.ts';
import type { RowContext } from '../rows/row.ts';
import { isEmpty, textOf, type Cell, type TableRecord } from '../sheets/sheet.ts';

/** Longer tables are looked through at both ends. */
const MOST_LOOKED_AT = 60;
const LINE =
  /^[#*/>\s-]{0,6}([\p{L}\d][\p{L}\d._/-]{0,24})\s{0,3}(?:=|[:：]|[–—]|->|→|\s-\s)\s{0,3}(\S.{2,160})$/u;

/** A code and its words, where a line says nothing else and the words name a metal. */
function explained({ cells }: TableRecord, { materials }: RowContext): readonly [string, string] | undefined {
  const filled = cells.filter((cell) => !isEmpty(cell));
  const [, code = '', words = ''] = LINE.exec(filled.map(textOf).join(', ')) ?? [];
  // "Price: copper" is a title.
  if (code === '' || roleOf(code) !== undefined || filled.some((cell) => typeof cell === 'number'))
    return undefined;
  return takeNamed(words, materials).material === undefined ? undefined : [code, words];
}

/** The code that a cell is, or that stands before the word of its role. */
function codeOf(cell: Cell, codes: ReadonlyMap<string, string>): string | undefined {
  const text = textOf(cell);
  if (codes.has(text)) return text;
  return [...codes.keys()].find(
    (code) => text.startsWith(code) && /^[ _/:.-]/u.test(text.slice(code.length)),
  );
}

/** The same with words for codes; `undefined` where no line explains what stands in its cells. */
export function explainedByLegend(
  records: readonly TableRecord[],
  context: RowContext,
): readonly TableRecord[] | undefined {
  const ends = [...records.slice(0, MOST_LOOKED_AT), ...records.slice(MOST_LOOKED_AT).slice(-MOST_LOOKED_AT)];
  const legend = new Map(
    ends.flatMap((record) => {
      const pair = explained(record, context);
      return pair === undefined ? [] : [[record, pair] as const];
    }),
  );
  const codes = new Map(legend.values());
  if (codes.size === 0 || codes.size < legend.size) return undefined;
  const inWords = (cell: Cell): Cell => {
    const code = typeof cell === 'string' ? codeOf(cell, codes) : undefined;
    return code === undefined
      ? cell
      : `${codes.get(code) ?? ''} ${textOf(cell)
          .slice(code.length)
          .replace(/^[_/:.-]/u, ' ')}`.trim();
  };
  const used = records.some(
    (record) => !legend.has(record) && record.cells.some((cell) => inWords(cell) !== cell),
  );
  return used
    ? records.flatMap((record) =>
        legend.has(record) ? [] : [{ ...record, cells: record.cells.map(inWords) }],
      )
    : undefined;
}

/** "# Global price of copper": a comment, wherever it stands, and no grade as "#1 copper". */
const COMMENT = /^(?:#{1,3}|\/\/)\s?\p{L}/u;

const isComment = ({ cells: [first, ...others] }: TableRecord) =>
  COMMENT.test(textOf(first)) && others.every((cell) => typeof cell === 'string' && !/^[\d.,]+$/u.test(cell));

/** Comments between the heading and the rows stand above all of it. */
export function commentsAbove(records: readonly TableRecord[]): readonly TableRecord[] {
  const head = records.slice(0, MOST_LOOKED_AT);
  const comments = head.filter(isComment);
  return comments.length === 0
    ? records
    : [
        ...comments.map((record) => ({
          ...record,
          cells: [
            record.cells
              .filter((cell) => !isEmpty(cell))
              .map(textOf)
              .join(', '),
          ],
        })),
        ...head.filter((record) => !comments.includes(record)),
        ...records.slice(MOST_LOOKED_AT),
      ];
}
