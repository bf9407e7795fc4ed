/** How often, and on which days: "every other Tuesday", "on the 1st and 15th", "mon-fri", "end of each quarter", "tomorrow". */
import { ordinalNamed } from '#src/domain/watching/schedules/schedule.ts';
import { MONTH_WORD, weekdayIn, addDays } from '#src/domain/measure/days.ts';
import { WEEKDAY } from '#src/domain/measure/times/coming-day.ts';
import { COUNT, countOf, FUTURE, futureDay } from './future-days.ts';
import { takeDaysLeftOut, withoutDays } from './day-range.ts';
import { takeBareHours } from './read-clock.ts';
import type { Rest } from '../rest.ts';
import { OFTEN_FORMS } from './often-forms.ts';
import {
  type ReadOften,
  EVERY,
  DAYS_LIST,
  DAYS_IN_A_ROW,
  ORDINAL,
  DATES,
  daysIn,
  datesIn,
  DATE_WORDS,
} from './listed-days.ts';

const MONTH = new RegExp(`${MONTH_WORD}(?!\\p{L})`, 'u');
const ONLY_WEEKDAY = new RegExp(`^${WEEKDAY}$`, 'u');

const COMPILED = OFTEN_FORMS.map(([pattern, read]) => ({ pattern: new RegExp(pattern, 'u'), read }));

const ONE_DAY = new RegExp(String.raw`\b(?:on\s+|this\s+|next\s+|coming\s+)*(?<day>${FUTURE})(?!\p{L})`, 'u');
const IN_DAYS = new RegExp(String.raw`\bin\s+(?<count>${COUNT})\s+(?<unit>days?|weeks?)(?!\p{L})`, 'u');
/** "the next 5 fridays". */
const NEXT_DAYS =
  /\b(?:for\s+)?(?:on\s+)?(?:the\s+)?(?:next\s+)?(?<count>\d{1,2}|two|three|four|five|six|eight|ten|twelve)\s+(?:consecutive\s+|straight\s+)?(?<days>(?:mon|tues|wednes|thurs|fri|satur|sun)days)(?!\p{L})/u;
const TIMES_LEFT =
  /(?<!\b(?:up|create|make|add|want|need|have|get|start|arrange)\s)\b(?:for\s+)?(?:the\s+)?(?:next\s+)?(?<count>\d{1,3}|two|three|four|five|six|ten|twelve)\s+(?:times|posts|issues|digests|messages|occurrences)(?!\s+(?:an?|per|each|every|daily|weekly)(?!\p{L}))/u;

/** "quarterly ... on the 10th": of how many months, where the day stands apart from it. */
const MONTHS = new RegExp(
  String.raw`\b(?:quarterly|(?<quarter>${EVERY}\s+quarter)|${EVERY}\s+(?<count>\d{1,2}|two|three|four|six|other|second)(?:nd|rd|th)?\s+months?)(?!\p{L})`,
  'u',
);

function takeMonths(rest: Rest): Pick<ReadOften, 'interval'> | undefined {
  const found = rest.take(MONTHS);
  if (found === undefined) return undefined;
  const { count } = found.groups ?? {};
  if (count === undefined) return { interval: 3 };
  return { interval: count === 'other' || count === 'second' ? 2 : countOf(count) };
}

/**
 * What a text says of days that come again, with all days of it; `undefined` where it says nothing.
 * @param range Days from one to another, where they were said
 */
export function takeOften(rest: Rest, range?: ReadOften): ReadOften | undefined {
  const next = rest.find(NEXT_DAYS, true);
  if (next !== undefined) {
    const { count = '', days = '' } = next.match.groups ?? {};
    return { every: 'week', on: daysIn(days), times: countOf(count), ...hours(rest, next.to) };
  }
  const out = takeDaysLeftOut(rest);
  const said = takeForm(rest);
  if (range === undefined) return said && withoutDays(said, out);
  // "twice a day, Monday to Friday": the days are said, and how often on each of them.
  const { interval, tooOften, at } = said ?? {};
  return {
    ...(tooOften === undefined ? {} : { tooOften }),
    ...(interval === undefined ? {} : { interval }),
    ...(at === undefined ? {} : { at }),
    ...withoutDays(range, out),
  };
}

function takeForm(rest: Rest): ReadOften | undefined {
  for (const { pattern, read } of COMPILED) {
    const found = rest.find(pattern);
    const said = found && read(found.match.groups ?? {}, found.match[0]);
    if (found === undefined || said === undefined) continue;
    rest.blot(found.from, found.to);
    const at = hours(rest, found.to);
    const more =
      said.every === undefined || said.on !== undefined ? undefined : takeDaysFor(said.every, rest);
    const apart = said.every === 'month' && said.interval === undefined ? takeMonths(rest) : undefined;
    return { ...said, ...more, ...apart, ...at };
  }
  return undefined;
}

