/** Times that are so many days, weeks, months long, or ago: "last 30 days", "past week", "12 months", "3 weeks ago". */
import { addDays, monthsBefore } from './days.ts';
import { daysSaid, PERIOD_NAME, spanSaid, type Groups, type Said, type TimeForm } from './day-forms.ts';
import { dayPeriod, periodAround, stepFrom } from './period.ts';

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  sixty: 60,
  ninety: 90,
};
const WORDS = Object.keys(NUMBERS)
  .filter((word) => word.length > 2)
  .join('|');
const COUNT = String.raw`(?:(?<count>\d{1,4}|${WORDS})|an?\s+(?<count>couple))(?:\s+of)?`;
const UNIT = '(?<unit>day|week|fortnight|month|quarter|year)s?';
/** More than ten years of days are a slip. */
const LONGEST_DAYS = 3660;
const MOST_QUARTERS = 40;
const TOO_LONG = 'that is longer ago than quotes go';

const countOf = (word = '') => NUMBERS[word.toLowerCase()] ?? Number(word);
/** So long before a day, by the calendar. `undefined` where that is longer ago than any quote. */
function back(today: string, count: number, unit: string): string | undefined {
  const months = { month: 1, quarter: 3, year: 12 }[unit];
  if (months !== undefined) return count * months <= 120 ? monthsBefore(today, count * months) : undefined;
  const days = count * ({ week: 7, fortnight: 14 }[unit] ?? 1);
  return days <= LONGEST_DAYS ? addDays(today, -days) : undefined;
}

/** "past week" is the last seven days, and "last 30 days" ends today. */
function counted({ count, unit = '' }: Groups, today: string): Said {
  const [number, of] = [count === undefined ? 1 : countOf(count), unit.toLowerCase()];
  if (number === 0) return { kind: 'unread' };
  if (of === 'quarter' && count !== undefined) return lastQuarters(number, today);
  const since = back(today, number, of);
  if (since === undefined) return { kind: 'unread', reason: TOO_LONG };
  // "the past month" has been 30 days here, "the last 2 months" go by the calendar.
  const from = count === undefined && of === 'month' ? addDays(today, -30) : since;
  const label = count === undefined && of === 'month' ? 'the last 30 days' : lastLabel(number, of);
  return spanSaid(addDays(from, 1), today, label, of === 'year' ? 'year' : 'span');
}

function lastLabel(number: number, unit: string): string {
  if (unit === 'week' || unit === 'fortnight') return `the last ${number * (unit === 'week' ? 7 : 14)} days`;
  if (unit === 'quarter') return `the last ${number * 3} months`;
  return number === 1 && unit !== 'month' ? `the last ${unit}` : `the last ${number} ${unit}s`;
}

function lastQuarters(number: number, today: string): Said {
  const current = number <= MOST_QUARTERS ? periodAround(today, 'quarter') : undefined;
  const [first, last] = [current && stepFrom(current, -number), current && stepFrom(current, -1)];
  if (first === undefined || last === undefined) return { kind: 'unread', reason: TOO_LONG };
  return first.from === last.from
    ? { kind: 'days', yearSaid: true, of: () => first }
    : spanSaid(first.from, last.to, `${first.label} to ${last.label}`);
}

function ago({ count, unit = '' }: Groups, today: string): Said | undefined {
  const date = back(today, count === undefined ? 1 : countOf(count), unit.toLowerCase());
  if (date === undefined) return { kind: 'unread', reason: TOO_LONG };
  // What was "two years ago" is a day of quotes, and a year of what has years.
  return daysSaid({
    ...dayPeriod(date),
    ...(unit.toLowerCase() === 'year' ? { grain: 'year' as const } : {}),
  });
}

const LAST = '(?:the\\s+)?(?:last|past|previous|prior|preceding|trailing|latest|recent)';

export const COUNTED_FORMS: readonly TimeForm[] = [
  {
    pattern: String.raw`(?:the\s+)?(?:past|last)\s+(?<unit>fortnight)|(?:the\s+)?past\s+(?<unit>day|week|month|quarter|year)`,
    read: counted,
  },
  {
    pattern: String.raw`(?:over|in|within|during|for)\s+(?:the\s+last|an?|one)\s+${UNIT}(?!s|\s+(?:ago|back|earlier|of))(?<!s)`,
    read: counted,
  },
  {
    pattern: String.raw`(?:(?:over|in|within|during|for)\s+)?(?:${LAST}\s+)?${COUNT}[\s-]*${UNIT}(?![a-z]|\s+(?:ago|back|earlier|before)|\s+of\s+${PERIOD_NAME})`,
    read: counted,
  },
  {
    pattern: String.raw`(?:the\s+)?(?:next|coming|following)\s+(?:${COUNT}[\s-]*)${UNIT}`,
    read: (_, today) => daysSaid({ ...dayPeriod(addDays(today, 1)), label: 'days to come', grain: 'span' }),
  },
  { pattern: String.raw`(?:${COUNT}|an?)[\s-]*${UNIT}\s+(?:ago|back|earlier)(?:\s+today)?`, read: ago },
  {
    pattern: String.raw`(?:this time|(?:the\s+)?same (?:day|time))\s+(?:of\s+)?last\s+(?<unit>week|month|quarter|year)`,
    read: (groups, today) => (groups['unit'] === undefined ? undefined : ago(groups, today)),
  },
  {
    pattern: String.raw`(?:${LAST}\s+)?(?:${COUNT}|few|several)\s+(?:(?:trading|business|working)\s+)?(?:days|weeks|months|years|sessions|hours|minutes)`,
    read: ({ count }, __, text) =>
      count === undefined || /trading|business|working|session|hour|minute/i.test(text)
        ? { kind: 'unread' }
        : undefined,
  },
  {
    pattern: String.raw`\d{1,3}\s?(?:h|hrs?|hours?|min|minutes?)(?![a-z])`,
    read: () => ({ kind: 'unread', reason: 'quotes are by the day' }),
  },
];
