/** Reads the one-line form of a schedule, as people type it. */
import {
  DAY_NAMES,
  ORDINALS,
  WEEKDAYS,
  knownZone,
  type Ordinal,
  type Schedule,
  type WallTime,
  type Weekday,
} from './schedule.ts';

/** A schedule read from text, or what is wrong with the text, in a sentence that says what to type instead. */
export type ParsedSchedule =
  | { readonly ok: true; readonly schedule: Schedule; readonly zone: string | undefined }
  | { readonly ok: false; readonly reason: string };

/** The time when none is typed. */
export const DEFAULT_TIME: WallTime = { hour: 9, minute: 0 };

const EXAMPLES =
  '`daily 8:30`, `weekdays 9:00`, `weekly mon 9:00`, `monthly 1 9:00` or `monthly first mon 9:00`';
const ORDINAL_WORDS: Readonly<Record<string, Ordinal>> = {
  ...Object.fromEntries(ORDINALS.map((ordinal) => [ordinal, ordinal])),
  '1st': 'first',
  '2nd': 'second',
  '3rd': 'third',
  '4th': 'fourth',
};

class Misread extends Error {}

/**
 * Reads the one-line form. Time defaults to 9:00; a zone may follow.
 * @example parseSchedule('weekly mon 9:00 Europe/Berlin') // { ok: true, schedule: { every: 'week', ... }, zone: 'Europe/Berlin' }
 */
export function parseSchedule(text: string): ParsedSchedule {
  const words = text
    .trim()
    .split(/[\s,]+/)
    .filter((word) => word !== '' && !/^(?:at|on|the|every)$/i.test(word));
  try {
    const zone = words.length > 1 && isZoneLike(words.at(-1)) ? readZone(words.pop() ?? '') : undefined;
    return { ok: true, schedule: readWords(words), zone };
  } catch (error) {
    if (error instanceof Misread) return { ok: false, reason: error.message };
    throw error;
  }
}

function readWords([often = '', ...rest]: readonly string[]): Schedule {
  switch (often.toLowerCase()) {
    case 'daily':
      return { every: 'day', time: readTime(rest) };
    case 'weekdays':
    case 'workdays':
      return { every: 'weekdays', time: readTime(rest) };
    case 'weekly': {
      const [day, ...time] = rest;
      return { every: 'week', day: readDay(day, '`weekly mon 9:00`'), time: readTime(time) };
    }
    case 'monthly':
      return readMonthly(rest);
    case '':
      throw new Misread(`Say how often: ${EXAMPLES}.`);
    default:
      throw new Misread(`I don’t know “${often}”. Say ${EXAMPLES}.`);
  }
}

function readMonthly([which = '', ...rest]: readonly string[]): Schedule {
  const ordinal = ORDINAL_WORDS[which.toLowerCase()];
  if (ordinal !== undefined && asDay(rest[0]) !== undefined) {
    const [day, ...time] = rest;
    return { every: 'month', ordinal, day: readDay(day, '`monthly first mon 9:00`'), time: readTime(time) };
  }
  if (ordinal === 'last') return { every: 'month', date: 31, time: readTime(rest) };
  const date = /^(\d{1,2})(?:st|nd|rd|th|\.)?$/i.exec(which)?.[1];
  if (date === undefined || Number(date) < 1 || Number(date) > 31) {
    throw new Misread(
      which === ''
        ? 'Say on which day of the month: `monthly 1 9:00` or `monthly first mon 9:00`.'
        : `“${which}” is no day of a month. Say a day from 1 to 31, as in \`monthly 1 9:00\`, or \`monthly first mon 9:00\`.`,
    );
  }
  return { every: 'month', date: Number(date), time: readTime(rest) };
}

function asDay(word: string | undefined): Weekday | undefined {
  const known = /^(sun|mon|tue|wed|thu|fri|sat)/i.exec(word ?? '')?.[1]?.toLowerCase();
  const day = WEEKDAYS.find((name) => name === known);
  const full = day && DAY_NAMES[WEEKDAYS.indexOf(day)]?.toLowerCase();
  return full?.startsWith((word ?? '').toLowerCase()) === true ? day : undefined;
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
  const found = /^(\d{1,2})(?:[:.h](\d{2}))?(am|pm|h)?$/.exec(text);
  const hour = Number(found?.[1]);
  const minute = Number(found?.[2] ?? 0);
  const half = found?.[3];
  const twelve = half === 'am' || half === 'pm';
  if (found === null || minute > 59 || hour > 23 || (twelve && (hour < 1 || hour > 12))) {
    throw new Misread(`“${words.join(' ')}” is no time of day. Say it as 9:00, 17:30 or 5pm.`);
  }
  return { hour: twelve ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour, minute };
}

const isZoneLike = (word: string | undefined): boolean => /^[a-z_]+\/[\w/+-]+$|^utc$/i.test(word ?? '');

function readZone(word: string): string {
  const zone = knownZone(word);
  if (zone !== undefined) return zone;
  throw new Misread(
    `I don’t know the time zone “${word}”. Say one such as Europe/Berlin or America/New_York.`,
  );
}
