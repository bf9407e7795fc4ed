/** Days that come again as they are listed, and what is read of them: "mon, wed and fri", "the 1st and 15th", "last". */
import { weekdayIn } from '#src/domain/measure/days.ts';
import { WEEKDAY } from '#src/domain/measure/times/coming-day.ts';
import type { AskedSchedule } from '../request.ts';

export type On = string | number;

/** What is said of the days; the time of day is another reader's. */
export interface ReadOften {
  readonly every?: AskedSchedule['every'] | undefined;
  readonly interval?: number | undefined;
  readonly on?: readonly On[] | undefined;
  readonly once?: string | undefined;
  /** Of a year: the first of such days. */
  readonly from?: string | undefined;
  readonly cron?: string | undefined;
  /** How many times. */
  readonly times?: number | undefined;
  /** The hours that stand right behind the days: "fri 8". */
  readonly at?: readonly string[] | undefined;
  /** More often than once a day. */
  readonly tooOften?: true;
  /** Days that can't be had: "first workday of the month". */
  readonly oddDay?: true;
  /** Only the name of a day, without a word that it comes again: "on Friday". */
  readonly single?: true;
}

export const EVERY = String.raw`(?:every|each|on every|on each)`;
export const DAYS_LIST = String.raw`(?<days>${WEEKDAY}s?(?:\s*(?:,|and|&|\+|\/|, and|or)\s*(?:on\s+)?(?:every\s+)?${WEEKDAY}s?)*)`;
const SHORT_DAY = '(?:mon|tues?|wed|thu|thurs|fri|sat|sun)';
const LONG_DAYS = '(?:mon|tues|wednes|thurs|fri|satur|sun)days';
/** "mon wed fri", "mondays wednesdays fridays". */
export const DAYS_IN_A_ROW = String.raw`(?<days>(?:${SHORT_DAY}(?:[\s,/+&]+(?:and\s+)?${SHORT_DAY})+|${LONG_DAYS}(?:[\s,/+&]+(?:and\s+)?${LONG_DAYS})+))(?!\p{L})`;

export const ORDINAL = String.raw`(?<ordinal>1st|2nd|3rd|4th|first|second|third|fourth|last)`;

export const DATES = String.raw`(?<dates>\d{1,2}(?:st|nd|rd|th)?(?:\s*(?:,|and|&|\+|\/|, and)\s*(?:on\s+)?(?:the\s+)?(?:day\s+)?(?:\d{1,2}(?:st|nd|rd|th)?|last(?:\s+day)?))*)`;

const EACH_WEEKDAY = new RegExp(WEEKDAY, 'gu');

/** @example daysIn('mondays and fri') // ['mon', 'fri'] */
export function daysIn(list: string): readonly string[] {
  return [...list.matchAll(EACH_WEEKDAY)].flatMap(([word]) => weekdayIn(word) ?? []);
}

/** The dates of a list, with "last" for a month's last day; `undefined` where one is no day of a month. */
export function datesIn(list: string): readonly On[] | undefined {
  const dates = [...list.matchAll(/\d{1,2}|last/gu)].map(([word]) => (word === 'last' ? word : Number(word)));
  return dates.every((date) => typeof date === 'string' || (date >= 1 && date <= 31)) ? dates : undefined;
}

export const DATE_WORDS: Readonly<Record<string, On>> = {
  first: 1,
  tenth: 10,
  fifteenth: 15,
  twentieth: 20,
  'last day': 'last',
};
