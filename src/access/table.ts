/** The table of who may do what, in words for the documentation. */
import { STANDINGS } from './actor.ts';
import { TABLE, type Cell } from './may.ts';

const CELLS: Readonly<Record<Cell, string>> = {
  yes: 'yes',
  no: '–',
  open: 'unless `DIGEST_ADMINS_ONLY`',
  feeds: 'as `mayEnter` says',
  named: 'if `mayEnter` names them',
};

/** Its rows, the heading first. */
export function accessRows(): readonly (readonly string[])[] {
  const rows = Object.values(TABLE).flatMap((objects) => Object.values(objects));
  return [['', ...STANDINGS], ...rows.map(({ words, cells }) => [words, ...cells.map((c) => CELLS[c])])];
}
