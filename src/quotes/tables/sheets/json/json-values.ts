/** The values of JSON, by what they may be in a table: cells, times, and the fields of fields. */
import type { Cell } from '../sheet.ts';

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

/** What services put a record's own fields in. */
const ENVELOPE = /^(?:attributes|properties|fields|_source|node|payload|record|document|doc)$/i;
/** What stands beside it, and is of the service. */
const OF_SERVICE =
  /^(?:type|id|links|relationships|_index|_id|_type|_score|sort|cursor|__typename|geometry|uri|etag|meta|version)$/i;

/** The fields of an object and of those within it, by their names one after the other; without the envelope that holds them. */
export function flatten(row: unknown, prefix = '', deep = 0): Map<string, Cell> {
  if (!isObject(row) || deep > MOST_DEEP) return new Map();
  const entries = Object.entries(row);
  const isWrapped = entries.some(([key, value]) => ENVELOPE.test(key) && isObject(value));
  const own = isWrapped ? entries.filter(([key]) => !OF_SERVICE.test(key)) : entries;
  const names = new Set(own.map(([key]) => key));
  return new Map(
    own.flatMap(([key, value]): (readonly [string, Cell])[] => {
      if (isObject(value)) {
        const isEnvelope = ENVELOPE.test(key) && !Object.keys(value).some((name) => names.has(name));
        return [...flatten(value, isEnvelope ? prefix : `${prefix}${key} `, deep + 1)];
      }
      return isScalar(value) ? [[`${prefix}${key}`, cellOf(value)]] : [];
    }),
  );
}

export function cellOf(value: unknown): Cell {
  if (typeof value === 'number' || typeof value === 'string') return value;
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : '';
}
