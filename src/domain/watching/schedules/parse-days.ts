/** Reads the days and the time of a schedule's one-line form: "weekly mon,thu 9:00", "monthly first mon 9:00", "every 2 weeks tue 9:00". */
import { type Weekday, dayName, isDate, weekdayIn } from '#src/domain/measure/days.ts';
import {
  MOST_INTERVAL,
  ordinalNamed,
  sortDays,
  type MonthDay,
  type Schedule,
  type WallTime,
} from './schedule.ts';

/** The time when none is typed. */
export const DEFAULT_TIME: WallTime = { hour: 9, minute: 0 };

const EXAMPLES =
  '`daily 8:30`, `weekdays 9:00`, `weekly mon,thu 9:00`, `every 2 weeks tue 9:00`, `monthly 1 9:00`, `monthly first mon 9:00` or `quarterly last 9:00`';

const UNIT = /^(day|week|month|quarter)s?$/i;
const MONTH_DATE = /^(\d{1,2})(?:st|nd|rd|th|\.)?$/i;
const CLOCK = /^(\d{1,2})(?:[:.h](\d{2}))?(am|pm|h)?$/;

const UNITS = ['day', 'week', 'month'] as const;

/** A line that can't be read, with what to type instead. */
export class UnreadLine extends Error {}

/** A day that the calendar has. @throws UnreadLine */
export function isoDay(text: string): string {
  if (isDate(text)) return text;
  throw new UnreadLine(`“${text}” is no day of the calendar. Say it as 2027-03-31.`);
}

/** A schedule without what stands around it. @throws UnreadLine */
export function readScheduleWords([often = '', ...rest]: readonly string[]): Schedule {
  // "every monday" says how often by saying which day.
  if (asDay(often) !== undefined) return readScheduleWords(['weekly', often, ...rest]);
  switch (often.toLowerCase()) {
    case 'day':
    case 'daily':
      return { every: 'day', time: readTime(rest) };
    case 'weekday':
    case 'weekdays':
    case 'workday':
    case 'workdays':
      return { every: 'weekdays', time: readTime(rest) };
    case 'week':
    case 'weekly':
      return readWeekly(rest, 1);
    case 'fortnightly':
    case 'biweekly':
      return readWeekly(rest, 2);
    case 'month':
    case 'monthly':
      return readMonthly(rest, 1);
    case 'quarter':
    case 'quarterly':
      return readMonthly(rest, 3);
    case 'year':
    case 'yearly':
      return readMonthly(rest, 12);
    case 'once':
      return { every: 'once', on: isoDay(rest[0] ?? ''), time: readTime(rest.slice(1)) };
    case '':
      throw new UnreadLine(`Say how often: ${EXAMPLES}.`);
    default:
      return readInterval(often, rest);
  }
}

/** "2 weeks tue": every so many of a unit. */
function readInterval(often: string, [unit = '', ...rest]: readonly string[]): Schedule {
  const name = UNIT.exec(unit)?.[1]?.toLowerCase();
  const count = often.toLowerCase() === 'other' ? 2 : /^\d{1,3}$/.test(often) ? Number(often) : undefined;
  const times = name === 'quarter' ? 3 : 1;
  const of = count === undefined ? undefined : UNITS.find((known) => known === (times > 1 ? 'month' : name));
  const interval = (count ?? 0) * times;
  if (of === undefined) throw new UnreadLine(`I don’t know “${often}”. Say ${EXAMPLES}.`);
  if (interval < 1 || interval > MOST_INTERVAL[of])
    throw new UnreadLine(`It can come every 1 to ${MOST_INTERVAL[of]} ${of}s, not every ${interval}.`);
  if (of === 'week') return readWeekly(rest, interval);
  if (of === 'month') return readMonthly(rest, interval);
  return { every: 'day', ...onlyEvery(interval), time: readTime(rest) };
}

const onlyEvery = (interval: number) => (interval > 1 ? { interval } : {});

function readWeekly(words: readonly string[], interval: number): Schedule {
  const count = words.findIndex((word) => asDay(word) === undefined);
  const named = words.slice(0, count === -1 ? words.length : count);
  const [first, ...more] = named.length === 0 ? words.slice(0, 1) : named;
  const days = [readDay(first, '`weekly mon 9:00`'), ...more.map((day) => readDay(day, '`weekly mon 9:00`'))];
  const time = readTime(words.slice(named.length));
  return { every: 'week', on: sortDays(days), ...onlyEvery(interval), time };
}

/** The days stand first, as dates or as such as "first mon"; what is no day of a month is the time. */
function readMonthly(words: readonly string[], interval: number): Schedule {
  const on: MonthDay[] = [];
  let left = words;
  for (;;) {
    const read = readMonthDay(left, on.length === 0);
    if (read === undefined) break;
    on.push(read.day);
    left = left.slice(read.words);
  }
  return { every: 'month', on: sortDays(on), ...onlyEvery(interval), time: readTime(left) };
}

/** @param must There is none yet; after it, a bare number at the end is the time: "monthly 1 9". */
function readMonthDay(
  [which = '', next, ...rest]: readonly string[],
  must: boolean,
): { readonly day: MonthDay; readonly words: number } | undefined {
  const ordinal = ordinalNamed(which.toLowerCase());
  const weekday = asDay(next);
  if (ordinal !== undefined && weekday !== undefined) return { day: `${ordinal} ${weekday}`, words: 2 };
  if (ordinal === 'last') return { day: 31, words: next?.toLowerCase() === 'day' ? 2 : 1 };
  const date = Number(MONTH_DATE.exec(which)?.[1] ?? NaN);
  const isTime = !must && next === undefined && rest.length === 0 && /^\d+$/.test(which);
  const half = /^[ap]m$/i.test(next ?? '');
  if (!isTime && !(half && !must) && date >= 1 && date <= 31) return { day: date, words: 1 };
  if (!must) return undefined;
  throw new UnreadLine(
    which === ''
      ? 'Say on which day of the month: `monthly 1 9:00` or `monthly first mon 9:00`.'
      : `“${which}” is no day of a month. Say a day from 1 to 31, as in \`monthly 1 9:00\`, or \`monthly first mon 9:00\`.`,
  );
}

function asDay(word: string | undefined): Weekday | undefined {
  const day = weekdayIn(word ?? '');
  const full = day && dayName(day).toLowerCase();
  return full?.startsWith((word ?? '').toLowerCase().replace(/(?<=day)s$/, '')) === true ? day : undefined;
}

function readDay(word: string | undefined, example: string): Weekday {
  const day = asDay(word);
  if (day !== undefined) return day;
  throw new UnreadLine(
    word === undefined || /^\d/.test(word)
      ? `Say on which day, as in ${example}.`
      : `“${word}” is no day of the week. Say mon, tue, wed, thu, fri, sat or sun, as in ${example}.`,
  );
}

function readTime(words: readonly string[]): WallTime {
  if (words.length === 0) return DEFAULT_TIME;
  const text = words.join('').toLowerCase();
  const found = CLOCK.exec(text);
  const hour = Number(found?.[1]);
  const minute = Number(found?.[2] ?? 0);
  const half = found?.[3];
  const twelve = half === 'am' || half === 'pm';
  if (found === null || minute > 59 || hour > 23 || (twelve && (hour < 1 || hour > 12))) {
    throw new UnreadLine(`“${words.join(' ')}” is no time of day. Say it as 9:00, 17:30 or 5pm.`);
  }
  return { hour: twelve ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour, minute };
}
