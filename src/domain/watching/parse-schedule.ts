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

/** Short names of time zones, each with where it is said: none of them names one place's clock. */
const SHORT_ZONES: Readonly<Record<string, readonly string[]>> = {
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  CST: ['America/Chicago', 'Asia/Shanghai', 'America/Havana'],
  CDT: ['America/Chicago', 'America/Havana'],
  BST: ['Europe/London', 'Asia/Dhaka'],
  GMT: ['UTC', 'Europe/London', 'Africa/Accra'],
  WET: ['Europe/Lisbon', 'Atlantic/Canary'],
  CET: ['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid'],
  CEST: ['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid'],
  MEZ: ['Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich'],
  EET: ['Europe/Helsinki', 'Europe/Athens', 'Africa/Cairo'],
  EEST: ['Europe/Helsinki', 'Europe/Athens'],
  MSK: ['Europe/Moscow'],
  EST: ['America/New_York', 'America/Panama', 'Australia/Sydney'],
  EDT: ['America/New_York', 'Australia/Sydney'],
  ET: ['America/New_York'],
  CT: ['America/Chicago'],
  MST: ['America/Denver', 'America/Phoenix', 'Asia/Kuala_Lumpur'],
  MDT: ['America/Denver'],
  MT: ['America/Denver', 'America/Phoenix'],
  PST: ['America/Los_Angeles', 'Asia/Manila', 'Asia/Karachi'],
  PDT: ['America/Los_Angeles'],
  PT: ['America/Los_Angeles'],
  AST: ['America/Halifax', 'Asia/Riyadh', 'America/Puerto_Rico'],
  BRT: ['America/Sao_Paulo'],
  GST: ['Asia/Dubai', 'Atlantic/South_Georgia'],
  PKT: ['Asia/Karachi'],
  SGT: ['Asia/Singapore'],
  HKT: ['Asia/Hong_Kong'],
  JST: ['Asia/Tokyo'],
  KST: ['Asia/Seoul'],
  WIB: ['Asia/Jakarta'],
  AEST: ['Australia/Sydney', 'Australia/Brisbane'],
  AEDT: ['Australia/Sydney'],
  ACST: ['Australia/Adelaide', 'Australia/Darwin'],
  AWST: ['Australia/Perth'],
  SST: ['Asia/Singapore', 'Pacific/Pago_Pago'],
  NZST: ['Pacific/Auckland'],
  NZDT: ['Pacific/Auckland'],
  SAST: ['Africa/Johannesburg'],
  EAT: ['Africa/Nairobi'],
  WAT: ['Africa/Lagos'],
  CAT: ['Africa/Maputo'],
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
    const short = words.length > 1 ? askZone(words.at(-1) ?? '') : undefined;
    if (short !== undefined) return { ok: false, reason: short };
    const zone = words.length > 1 && isZoneLike(words.at(-1)) ? readZone(words.pop() ?? '') : undefined;
    return { ok: true, schedule: readWords(words), zone };
  } catch (error) {
    if (error instanceof Misread) return { ok: false, reason: error.message };
    throw error;
  }
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
    case 'weekly': {
      const [day, ...time] = rest;
      return { every: 'week', day: readDay(day, '`weekly mon 9:00`'), time: readTime(time) };
    }
    case 'month':
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

/** Which zones a short name or an offset may mean: asked, for each has its own clock changes. */
export function askZone(word: string): string | undefined {
  const zones = SHORT_ZONES[word.toUpperCase()];
  if (zones !== undefined) {
    const choices = zones.map((zone) => `\`${zone}\``).join(zones.length === 2 ? ' or ' : ', ');
    return zones.length === 1
      ? `“${word}” is no one place’s clock all the year round. Say ${choices} in its stead, or the zone of another place.`
      : `“${word}” may be the time of more than one place: which? Say ${choices} or another place’s zone in its stead.`;
  }
  return /^(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?$/i.test(word)
    ? `“${word}” is an offset, which changes with the season in many places. Say the zone of a place, such as \`Europe/Berlin\`, or \`UTC\`.`
    : undefined;
}

const isZoneLike = (word: string | undefined): boolean => /^[a-z_]+\/[\w/+-]+$|^utc$/i.test(word ?? '');

function readZone(word: string): string {
  const zone = knownZone(word);
  if (zone !== undefined) return zone;
  throw new Misread(
    `I don’t know the time zone “${word}”. Say one such as Europe/Berlin or America/New_York.`,
  );
}
