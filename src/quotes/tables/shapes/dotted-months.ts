/** Months across as “08.2026”, which alone may be a price: where they follow one another they are months. */
import { textOf, type TableRecord } from '../sheets/sheet.ts';

const MONTH = /^(0[1-9]|1[0-2])[./](20\d\d)$/;

/** With such months as “2026-08”; `undefined` where there are none. */
export function withDottedMonths(records: readonly TableRecord[]): readonly TableRecord[] | undefined {
  const at = records.slice(0, MOST_ABOVE).findIndex(({ cells }) => areMonths(cells.map(textOf)));
  const found = records[at];
  if (found === undefined) return undefined;
  const cells = found.cells.map((cell) => {
    const [, month, year] = MONTH.exec(textOf(cell)) ?? [];
    return month === undefined ? cell : `${year}-${month}`;
  });
  return records.with(at, { ...found, cells });
}

/** How many rows may stand above them. */
const MOST_ABOVE = 40;

function areMonths(cells: readonly string[]): boolean {
  const counts = cells.flatMap((cell) => {
    const [, month, year] = MONTH.exec(cell) ?? [];
    return month === undefined ? [] : [Number(year) * 12 + Number(month)];
  });
  const steps = new Set(counts.slice(1).map((count, i) => count - (counts[i] ?? 0)));
  // Beside them only words: a number among them is a price, and so may they be.
  return (
    counts.length > 1 &&
    steps.size === 1 &&
    (steps.has(1) || steps.has(-1)) &&
    cells.every((cell) => MONTH.test(cell) || !/^[\d.,]+$/.test(cell))
  );
}
