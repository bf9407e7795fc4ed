/** Reads a text that is to be one day, as a cell of a table or a part of a line is: "20-Nov-26", a day number of a spreadsheet. */
import { addDays, dayInWords, isDate, shorten, weekdayIn, weekdayOn } from '#src/domain/measure/days.ts';
import { DAY_FORMS } from './day-forms.ts';
import { type DateOrder } from './time-form.ts';

export type { DateOrder };
export type ReadDate =
  { readonly ok: true; readonly date: string } | { readonly ok: false; readonly reason: string };

/** Spreadsheets count days from here, and show the count where a cell is not formatted as a date. */
const SERIAL_ZERO = '1899-12-30';
const SERIAL = /^([2-7]\d{4})(?:\.\d+)?$/;
const LONGEST = 60;
const WHOLE = DAY_FORMS.map(({ pattern, read }) => ({ pattern: new RegExp(`^(?:${pattern})$`, 'iu'), read }));

/**
 * Without a year it is the last such day that is not after `today`.
 * @param order Which of day and month comes first in "03/04/2026"; a point between them means the day does. Without it,
 *   a date that could be either is refused.
 * @example readDate('20 Nov', '2026-11-23') // { ok: true, date: '2026-11-20' }
 */
export function readDate(text: string, today: string, order?: DateOrder): ReadDate {
  const plain = text.trim();
  if (/^today$/i.test(plain)) return { ok: true, date: today };
  if (/^yesterday$/i.test(plain)) return { ok: true, date: addDays(today, -1) };
  const serial = SERIAL.exec(plain);
  if (serial !== null) return { ok: true, date: addDays(SERIAL_ZERO, Number(serial[1])) };
  let reason: string | undefined;
  for (const { pattern, read } of plain.length > LONGEST ? [] : WHOLE) {
    const match = pattern.exec(plain);
    const said =
      match === null ? undefined : read(match.groups ?? {}, today, plain, { order, before: '', after: '' });
    if (said?.kind === 'unread') reason ??= said.reason;
    const found = said?.kind === 'days' ? said.of() : undefined;
    if (found !== undefined && found.from === found.to) return { ok: true, date: found.from };
  }
  return { ok: false, reason: reason ?? `“${shorten(plain)}” is not a date` };
}

const WEEKDAY = /^(sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?\.?,?\s+(?=\S)/i;
const WITH_CLOCK =
  /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]m)?(?:\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2}))?$/i;
const SHORT_YEAR = /^(\d{1,2})([-/. ])(\d{1,2}|[a-z]{3,9}\.?)\2(?:'|’)?(\d{2})$/i;
const NUMERIC = /^(\d{1,2})([-/])(\d{1,2})\2\d{4}$/;

/**
 * A table's date: "20-Nov-26", "Mon, 2 Nov 2026 14:30". What could be two days is told, not chosen.
 * @param order Which of day and month comes first, as settings or the column's other dates say.
 */
export function readDateCell(text: string, today: string, order?: DateOrder): ReadDate {
  const plain = text.trim().replace(WITH_CLOCK, '').trim();
  const weekday = WEEKDAY.exec(plain);
  const rest = weekday === null ? plain : plain.slice(weekday[0].length);
  const short = SHORT_YEAR.exec(rest);
  const read = short === null ? readDate(rest, today, order) : readShort(text, short, today, order);
  if (!read.ok) return { ok: false, reason: advised(read.reason) };
  if (weekday !== null && weekdayOn(read.date) !== weekdayIn(weekday[0]))
    return { ok: false, reason: `“${text.trim()}” has a weekday that this date is not: mend one of them` };
  return read;
}

const advised = (reason: string) =>
  reason.endsWith(' is not a date') ? `${reason}: write it as 2026-11-20` : reason;

/** Days by which a newer reading of a date is likelier than the usual one. */
const LONG_AGO = 500;

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
  // "26.11.20" is a day of 2020 to most, and one of 2026 to some.
  const isLater =
    isDate(readings.ymd) && readings.ymd <= today && readings.ymd > addDays(readings.dmy, LONG_AGO);
  const known = order ?? (mark === '.' && !isLater ? 'dmy' : undefined);
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
