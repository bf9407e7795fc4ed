/** A column of metals whose heading does not say so, as “Details” or none at all: an invoice has freight and pallets among them. */
import { isPriceField } from '#src/quotes/tables/layout.ts';
import type { TimedColumn } from '../price-groups.ts';

/** So many of its cells must name metals at least, and so great a share of them. */
const LEAST_NAMED = 2;
const LEAST_SHARE = 0.2;
/** The same of a column that is called something else: “Contract” over exchanges' goods. */
const SHARE_OF_OTHERS = 0.5;

/** What else a column of names may be called: “Market”, “Series”, “Assessment type”. */
const MAY_BE_NAMES: ReadonlySet<TimedColumn['role']> = new Set([
  'purity',
  'ignored',
  'place',
  'source',
  'form',
]);

/** "PT.CHGE" over changes names no platinum, and "Quoted In" over units no indium. */
const isNamed = ({ role, own }: TimedColumn) =>
  role === 'metal' || (own['metal'] !== undefined && (isPriceField(role) || role === 'time'));

/**
 * Where neither a heading nor a column says of what the prices are, the column that names the most metals does.
 * @param cells The texts of a column's first cells, without empty ones. @param isName Whether a text names a metal and nothing else.
 */
export function withUncalledNames(
  columns: readonly TimedColumn[],
  cells: (at: number) => readonly string[],
  numeric: (at: number) => boolean,
  isName: (text: string) => boolean,
): readonly TimedColumn[] {
  if (columns.some(isNamed)) return columns;
  const counted = columns
    .filter(
      ({ role, at, time }) =>
        (role === undefined || MAY_BE_NAMES.has(role)) && time === undefined && !numeric(at),
    )
    .map((column) => {
      const all = cells(column.at);
      // One letter or two may be anything: a place, a customer's class.
      const named = all.filter((text) => /\p{L}{3}|\p{Script=Han}/u.test(text) && isName(text)).length;
      return { column, named, share: named / Math.max(1, all.length), isSmall: all.length <= LEAST_NAMED };
    })
    .filter(
      ({ column, named, share, isSmall }) =>
        (named >= LEAST_NAMED || (isSmall && named > 0)) &&
        share >= (column.role === undefined || column.role === 'purity' ? LEAST_SHARE : SHARE_OF_OTHERS),
    )
    .toSorted((a, b) => b.named - a.named);
  const [best, second] = counted;
  if (best === undefined || best.named === second?.named) return columns;
  return columns.map((column) =>
    column === best.column ? { ...column, role: 'metal', why: undefined } : column,
  );
}
