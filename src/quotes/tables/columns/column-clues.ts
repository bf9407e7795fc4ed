/** What a whole column tells of each of its cells: how decimals are marked, whether "Nov-26" is a month, and what first days stand for. */
import { numeralsIn } from '#src/domain/measure/numbers/number-scan.ts';
import { watchMarks, type MarkStyle } from '#src/domain/measure/numbers/numbers.ts';
import { isMonthOrDay, readPeriod, readPeriodCell } from '#src/domain/reading/times/read-period.ts';
import { tooLong } from '#src/quotes/feeds/limits.ts';
import { createTurns } from '#src/quotes/feeds/turns.ts';
import { isNoValue } from '../no-value.ts';
import type { Marks, RowSettings } from '../rows/row.ts';
import type { TableRecord } from '../sheets/sheet.ts';

/** The only mark of a number, before three digits. */
const THREE_BEHIND = /^[+-]?[1-9]\d{0,2}([.,])\d{3}$/u;

/** How a table marks decimals: as settings say, else as its whole column tells. */
export async function marksOf(
  decimal: '.' | ',' | undefined,
  cells: readonly string[],
  delimiter = ',',
  custom?: MarkStyle,
  around?: MarkStyle,
): Promise<Marks> {
  if (decimal !== undefined) return { style: decimal === '.' ? 'point' : 'comma', strict: false };
  const marks = watchMarks();
  const turn = createTurns();
  const doubtful = new Set<string>();
  for (const cell of cells) {
    // A cell that is too long is refused with its row.
    for (const numeral of tooLong(cell) === undefined ? numeralsIn(cell) : []) {
      marks.see(numeral);
      const [, mark] = THREE_BEHIND.exec(numeral) ?? [];
      if (mark !== undefined) doubtful.add(mark);
    }
    await turn();
  }
  const style = marks.style();
  const isMixed = doubtful.size > 1 && (style === undefined || style === 'none');
  // Where another mark than a comma parts cells, a comma may part decimals: 1,000 is 1 in a French table.
  // What the other columns show holds for these, where custom does not say otherwise.
  const shown = style === 'none' && (custom ?? around) === around ? around : undefined;
  return {
    style: shown ?? style ?? 'none',
    strict: isMixed || style === undefined || delimiter !== ',',
    isMixed,
    ...(style === undefined ? { isContrary: true } : {}),
    ...(custom === undefined ? {} : { custom }),
  };
}

/** A number alone, with a sign, money or "%": what a text says of decimals is its own. */
const NUMBER_ALONE = /^[+\-−±]?\s?[$€£]?\s?\d[\d.,]*\s?[%€$]?$/u;
/** How fine a metal is, every country writes with a point. */
const FINENESS = /^(?:9\d|100)[.,]\d+ ?%?$/u;

/** How all numbers of a table mark decimals, those of other columns too: one program wrote them. `undefined` where nothing tells. */
export function styleAround(rows: readonly TableRecord[]): MarkStyle | undefined {
  const marks = watchMarks();
  for (const { cells } of rows.slice(0, LOOKED_AT))
    for (const cell of cells)
      if (typeof cell === 'string' && cell.length < 24 && NUMBER_ALONE.test(cell) && !FINENESS.test(cell))
        for (const numeral of numeralsIn(cell)) marks.see(numeral);
  const style = marks.style();
  return style === 'none' ? undefined : style;
}

/** Rows in which other numbers are looked at. */
const LOOKED_AT = 300;

/** Whether "Nov-26, Dec-26" are months: they follow one another by one. As days they would be days apart. */
export function shortMonthsIn(dates: readonly string[], today: string): boolean | undefined {
  const all = [...new Set(dates.filter((date) => date !== '' && isMonthOrDay(date)))];
  const months = all.flatMap((date) => {
    const from = readPeriod(date, today)?.from;
    return from === undefined ? [] : [Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7))];
  });
  if (months.length !== all.length || all.length < 2) return undefined;
  const steps = months.slice(1).map((month, i) => month - (months[i] ?? 0));
  const isMonthly = steps.every((step) => Math.abs(step) === 1);
  const days = new Set(all.map((date) => /\p{L}+/u.exec(date)?.[0].toLowerCase()));
  if (isMonthly && days.size > 1) return true;
  return days.size < all.length / 3 ? false : undefined;
}

const ISO_DAY = /^\d{4}-\d\d-(\d\d)$/;
const SLASHED_DAY = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}$/;

/** Whether a date is as a workbook's own dates are given. */
export const isMadeDay = (date: string): boolean => ISO_DAY.test(date);

/**
 * A spreadsheet that reads days after months makes dates of 03/04/2026 and leaves 13/04/2026 as a text: dates of the first
 * twelve days alone, beside texts of the others alone.
 */
export function areSwapped(dates: readonly string[]): boolean {
  const made = dates.flatMap((date) => ISO_DAY.exec(date)?.[1] ?? []);
  const left = dates.flatMap((date) => SLASHED_DAY.exec(date)?.[1] ?? []);
  return (
    made.length > 0 &&
    left.length > 0 &&
    made.every((day) => Number(day) < 13) &&
    left.every((day) => Number(day) > 12)
  );
}

/** Dates that are all first days, one after the other, stand for the whole months, quarters or years. */
export function grainOf(
  dates: readonly string[],
  today: string,
  order: 'dmy' | 'mdy' | undefined,
): RowSettings['grain'] {
  const days = new Set<string>();
  for (const date of new Set(dates)) {
    if (date === '' || isNoValue(date)) continue;
    const read = readPeriodCell(date, today, { order });
    if (!read.ok) continue;
    if (read.period.grain !== 'day' || !read.period.from.endsWith('-01')) return undefined;
    days.add(read.period.from);
  }
  const months = [...days]
    .map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)))
    .toSorted((a, b) => a - b);
  if (months.length < 3) return undefined;
  const least = Math.min(...months.slice(1).map((month, i) => month - (months[i] ?? 0)));
  if (least === 12 && [...days].every((day) => day.endsWith('-01-01'))) return 'year';
  if (least === 3) return 'quarter';
  // A new year's day has no price: with one among them they can't be days.
  return least === 1 && (months.length > 6 || [...days].some((day) => isNoTradingDay(day)))
    ? 'month'
    : undefined;
}

function isNoTradingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 || day.endsWith('-01-01');
}
