/** What a cell is by itself: a time, or an amount. */
import { readNumber } from '#src/domain/measure/numbers/numbers.ts';
import { addDays } from '#src/domain/measure/days.ts';
import { periodAround, type Period } from '#src/domain/measure/period.ts';
import { readPeriodCell } from '#src/domain/reading/times/read-period.ts';
import { takeFirmness } from './times/firmness.ts';
import { isEmpty, textOf, withPlainDigits, type Cell } from './sheets/sheet.ts';

/** The time that a cell is; a number of four digits may be a year. */
export function timeIn(cell: Cell | undefined, today: string): Period | undefined {
  const text = takeFirmness(textOf(withPlainDigits(cell))).rest;
  // A number of five digits may be a spreadsheet's day, and one of six a month, but is rather a price.
  if (text === '' || text.length > 40 || !/\d/.test(text) || RATHER_PRICE.test(text)) return undefined;
  if (typeof cell === 'number' && !Number.isInteger(cell)) return undefined;
  const read = readPeriodCell(text, today, { shortMonths: true, order: 'dmy' });
  if (read.ok) return read.period;
  const other = readPeriodCell(text, today, { shortMonths: true, order: 'mdy' });
  return other.ok ? other.period : undefined;
}

const RATHER_PRICE = /^\d{5,6}(?:\.\d+)?$|^\d{1,2}\.\d{4}$/;

/** The time that a cell of the heading is: there, "202608" among others is a month. */
export function headingTimeIn(cell: Cell | undefined, today: string): Period | undefined {
  const [, ending = ''] = WEEK_OF.exec(textOf(cell)) ?? [];
  if (ending !== '') {
    // Of "06/11/2026" nobody can say which is the day.
    const day = /^\d{1,2}[-/]\d{1,2}[-/]\d{2,4}$/u.test(ending) ? undefined : timeIn(ending, today);
    return day?.grain === 'day' ? periodAround(day.from, 'week') : day?.grain === 'week' ? day : undefined;
  }
  const [, year = '', month = ''] = MONTH_DIGITS.exec(textOf(cell)) ?? [];
  const time = timeIn(year === '' ? cell : `${year}-${month}`, today);
  if (time?.grain !== 'day' || /\d{4}/.test(textOf(cell))) return time;
  // Which year "11月18日" is of, its heading does not say.
  return timeIn(cell, addDays(today, -YEAR_AND_MORE))?.from === time.from ? time : undefined;
}

/** "Week ending 6-Nov-2026", "Woche bis 06.11.2026", "w/e 06/11/2026". */
const WEEK_OF =
  /^(?:week[ -]?(?:ending|ended|end|commencing|beginning|of)|w\/[ecb]|wc|we|wochenende|woche (?:bis|vom)|semaine du|semana del?|settimana del|неделя с)[\s:]{1,3}(?=\d|\p{L}{3})(.{6,30})$/iu;

/** In days: far enough for a date without its year to be another. */
const YEAR_AND_MORE = 400;

const MONTH_DIGITS = /^((?:19|20)\d\d)(0[1-9]|1[0-2])$/;

/** Whether a cell holds a number that is no time, or a mark in the place of one. */
export function isAmount(cell: Cell | undefined, today: string): boolean {
  if (isEmpty(cell)) return false;
  const text = textOf(withPlainDigits(cell));
  // "(2010=100)" says what a column is in.
  if (text.includes('=') || timeIn(cell, today) !== undefined) return false;
  return (
    typeof cell === 'number' ||
    (/\d/.test(text) &&
      (readNumber(text).length > 0 ||
        /^\W{0,3}\d/.test(text) ||
        /^(?:RMB|CNY|USD|EUR|US\$|GBP|JPY)\s?\d/i.test(text)))
  );
}
