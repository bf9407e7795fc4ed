/** Reads a table's dates: "20-Nov-26", "Mon, 2 Nov 2026", a spreadsheet's day number. What could be two days is told, not chosen. */
import { addDays, dayInWords, isDate } from '#src/domain/measure/days.ts';
import { readDate, type DateOrder, type ReadDate } from '#src/domain/measure/read-date.ts';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WEEKDAY = /^(sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?\.?,?\s+(?=\S)/i;
const WITH_CLOCK =
  /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]m)?(?:\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2}))?$/i;
const SHORT_YEAR = /^(\d{1,2})([-/. ])(\d{1,2}|[a-z]{3,9}\.?)\2(?:'|’)?(\d{2})$/i;
const NUMERIC = /^(\d{1,2})([-/])(\d{1,2})\2\d{4}$/;
/** Days since the end of 1899, as spreadsheets count them: from 1954 to 2119. */
const SERIAL = /^([2-7]\d{4})(?:\.\d+)?$/;
/** A spreadsheet's day 0, as it counts since it takes 1900 for a leap year. */
const DAY_ZERO = '1899-12-30';

/** @param order Which of day and month comes first, as settings or the column's other dates say. */
export function readDateCell(text: string, today: string, order?: DateOrder): ReadDate {
  const plain = text.trim().replace(WITH_CLOCK, '').trim();
  const serial = SERIAL.exec(plain);
  if (serial !== null) return { ok: true, date: addDays(DAY_ZERO, Number(serial[1])) };
  const weekday = WEEKDAY.exec(plain);
  const rest = weekday === null ? plain : plain.slice(weekday[0].length);
  const short = SHORT_YEAR.exec(rest);
  const read = short === null ? readDate(rest, today, order) : readShort(text, short, today, order);
  if (!read.ok) return { ok: false, reason: advised(read.reason) };
  const day = new Date(`${read.date}T00:00:00Z`).getUTCDay();
  if (weekday !== null && WEEKDAYS[day] !== weekday[1]?.slice(0, 3).toLowerCase())
    return { ok: false, reason: `“${text.trim()}” has a weekday that this date is not: mend one of them` };
  return read;
}

const advised = (reason: string) =>
  reason.endsWith(' is not a date') ? `${reason}: write it as 2026-11-20` : reason;

/** A year of two digits: all days that it may be and that are not to come. */
function readShort(
  text: string,
  [, first = '', mark = '', second = '', third = '']: RegExpExecArray,
  today: string,
  order: DateOrder | undefined,
): ReadDate {
  const plain = text.trim();
  const century = (year: string) =>
    Number(year) > Number(today.slice(2, 4)) + 1 ? `19${year}` : `20${year}`;
  // Nobody writes a year before the name of a month with two digits.
  if (/[a-z]/i.test(second)) return readDate(`${first} ${second} ${century(third)}`, today);
  const day = (year: string, month: string, date: string) =>
    `${century(year.padStart(2, '0'))}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const readings = {
    dmy: day(third, second, first),
    mdy: day(third, first, second),
    ymd: day(first, second, third),
  };
  const known = order ?? (mark === '.' ? 'dmy' : undefined);
  const days = [
    ...new Set(
      (known === undefined ? Object.values(readings) : [readings[known]]).filter(
        (one) => isDate(one) && one <= addDays(today, 1),
      ),
    ),
  ];
  const [only, other] = days;
  if (only === undefined) return { ok: false, reason: `“${plain}” is not a day that exists, or is to come` };
  if (other === undefined) return { ok: true, date: only };
  const which = days.map((one) => dayInWords(one)).join(' or ');
  return { ok: false, reason: `“${plain}” may be ${which}: write the year in full (${only})` };
}

/** Which of day and month comes first in a column, where one of its dates tells and none tells otherwise. */
export function dateOrderOf(texts: Iterable<string>): DateOrder | undefined {
  const orders = new Set<DateOrder>();
  for (const text of texts) {
    const [, first, , second] = NUMERIC.exec(text.trim()) ?? [];
    if (Number(first) > 12) orders.add('dmy');
    else if (Number(second) > 12) orders.add('mdy');
  }
  const [only] = orders;
  return orders.size === 1 ? only : undefined;
}
