/** Reads the one-line form of a schedule, as the database keeps it and as people type it. */
import { type Weekday, dayName, isDate, weekdayIn } from '#src/domain/measure/days.ts';
import { Cron } from 'croner';
import {
  MOST_INTERVAL,
  MOST_TIMES,
  ORDINALS,
  sortDays,
  type Around,
  type MonthDay,
  type Ordinal,
  type Schedule,
  type WallTime,
} from './schedule.ts';
import { zoneNamed } from './zones.ts';

/** A schedule read from text, or what is wrong with the text, in a sentence that says what to type instead. */
export type ParsedSchedule =
  | { readonly ok: true; readonly schedule: Schedule; readonly zone: string | undefined }
  | { readonly ok: false; readonly reason: string };

/** The time when none is typed. */
export const DEFAULT_TIME: WallTime = { hour: 9, minute: 0 };

const EXAMPLES =
  '`daily 8:30`, `weekdays 9:00`, `weekly mon,thu 9:00`, `every 2 weeks tue 9:00`, `monthly 1 9:00`, `monthly first mon 9:00` or `quarterly last 9:00`';
const ORDINAL_WORDS: Readonly<Record<string, Ordinal>> = {
  ...Object.fromEntries(ORDINALS.map((ordinal) => [ordinal, ordinal])),
  '1st': 'first',
  '2nd': 'second',
  '3rd': 'third',
  '4th': 'fourth',
};
const LITTLE = /^(?:at|on|the|every|each|and)$/i;
const CRON = /^\s*cron:?\s+(\d+)\s+(\d+)\s+(\S+\s+\S+\s+\S+)(?=\s|$)/i;
const ANY_CRON = /^\s*cron\b/i;
const UNIT = /^(day|week|month|quarter)s?$/i;
const MONTH_DATE = /^(\d{1,2})(?:st|nd|rd|th|\.)?$/i;
const CLOCK = /^(\d{1,2})(?:[:.h](\d{2}))?(am|pm|h)?$/;
const CLAUSES = {
  anchor: /\ssince\s(\d{4}-\d{2}-\d{2})(?=\s|$)/i,
  from: /\s(?:from|starting)\s(\d{4}-\d{2}-\d{2})(?=\s|$)/i,
  until: /\suntil\s(\d{4}-\d{2}-\d{2})(?=\s|$)/i,
  times: /\s(\d{1,4})\stimes(?=\s|$)/i,
  holidays: /\sholidays\s([a-z]{2}(?:-[a-z0-9]{1,3})?)\s(skip|next)(?=\s|$)/i,
} as const;

const UNITS = ['day', 'week', 'month'] as const;

class Misread extends Error {}

/**
 * Reads the one-line form. Time defaults to 9:00; a zone may follow.
 * @param own The zone of whoever types it: an abbreviation of several zones is theirs where it is among them.
 * @example parseSchedule('weekly mon 9:00 Europe/Berlin') // { ok: true, schedule: { every: 'week', ... }, zone: 'Europe/Berlin' }
 */
export function parseSchedule(text: string, own?: string): ParsedSchedule {
  try {
    const { left, around } = takeClauses(` ${text.trim().replaceAll(/\s+/gu, ' ')}`);
    const cron = CRON.exec(left);
    if (cron !== null) return readCron(cron, left, around, own);
    if (ANY_CRON.test(left)) throw new Misread(WHICH_CRON);
    const words = left.split(/[\s,]+/).filter((word) => word !== '' && !LITTLE.test(word));
    const { zone, before } = takeZone(words, own);
    return { ok: true, schedule: { ...readWords(before), ...around }, zone };
  } catch (error) {
    if (error instanceof Misread) return { ok: false, reason: error.message };
    throw error;
  }
}

/** What stands behind the days and the time: beginning, end, holidays. */
function takeClauses(text: string): { readonly left: string; readonly around: Around } {
  let left = text;
  const take = (pattern: RegExp): readonly string[] | undefined => {
    const found = pattern.exec(left);
    if (found === null) return undefined;
    left = `${left.slice(0, found.index)}${left.slice(found.index + found[0].length)}`;
    return found.slice(1);
  };
  const dated = (name: 'anchor' | 'from' | 'until') => {
    const [date] = take(CLAUSES[name]) ?? [];
    return date === undefined ? {} : { [name]: isoDay(date) };
  };
  const dates = { ...dated('anchor'), ...dated('from'), ...dated('until') };
  const [times] = take(CLAUSES.times) ?? [];
  const [country, instead] = take(CLAUSES.holidays) ?? [];
  const around: Around = {
    ...dates,
    ...(times === undefined ? {} : { times: timesOf(Number(times)) }),
    ...(country === undefined
      ? {}
      : {
          holidays: {
            country: country.toUpperCase(),
            instead: instead?.toLowerCase() === 'next' ? 'next' : 'skip',
          },
        }),
  };
  if (around.from !== undefined && around.until !== undefined && around.until < around.from)
    throw new Misread(
      `It would end on ${around.until}, before it begins on ${around.from}. Turn the dates round.`,
    );
  return { left, around };
}

