/** Columns of metals whose headings say more of them than is known: "Nickel cathode (Norway)", "Aluminium P1020 MJP all-in". */
import { detailsIn } from '#src/domain/reading/quotes/goods-with-details.ts';
import { takeNamed } from '#src/domain/reading/quotes/read-subject.ts';
import type { Material } from '#src/domain/series/material.ts';
import type { TimedColumn } from '../price-groups.ts';
import { takeRole } from './heading-words.ts';

/**
 * With those whose words can be of no other good, where no other column is of their metal: of two, the words may say that one is a
 * change, or another day's.
 * @param numeric Whether a column holds prices. @param isDoubtful Whether its numbers look like changes or shares.
 */
export function withDetailedNames(
  columns: readonly TimedColumn[],
  materials: readonly Material[],
  numeric: (at: number) => boolean,
  isDoubtful: (column: TimedColumn) => boolean,
): readonly TimedColumn[] {
  const detailed = (column: TimedColumn): string | undefined => {
    const { own, role, why, at, heading, time } = column;
    if (own['metal'] === undefined || role !== undefined || time !== undefined) return undefined;
    if (why?.endsWith('not known here') !== true || !numeric(at) || isDoubtful(column)) return undefined;
    if (columns.some((other) => other !== column && other.own['metal'] === own['metal'])) return undefined;
    if (takeRole(heading).role !== undefined && takeRole(heading).role !== 'price') return undefined;
    return detailsIn(heading, takeNamed(heading, materials), materials)?.join(' ');
  };
  return columns.map((column) => {
    const words = detailed(column);
    if (words === undefined) return column;
    const purity = [column.own['purity'] ?? '', words].filter((part) => part !== '').join(' ');
    return { ...column, role: 'price', field: 'price', why: undefined, own: { ...column.own, purity } };
  });
}
