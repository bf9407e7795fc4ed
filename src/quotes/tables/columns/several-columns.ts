/** Of several columns that may say one thing of a row, which one is meant: dates that are called so, and the unit of the price. */
import { shorten } from '#src/domain/measure/days.ts';
import type { Layout, PriceGroup } from '../layout.ts';
import type { RowField } from '../rows/row.ts';
import { textOf, type Cell } from '../sheets/sheet.ts';
import type { TimedColumn } from './price-groups.ts';
import { ALSO_UNIT } from './rivals.ts';
import { areOtherUnits } from './stated-units.ts';

/** "Order Price Unit" beside "Order Unit", which is that of the quantity. */
const OF_PRICE =
  /price|preis|prix|preci[oi]|prezz[oi]|preço|cen[ay]|цен|fiyat|单价|价格|計价|计价|报价|単価|価格|단가|가격|(?<!\p{L})opu(?!\p{L})|bprme|bpme/iu;

/** Those that are surely meant come first. */
export const bestFirst = (columns: readonly TimedColumn[]): readonly TimedColumn[] =>
  columns.toSorted(
    (a, b) =>
      Number(b.isCalled === true) - Number(a.isCalled === true) ||
      Number(b.role === 'unit' && OF_PRICE.test(b.heading)) -
        Number(a.role === 'unit' && OF_PRICE.test(a.heading)),
  );

/** Whether the column of units is called that of prices. */
export const isUnitOfPrice = ({ places, columns }: Pick<Layout, 'places' | 'columns'>): boolean => {
  const first = places.find(([field]) => field === 'unit')?.[1];
  return OF_PRICE.test(columns.find(({ at }) => at === first)?.heading ?? '');
};

/** Columns that say a unit, too, where none is called that of the price. */
export function otherUnits(
  columns: readonly TimedColumn[],
  places: readonly (readonly [RowField, number])[],
  seconds: readonly (readonly [RowField, number])[],
  groups: readonly PriceGroup[],
): readonly number[] {
  const also = columns.flatMap(({ why, at }) => (why === ALSO_UNIT ? [at] : []));
  if (isUnitOfPrice({ places, columns })) return also;
  return [
    ...also,
    ...seconds.flatMap(([field, at]) =>
      field === 'unit' && !groups.some(({ beside }) => beside?.some(([, place]) => place === at)) ? [at] : [],
    ),
  ];
}

/** Why nobody can say what a row's price is of: another cell of it, or a line that speaks of all prices, says other money or another mass. */
export function twoUnits(
  unit: string,
  cells: readonly Cell[],
  { otherUnits: at = [], unitOfAll = '' }: Layout,
): string | undefined {
  const other = [...at.map((place) => textOf(cells[place])), unitOfAll].find(
    (text) => text !== '' && areOtherUnits(unit, text),
  );
  return other === undefined
    ? undefined
    : `it says “${shorten(unit)}” and “${shorten(other)}”: nobody can say which its price is of`;
}
