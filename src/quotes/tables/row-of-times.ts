/** Rows that head columns by times: months, days or years side by side. */
import { roleOf } from './columns/headings/heading-words.ts';
import { areParts, yearIn } from './times/partial-times.ts';
import { isEmpty, textOf, type Cell } from './sheets/sheet.ts';
import { headingTimeIn, isAmount } from './cell-kinds.ts';

const filled = (cells: readonly Cell[]) => cells.filter((cell) => !isEmpty(cell)).length;

/**
 * Times of one length that follow one another, and stand where columns do: "2024, 2025, 2026", "Jan, Feb, Mar"; or one alone
 * beside words that head all other columns.
 */
export function isRowOfTimes(cells: readonly Cell[], today: string): boolean {
  if (areParts(cells)) return !cells.some((cell) => typeof cell === 'number' || isPlainNumber(cell));
  if (areMonthNumbers(cells)) return true;
  const times = cells.flatMap((cell) => headingTimeIn(cell, today) ?? []);
  const others = cells.filter((cell) => !isEmpty(cell) && headingTimeIn(cell, today) === undefined);
  if (times.length === 0 || others.some((cell) => isAmount(cell, today))) return false;
  const heads = others.filter((cell) => roleOf(textOf(cell)) !== undefined).length;
  if (
    times.length === 1
      ? heads === 0 || heads < others.length
      : heads === 0 && times.length < filled(cells) * 0.4
  )
    return false;
  if (new Set(times.map(({ grain }) => grain)).size > 1) return false;
  // Low and high of one time stand side by side.
  const all = times.map((time) => time.from).filter((one, i, every) => one !== every[i - 1]);
  const from = onceOf(all);
  if (times.length > 1 && from.length < 2) return false;
  const rises = from.every((one, i) => i === 0 || one > (from[i - 1] ?? ''));
  return rises || from.every((one, i) => i === 0 || one < (from[i - 1] ?? ''));
}

/** The same days below each of several headings begin anew: those of the first. */
function onceOf(times: readonly string[]): readonly string[] {
  const again = times.indexOf(times[0] ?? '', 1);
  return again > 0 && times.length % again === 0 && times.every((one, i) => one === times[i % again])
    ? times.slice(0, again)
    : times;
}

const isPlainNumber = (cell: Cell) => /^[\d.,]+$/.test(textOf(cell)) && yearIn(cell) === undefined;

/** "Year, 1, 2, 3" up to 12. */
function areMonthNumbers([first, ...others]: readonly Cell[]): boolean {
  const numbers = others.slice(0, 12).map((cell) => Number(textOf(cell)));
  return (
    numbers.length === 12 && numbers.every((one, i) => one === i + 1) && roleOf(textOf(first)) === 'date'
  );
}
