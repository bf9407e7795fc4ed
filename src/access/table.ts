/** The table of who may do what, as Markdown for the documentation. */
import { STANDINGS } from './actor.ts';
import { TABLE, type Cell } from './may.ts';

const CELLS: Readonly<Record<Cell, string>> = {
  yes: 'yes',
  no: '–',
  open: 'unless `DIGEST_ADMINS_ONLY`',
  feeds: 'as `mayEnter` says',
  named: 'if `mayEnter` names them',
};

export function tableAsMarkdown(): string {
  const rows = Object.values(TABLE).flatMap((objects) => Object.values(objects));
  const lines = [
    ['', ...STANDINGS],
    ...rows.map(({ words, cells }) => [words, ...cells.map((c) => CELLS[c])]),
  ];
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0))) ?? [];
  const [head, ...body] = lines.map((line) => line.map((cell, i) => cell.padEnd(widths[i] ?? 0)));
  const rule = widths.map((width) => '-'.repeat(width));
  return [head ?? [], rule, ...body].map((line) => `| ${line.join(' | ')} |`).join('\n');
}
