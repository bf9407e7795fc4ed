/** How often as people say it, each form with what it means: "every other Tuesday", "on the 1st and 15th", "mon-fri". */
import { ordinalNamed } from '#src/domain/watching/schedules/schedule.ts';
import { weekdayIn } from '#src/domain/measure/days.ts';
import { WEEKDAY } from '#src/domain/measure/times/coming-day.ts';
import { countOf } from './future-days.ts';
import {
  type On,
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

type Form = readonly [pattern: string, read: (groups: Groups, text: string) => ReadOften | undefined];
type Groups = Readonly<Record<string, string | undefined>>;

const OF_MONTH = String.raw`\s+(?:of|in)\s+(?:(?:the|each|every|a)\s+(?:new\s+)?)?(?<unit>month|quarter)`;
const WORKDAY = String.raw`(?:work(?:ing)?|business|trading|bank|week)[\s-]?days?`;

const UNITS: Readonly<Record<string, Pick<ReadOften, 'every' | 'interval'>>> = {
  day: { every: 'day' },
  week: { every: 'week' },
  fortnight: { every: 'week', interval: 2 },
  month: { every: 'month' },
  quarter: { every: 'month', interval: 3 },
  year: { every: 'month', interval: 12 },
};

const often = (unit: string, times: number): ReadOften => {
  const { every, interval = 1 } = UNITS[unit.replace(/s$/u, '')] ?? {};
  return { every, ...(interval * times > 1 ? { interval: interval * times } : {}) };
};

const monthly = (unit: string | undefined, on: readonly On[] | undefined): ReadOften | undefined =>
  on && { ...often(unit ?? 'month', 1), on };

/** Of a line in a sentence, what only ends it there is no part. */
const cronLine = (typed: string): string => typed.trim().replace(/[,-]+$/u, '');

/** Best first: the longer a form, the sooner it is looked for. */
export const OFTEN_FORMS: readonly Form[] = [
  // "make it skip weekends": which days are left.
  [
    String.raw`\b(?:skip(?:ping)?|omit(?:ting)?|leav(?:e|ing) out|not on|no posts? on)\s+(?:the\s+)?weekends?(?!\p{L})`,
    () => ({ every: 'weekday' }),
  ],
  [
    String.raw`\bcron:?\s+["'(]?(?<cron>(?:[\d*/,\-]+\s+){4}[\d*/,\-a-z]+)["')]?`,
    ({ cron }) => (cron === undefined ? undefined : { cron: cronLine(cron) }),
  ],
  [
    String.raw`(?<![\d*])(?<cron>(?:[\d*/,\-]+\s+){2}(?:[\d/,\-]*\*[\d*/,\-]*\s+|[\d/,\-]+\s+\*\s+)[\d*/,\-]+(?:\s+[\d*/,\-a-z]+)?)(?![\d*])`,
    ({ cron = '' }) =>
      cron.trim().split(/\s+/u).length === 5 && cron.includes('*') ? { cron: cronLine(cron) } : undefined,
  ],
  [
    String.raw`\b(?:${EVERY}\s+(?:(?:\d+|few|couple of|half an?|other|second|two|three|four|five|six|eight|ten|twelve|fifteen|twenty|thirty|forty-five)\s+)?(?:an?\s+)?(?:seconds?(?!\s+(?:mon|tue|wed|thu|fri|sat|sun|day|week|month|quarter|year))|minutes?|mins?|hours?|hrs?|half[\s-]hour)|hourly|(?:twice|two times|2x|three times|3x|several times|\d+ times)\s+(?:a|per|each|every)\s+day|(?:twice|2x)\s+daily|(?:once|\d+ times|one time)\s+(?:per|an?|every|each)\s+(?:second|minute|hour)|real[\s-]?time|around the clock|continuously|constantly)(?!\p{L})`,
    (_, text) => (/^(?:twice|two|2x)/u.test(text) ? { every: 'day', tooOften: true } : { tooOften: true }),
  ],
  [
    String.raw`\b(?:on\s+)?(?:the\s+)?${ORDINAL}\s+${WORKDAY}(?:${OF_MONTH})?`,
    ({ unit }) => ({ ...often(unit ?? 'month', 1), oddDay: true }),
  ],
  [
    String.raw`\b(?:on\s+|${EVERY}\s+)?(?:the\s+)?${ORDINAL}\s+(?<day>${WEEKDAY})(?:${OF_MONTH}|\s+(?:monthly|every month|each month)|\s+(?:the|a)\s+month)`,
    ({ ordinal = '', day = '', unit }) =>
      monthly(unit, [`${ordinalNamed(ordinal) ?? ordinal} ${weekdayIn(day) ?? ''}`]),
  ],
  [
    String.raw`\b(?:monthly|every month|each month|once a month),?\s+(?:on\s+)?(?:the\s+)?${ORDINAL}\s+(?<day>${WEEKDAY})`,
    ({ ordinal = '', day = '' }) =>
      monthly('month', [`${ordinalNamed(ordinal) ?? ordinal} ${weekdayIn(day) ?? ''}`]),
  ],
  [
    String.raw`\b(?:on\s+)?(?:the\s+|${EVERY}\s+|day\s+)?(?:${DATES}|(?<word>first|tenth|fifteenth|twentieth))(?:\s+day)?\s+(?:of\s+)?(?:the|each|every|a|of)\s+(?<unit>month|quarter)(?:\s+month)?`,
    ({ dates = '', word, unit }) =>
      monthly(unit, word === undefined ? datesIn(dates) : [DATE_WORDS[word] ?? word]),
  ],
  [
    String.raw`\b(?:quarterly|every quarter|each quarter|once a quarter),?\s+(?:on\s+)?(?:the\s+|its\s+)?(?<which>1st|first|last)(?:\s+day)?(?!\s+\p{L}*day)`,
    ({ which }) => monthly('quarter', [which === 'last' ? 'last' : 1]),
  ],
  [
    String.raw`\b(?:on\s+|at\s+|${EVERY}\s+)?(?:the\s+)?(?:last day|end|close)\s+of\s+(?:the|each|every|a)\s+(?<unit>month|quarter)|\b(?:monthly|every month|each month),?\s+(?:on\s+)?(?:the\s+|its\s+)?last(?:\s+day)?(?!\p{L}|\s+\p{L}*day)|\bend of month\b|\bend of quarter\b|\b(?:every\s+|each\s+|at\s+)?month(?:'s)?[\s-]ends?\b|\beom\b|\b(?:every\s+|each\s+)?(?<unit>quarter)[\s-]ends?\b`,
    ({ unit }) => monthly(unit, ['last']),
  ],
  [
    String.raw`\b(?:on\s+|${EVERY}\s+)?(?:the\s+)?first(?:\s+day)?\s+of\s+(?:the|each|every|a)\s+(?:new\s+)?(?<unit>month|quarter)|\b(?:at\s+)?(?:the\s+)?(?:start|beginning)\s+of\s+(?:each|every)\s+(?<unit>month|quarter)|\b(?:on\s+)?(?:the\s+)?first of (?:each |every )?month`,
    ({ unit }) => monthly(unit, [1]),
  ],
  [
    String.raw`\b(?:monthly|every month|each month|once a month),?\s+(?:on\s+)?(?:the\s+)?(?:day\s+)?${DATES}(?![:.]\d|\s*(?:am|pm|h\b|uhr|o'?clock))`,
    ({ dates = '' }) => monthly('month', datesIn(dates)),
  ],
  [
    String.raw`\b(?:on\s+)?the\s+(?<dates>\d{1,2}(?:st|nd|rd|th)(?:\s*(?:,|and|&)\s*(?:the\s+)?\d{1,2}(?:st|nd|rd|th))*)(?!\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))`,
    ({ dates = '' }) => monthly('month', datesIn(dates)),
  ],
  [
    String.raw`\b(?:${EVERY}\s+|on\s+|only\s+(?:on\s+)?)?(?<!first |last |(?<!\d)\d )${WORKDAY}(?:\s+only)?`,
    () => ({ every: 'weekday' }),
  ],
  [DAYS_IN_A_ROW, ({ days = '' }) => ({ every: 'week', on: daysIn(days) })],
  [
    String.raw`\b(?:every|each) (?:single )?day\b[^.;]{0,12}?\bweekends? (?:too|included|as well|also)`,
    () => ({ every: 'day' }),
  ],
  [
    String.raw`\b(?:${EVERY}\s+|on\s+|at\s+|over\s+)?(?:the\s+)?weekends?(?!\p{L})`,
    () => ({ every: 'week', on: ['sat', 'sun'] }),
  ],
  [
    String.raw`\b(?:${EVERY}\s+(?:other|second|2nd|alternate)|alternate|alternating)\s+${DAYS_LIST}`,
    ({ days = '' }) => ({ every: 'week', interval: 2, on: daysIn(days) }),
  ],
  [
    String.raw`\b(?:once|one time|at)\s+(?:(?:per|in|every|each)\s+)?(?<count>\d{1,2}|two|three|four|six|eight)[\s-]+weeks?(?:ly)?(?:\s+intervals)?(?:,?\s+(?:on\s+)?(?:an?\s+|the\s+)?${DAYS_LIST})?`,
    ({ count = '2', days }) => ({
      ...often('week', countOf(count)),
      ...(days === undefined ? {} : { on: daysIn(days) }),
    }),
  ],
  [
    String.raw`\b(?:${EVERY}\s+(?<count>\d{1,2}|two|three|third|four|fourth|six|sixth|eight)(?:nd|rd|th)?\s+weeks?|(?<two>${EVERY}\s+(?:other|second|2nd|alternate)\s+week|bi-?weekly|fortnightly|${EVERY}\s+fortnight|once a fortnight|a fortnight|(?:all|every) the two weeks))(?:,?\s+(?:\S+,\s+)?(?:on\s+)?(?:an?\s+|the\s+)?${DAYS_LIST})?`,
    ({ count, days }) => ({
      ...often('week', countOf(count ?? '2')),
      ...(days === undefined ? {} : { on: daysIn(days) }),
    }),
  ],
  [
    String.raw`\b(?:weekly|${EVERY}\s+week|once a week|twice a week|per week|a week),?\s+(?:,\s*)?(?:on\s+|each\s+|every\s+)?(?:an?\s+|the\s+)?${DAYS_LIST}`,
    ({ days = '' }) => ({ every: 'week', on: daysIn(days) }),
  ],
  [
    String.raw`\b(?:${EVERY}\s+(?<count>\d{1,2}|two|three|four|six)(?:nd|rd|th)?|(?<other>(?:${EVERY}|on)\s+(?:other|second|2nd|alternate)))\s+(?<unit>days?|months?|quarters?|years?)(?!\p{L})`,
    ({ count, unit = '' }) => often(unit, countOf(count ?? '2')),
  ],
  [
    String.raw`\b(?:${EVERY}\s+(?:single\s+)?|on\s+)${DAYS_LIST}(?<!\bon\s\p{L}{2,9})(?:\s+(?:mornings?|afternoons?|evenings?|nights?))?`,
    ({ days = '' }) => ({ every: 'week', on: daysIn(days) }),
  ],
  [
    String.raw`\b${DAYS_LIST}(?<=s|day)\s+(?:weekly|each week|every week|of (?:each|every) week)`,
    ({ days = '' }) => ({ every: 'week', on: daysIn(days) }),
  ],
  [
    String.raw`\b(?:on\s+)?${DAYS_LIST.replace(String.raw`${WEEKDAY}s?(?:`, String.raw`(?:mon|tues|wednes|thurs|fri|satur|sun)days(?:`)}(?:\s+(?:mornings?|afternoons?|evenings?))?`,
    ({ days = '' }) => ({ every: 'week', on: daysIn(days) }),
  ],
  [
    String.raw`\b(?:on\s+)?(?<days>${WEEKDAY}s?(?:\s*(?:,|and|&|\+|\/|, and)\s*(?:on\s+)?${WEEKDAY}s?)+)(?:\s+(?:mornings?|afternoons?|evenings?))?`,
    ({ days = '' }) => ({ every: 'week', on: daysIn(days) }),
  ],
  [
    String.raw`\b(?:on\s+)?(?<days>${WEEKDAY})\s+(?:mornings|afternoons|evenings|nights)\b`,
    ({ days = '' }) => ({ every: 'week', on: daysIn(days) }),
  ],
  [
    String.raw`\b(?:daily|${EVERY}\s+(?:single\s+|calendar\s+)?(?:day|morning|afternoon|evening|night)|once a day|per day|all(?:\s+(?:of\s+)?the|\s+seven)?\s+days(?:\s+(?:of|in)\s+(?:the\s+|a\s+|each\s+)?week)?|(?<!\b(?:in|within|over|during|inside|half|of)\s+)a day|day by day|mornings|evenings|nightly|24 hours)(?!\p{L})`,
    () => ({ every: 'day' }),
  ],
  [
    String.raw`\b(?:weekly|${EVERY}\s+(?:single\s+)?week|(?:once|one time) (?:a|per) week|(?:twice|thrice|[2-6]x|(?:two|three|four|five|six|several|a few|[2-6]) times) (?:a|per|each|every) week|week by week)(?!\p{L})`,
    () => ({ every: 'week' }),
  ],
  [String.raw`\b(?:bi-?monthly)(?!\p{L})`, () => ({ every: 'month', interval: 2 })],
  [
    String.raw`\b(?:monthly|${EVERY}\s+(?:single\s+|calendar\s+)?month|(?:once|one time) (?:a|per) month|(?:twice|thrice|[2-9]x|(?:two|three|four|five|six|several|a few|[2-9]) times) (?:a|per|each|every) month)(?!\p{L})`,
    () => ({ every: 'month' }),
  ],
  [
    String.raw`\b(?:quarterly|${EVERY}\s+quarter|(?:once|one time) (?:a|per) quarter|four times a year)(?!\p{L})`,
    () => ({ every: 'month', interval: 3 }),
  ],
  [
    String.raw`\b(?:half[\s-]yearly|semi-?annually|twice a year|${EVERY}\s+half[\s-]year)(?!\p{L})`,
    () => ({ every: 'month', interval: 6 }),
  ],
  [
    String.raw`\b(?:yearly|annually|${EVERY}\s+year|once (?:a|per) year)(?!\p{L})`,
    () => ({ every: 'month', interval: 12 }),
  ],
];
