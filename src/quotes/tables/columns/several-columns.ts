/** Of several columns that may say one thing of a row, which one is meant: dates that are called so, and the unit of the price. */
import { readPricePer } from '#src/domain/measure/units.ts';
import { shorten } from '#src/domain/measure/days.ts';
import { withKnownUnits } from '#src/domain/reading/quotes/foreign-units.ts';
import type { Layout, PriceGroup } from '../layout.ts';
import type { RowField } from '../rows/row.ts';
import { textOf, type Cell } from '../sheets/sheet.ts';
import type { TimedColumn } from './price-groups.ts';

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

/** Columns that say a unit, too, where none is called that of the price. */
export function otherUnits(
  columns: readonly TimedColumn[],
  places: readonly (readonly [RowField, number])[],
  seconds: readonly (readonly [RowField, number])[],
  groups: readonly PriceGroup[],
): readonly number[] {
  const first = places.find(([field]) => field === 'unit')?.[1];
  if (OF_PRICE.test(columns.find(({ at }) => at === first)?.heading ?? '')) return [];
  return seconds.flatMap(([field, at]) =>
    field === 'unit' && !groups.some(({ beside }) => beside?.some(([, place]) => place === at)) ? [at] : [],
  );
}

const massOf = (text: string) => {
  const { mass, times } = readPricePer(withKnownUnits(text));
  return mass === undefined ? undefined : `${mass.id} ${times}`;
};

/** Why nobody can say what a row's price is of: two of its cells say other masses. */
export function twoMasses(
  unit: string,
  cells: readonly Cell[],
  { otherUnits: at = [] }: Layout,
): string | undefined {
  const own = massOf(unit);
  const other = at
    .map((place) => textOf(cells[place]))
    .find((text) => text !== '' && massOf(text) !== undefined && massOf(text) !== own);
  return own === undefined || other === undefined
    ? undefined
    : `it says “${shorten(unit)}” and “${shorten(other)}”: nobody can say which its price is of`;
}
