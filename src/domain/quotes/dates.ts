/** Calendar days, as ISO dates ("2026-11-20"), and the forms in which feeds and people write them. */

export type DateOrder = 'dmy' | 'mdy';

export type ReadDate =
  { readonly ok: true; readonly date: string } | { readonly ok: false; readonly reason: string };

const MS_PER_DAY = 86_400_000;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** "Sept", "November", "nov." and the like. */
export const MONTH_WORD =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?';

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const NUMERIC = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
const SHORT_YEAR = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2})$/;
const CHINESE = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日$/;
const DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(${MONTH_WORD})(?:,?[\\s-]+(\\d{4}))?$`, 'i');
const MONTH_FIRST = new RegExp(`^(${MONTH_WORD})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?$`, 'i');

/**
 * Reads a date. Without a year it is the last such day that is not after `today`.
 * @param order Which of day and month comes first in "03/04/2026"; a point between them means the day does. Without it,
 *   a date that could be either is refused.
 * @example readDate('20 Nov', '2026-11-23') // { ok: true, date: '2026-11-20' }
 */
export function readDate(text: string, today: string, order?: DateOrder): ReadDate {
  const plain = text.trim();
  const full = ISO.exec(plain) ?? COMPACT.exec(plain);
  if (full !== null) return check(text, full[1], full[2], full[3]);
  const numeric = NUMERIC.exec(plain);
  if (numeric !== null) return readNumeric(text, numeric, order);
  const short = SHORT_YEAR.exec(plain);
  if (short !== null) return readShortYear(text, short, today, order);
  const chinese = CHINESE.exec(plain);
  if (chinese !== null) return withYear(text, chinese[1], chinese[2], chinese[3], today);
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst !== null) return withYear(text, dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1], today);
  const monthFirst = MONTH_FIRST.exec(plain);
  if (monthFirst !== null)
    return withYear(text, monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2], today);
  if (/^today$/i.test(plain)) return { ok: true, date: today };
  if (/^yesterday$/i.test(plain)) return { ok: true, date: addDays(today, -1) };
  return { ok: false, reason: `“${shorten(plain)}” is not a date` };
}

function readNumeric(text: string, [, a, mark, b, year]: RegExpExecArray, order?: DateOrder): ReadDate {
  const [first, second] = [Number(a), Number(b)];
  const known =
    order ?? (mark === '.' || first > 12 || first === second ? 'dmy' : second > 12 ? 'mdy' : undefined);
  if (known === undefined)
    return { ok: false, reason: `“${text.trim()}” may be two days: say whether day or month comes first` };
  return known === 'dmy' ? check(text, year, b, a) : check(text, year, a, b);
}

/** How long ago a day may be that is written with two digits of its year, where nothing says their order. */
const RECENT_DAYS = 400;

/** "20/11/26": of the days that it may be, the only one of late. */
function readShortYear(
  text: string,
  [, a, mark, b, c]: RegExpExecArray,
  today: string,
  order?: DateOrder,
): ReadDate {
  const [dmy, mdy, ymd] = [
    check(text, `20${c}`, b, a),
    check(text, `20${c}`, a, b),
    check(text, `20${a}`, b, c),
  ];
  if (order !== undefined) return order === 'dmy' ? dmy : mdy;
  const possible = mark === '.' ? [dmy] : [dmy, mdy, ymd];
  const days = new Set(
    possible.flatMap((read) =>
      read.ok && read.date <= today && daysBetween(read.date, today) <= RECENT_DAYS ? [read.date] : [],
    ),
  );
  const [date] = days;
  return days.size === 1 && date !== undefined
    ? { ok: true, date }
    : { ok: false, reason: `“${shorten(text.trim())}” may be more than one day: write the year in full` };
}

function withYear(
  text: string,
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  today: string,
): ReadDate {
  if (year !== undefined) return check(text, year, month, day);
  const thisYear = Number(today.slice(0, 4));
  const [now, before] = [thisYear, thisYear - 1].map((y) => check(text, String(y), month, day));
  if (now?.ok === true && now.date <= today) return now;
  return before ?? { ok: false, reason: `“${shorten(text)}” is not a date` };
}

const monthNumber = (word = '') => String(MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1);

function check(text: string, year = '', month = '', day = ''): ReadDate {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date)
    ? { ok: true, date }
    : { ok: false, reason: `“${shorten(text.trim())}” is not a day that exists` };
}

/** A value from outside in a message: long ones are cut. */
export function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

/** Whether a text is the ISO date of a day that exists. */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  // Without a Date: this is asked of every row of every feed.
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

/** The UTC day of a moment in milliseconds since 1970. */
export function isoDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Whole days from one date to another; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

export function addDays(date: string, days: number): string {
  return isoDate(Date.parse(`${date}T00:00:00Z`) + days * MS_PER_DAY);
}

/** The same day so many months earlier; the month's last day where it has no such day. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return isoDate(first.getTime());
}

/** @example dayInWords('2026-11-03', '2026-11-23') // "3 Nov"; another year than today's is said */
export function dayInWords(date: string, today?: string): string {
  const [year = '', month = '1', day = '1'] = date.split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  const short = `${Number(day)} ${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return today?.slice(0, 4) === year ? short : `${short} ${year}`;
}
