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
    ['---', ...STANDINGS.map(() => '---')],
    ...rows.map(({ words, cells }) => [words, ...cells.map((cell) => CELLS[cell])]),
  ];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}
