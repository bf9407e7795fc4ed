/** Lists of an exchange with metals in columns and days of delivery in rows: "Cash" above "3-month", and stocks below. They are read with each metal as a row. */
import { readSubject } from '#src/domain/reading/quotes/read-subject.ts';
import { isAmount } from '../cell-kinds.ts';
import { isCash, tenorOf } from '../columns/tenors.ts';
import type { RowContext } from '../rows/row.ts';
import { isEmpty, textOf, type Cell, type TableRecord } from '../sheets/sheet.ts';

/** Such lists are of one day, and have few kinds of rows. */
const [MOST_ABOVE, MOST_ROWS] = [40, 40];
/** What may stand behind a delivery: "3-month bid". */
const SIDE = /(?<!\p{L})(?:bid|ask|offer|buyer|seller|buy|sell|settlement|official|geld|brief)s?(?!\p{L})/giu;

const isDelivery = (label: string): boolean =>
  isCash(label) || tenorOf(label.replaceAll(SIDE, ' ').trim()) !== undefined;

/** The same with each metal as a row; `undefined` where no rows of deliveries stand below metals. */
export function withMetalsDown(
  records: readonly TableRecord[],
  { materials, today }: Pick<RowContext, 'materials' | 'today'>,
): readonly TableRecord[] | undefined {
  const isHeading = ({ cells: [label, ...names] }: TableRecord, at: number) => {
    const named = names.filter((cell) => !isEmpty(cell));
    const below = records[at + 1]?.cells ?? [];
    return (
      named.length > 1 &&
      typeof below[0] === 'string' &&
      isAmount(below[1], today) &&
      named.every((cell) => typeof cell === 'string' && readSubject(cell, materials) !== undefined) &&
      readSubject(textOf(label), materials) === undefined
    );
  };
  const above = records.slice(0, MOST_ABOVE).findIndex(isHeading);
  const heading = records[above];
  if (heading === undefined) return undefined;
  const [, ...names] = heading.cells;
  const body = records.slice(above + 1);
  const length = body.findIndex(
    ({ cells }) => isEmpty(cells[0]) || cells.slice(1).every((cell) => isEmpty(cell)),
  );
  const rows = length < 0 ? body : body.slice(0, length);
  const labels = rows.map(({ cells }) => textOf(cells[0]));
  // One that comes again is of another day or list.
  if (
    !labels.some(isDelivery) ||
    rows.length < 2 ||
    rows.length > MOST_ROWS ||
    new Set(labels).size < labels.length
  )
    return undefined;
  const rest = body.slice(rows.length);
  if (rest.some(({ cells }) => cells.filter((cell) => !isEmpty(cell)).length > 1)) return undefined;
  const made = names.flatMap((name, i): TableRecord[] =>
    isEmpty(name)
      ? []
      : [{ line: heading.line, cells: [name, ...rows.map(({ cells }): Cell => cells[i + 1] ?? '')] }],
  );
  return [...records.slice(0, above), { line: heading.line, cells: ['Metal', ...labels] }, ...made, ...rest];
}
