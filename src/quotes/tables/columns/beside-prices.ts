/** Numbers beside prices that are none of their own: middles of ranges, serial numbers below "Sr". */
import { isPriceField } from '../layout.ts';
import type { TimedColumn } from './price-groups.ts';

const RANGE = /\d\s?(?:[-–—~～]|to|bis|至)\s?[^\d\s]{0,3}\s?\d/iu;
/** How much of a column must be ranges. */
const MOSTLY = 0.6;

/** The only number beside a column of ranges is their middle, whatever it is called. */
export function withoutMiddles(
  columns: readonly TimedColumn[],
  texts: (at: number) => readonly string[],
): readonly TimedColumn[] {
  const ofPrice = columns.filter(({ role, why }) => role === 'price' && why === undefined);
  const areRanges = ({ at }: TimedColumn) => {
    const all = texts(at);
    return all.length > 0 && all.filter((text) => RANGE.test(text)).length >= all.length * MOSTLY;
  };
  const middles = (column: TimedColumn) =>
    ofPrice.some(
      (other) =>
        other !== column &&
        areRanges(other) &&
        !areRanges(column) &&
        JSON.stringify({ ...other.own, unit: '' }) === JSON.stringify({ ...column.own, unit: '' }),
    );
  return columns.map((column) =>
    ofPrice.includes(column) && middles(column)
      ? { ...column, role: undefined, why: 'it is the middle of the range beside it' }
      : column,
  );
}

/** A symbol over numbers, where each row names its own metal, names none: "Sr" over 1, 2, 3 is no strontium. */
export function withoutSymbols(
  columns: readonly TimedColumn[],
  isNames: (at: number) => boolean,
): readonly TimedColumn[] {
  if (!columns.some(({ role, at }) => role === 'metal' && isNames(at))) return columns;
  return columns.map((column) =>
    isPriceField(column.role) &&
    column.isCalled !== true &&
    column.own['metal'] !== undefined &&
    column.own['unit'] === undefined &&
    column.heading.length < 3
      ? { ...column, role: undefined, why: 'each row names its own metal' }
      : column,
  );
}
