/** Days on an axis: where they stand, and what is written below it. */
import { DAY_MS, dayInWords, isoDate, midnightOf } from '#src/domain/measure/days.ts';

/** Days since 1970. */
export function dayNumber(date: string): number {
  return midnightOf(date) / DAY_MS;
}

/** Not broken between lines. @example dayText('2026-11-03') // "3 Nov 2026" */
export function dayText(date: string): string {
  return dayInWords(date).replaceAll(' ', '\u00A0');
}

/** A day below an axis of so many days: the month where they are many. @example "3 Nov", "Nov 2026" */
export function dateText(day: number, days: number): string {
  const [date, month, year] = dayText(isoDay(day)).split('\u00A0');
  return days > MOST_NAMED_DAYS ? `${month} ${year}` : `${date} ${month}`;
}

const isoDay = (day: number): string => isoDate(day * DAY_MS);
const MOST_NAMED_DAYS = 150;
const MOST_TICKS = 5;
const DAY_STEPS = [1, 2, 3, 5, 7, 10, 14, 21, 30];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240];

/** A few days of an axis, at whole steps: of many days, the first of months. */
export function dateTicks(
  first: number,
  last: number,
): readonly { readonly at: number; readonly text: string }[] {
  const days = last - first;
  const many = days > MOST_NAMED_DAYS;
  const wanted = days / (many ? 30.4 : 1) / MOST_TICKS;
  const steps = many ? MONTH_STEPS : DAY_STEPS;
  const step = steps.find((s) => s >= wanted * 0.9) ?? steps.at(-1) ?? 1;
  const [year = 1970, month = 1] = isoDay(first).split('-').map(Number);
  const start = (year - 1970) * 12 + month - 1;
  const at = Array.from({ length: MOST_TICKS + 2 }, (_, i) =>
    many
      ? Date.UTC(1970, (Math.ceil(start / step) + i) * step, 1) / DAY_MS
      : last - step * (MOST_TICKS + 1 - i),
  );
  return at
    .filter((day) => day >= first && day <= last)
    .map((day) => ({ at: day, text: dateText(day, days) }));
}
