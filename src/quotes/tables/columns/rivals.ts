/** Of several columns that say the same of a row, the one that says it best: a code beside a name is none, and "USD_T" may stand beside its words. */
import type { TableSettings } from '../layout.ts';
import type { TimedColumn } from './price-groups.ts';

type Chosen = TableSettings['chosen'];

/** Why a column of names is left out: what it says must not be another metal. */
export const ALSO_NAME = 'another column names its metal';

/**
 * Of several columns that may name the metal, the one that does best.
 * @param worth How much of a column's cells is read as names.
 */
export function withOneOfNames(
  columns: readonly TimedColumn[],
  chosen: Chosen,
  worth: (at: number) => number,
): readonly TimedColumn[] {
  return withBest(columns, rivals(columns, 'metal', chosen), worth, ALSO_NAME);
}

/** Of several columns that may say the unit, the one that most often says money and mass; where none does, each may have a half of it. */
export function withOneOfUnits(
  columns: readonly TimedColumn[],
  chosen: Chosen,
  wholeUnits: (at: number) => number,
): readonly TimedColumn[] {
  const all = rivals(columns, 'unit', chosen);
  return all.some(({ at }) => wholeUnits(at) > 0) ? withBest(columns, all, wholeUnits, ALSO_UNIT) : columns;
}

/** Why a column of units is left out: what it says must not be another unit. */
export const ALSO_UNIT = 'another column says its unit';

/** Those of one role, side by side; of tables that stand beside one another each has its own. */
function rivals(
  columns: readonly TimedColumn[],
  role: 'metal' | 'unit',
  chosen: Chosen,
): readonly TimedColumn[] {
  const all = columns.filter((column) => column.role === role && chosen?.[String(column.at)] === undefined);
  const isOfSeveral = new Set(all.map(({ heading }) => heading)).size < all.length;
  return isOfSeveral ? [] : all;
}

function withBest(
  columns: readonly TimedColumn[],
  all: readonly TimedColumn[],
  worth: (at: number) => number,
  why: string,
): readonly TimedColumn[] {
  const [best] = all.toSorted((a, b) => worth(b.at) - worth(a.at));
  return columns.map((column) =>
    all.includes(column) && column !== best ? { ...column, role: undefined, why } : column,
  );
}