/** The hours that stand right behind a day. */
function hours(rest: Rest, to: number): Pick<ReadOften, 'at'> {
  const at = takeBareHours(rest, to);
  return at.length === 0 ? {} : { at };
}

const NO_DAY_BEFORE = String.raw`(?<!\b(?:until|till|til|from|starting|first|second|third|fourth|last)\s)`;
const ANY_DAYS = new RegExp(
  String.raw`${NO_DAY_BEFORE}(?:\b(?:on|every|each|say)\s+)?(?:an?\s+|the\s+)?${DAYS_IN_A_ROW}|${NO_DAY_BEFORE}(?:\b(?:on|every|each|say)\s+)?(?:an?\s+|the\s+)?\b${DAYS_LIST}`,
  'u',
);
const ORDINAL_DAY = new RegExp(String.raw`\b(?:on\s+)?(?:the\s+)?${ORDINAL}\s+(?<day>${WEEKDAY})`, 'u');
const ANY_DATES = new RegExp(
  String.raw`\bon\s+(?:the\s+)?(?:day\s+)?${DATES}|\b(?<dates>\d{1,2}(?:st|nd|rd|th)(?:\s*(?:,|and|&|\+|\/)\s*(?:the\s+)?\d{1,2}(?:st|nd|rd|th))*)(?:\s+day)?(?!\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\b|\b(?:on\s+)?the\s+(?<word>first|fifteenth|tenth|last day)\b`,
  'u',
);

/** The days of a week or month that stand apart from it: "weekly report ... on Mondays", "quarterly, first Monday". */
function takeDaysFor(every: ReadOften['every'], rest: Rest): ReadOften | undefined {
  if (every === 'week') {
    const found = rest.find(ANY_DAYS, true);
    const days = daysIn(found?.match.groups?.['days'] ?? '');
    if (found === undefined || days.length === 0) return undefined;
    return { on: days, ...hours(rest, found.to) };
  }
  if (every !== 'month') return undefined;
  const nth = rest.find(ORDINAL_DAY, true);
  if (nth !== undefined) {
    const { ordinal = '', day = '' } = nth.match.groups ?? {};
    const on = [`${ordinalNamed(ordinal) ?? ordinal} ${weekdayIn(day) ?? ''}`];
    return { on, ...hours(rest, nth.to) };
  }
  const { dates, word } = rest.take(ANY_DATES)?.groups ?? {};
  const on = word === undefined ? datesIn(dates ?? '') : [DATE_WORDS[word] ?? word];
  return on === undefined || on.length === 0 ? undefined : { on };
}

/** A single day to come: "tomorrow", "on Friday", "in three days". */
export function takeOnce(rest: Rest, today: string): ReadOften | undefined {
  const later = rest.take(IN_DAYS)?.groups;
  if (later !== undefined) {
    const days = countOf(later['count'] ?? '1') * ((later['unit'] ?? '').startsWith('w') ? 7 : 1);
    return { once: addDays(today, days) };
  }
  const found = rest.find(ONE_DAY);
  const day = found?.match.groups?.['day'] ?? '';
  const once = found && futureDay(day, today, 'first');
  // "As on March 2019": a day that is over is none to come.
  const isComing = once !== undefined && once >= today;
  // "March 2019" has no 20th.
  const isCut = /^\d/u.test(rest.left.slice(found?.to));
  if (found === undefined || isCut || !isComing || /week|month|quarter|year/u.test(day)) return undefined;
  rest.blot(found.from, found.to);
  const at = hours(rest, found.to);
  // "each January 2nd": of every year.
  if (
    /\b(?:every|each)\s+(?:year\s+on\s+)?(?:the\s+)?$/u.test(rest.plain.slice(0, found.from)) &&
    MONTH.test(day)
  )
    return { every: 'month', interval: 12, on: [Number(once.slice(-2))], from: once, ...at };
  const isWeekday = weekdayIn(day) !== undefined && ONLY_WEEKDAY.test(day);
  // "tue 7am" without a word before it says each.
  const isBare = isWeekday && /^\s*\p{L}+\s*$/u.test(found.match[0]);
  if (isBare && !/\b(?:once|only|just|one|off|meeting|call)\b/u.test(rest.plain))
    return { every: 'week', on: [weekdayIn(day) ?? ''], ...at, single: true };
  return {
    once,
    ...(isWeekday && !/\b(?:this|next|coming)\b/u.test(found.match[0])
      ? { single: true as const, on: [weekdayIn(day) ?? ''] }
      : {}),
    ...at,
  };
}

/** "10 times": how many posts. */
export function takeTimes(rest: Rest): number | undefined {
  const count = rest.take(TIMES_LEFT)?.groups?.['count'];
  return count === undefined ? undefined : countOf(count);
}
