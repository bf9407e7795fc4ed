/** Tables that have days without their year across, and the year in a title: "16 Nov; 17 Nov" below "Prices of week 47, 2026". */
import { dayYearIn } from '../times/title-times.ts';
import { linesOf } from '../titles.ts';
import { crossesYear, inYear, isYearless } from '../times/yearless-days.ts';
import { textOf, type Cell, type TableRecord } from '../sheets/sheet.ts';

/** Rows among which a heading is. */
const LOOKED_AT = 30;

const isDay = (cell: Cell) => typeof cell === 'string' && isYearless(cell);

/** The same with the year in those headings; `undefined` where no such row is there, or titles do not say the one year. */
export function withYearAcross(records: readonly TableRecord[]): readonly TableRecord[] | undefined {
  const at = records
    .slice(0, LOOKED_AT)
    .findIndex(
      ({ cells }) => cells.filter(isDay).length > 1 && cells.length < cells.filter(isDay).length * 2 + 3,
    );
  const heading = records[at];
  if (heading === undefined) return undefined;
  const year = dayYearIn(linesOf(records.slice(0, at)));
  if (year === undefined || crossesYear(heading.cells.filter(isDay).map(textOf))) return undefined;
  const cells = heading.cells.map((cell) => (isDay(cell) ? inYear(textOf(cell), year) : cell));
  return records.with(at, { ...heading, cells });
}
