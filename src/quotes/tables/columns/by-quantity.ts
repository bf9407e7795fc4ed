/** The mass that unit prices of a quotation are of, where only the quantity's column says one: what it is times the price is the amount beside it. */
import { readPricePer } from '#src/domain/measure/units.ts';
import { withKnownUnits } from '#src/domain/reading/quotes/foreign-units.ts';
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import type { PriceGroup } from '../layout.ts';
import { numberOf, type TableRecord } from '../sheets/sheet.ts';
import type { TimedColumn } from './price-groups.ts';

/** As a share: amounts are rounded. */
const ROUNDED = 0.002;

/** "Qty (kg)", "数量/kg": the mass in a heading that has no money. */
function massIn(heading: string): string | undefined {
  const { value } = takeUnit(heading.replace(/[,，]\s*(?=\p{L}{1,4}\.?$)/u, ' per '));
  const { money, mass } = readPricePer(withKnownUnits(value ?? ''));
  return money === undefined ? mass?.id : undefined;
}

/** `undefined` where no such columns stand beside the prices, or a row's numbers are no such product. */
export function massByQuantity(
  columns: readonly TimedColumn[],
  groups: readonly PriceGroup[],
  samples: readonly TableRecord[],
): string | undefined {
  const [group, ...more] = groups;
  const [place, ...others] = group?.places ?? [];
  if (place === undefined || others.length > 0 || more.length > 0) return undefined;
  const left = columns.filter(({ role }) => role === undefined || role === 'ignored');
  const found = left.flatMap((quantity) => {
    const mass = massIn(quantity.heading);
    const isProduct = (amount: TimedColumn) => {
      const rows = samples.flatMap(({ cells }) => {
        const [many, price, sum] = [quantity.at, place[1], amount.at].map((at) => numberOf(cells[at]));
        return many === undefined || price === undefined || sum === undefined ? [] : [{ many, price, sum }];
      });
      return (
        rows.length > 0 &&
        rows.every(({ many, price, sum }) => Math.abs(many * price - sum) <= Math.abs(sum) * ROUNDED)
      );
    };
    return mass !== undefined && left.some((amount) => amount !== quantity && isProduct(amount))
      ? [mass]
      : [];
  });
  return new Set(found).size === 1 ? found[0] : undefined;
}
