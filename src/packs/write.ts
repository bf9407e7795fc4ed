/** A pack as it is written: one row of a table a line, the same to the byte each time. */
import type { TableDraft } from './mcs-draft.ts';

/** Cells that stand in a line; a row with more is broken. */
const IN_LINE = 24;

export function writePack({ tables, ...head }: { readonly tables: readonly TableDraft[] }): string {
  const start = JSON.stringify(head, null, 2).replace(/\n\}$/u, '');
  return `${start},\n  "tables": [\n${tables.map(writeTable).join(',\n')}\n  ]\n}\n`;
}

function writeTable({ rows, footnotes = [], ...head }: TableDraft): string {
  const start = JSON.stringify(head, (_, value: unknown) => value).replace(/\}$/u, '');
  const notes =
    footnotes.length === 0
      ? ''
      : `,\n      "footnotes": [${lines(footnotes.map((note) => JSON.stringify(note)))}]`;
  return `    ${start},\n      "rows": [${lines(rows.map(writeRow))}]${notes} }`;
}

const lines = (items: readonly string[]): string => `\n        ${items.join(',\n        ')}\n      `;

function writeRow(cells: readonly string[]): string {
  if (cells.length <= IN_LINE) return JSON.stringify(cells).replaceAll('","', '", "');
  const chunks = [cells.slice(0, 1)];
  for (let at = 1; at < cells.length; at += 12) chunks.push(cells.slice(at, at + 12));
  return `[${chunks.map((chunk) => JSON.stringify(chunk).slice(1, -1)).join(',\n          ')}]`;
}
