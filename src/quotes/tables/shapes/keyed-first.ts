/** A statistical office's table whose first cells hold several keys at once, parted by commas, as its heading does: "freq,unit\TIME_PERIOD". */
import type { Cell, TableRecord } from '../sheets/sheet.ts';
import { textOf } from '../sheets/sheet.ts';

const KEYS = /^([\p{L}\w]{1,40}(?:,[\p{L}\w]{1,40}){1,20})\\([\p{L}\w]{1,40})$/u;

/** With a cell for each key; `undefined` where it is no such table. */
export function withKeysApart(records: readonly TableRecord[]): readonly TableRecord[] | undefined {
  const at = records.findIndex(({ cells }) => KEYS.test(textOf(cells[0])));
  const [, names = ''] = KEYS.exec(textOf(records[at]?.cells[0])) ?? [];
  if (names === '') return undefined;
  const keys = names.split(',');
  const rows = records.map((record, i): TableRecord | undefined => {
    if (i < at) return record;
    const [first = '', ...rest] = record.cells;
    const own: readonly Cell[] = i === at ? keys : textOf(first).split(',');
    return own.length === keys.length ? { ...record, cells: [...own, ...rest] } : undefined;
  });
  return rows.every((row) => row !== undefined) ? rows : undefined;
}
