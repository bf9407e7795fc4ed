/** Columns of an exchange that are called by their day of delivery alone: "Cash, 3M", "3-months Buyer". */
import { takeTenor } from '#src/domain/reading/quotes/take-specs.ts';
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import type { TimedColumn } from './price-groups.ts';
import { isPriceField } from '../layout.ts';

const CASH = /(?<!\p{L})(?:cash|spot|kass[ae]|cassa|comptant|contado|pronto)(?!\p{L})|现货|現物/iu;

/** Whether a heading is of prompt delivery. */
export const isCash = (heading: string): boolean => CASH.test(heading);

/** The tenor that words are, and nothing else. @example tenorOf('3 months') // "3-month" */
export function tenorOf(words: string): string | undefined {
  const { value, rest } = takeTenor(words);
  return value !== undefined && !/[\p{L}\p{N}]/u.test(rest) ? value : undefined;
}

/** Beside cash prices "3M" is the price of that delivery; elsewhere it may be a change over so many months. */
export function withTenors(
  columns: readonly TimedColumn[],
  numeric: (at: number) => boolean,
): readonly TimedColumn[] {
  if (!columns.some(({ role, heading }) => isPriceField(role) && isCash(heading))) return columns;
  // With one over another time beside it, as "12M", they are changes.
  if (columns.some(({ heading }) => /^\d{1,2} ?[MWDY]$/iu.test(heading) && tenorOf(heading) === undefined))
    return columns;
  return columns.map((column) => {
    const tenor = tenorOf(takeUnit(column.heading).rest);
    return column.role === undefined && tenor !== undefined && numeric(column.at)
      ? { ...column, role: 'price', field: 'price', why: undefined, own: { ...column.own, place: tenor } }
      : column;
  });
}
