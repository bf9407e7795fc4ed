/** Days from one to another, and days that are left out: "mon til thu", "from Sunday to Thursday", "every day but Friday". */
import { weekdayIn } from '#src/domain/measure/days.ts';
import { WEEKDAY } from '#src/domain/measure/times/coming-day.ts';
import { DAYS_LIST, daysIn, type ReadOften } from './listed-days.ts';
import { takeBareHours } from './read-clock.ts';
import type { Rest } from '../rest.ts';

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const WORKDAYS = 5;

const RANGE = new RegExp(
  [
    String.raw`\b(?:(?:from|on|every|each)\s+)?(?<first>${WEEKDAY})\s*(?:-|\s(?:to|through|thru)\s)\s*(?<last>${WEEKDAY})`,
    // "Mondays until Friday" ends on a Friday.
    String.raw`(?<!\b(?:every|each|on)\s+)\b(?<first>(?:mon|tues?|wed|thu|thurs|fri|sat|sun)(?:day|nesday|rsday|urday|sday)?)\s+(?:un)?till?\s+(?<last>${WEEKDAY})`,
    String.raw`\bbetween\s+(?<first>${WEEKDAY})\s+and\s+(?<last>${WEEKDAY})`,
  ].join('|'),
  'u',
);
const ALL_WORKDAYS = /\bm\s?-\s?f(?![\p{L}-])|\bmo\s?-\s?fr(?!\p{L})/u;
/** "move it from Monday to Thursday": from one day to another, and no days between them. */
const MOVED = /\b(?:chang|mov|switch|shift|swap|reschedul|push|bring|postpon|rather)\p{L}*\s[^.;:]{0,40}$/u;

/** All days of a range; with an interval, or of other than five or seven days, they are listed. */
export function takeDayRange(rest: Rest): ReadOften | undefined {
  const all = rest.find(ALL_WORKDAYS, true);
  const found = all ?? rest.find(RANGE);
  if (found === undefined) return undefined;
  const { first = 'mon', last = 'fri' } = found.match.groups ?? {};
  const [start, end] = [first, last].map((day) => WEEK.findIndex((one) => one === weekdayIn(day)));
  const isMoved = MOVED.test(rest.left.slice(0, found.from));
  if (start === undefined || end === undefined || start === end || isMoved) return undefined;
  if (all === undefined) rest.blot(found.from, found.to);
  const length = ((end - start + WEEK.length) % WEEK.length) + 1;
  const at = takeBareHours(rest, found.to);
  return {
    ...paceOf(Array.from({ length }, (_, more) => WEEK[(start + more) % WEEK.length] ?? 'mon')),
    ...(at.length === 0 ? {} : { at }),
  };
}

/** Days of a week as they are said shortest. */
function paceOf(days: readonly string[]): Pick<ReadOften, 'every' | 'on'> {
  if (days.length === WEEK.length) return { every: 'day' };
  const isWorkdays = days.length === WORKDAYS && !days.includes('sat') && !days.includes('sun');
  return isWorkdays ? { every: 'weekday' } : { every: 'week', on: days };
}

/** "except weekends", "but not on Fridays". */
const EXCEPT = new RegExp(
  String.raw`[,(]?\s*\b(?:except|excepting|excluding|excl\.?|bar|barring|apart from|other than|but|but not|without|not|never|minus|skip(?:ping)?|omit(?:ting)?|leav(?:e|ing) out)\s+(?:(?:on|for|at|the)\s+)*(?:weekends?(?!\p{L})|${DAYS_LIST.replaceAll('|or)', '|or|nor)')})\)?`,
  'u',
);
/** Of what days can be left out. */
const EACH_DAY =
  /\b(?:daily|(?:every|each)\s+(?:single\s+)?(?:day|morning|afternoon|evening|night)|all\s+(?:(?:of\s+)?the\s+|seven\s+)?days|\p{L}*(?:week|work)days?|mon\p{L}*\s*-|m\s?-\s?f)(?!\p{L})/u;

/** The days of a week that are left out of all of them; none where nothing is said of such days. */
export function takeDaysLeftOut(rest: Rest): readonly string[] {
  if (!EACH_DAY.test(rest.left)) return [];
  const groups = rest.take(EXCEPT)?.groups;
  if (groups === undefined) return [];
  return groups['days'] === undefined ? ['sat', 'sun'] : daysIn(groups['days']);
}

/** The same without the days that are left out. */
export function withoutDays(often: ReadOften, out: readonly string[]): ReadOften {
  const { every, on, ...more } = often;
  const days = every === 'day' ? WEEK : every === 'weekday' ? WEEK.slice(0, WORKDAYS) : undefined;
  if (days === undefined || out.length === 0 || on !== undefined) return often;
  return { ...more, ...paceOf(days.filter((day) => !out.includes(day))) };
}
