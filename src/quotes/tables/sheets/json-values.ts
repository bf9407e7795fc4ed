/** The values of JSON, by what they may be in a table: cells, times, and the fields of fields. */
import type { Cell } from './sheet.ts';

export type Scalar = string | number | boolean | null;

export const MOST_DEEP = 4;

export const isScalar = (value: unknown): value is Scalar => value === null || typeof value !== 'object';

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isScalars = (value: unknown): value is readonly Scalar[] =>
  Array.isArray(value) && value.length > 0 && value.every(isScalar);

export const isTime = (cell: unknown): boolean =>
  typeof cell === 'number' ? cell > 1e8 && cell < 1e14 : typeof cell === 'string' && DAY.test(cell);

export const DAY = /^(?:19|20)\d\d(?:[-/.]?(?:0[1-9]|1[0-2])(?:[-/.]?[0-3]\d(?:[T ].*)?)?|-?[QWM]\d{1,2})?$/;

export function flatten(row: unknown, prefix = '', deep = 0): Map<string, Cell> {
  if (!isObject(row) || deep > MOST_DEEP) return new Map();
  return new Map(
    Object.entries(row).flatMap(([key, value]): (readonly [string, Cell])[] => {
      if (isObject(value)) return [...flatten(value, `${prefix}${key} `, deep + 1)];
      return isScalar(value) ? [[`${prefix}${key}`, cellOf(value)]] : [];
    }),
  );
}

export function cellOf(value: unknown): Cell {
  if (typeof value === 'number' || typeof value === 'string') return value;
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : '';
}
