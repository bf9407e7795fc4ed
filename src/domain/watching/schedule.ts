/** How often a digest comes: the presets, the one-line form in which the database keeps them, and the words for people. */

export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const ORDINALS = ['first', 'second', 'third', 'fourth', 'last'] as const;
export type Ordinal = (typeof ORDINALS)[number];

/** A wall-clock time: hour 0 to 23, minute 0 to 59. */
export interface WallTime {
  readonly hour: number;
  readonly minute: number;
}

/** When to post, by the wall clock of a zone that is kept beside it. At most once a day. */
export type Schedule =
  | { readonly every: 'day' | 'weekdays'; readonly time: WallTime }
  | { readonly every: 'week'; readonly day: Weekday; readonly time: WallTime }
  /** `date` 1 to 31; in a month without it, the month's last day. */
  | { readonly every: 'month'; readonly date: number; readonly time: WallTime }
  | {
      readonly every: 'month';
      readonly ordinal: Ordinal;
      readonly day: Weekday;
      readonly time: WallTime;
    };

/** Full names, in the order of `WEEKDAYS`. */
export const DAY_NAMES = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

const dayName = (day: Weekday) => DAY_NAMES[WEEKDAYS.indexOf(day)];

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

/** The one-line form; `parseSchedule` reads it back to the same schedule. @example "monthly first mon 09:00" */
export function formatSchedule(schedule: Schedule): string {
  const time = formatTime(schedule.time);
  switch (schedule.every) {
    case 'day':
      return `daily ${time}`;
    case 'weekdays':
      return `weekdays ${time}`;
    case 'week':
      return `weekly ${schedule.day} ${time}`;
    default:
      return 'date' in schedule
        ? `monthly ${schedule.date} ${time}`
        : `monthly ${schedule.ordinal} ${schedule.day} ${time}`;
  }
}

/** For people. @example "on the first Monday of each month at 09:00" */
export function scheduleInWords(schedule: Schedule): string {
  const at = `at ${formatTime(schedule.time)}`;
  switch (schedule.every) {
    case 'day':
      return `every day ${at}`;
    case 'weekdays':
      return `Monday to Friday ${at}`;
    case 'week':
      return `every ${dayName(schedule.day)} ${at}`;
    default:
      if ('ordinal' in schedule)
        return `on the ${schedule.ordinal} ${dayName(schedule.day)} of each month ${at}`;
      return schedule.date > 28
        ? `on day ${schedule.date} of each month, or its last day, ${at}`
        : `on day ${schedule.date} of each month ${at}`;
  }
}
