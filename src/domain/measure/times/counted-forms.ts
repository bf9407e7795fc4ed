/** Times that are so many days, weeks, months, years long, ago or ahead: "last 30 days", "past week", "3 weeks ago", "in 2 years". */
import { addDays, monthsBefore } from '#src/domain/measure/days.ts';
import { daysSaid, PERIOD_NAME, spanSaid, type Groups, type Said, type TimeForm } from './time-form.ts';
import { smallNumberOf } from '#src/domain/measure/numbers/number-words.ts';
import {
  dayPeriod,
  periodAround,
  stepFrom,
  unitNamed,
  yearOf,
  type Period,
} from '#src/domain/measure/period.ts';

const WORDS =
  'one|two|couple|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|sixty|ninety';
const COUNT = String.raw`(?:(?<count>\d{1,4}|${WORDS})|an?\s+(?<count>couple))(?:\s+of)?`;
const UNIT = '(?<unit>day|week|fortnight|month|quarter|year|yr)s?';
/** More than ten years of days are a slip, and so is more than a long life of years. */
const LONGEST_DAYS = 3660;
const MOST_MONTHS = 120;
const MOST_YEARS = 120;
const MOST_QUARTERS = 40;
const TOO_LONG = 'that is longer ago than quotes go';

const countOf = (word = '1') => smallNumberOf(word.toLowerCase()) ?? Number(word);

/** So long before a day by the calendar; after it where the count is negative. `undefined` where that is out of all reach. */
function back(today: string, count: number, unit: string): string | undefined {
  const months = { month: 1, quarter: 3, year: 12 }[unit];
  const far = Math.abs(count);
  if (months !== undefined)
    return far * months <= MOST_MONTHS || (unit === 'year' && far <= MOST_YEARS)
      ? monthsBefore(today, count * months)
      : undefined;
  const days = count * ({ week: 7, fortnight: 14 }[unit] ?? 1);
  return Math.abs(days) <= LONGEST_DAYS ? addDays(today, -days) : undefined;
}

const thisYear = (today: string) => Number(today.slice(0, 4));

/** "past week" is the last seven days, and "last 30 days" ends today. */
function counted({ count, unit = '', whole }: Groups, today: string): Said | undefined {
  const [number, of] = [countOf(count), unitNamed(unit)];
  if (number === 0) return { kind: 'unread' };
  // "For 2021 year" is of that year.
  if (of === 'year' && number >= 1900 && number <= 2100) return undefined;
  if (whole !== undefined) return wholeYears(number, today);
  if (of === 'quarter' && count !== undefined) return lastQuarters(number, today);
  const since = back(today, number, of);
  if (since === undefined) return { kind: 'unread', reason: TOO_LONG };
  // "the past month" has been 30 days here, "the last 2 months" go by the calendar.
  const from = count === undefined && of === 'month' ? addDays(today, -30) : since;
  const label = count === undefined && of === 'month' ? 'the last 30 days' : lastLabel(number, of);
  const said = spanSaid(addDays(from, 1), today, label);
  if (of !== 'year' || said.kind !== 'days') return said;
  const years = { from: thisYear(today) - number, to: thisYear(today) };
  return { ...said, of: () => ({ from: addDays(from, 1), to: today, label, grain: 'year', years }) };
}

