/** Times that are named from today: "yesterday", "last Friday", "last week", "this quarter", "month to date". */
import { addDays, dayInWords, monthNumber, weekdayNumber } from '#src/domain/measure/days.ts';
import { WEEKDAY_NAME } from './day-forms.ts';
import { daysSaid, PERIOD_NAME, spanSaid, type Groups, type Said, type TimeForm } from './time-form.ts';
import {
  dayPeriod,
  mondayOf,
  monthOf,
  periodAround,
  spanInWords,
  stepFrom,
  unitNamed,
  weekdayOf,
  type Grain,
  type Period,
} from '#src/domain/measure/period.ts';

/** "last week" is Monday to Friday of the one before; "last month", "last quarter", "last year" are the calendar's. */
function pointed({ which = '', unit = '' }: Groups, today: string): Said | undefined {
  const point = which.toLowerCase();
  const current = periodAround(today, unitNamed(unit));
  if (current === undefined) return undefined;
  if (/^(?:this|thys|current|present|running|ongoing)$/.test(point)) return relative(soFar(current, today));
  const steps = /^(?:next|coming|following|upcoming)$/.test(point) ? 1 : -1;
  const other = stepFrom(current, steps);
  const said = relative(other && workWeek(other, steps > 0 ? 'next' : 'last'));
  // "2023 against the previous year": counted from the year just named, not from today.
  const beside = current.grain === 'year' && /^(?:prev|pri|prec|foll)/.test(point);
  return said?.kind === 'days' && beside ? { ...said, beside: steps } : said;
}

const relative = (period: Period | undefined): Said | undefined =>
  period && { kind: 'days', yearSaid: true, relative: true, of: () => period };

/** Quotes are of working days. */
function workWeek(period: Period, which: string): Period {
  if (period.grain !== 'week') return period;
  const to = addDays(period.from, 4);
  return { ...period, to, label: `${which} week, ${spanInWords(period.from, to)}` };
}

const soFar = (period: Period, today: string): Period =>
  period.grain === 'week'
    ? { ...period, label: `this week, since ${dayInWords(period.from, today)}` }
    : period;

/** "last Friday" is the one before today; "Friday" may be today; "Friday last week" is of the week before. */
function weekday({ which = '', name = '', week }: Groups, today: string): Said | undefined {
  const index = weekdayNumber(name);
  if (index === 0) return undefined;
  const thisWeek = addDays(mondayOf(today), index - 1);
  if (week !== undefined) {
    const weeks = /^(?:last|previous)/i.test(week) ? -1 : /^next/i.test(week) ? 1 : 0;
    return daysSaid(dayPeriod(addDays(thisWeek, weeks * 7)));
  }
  const point = which.toLowerCase();
  if (point === 'this') return daysSaid(dayPeriod(thisWeek));
  if (point === 'next' || point === 'coming')
    return daysSaid(dayPeriod(addDays(today, (index - weekdayOf(today) + 7) % 7 || 7)));
  const before = (weekdayOf(today) - index + 7) % 7;
  return daysSaid(dayPeriod(addDays(today, -(before === 0 && point !== '' ? 7 : before))));
}

const toDate = ({ unit = '' }: Groups, today: string): Said | undefined => {
  const grain = ({ w: 'week', m: 'month', q: 'quarter', y: 'year' } as const)[unit.charAt(0).toLowerCase()];
  const period = grain && periodAround(today, grain);
  return period && spanSaid(period.from, today, `since ${dayInWords(period.from, today)}`);
};

const PACES: Readonly<Record<string, Grain>> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
};

const named =
  (date: (today: string) => string): TimeForm['read'] =>
  (_, today) =>
    daysSaid(dayPeriod(date(today)));
export const RELATIVE_FORMS: readonly TimeForm[] = [
  { pattern: 'today|now|right now|tonight', read: () => ({ kind: 'now' }) },
  {
    pattern: String.raw`(?<pace>daily|weekly|fortnightly|monthly|quarterly|hourly|intraday)`,
    read: ({ pace = '' }) => ({ kind: 'every', grain: PACES[pace.toLowerCase()] ?? 'hour' }),
  },
  {
    pattern: String.raw`(?:per|every|each|by)\s+(?<unit>day|week|month|quarter)(?!\w)`,
    read: ({ unit = '' }) => ({ kind: 'every', grain: PACES[`${unit.toLowerCase()}ly`] ?? 'day' }),
  },
  { pattern: 'yesterday|overnight', read: named((today) => addDays(today, -1)) },
  { pattern: String.raw`(?:the\s+)?day before yesterday`, read: named((today) => addDays(today, -2)) },
  { pattern: 'tomorrow', read: named((today) => addDays(today, 1)) },
  {
    pattern: String.raw`(?:(?<which>last|past|previous|this|next|coming)\s+)?(?<name>${WEEKDAY_NAME})(?:,?\s+(?:of\s+)?(?<week>(?:last|this|next|previous) week))?`,
    read: weekday,
  },
  {
    pattern: String.raw`(?<which>last|past|previous|this|next)\s+(?<name>mon|tues?|wed|thur?s?|fri|sat|sun)(?![a-z])`,
    read: weekday,
  },
  {
    pattern: String.raw`(?<week>(?:last|this|next|previous) week)(?:'s|s)?\s+(?<name>${WEEKDAY_NAME})`,
    read: weekday,
  },
  {
    pattern: String.raw`(?:the\s+)?(?<which>last|previous|prior|preceding|this|thys|current|present|running|ongoing|next|coming|following|upcoming)[\s-]*(?<unit>week|month|quarter|year|yr)(?!s|[\s-]+(?:before|to date|${WEEKDAY_NAME})|\s+(?:of|in)\s+${PERIOD_NAME})`,
    read: pointed,
  },
  {
    pattern: String.raw`(?<=\b(?:start|beginning|opening|end|close|day) of\s)the\s+(?<unit>week|month|quarter|year)`,
    read: ({ unit = '' }, today) => daysSaid(periodAround(today, unit.toLowerCase())),
  },
  {
    pattern: String.raw`(?:the\s+)?(?<unit>week|month|quarter|year|yr) before (?:last|previous|the last)`,
    read: ({ unit = '' }, today) => {
      const current = periodAround(today, unitNamed(unit));
      return relative(current && stepFrom(current, -2));
    },
  },
  {
    pattern: String.raw`(?:the\s+)?(?<unit>week|month|quarter|year)[\s-]+to[\s-]+(?:date|now|today)|(?<unit>[wmqy])td`,
    read: toDate,
  },
  {
    pattern: String.raw`(?:last|this|next)\s+(?<month>may|march|january|february|april|june|july|august|september|october|november|december)`,
    read: ({ month = '' }, today, text) => {
      const number = monthNumber(month);
      const year = Number(today.slice(0, 4));
      const [now, before, next] = [
        monthOf(year, number),
        monthOf(year - 1, number),
        monthOf(year + 1, number),
      ];
      if (/^this/i.test(text)) return daysSaid(now);
      if (/^next/i.test(text)) return daysSaid(now && now.from > today ? now : next);
      return daysSaid(now && now.to < today ? now : before);
    },
  },
];
