/** How often a digest comes, and the one-line form in which the database keeps it. */
import { WEEKDAYS, type Weekday } from '#src/domain/measure/days.ts';

export const ORDINALS = ['first', 'second', 'third', 'fourth', 'last'] as const;
type Ordinal = (typeof ORDINALS)[number];

/** @example ordinalNamed('1st') // "first" */
export function ordinalNamed(word: string): Ordinal | undefined {
  const counted = ['1st', '2nd', '3rd', '4th'].indexOf(word);
  return ORDINALS[counted] ?? ORDINALS.find((ordinal) => ordinal === word);
}

/** A wall-clock time: hour 0 to 23, minute 0 to 59. */
export interface WallTime {
  readonly hour: number;
  readonly minute: number;
}

/** 1 to 31, in a month without it the month's last day, so 31 is the last day; or such as "first mon". */
export type MonthDay = number | `${Ordinal} ${Weekday}`;

/** On which days. `interval`: only every so many of them, 2 and more. Lists are not empty. */
export type Days =
  | { readonly every: 'day'; readonly interval?: number | undefined }
  /** Monday to Friday. */
  | { readonly every: 'weekdays' }
  | { readonly every: 'week'; readonly on: readonly Weekday[]; readonly interval?: number | undefined }
  /** A quarter is three months: see `isCalendar`. */
  | { readonly every: 'month'; readonly on: readonly MonthDay[]; readonly interval?: number | undefined }
  /** `on`: an ISO date. */
  | { readonly every: 'once'; readonly on: string }
  /** `on`: the last three fields of a cron line, day of the month, month and day of the week. */
  | { readonly every: 'cron'; readonly on: string };

/** What holds of any schedule. Dates are ISO dates by the wall clock of its zone. */
export interface Around {
  /** A day from which an interval counts: of weeks any day of the first one, of months any of the first. */
  readonly anchor?: string | undefined;
  /** The first day on which it may come. */
  readonly from?: string | undefined;
  /** The last day on which it may come. */
  readonly until?: string | undefined;
  /** How many posts there are: kept beside `until`, which is then the last one's day at the latest. */
  readonly times?: number | undefined;
  /** What becomes of a public holiday: nothing comes, or it comes on the next workday. */
  readonly holidays?: Holidays | undefined;
}

interface Holidays {
  /** Two letters of ISO 3166; a part of a country may follow, "DE-BY". */
  readonly country: string;
  readonly instead: 'skip' | 'next';
}

/** When to post, by the wall clock of a zone that is kept beside it. At most once a day. */
export type Schedule = Days & Around & { readonly time: WallTime };

/** The longest that people may want to wait: a year. */
export const MOST_INTERVAL = { day: 366, week: 52, month: 12 } as const;

/** The most posts after which it may end. */
export const MOST_TIMES = 366;

/**
 * Whether an interval of months follows the calendar: a quarter begins in January, April, July and October, so its first Monday
 * is of these, and its last day of March, June, September and December. Other intervals count from the first time it comes.
 */
export const isCalendar = (months: number): boolean => months === 3 || months === 6 || months === 12;

/** Monday first, and each once; what is counted from the end of a month last. */
export function sortDays<T extends Weekday | MonthDay>(days: readonly T[]): readonly T[] {
  const rank = (day: T): number => {
    if (typeof day === 'number') return day;
    const [ordinal = '', name = ordinal] = day.split(' ');
    const ofWeek = (WEEKDAYS.findIndex((known) => known === name) + 6) % 7;
    return name === ordinal ? ofWeek : 100 + ORDINALS.findIndex((known) => known === ordinal) * 7 + ofWeek;
  };
  return [...new Set(days)].toSorted((a, b) => rank(a) - rank(b));
}

/**
 * The zone under the name that was given (ICU's own name for it may be an old one: Asia/Calcutta), in its usual capitals;
 * `undefined` where there is none such.
 */
export function knownZone(name: string): string | undefined {
  // An offset is no zone: it knows nothing of clock changes.
  if (/^[+-]/.test(name)) return undefined;
  try {
    void new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return undefined;
  }
  if (/[A-Z]/.test(name)) return name;
  return name.includes('/')
    ? name.replace(/(?<![a-z])(?!of_|es_)[a-z]/g, (letter) => letter.toUpperCase())
    : name.toUpperCase();
}

/** @example formatTime({ hour: 9, minute: 5 }) // "09:05" */
export function formatTime({ hour, minute }: WallTime): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Words of how often, with the days: "every 2 weeks tue". */
function daysLine(schedule: Schedule): string {
  const { interval = 1 } = 'interval' in schedule ? schedule : {};
  switch (schedule.every) {
    case 'day':
      return interval > 1 ? `every ${interval} days` : 'daily';
    case 'weekdays':
      return 'weekdays';
    case 'once':
      return `once ${schedule.on}`;
    case 'cron':
      return `cron ${schedule.time.minute} ${schedule.time.hour} ${schedule.on}`;
    default:
      return `${interval > 1 ? `every ${interval} ${schedule.every}s` : `${schedule.every}ly`} ${schedule.on.join(',')}`;
  }
}

/**
 * The one-line form; `parseSchedule` reads it back to the same schedule.
 * @example "monthly first mon 09:00", "every 2 weeks tue 09:00 since 2026-12-01 until 2027-03-31"
 */
export function formatSchedule(schedule: Schedule): string {
  const { anchor, from, until, times, holidays } = schedule;
  return [
    daysLine(schedule),
    ...(schedule.every === 'cron' ? [] : [formatTime(schedule.time)]),
    ...(anchor === undefined ? [] : [`since ${anchor}`]),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(times === undefined ? [] : [`${times} times`]),
    ...(holidays === undefined ? [] : [`holidays ${holidays.country} ${holidays.instead}`]),
  ].join(' ');
}