/** A day that the calendar has. */
function isoDay(text: string): string {
  if (isDate(text)) return text;
  throw new Misread(`“${text}” is no day of the calendar. Say it as 2027-03-31.`);
}

function timesOf(times: number): number {
  if (times >= 1 && times <= MOST_TIMES) return times;
  throw new Misread(
    `It can come 1 to ${MOST_TIMES} times, not ${times}. Or say until when, as in \`until 2027-03-31\`.`,
  );
}

const WHICH_CRON =
  'A cron line has five fields, with one minute and one hour, for one post a day is the most: `cron 0 9 1-7 * 1`.';

function readCron(
  found: RegExpExecArray,
  text: string,
  around: Around,
  own: string | undefined,
): ParsedSchedule {
  const [all, minute = '', hour = '', fields = ''] = found;
  const on = fields.toLowerCase().replace(/\s+/g, ' ');
  const after = text.slice(all.length).split(/\s+/).filter(Boolean);
  const { zone, before } = takeZone(['cron', ...after], own);
  if (before.length > 1)
    throw new Misread(`I don’t know “${before.slice(1).join(' ')}” behind a cron line. ${WHICH_CRON}`);
  if (Number(minute) > 59 || Number(hour) > 23) throw new Misread(WHICH_CRON);
  try {
    void new Cron(`0 0 ${on}`, { timezone: 'UTC', paused: true });
  } catch {
    throw new Misread(`I can’t read the days of the cron line “${on}”. ${WHICH_CRON}`);
  }
  const time = { hour: Number(hour), minute: Number(minute) };
  return { ok: true, schedule: { every: 'cron', on, time, ...around }, zone };
}

function readWords([often = '', ...rest]: readonly string[]): Schedule {
  // "every monday" says how often by saying which day.
  if (asDay(often) !== undefined) return readWords(['weekly', often, ...rest]);
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
      throw new Misread(`Say how often: ${EXAMPLES}.`);
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
  if (of === undefined) throw new Misread(`I don’t know “${often}”. Say ${EXAMPLES}.`);
  if (interval < 1 || interval > MOST_INTERVAL[of])
    throw new Misread(`It can come every 1 to ${MOST_INTERVAL[of]} ${of}s, not every ${interval}.`);
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
  const ordinal = ORDINAL_WORDS[which.toLowerCase()];
  const weekday = asDay(next);
  if (ordinal !== undefined && weekday !== undefined) return { day: `${ordinal} ${weekday}`, words: 2 };
  if (ordinal === 'last') return { day: 31, words: next?.toLowerCase() === 'day' ? 2 : 1 };
  const date = Number(MONTH_DATE.exec(which)?.[1] ?? NaN);
  const isTime = !must && next === undefined && rest.length === 0 && /^\d+$/.test(which);
  const half = /^[ap]m$/i.test(next ?? '');
  if (!isTime && !(half && !must) && date >= 1 && date <= 31) return { day: date, words: 1 };
  if (!must) return undefined;
  throw new Misread(
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
  throw new Misread(
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
    throw new Misread(`“${words.join(' ')}” is no time of day. Say it as 9:00, 17:30 or 5pm.`);
  }
  return { hour: twelve ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour, minute };
}

/** The zone at the end, in up to three words: "London time", "new york", "CET". The first word is never one. */
function takeZone(
  words: readonly string[],
  own: string | undefined,
): { readonly zone: string | undefined; readonly before: readonly string[] } {
  const isTime = /^time$/i.test(words.at(-1) ?? '');
  const before = isTime ? words.slice(0, -1) : words;
  for (const count of [2, 1]) {
    if (before.length <= count) continue;
    const name = before.slice(-count).join(' ');
    const named = zoneNamed(name, own);
    if (named === undefined) continue;
    if ('ask' in named) throw new Misread(named.ask);
    return { zone: named.zone, before: before.slice(0, -count) };
  }
  return { zone: undefined, before: words };
}
