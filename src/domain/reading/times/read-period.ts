/** Reads a text that is to be one day or one period of a calendar, as a cell or a heading of a table is: "2026M06", "Nov-26", "Q2 2026". */
import { addDays, isDate, shorten } from '#src/domain/measure/days.ts';
import { withEnglishMonths } from './month-names.ts';
import { takeWeekday, weekdayAt } from './weekdays.ts';
import { asWritten, spanWritten } from './written-periods.ts';
import { PERIOD_FORMS } from '#src/domain/measure/times/period-forms.ts';
import { dayPeriod, periodAround, type Period } from '#src/domain/measure/period.ts';
import { readDateCell, type DateOrder } from '#src/domain/measure/times/read-date.ts';

type ReadPeriod =
  { readonly ok: true; readonly period: Period } | { readonly ok: false; readonly reason: string };

const LONGEST = 30;
const WHOLE = PERIOD_FORMS.map(({ pattern, read }) => ({
  pattern: new RegExp(`^(?:${pattern})$`, 'iu'),
  read,
}));
/** A month as statistical offices write it, "2026M06", and as spreadsheets show a day of it, "Nov-26". */
const STATISTICAL = /^(\d{4})[\s-]?M(\d{1,2})$/i;
const SHORT_MONTH = /^(\p{L}{3,9})\.?[-/ '’]{1,2}(\d{2})$/u;
const GRAINS: ReadonlySet<Period['grain']> = new Set(['week', 'month', 'quarter', 'half', 'year']);

/**
 * A week, month, quarter, half or year with its year, and nothing else; `undefined` for what is none.
 * @example readPeriod('2026M06', '2026-11-30')?.from // '2026-06-01'
 */
export function readPeriod(text: string, today: string): Period | undefined {
  const plain = asWritten(withEnglishMonths(text.trim()));
  if (plain.length > LONGEST || !/\d/.test(plain)) return undefined;
  const [, year, month] = STATISTICAL.exec(plain) ?? [];
  const written = year === undefined ? withFullYear(plain, today) : `${year}-${month?.padStart(2, '0')}`;
  for (const { pattern, read } of WHOLE) {
    const match = pattern.exec(written);
    if (match === null) continue;
    const said = read(match.groups ?? {}, today, plain, { before: '', after: '' });
    const found = said?.kind === 'days' && said.yearSaid ? said.of() : undefined;
    if (found !== undefined && GRAINS.has(found.grain)) return found;
  }
  return undefined;
}

/** "Nov-26" with its year in full; what is later than next year is of the last century. */
function withFullYear(text: string, today: string): string {
  const [, month, year] = SHORT_MONTH.exec(text) ?? [];
  if (month === undefined || year === undefined) return text;
  const isPast = Number(year) > Number(today.slice(2, 4)) + 1;
  return `${month} ${isPast ? '19' : '20'}${year}`;
}

/** Whether a text may be a month with two digits of its year as well as a day of it: "Nov-26". */
export const isMonthOrDay = (text: string): boolean => {
  const [, , number] = SHORT_MONTH.exec(text.trim()) ?? [];
  return number !== undefined && Number(number) >= 1 && Number(number) <= 31;
};

/**
 * A table's date, which may be a period.
 * @param order Which of day and month comes first, as settings or the column's other dates say.
 * @param monthsOf Whether "Nov-26" is a month of 2026 or a day of November, where the column tells.
 */
export function readPeriodCell(
  text: string,
  today: string,
  {
    order,
    shortMonths,
  }: { readonly order?: DateOrder | undefined; readonly shortMonths?: boolean | undefined },
): ReadPeriod {
  // Nearly every date is that: the rest need not be looked for.
  if (isDate(text)) return { ok: true, period: { from: text, to: text, label: text, grain: 'day' } };
  const { weekday, rest } = takeWeekday(text.trim());
  if (weekday !== undefined) return onWeekday(text, weekday, rest, today, order);
  if (isMonthOrDay(text)) {
    if (shortMonths === undefined)
      return {
        ok: false,
        reason: `“${shorten(text.trim())}” may be a month or a day: write the year in full, or the date as 2026-11-20`,
      };
    if (shortMonths) {
      const month = readPeriod(text, today);
      if (month !== undefined) return { ok: true, period: month };
    }
  }
  const period = readPeriod(text, today);
  if (period !== undefined) return { ok: true, period };
  const written = asWritten(withEnglishMonths(text.trim()));
  const day = readDateCell(written, today, order);
  if (day.ok) return { ok: true, period: dayPeriod(day.date) };
  return spanOf(written, today, order) ?? (isPartOfYear(written) ? noYear(text) : day);
}

/** A date with its day of the week, which settles what day and month alone do not. */
function onWeekday(
  text: string,
  weekday: number,
  rest: string,
  today: string,
  order: DateOrder | undefined,
): ReadPeriod {
  const orders = order === undefined ? (['dmy', 'mdy'] as const) : [order];
  const read = orders.map((one) => readPeriodCell(rest, today, { order: one }));
  const days = new Set(
    read.flatMap((one) =>
      one.ok && one.period.grain === 'day' && weekdayAt(one.period.from) === weekday ? [one.period.from] : [],
    ),
  );
  const [day] = days;
  if (day !== undefined && days.size === 1) return { ok: true, period: dayPeriod(day) };
  return read.some(({ ok }) => ok)
    ? {
        ok: false,
        reason: `“${shorten(text.trim())}” has a weekday that this date is not: mend one of them`,
      }
    : (read[0] ?? noYear(text));
}

const noYear = (text: string): ReadPeriod => ({
  ok: false,
  reason: `“${shorten(text.trim())}” does not say its year`,
});
/** "KW 34", "Q1", "Jan": which one, its year must say. */
const isPartOfYear = (text: string) =>
  /^(?:(?:k?w|cw|wk|week|q|h)\s?\d{1,2}|\d{1,2}月|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6})$/i.test(
    text,
  );

/** From day to day: the week, month or quarter that these are the days of, whole or without those on which nobody trades. */
function spanOf(text: string, today: string, order: DateOrder | undefined): ReadPeriod | undefined {
  const ends = spanWritten(text);
  if (ends === undefined) return undefined;
  const [from, to] = ends.map((end) => readDateCell(end, today, order));
  if (from?.ok !== true || to?.ok !== true) return undefined;
  const grains = ['week', 'month', 'quarter', 'year'] as const;
  const period = grains
    .map((grain) => periodAround(from.date, grain))
    .find(
      (one) =>
        one !== undefined &&
        isFirst(from.date, one) &&
        to.date <= one.to &&
        (one.to === to.date || (one.grain === 'week' && addDays(to.date, 2) >= one.to)),
    );
  return period === undefined
    ? { ok: false, reason: `“${shorten(text)}” are not the days of one week, month, quarter or year` }
    : { ok: true, period };
}

const isFirst = (date: string, { from }: Period) => date === from;
