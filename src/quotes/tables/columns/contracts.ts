/** Contracts of an exchange: of one metal several are priced on one day, each for its own delivery, and each is a price of its own. */
import { timeIn } from '../cell-kinds.ts';
import type { Row, RowField } from '../rows/row.ts';
import { textOf, type TableRecord } from '../sheets/sheet.ts';
import type { TimedColumn } from './price-groups.ts';

const CONTRACT =
  /^(?:contracts?|contract (?:month|code)|delivery (?:month|period)|prompt(?: date)?|maturity|expiry(?: month)?|tenor|kontrakt|liefermonat|échéance|vencimiento|scadenza|合约|合约月份|合约代码|交割月份?|限月|срок поставки)$/iu;

/** The column of contracts, where rows of one metal and day differ by it. @param samples The first rows. */
export function contractsAt(
  columns: readonly TimedColumn[],
  places: readonly (readonly [RowField, number])[],
  samples: readonly TableRecord[],
): number | undefined {
  const at = columns.find(({ role, heading }) => role === 'ignored' && CONTRACT.test(heading.trim()))?.at;
  if (at === undefined) return undefined;
  const own = places.filter(([field]) => field !== 'unit' && field !== 'currency').map(([, place]) => place);
  const seen = new Map<string, string>();
  const isSeveral = samples.some(({ cells }) => {
    const key = JSON.stringify(own.map((place) => textOf(cells[place])));
    const contract = textOf(cells[at]);
    const before = seen.get(key);
    seen.set(key, contract);
    return contract !== '' && before !== undefined && before !== '' && before !== contract;
  });
  return isSeveral ? at : undefined;
}

/**
 * The column of dates that are months still to come on the day that a title says: those of delivery, and no dates of prices.
 * @param day The day of all prices, by the titles.
 */
export function deliveriesAt(
  places: readonly (readonly [RowField, number])[],
  samples: readonly TableRecord[],
  day: Row['date'],
  today: string,
): number | undefined {
  const at = places.find(([field]) => field === 'date')?.[1];
  if (at === undefined || typeof day !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
  const times = samples.flatMap(
    ({ cells }) => timeIn(cells[at], today) ?? monthOf(textOf(cells[at]), today) ?? [],
  );
  return times.length > 0 && times.every(({ grain, to }) => grain === 'month' && to > day) ? at : undefined;
}

/** "DEC26", as exchanges write it. */
const monthOf = (text: string, today: string) => {
  const [, month, year] = /^(\p{L}{3})[- ]?(\d\d)$/u.exec(text) ?? [];
  return month === undefined ? undefined : timeIn(`${month} 20${year ?? ''}`, today);
};
