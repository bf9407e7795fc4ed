/**
 * Rows of statistics of one metal, as surveys of geologists have them: production, trade and stocks, and among them "Price, average,
 * dollars per pound", below years. Only the rows of prices are kept.
 */
import { readPricePer } from '#src/domain/measure/units.ts';
import { withKnownUnits } from '#src/domain/reading/quotes/foreign-units.ts';
import { readSubject, takeNamed } from '#src/domain/reading/quotes/read-subject.ts';
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import { headingTimeIn } from '../cell-kinds.ts';
import { OF_PRICES } from '../times/title-times.ts';
import type { RowContext } from '../rows/row.ts';
import { isEmpty, textOf, type TableRecord } from '../sheets/sheet.ts';

const MOST_ROWS = 500;
/** Words of such a label that make no other price of it. */
const PLAIN = /price|prices|preis\p{L}*|prix|precio|average|annual|mean|yearly|u\.s\.|spot|[,:;()–—-]/giu;

function unitOf(label: string): string | undefined {
  const { value } = takeUnit(label);
  const { money, mass } = readPricePer(withKnownUnits(value ?? ''));
  return money === undefined || mass === undefined ? undefined : value;
}

const isPrice = ({ cells: [first] }: TableRecord) =>
  OF_PRICES.test(textOf(first)) && unitOf(textOf(first)) !== undefined;

/** The same with the metal of the title and the unit of the label; `undefined` where its rows are none of statistics. */
export function pricesOfStatistics(
  records: readonly TableRecord[],
  { materials, today }: RowContext,
): readonly TableRecord[] | undefined {
  if (records.length > MOST_ROWS) return undefined;
  const at = records.findIndex(
    ({ cells: [, ...others] }) =>
      others.filter((cell) => !isEmpty(cell)).length > 1 &&
      others.every((cell) => isEmpty(cell) || headingTimeIn(cell, today) !== undefined),
  );
  const heading = records[at];
  if (heading === undefined) return undefined;
  const named = records
    .slice(0, at + 1)
    .flatMap(({ cells: [first] }) => takeNamed(textOf(first), materials).material?.id ?? []);
  const [metal] = new Set(named);
  if (metal === undefined || new Set(named).size > 1) return undefined;
  const body = records.slice(at + 1);
  const rows = body.filter((record) => record.cells.filter((cell) => !isEmpty(cell)).length > 1);
  const priced = rows.filter(isPrice);
  // Rows that name metals are a table of prices.
  if (priced.length === 0 || priced.length === rows.length) return undefined;
  if (rows.some(({ cells: [first] }) => readSubject(textOf(first), materials) !== undefined))
    return undefined;
  const made = body.map((record): TableRecord => {
    const label = textOf(record.cells[0]);
    // The others are told as what they are: no prices.
    if (!priced.includes(record)) return { ...record, cells: [label] };
    const name = `${metal} ${takeUnit(label).rest.replaceAll(PLAIN, ' ')}`.trim();
    return { ...record, cells: [name, unitOf(label) ?? '', ...record.cells.slice(1)] };
  });
  return [
    ...records.slice(0, at),
    { ...heading, cells: ['Metal', 'Unit', ...heading.cells.slice(1)] },
    ...made,
  ];
}
