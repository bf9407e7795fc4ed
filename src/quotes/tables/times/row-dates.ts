/** The date of a row as a text that is read: from one cell or several, with the year of a title and the mark of an estimate. */
import { periodAround } from '#src/domain/measure/period.ts';
import { isDate } from '#src/domain/measure/days.ts';
import { timeIn } from '../cell-kinds.ts';
import { dateFrom } from './date-parts.ts';
import { takeFirmness, type Firmness } from './firmness.ts';
import type { Layout } from '../layout.ts';
import { monthNumbered, partIn, whole, yearIn } from './partial-times.ts';
import { textOf, withPlainDigits, type Cell } from '../sheets/sheet.ts';
import { halvesOrder, inYear, isYearless, withMonthSaid } from './yearless-days.ts';

interface RowDate {
  readonly text: string;
  readonly firmness: Firmness | undefined;
}

const WEEKS =
  /^(?:kw|cw|wk|week|weeks|woche|semaine|semana|sett|settimana|неделя|tydzień|vecka|uge|hafta|周|週|第)/iu;

/** What "(CYYMMDD)" in a heading says: a century from 1900 on before the day. */
const CENTURY_DAY = /^([01])(\d\d)(\d\d)(\d\d)$/;
const withCentury = (text: string): string =>
  text.replace(
    CENTURY_DAY,
    (_, century: string, year: string, month: string, day: string) =>
      `${19 + Number(century)}${year}-${month}-${day}`,
  );

/** A column that may have the days of a month by their number. */
const OF_DAYS =
  /^(?:date|days?|datum|tage?|fecha|d[ií]as?|data|giorn[oi]|jours?|дата|день|число|dzień|gün|tarih|dag|den|nap|päivä|日期|日|号|날짜|일)\.?$/iu;

/**
 * How the dates of a table's rows are read, by its layout.
 * @param dates The texts of the column of dates, which may tell the order of two numbers.
 */
export function rowDates(
  { places, columns, dateParts, year, dayYear, month }: Layout,
  dates: readonly string[] = [],
): (cells: readonly Cell[]) => RowDate {
  const order = halvesOrder(dates);
  const at = places.find(([field]) => field === 'date')?.[1];
  const heading = columns.find((column) => column.at === at)?.heading ?? '';
  let named: Cell = '';
  return (cells) => {
    if (dateParts !== undefined) {
      // A year is named once over its months.
      const own = cells[dateParts.year] ?? '';
      if (textOf(own) !== '') named = own;
      const isOnce = textOf(own) === '' && textOf(cells[dateParts.month ?? -1]) !== '';
      const filled = isOnce ? cells.with(dateParts.year, named) : cells;
      return { text: dateFrom(dateParts, filled), firmness: undefined };
    }
    if (at === undefined) return { text: '', firmness: undefined };
    const { rest, firmness } = takeFirmness(textOf(withPlainDigits(cells[at])));
    const day = /(?<!\p{L})CYYMMDD(?!\p{L})/iu.test(heading) ? withCentury(rest) : rest;
    if (month !== undefined && /^\d{1,2}\.?$/.test(day) && OF_DAYS.test(heading.trim()))
      return { text: `${month}-${day.replace('.', '').padStart(2, '0')}`, firmness };
    const inMonth = withMonthSaid(day, { month, year: dayYear, order });
    if (inMonth !== day) return { text: inMonth, firmness };
    if (dayYear !== undefined && isYearless(day)) return { text: inYear(day, dayYear), firmness };
    return { text: year === undefined ? day : withYear(day, heading, year), firmness };
  };
}

function withYear(text: string, heading: string, year: string): string {
  const part = partIn(text) ?? (WEEKS.test(heading) && /^\d{1,2}$/.test(text) ? `KW ${text}` : undefined);
  return part === undefined ? text : whole(part, year);
}

/** The half of a time that a heading has, with the half that the row has; `undefined` where they make none. */
export function bothHalves(heading: string, row: string): string | undefined {
  const year = yearIn(row);
  if (year !== undefined) return yearIn(heading) === undefined ? whole(heading, year) : undefined;
  const part = partIn(row) ?? monthNumbered(row);
  return part === undefined || yearIn(heading) === undefined ? undefined : whole(part, heading);
}

/**
 * Whether dates may stand for spans that a title speaks of. "Weekly" alone may say how often such a list comes: of weeks are then those
 * that all begin one.
 */
export function mayBeSpans(dates: readonly string[], period: string, today: string): boolean {
  if (areDaysWithin(dates, period)) return false;
  if (!/^(?:week|month)ly list/u.test(period)) return true;
  const days = [...new Set(dates)];
  if (days.length < 2) return false;
  if (period.endsWith('mean')) return true;
  return days.every((day) => {
    const time = timeIn(day, today);
    return (
      time !== undefined &&
      (time.grain !== 'day' || periodAround(time.from, period.replace(/ly .*$/u, ''))?.from === time.from)
    );
  });
}

/** Whether several days stand within one month, or other span, that a title says prices are of: then they are of their days. */
function areDaysWithin(dates: readonly string[], period: string): boolean {
  const [span] = /week|month|quarter|year|annual/i.exec(period) ?? [];
  const grain = span?.toLowerCase().replace('annual', 'year');
  const days = [...new Set(dates)].filter(isDate);
  const spans = new Set(days.map((day) => periodAround(day, grain ?? '')?.from ?? day));
  return spans.size < days.length;
}
