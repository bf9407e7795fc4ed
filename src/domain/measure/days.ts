/** Calendar days, as ISO dates ("2026-11-20"): counting them, and saying them. */

export const DAY_MS = 86_400_000;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ');
const MONTHS = MONTH_NAMES.map((name) => name.slice(0, 3).toLowerCase());
/** "Sept", "November" and the like, whatever follows. */
export const MONTH_STEM =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** The same as a word of its own: "nov." too. */
export const MONTH_WORD = `${MONTH_STEM}(?![a-z])\\.?`;

/** From Sunday, as a date counts them. */
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const DAY_NAMES: Readonly<Record<Weekday, string>> = {
  sun: 'Sunday',
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
};

/** @example dayName('mon') // "Monday" */
export const dayName = (day: Weekday): string => DAY_NAMES[day];

/** The weekday that a word begins with: of "Tuesdays" and "tues". */
export const weekdayIn = (word: string): Weekday | undefined =>
  WEEKDAYS.find((day) => word.trim().toLowerCase().startsWith(day));

/** @param day A date, or its midnight in UTC as milliseconds since 1970 */
export const weekdayOn = (day: string | number): Weekday => WEEKDAYS[new Date(day).getUTCDay()] ?? 'sun';

/** 1 for Monday to 7 for Sunday; 0 for what is no weekday. */
export function weekdayNumber(word: string): number {
  const day = weekdayIn(word);
  return day === undefined ? 0 : WEEKDAYS.indexOf(day) || 7;
}

/** 1 for "January", "jan."; 0 for what is no month. */
export const monthNumber = (word = ''): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

const YEAR = /^(?:19|20)\d\d$/;
/** Whether digits may be a year: 1900 to 2099. */
export const isYear = (text: string): boolean => YEAR.test(text);

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
  // A question is read, and answered, at one moment.
  if (at !== lastDay.at) lastDay = { at, day: new Date(at).toISOString().slice(0, 10) };
  return lastDay.day;
}
let lastDay = { at: 0, day: '1970-01-01' };

/** One a zone: making it costs as much as reading a short question. There are some hundred zones. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(zone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  // Names are found whatever their case: what is made is kept by the name that it goes by.
  dayFormats.set(made.resolvedOptions().timeZone, made);
  return made;
}

/** The calendar day that it is somewhere. @param at Milliseconds since 1970 @param zone A time zone's name, "Asia/Tokyo" */
export function dayIn(at: number, zone: string): string {
  const parts = dayFormat(zone).formatToParts(at);
  const of = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`;
}

/** A moment that is of a day whatever the time zone of the machine: all that is counted from it is counted from that day. */
export const noonOf = (date: string): Date => new Date(`${date}T12:00:00Z`);

/** When a day begins as if its clocks showed UTC, in milliseconds since 1970. */
export const midnightOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** Whole days from one date to another; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((midnightOf(to) - midnightOf(from)) / DAY_MS);
}

export function addDays(date: string, days: number): string {
  return isoDate(midnightOf(date) + days * DAY_MS);
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
