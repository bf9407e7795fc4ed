/** A column that is called as prices may be, and is none: the value of a row beside its price. */
import { isPriceField } from '../layout.ts';
import type { TimedColumn } from './price-groups.ts';

const SUM =
  /^(?:total |line |stock )?(?:value|wert|gesamtwert|warenwert|valeur|valor|valore|importe|importo|wartość|сумма|стоимость|金额|总价|価額|금액)(?:[\s(/[].*)?$/iu;
const PRICE = /price|preis|prix|preci[oi]|prezz[oi]|preço|cen[ay]|цена|单价|价格|単価|価格|단가|가격/iu;

/** Without the value of a line where another column is called its price. */
export function withoutSums(columns: readonly TimedColumn[]): readonly TimedColumn[] {
  const isPriced = columns.some(
    ({ role, why, heading }) =>
      isPriceField(role) && why === undefined && PRICE.test(heading) && !SUM.test(heading),
  );
  return isPriced
    ? columns.map((column) =>
        column.role === 'price' && SUM.test(column.heading.trim())
          ? { ...column, role: 'ignored', why: 'it is the value of a row' }
          : column,
      )
    : columns;
}
