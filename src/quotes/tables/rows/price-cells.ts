/** The cells of a row that hold its prices: with their marks taken off, one side of a range as the price, and what is odd among them. */
import { readNumber, settled, type MarkStyle } from '#src/domain/measure/numbers/numbers.ts';
import { shorten } from '#src/domain/measure/days.ts';
import { takeNamed } from '#src/domain/reading/quotes/read-subject.ts';
import { firmnessIn, takeMarks } from '../times/firmness.ts';
import { PRICE_FIELDS, type Layout, type PriceGroup } from '../layout.ts';
import { isNoValue } from '../no-value.ts';
import { isOffer } from '../columns/price-groups.ts';
import type { Fields, Row, RowField } from './row.ts';
import { isEmpty, textOf, type Cell } from '../sheets/sheet.ts';
import { isStruck } from '../sheets/struck.ts';
import { plainCell } from './plain-row.ts';

/** Where one end of a range has a mark that it is not there, the other is the price. */
export function withOneSide(
  prices: Partial<Record<RowField, Cell>>,
  { places }: PriceGroup,
  cells: readonly Cell[],
  columns: Layout['columns'],
): void {
  for (const [one, other] of [
    ['low', 'high'],
    ['high', 'low'],
  ] as const) {
    const at = places.find(([field]) => field === other)?.[1];
    const isMarkedNone =
      at !== undefined &&
      (isEmpty(cells[at])
        ? // Of a list's prices from and to, one alone stands below the first; what is bid alone is no price.
          one === 'low' && !isOffer(columns[places.find(([field]) => field === 'low')?.[1] ?? -1]?.heading)
        : isNoValue(textOf(plainCell(cells[at]))));
    if (
      prices[one] === undefined ||
      prices[other] !== undefined ||
      prices.price !== undefined ||
      !isMarkedNone
    )
      continue;
    prices.price = prices[one];
    delete prices[one];
  }
}

export const unitText = ({ unit = '', currency = '' }: Row) => `${String(unit)} ${String(currency)}`.trim();

export const isMarked = (cells: readonly Cell[], groups: Layout['groups']) =>
  groups.some(({ places }) => places.some(([, at]) => !isEmpty(cells[at])));

/** Money of which "p" is the hundredth, or which is not said. */
const MAY_BE_PENCE = /gb[px]|£|penc|sterling/i;

/**
 * Takes the marks from prices: what says that one is an estimate goes to the row.
 * @returns Why it is no price, where a mark or its note says so
 */
export function unmark(
  prices: Partial<Record<RowField, Cell>>,
  theirs: Fields,
  unit: string,
  notes: Layout['notes'],
): string | undefined {
  for (const field of PRICE_FIELDS) {
    const cell = prices[field];
    if (typeof cell !== 'string') continue;
    if (isStruck(cell)) return `price “${shorten(cell)}” is not a number that counts: it is struck out`;
    const { rest, firmness, notes: marks } = takeMarks(cell, unit === '' || MAY_BE_PENCE.test(unit));
    prices[field] = rest;
    const said = marks.flatMap((mark) => notes?.get(mark) ?? []);
    const firm = [firmness, ...said.map(firmnessIn)].find((one) => one !== undefined && one !== 'settled');
    if (firm === 'forecast') return `“${shorten(cell)}” is a forecast, and no price of its time`;
    if (firm === 'estimated') theirs.estimated = 'yes';
    const other = said.find((words) => saysOtherwise(words));
    if (other !== undefined)
      return `the mark of “${shorten(cell)}” says “${shorten(other)}”: write that into a column of its own`;
  }
  return undefined;
}

/** What is only bid or asked is no price that was paid. */
const ONE_SIDE = /^\W*(?:bids?|asks?|asked|offers?|offered|geld|brief)(?: only| price)?\W*$/iu;

/** Whether a note says that a price is not what its row says: of another unit, place or kind. */
function saysOtherwise(words: string): boolean {
  const { unit, vat, terms, place, payment } = takeNamed(words, []);
  return ONE_SIDE.test(words) || [unit, vat, terms, place, payment].some((one) => one !== undefined);
}

/** A middle price outside its own range: a cell stands in another's place. */
export function unlikeMiddle(prices: Partial<Record<RowField, Cell>>, style: MarkStyle): string | undefined {
  const [low, high, price] = [prices.low, prices.high, prices.price].map((cell) =>
    typeof cell === 'string' ? settled(readNumber(cell, { style }))?.value : cell,
  );
  if (low === undefined || high === undefined || price === undefined) return undefined;
  const room = Math.abs(high) * 0.001;
  return price < low - room || price > high + room
    ? `its middle price ${price} is not between its low ${low} and its high ${high}`
    : undefined;
}
