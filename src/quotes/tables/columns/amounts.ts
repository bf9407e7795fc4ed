/** Columns of amounts, as the condition records of purchasing programs have them: "10,854.00 EUR per 100 kg" in four columns. */
import { isPriceField } from '../layout.ts';
import type { TimedColumn } from './price-groups.ts';

const AMOUNT =
  /^(?:betrag|konditionsbetrag|kbetr|(?:condition )?amount|montant|importe|importo|bedrag|kwota)$/iu;

/** An amount is no price, but where "per 100" stands beside it and nothing else is one. */
export function withAmounts(
  columns: readonly TimedColumn[],
  numeric: (at: number) => boolean,
): readonly TimedColumn[] {
  const amounts = columns.filter(
    ({ role, heading, at }) => role === 'ignored' && AMOUNT.test(heading.trim()) && numeric(at),
  );
  const [only] = amounts;
  if (
    amounts.length !== 1 ||
    !columns.some(({ role }) => role === 'mass') ||
    !columns.some(({ role }) => role === 'currency') ||
    columns.some(({ role }) => isPriceField(role) || role === 'time')
  )
    return columns;
  return columns.map((column) =>
    column === only ? { ...column, role: 'price', field: 'price', why: undefined } : column,
  );
}