/** "Last 2 complete years": those of the calendar that are over. */
function wholeYears(count: number, today: string): Said {
  const last = yearOf(thisYear(today) - 1);
  const first = yearOf(thisYear(today) - Math.min(count, MOST_YEARS));
  const label = count === 1 ? last.label : `${first.label} to ${last.label}`;
  const years = { from: Number(first.label), to: Number(last.label) };
  return { kind: 'days', yearSaid: true, of: () => ({ ...last, from: first.from, label, years }) };
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

/** A day so long before today; what was "two years ago" is a day of quotes, and a year of what has years. */
function dayBack(today: string, count: number, unit: string): Said {
  const date = back(today, count, unit);
  if (date === undefined) return { kind: 'unread', reason: TOO_LONG };
  if (unit !== 'year') return daysSaid(dayPeriod(date)) ?? { kind: 'unread' };
  const year = thisYear(today) - count;
  const period: Period = { ...dayPeriod(date), grain: 'year', years: { from: year, to: year } };
  return { kind: 'days', yearSaid: true, relative: true, of: () => period };
}

const ago = ({ count, unit = '' }: Groups, today: string): Said =>
  dayBack(today, countOf(count), unitNamed(unit));
const ahead = ({ count, unit = '' }: Groups, today: string): Said =>
  dayBack(today, -countOf(count), unitNamed(unit));

/** "Next 2 weeks". */
function coming({ count, unit = '' }: Groups, today: string): Said {
  const [number, of] = [countOf(count), unitNamed(unit)];
  const to = back(today, -number, of);
  if (to === undefined || number === 0) return { kind: 'unread' };
  const label = number === 1 ? `the next ${of}` : `the next ${number} ${of}s`;
  const years = { from: thisYear(today), to: thisYear(today) + number };
  const days = { from: addDays(today, 1), to, label };
  return {
    kind: 'days',
    yearSaid: true,
    of: () => (of === 'year' ? { ...days, grain: 'year', years } : { ...days, grain: 'span' }),
  };
}

const LAST = '(?:the\\s+)?(?:last|past|previous|prior|preceding|trailing|latest|recent)';
const WHOLE = '(?<whole>complete|full|whole|entire|calendar|finished)';
const NOT_AFTER = String.raw`(?![a-z]|\s+(?:ago|back|earlier|before|hence|later|ahead|out|from now|from today)(?!\w)|\s+of\s+${PERIOD_NAME})`;

/** "5 years of supply", "a 10-year contract", "3 years old": of something that lasts. */
const NOT_OF_ITS_OWN = String.raw`(?!s?[\s-]+(?:of|worth|old|from|contract|contracts|deal|deals|warranty|lease|plan|bond|bonds|yield|supply|offtake|agreement|term|loan|life|lifetime|and|or|to)(?!\w))`;

export const COUNTED_FORMS: readonly TimeForm[] = [
  {
    pattern: String.raw`(?:the\s+)?(?:past|last)\s+(?<unit>fortnight)|(?:the\s+)?past\s+(?<unit>day|week|month|quarter|year|yr)`,
    read: counted,
  },
  {
    pattern: String.raw`(?:over|within|during)\s+(?:the\s+)?last\s+${UNIT}(?!s|\s+(?:ago|back|earlier|of))(?<!s)|(?:over|within|during|for)\s+(?:an?|one)\s+${UNIT}(?!s|\s+(?:ago|back|earlier|of))(?<!s)`,
    read: counted,
  },
  {
    pattern: String.raw`${LAST}\s+(?:(?:few|several)\s+)?(?:${WHOLE}\s+)?(?<unit>year|yr)s`,
    read: ({ whole, unit }, today) => counted({ count: 'three', unit, whole }, today),
  },
  {
    pattern: String.raw`${LAST}\s+(?:${WHOLE}\s+${COUNT}|${COUNT}\s+${WHOLE})\s+(?<unit>year|yr)s?${NOT_AFTER}`,
    read: counted,
  },
  {
    pattern: String.raw`(?:(?:over|within|during|for)\s+(?:${LAST}\s+)?|${LAST}\s+)${COUNT}[\s-]*${UNIT}${NOT_AFTER}`,
    read: counted,
  },
  // "5y", "10 yrs", "3-year high"; what is counted in years otherwise is of those to come, or of something else.
  {
    pattern: String.raw`(?<!\b(?:every|each|per|in|than|least|another|takes?|took|after|next|until|till|by|@)\s)(?<!\w)(?<count>\d{1,2})(?:y(?!\s?[/-])|[\s-]?(?:years?|yrs?|y))${NOT_OF_ITS_OWN}${NOT_AFTER}`,
    // Of one year the months are meant.
    read: ({ count }, today) =>
      counted(count === '1' ? { count: '12', unit: 'month' } : { count, unit: 'year' }, today),
  },
  // "12m", "6 mo" is said of months; a metre or a million is glued to no end.
  {
    pattern: String.raw`(?<!\w)(?<count>\d{1,2})\s?(?:mo|mos|mths?|mnths?)${NOT_OF_ITS_OWN}${NOT_AFTER}`,
    read: ({ count }, today) => counted({ count, unit: 'month' }, today),
  },
  // "12 months" of a price are the last ones.
  {
    pattern: String.raw`${COUNT}[\s-]*(?<unit>day|week|fortnight|month|quarter)s?${NOT_AFTER}`,
    read: counted,
  },
  {
    pattern: String.raw`(?:the\s+)?(?:next|coming|following|upcoming)\s+${COUNT}[\s-]*${UNIT}`,
    read: coming,
  },
  {
    pattern: String.raw`in\s+(?:${COUNT}|an?)[\s-]*${UNIT}(?:'|\s+time)?${NOT_AFTER}`,
    read: ahead,
  },
  {
    pattern: String.raw`(?:${COUNT}|an?)[\s-]*${UNIT}\s+(?:hence|later|ahead|out|from\s+(?:now|today))`,
    read: ahead,
  },
  {
    pattern: String.raw`(?:${COUNT}|an?)[\s-]*${UNIT}\s+(?:(?:ago|back|earlier)(?:\s+today)?|(?:before|prior)(?=\s*(?:[?.!,]|$)))`,
    read: ago,
  },
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
    pattern: String.raw`(?:in\s+)?\d{1,3}\s?(?:h|hrs?|hours?|min|minutes?)(?![a-z])`,
    read: () => ({ kind: 'unread', reason: 'nothing here is finer than a day' }),
  },
];
