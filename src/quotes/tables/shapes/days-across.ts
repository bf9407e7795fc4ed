/** Tables that have days without their year across, and the year in a title: "16 Nov; 17 Nov" below "Prices of week 47, 2026". */
import { dayYearIn } from '../times/title-times.ts';
import { linesOf } from '../titles.ts';
import { crossesYear, inYear, isYearless } from '../times/yearless-days.ts';
import { addDays } from '#src/domain/measure/days.ts';
import type { DateOrder } from '#src/domain/measure/times/read-date.ts';
import { readPeriodCell } from '#src/domain/reading/times/read-period.ts';
import { weekdayNamed } from '#src/domain/reading/times/weekdays.ts';
import { NotLaidOut } from '../layout.ts';
import { isRowOfTimes } from '../row-of-times.ts';
import type { RowContext } from '../rows/row.ts';
import { datesBeside, inOrder, orderIn } from '../times/day-order.ts';
import { weekIn } from '../times/spans-between.ts';
import { isEmpty, textOf, type Cell, type TableRecord } from '../sheets/sheet.ts';

/** Rows among which a heading is. */
const LOOKED_AT = 30;

const isDay = (cell: Cell) => typeof cell === 'string' && isYearless(cell);

const isWeekday = (cell: Cell) =>
  typeof cell === 'string' && cell.trim().length > 1 && weekdayNamed(cell) !== undefined;

/** The same with the days of the one week that titles say in place of "Monday, Tuesday, …"; `undefined` where none are there. */
export function withDaysOfWeek(
  records: readonly TableRecord[],
  today: string,
): readonly TableRecord[] | undefined {
  const at = records.slice(0, LOOKED_AT).findIndex(({ cells }) => cells.filter(isWeekday).length > 2);
  const heading = records[at];
  if (heading === undefined) return undefined;
  const days = heading.cells.filter(isWeekday).map((cell) => weekdayNamed(textOf(cell)));
  const weeks = new Set(linesOf(records.slice(0, at)).flatMap((line) => weekIn(line, today) ?? []));
  const [monday] = weeks;
  if (monday === undefined || weeks.size > 1 || new Set(days).size < days.length) return undefined;
  const cells = heading.cells.map((cell) =>
    isWeekday(cell) ? addDays(monday, ((weekdayNamed(textOf(cell)) ?? 1) + 6) % 7) : cell,
  );
  return records.with(at, { ...heading, cells });
}

/** The same with the year in those headings; `undefined` where no such row is there, or titles do not say the one year. */
export function withYearAcross(records: readonly TableRecord[]): readonly TableRecord[] | undefined {
  const at = records
    .slice(0, LOOKED_AT)
    .findIndex(
      ({ cells }) => cells.filter(isDay).length > 1 && cells.length < cells.filter(isDay).length * 3 + 3,
    );
  const heading = records[at];
  if (heading === undefined) return undefined;
  const notes = records
    .slice(at + 1)
    .filter(({ cells }) => cells.filter((cell) => !isEmpty(cell)).length === 1);
  const year = dayYearIn(linesOf(records.slice(0, at))) ?? dayYearIn(linesOf(notes));
  if (year === undefined || crossesYear(heading.cells.filter(isDay).map(textOf))) return undefined;
  const cells = heading.cells.map((cell) => (isDay(cell) ? inYear(textOf(cell), year) : cell));
  return records.with(at, { ...heading, cells });
}

/** "05/03/2026", "3-5-26": in a heading, which of day and month comes first, all of its dates must settle. */
const NUMERIC = /^\d{1,2}([-/])\d{1,2}\1\d{2}(?:\d{2})?$/u;

const isNumeric = (cell: Cell) => typeof cell === 'string' && NUMERIC.test(cell.trim());

/**
 * The same with numeric dates of a heading written so that they have one reading; `undefined` where there are none.
 * @throws NotLaidOut where they may be other days
 */
export function withDaysInOrder(
  records: readonly TableRecord[],
  { today }: Pick<RowContext, 'today'>,
  given: DateOrder | undefined,
): readonly TableRecord[] | undefined {
  const at = records
    .slice(0, LOOKED_AT)
    .findIndex(({ cells }) => cells.some(isNumeric) && isRowOfTimes(cells, today));
  const heading = records[at];
  if (heading === undefined) return undefined;
  const dates = heading.cells.filter(isNumeric).map(textOf);
  const order = orderIn(
    dates.map((text) => ({ text, weekday: undefined })),
    today,
    given,
    datesBeside(records.slice(at + 1)),
  );
  const dayOf = (text: string, by: DateOrder | 'ymd'): string | undefined => {
    const written = inOrder(text, by, today);
    const read = readPeriodCell(written, today, { order: by === 'ymd' ? undefined : by });
    return read.ok ? read.period.from : undefined;
  };
  const isSure = dates.every((text) => dayOf(text, 'dmy') === dayOf(text, 'mdy'));
  if (order === undefined && !isSure)
    throw new NotLaidOut(
      `its heading has dates such as “${dates[0] ?? ''}”, which may be two days: write them as 2026-11-20, or say which comes first (dateOrder)`,
    );
  const by = order ?? 'dmy';
  const cells = heading.cells.map((cell) => (isNumeric(cell) ? (dayOf(textOf(cell), by) ?? cell) : cell));
  return records.with(at, { ...heading, cells });
}
