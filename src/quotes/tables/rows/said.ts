/** What a field of a row says, or the reason why nobody can tell. */
import { shorten } from '#src/domain/measure/days.ts';
import type { Cell } from '#src/domain/reading/quotes/read-cell.ts';
import { RowFault, text, type Row, type RowField } from './row.ts';

/** What a column says; `undefined` where it has none, or says that it is unstated. */
export function said<T>(row: Row, field: RowField, read: (value: string) => T | undefined): T | undefined {
  return row[field] === undefined || /^unstated$/i.test(text(row, field))
    ? undefined
    : known(row, field, read);
}

/** @throws RowFault with the reason why a row is no price */
export function raise(reason: string): never {
  throw new RowFault(reason);
}

/** The value of a cell. @throws RowFault with the reason of one that can't be read */
export function must<T>(cell: Cell<T>): T {
  return cell.ok ? cell.value : raise(cell.reason);
}

/** What a field says by a reader of its words. @throws RowFault where it says something else */
export function known<T>(row: Row, field: RowField, read: (value: string) => T | undefined): T {
  const value = read(text(row, field));
  if (value === undefined) throw new RowFault(`${field} “${shorten(text(row, field))}” is not known here`);
  return value;
}
