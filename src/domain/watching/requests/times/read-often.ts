/** How often, and on which days: "every other Tuesday", "on the 1st and 15th", "mon-fri", "end of each quarter", "tomorrow". */
import { weekdayIn } from '#src/domain/measure/days.ts';
import { COUNT, countOf, FUTURE, futureDay, WEEKDAY } from './future-days.ts';
import { takeBareHour } from './read-clock.ts';
import type { AskedSchedule } from '../request.ts';
import type { Rest } from '../rest.ts';

type On = string | number;

/** What is said of the days; the time of day is another reader's. */
export interface ReadOften {
  readonly every?: AskedSchedule['every'] | undefined;
  readonly interval?: number | undefined;
  readonly on?: readonly On[] | undefined;
  readonly once?: string | undefined;
  readonly cron?: string | undefined;
  /** How many times. */
  readonly times?: number | undefined;
  /** The hour that stands right behind the days: "fri 8". */
  readonly at?: string | undefined;
  /** More often than once a day. */
  readonly tooOften?: true;
  /** Days that can't be had: "first workday of the month". */
  readonly oddDay?: true;
  /** Only the name of a day, without a word that it comes again: "on Friday". */
  readonly single?: true;
}

type Form = readonly [pattern: string, read: (groups: Groups, text: string) => ReadOften | undefined];
type Groups = Readonly<Record<string, string | undefined>>;

const EVERY = String.raw`(?:every|each|on every|on each)`;
const DAYS_LIST = String.raw`(?<days>${WEEKDAY}s?(?:\s*(?:,|and|&|\+|\/|, and|or)\s*(?:on\s+)?(?:every\s+)?${WEEKDAY}s?)*)`;
const SHORT_DAY = '(?:mon|tues?|wed|thu|thurs|fri|sat|sun)';
const LONG_DAYS = '(?:mon|tues|wednes|thurs|fri|satur|sun)days';
/** "mon wed fri", "mondays wednesdays fridays". */
const BARE_LIST = String.raw`(?<days>(?:${SHORT_DAY}(?:[\s,/+&]+(?:and\s+)?${SHORT_DAY})+|${LONG_DAYS}(?:[\s,/+&]+(?:and\s+)?${LONG_DAYS})+))(?!\p{L})`;
const RANGE = String.raw`mon(?:day)?s?\s*(?:-|to|through|thru|till|until)\s*fri(?:day)?s?(?!\p{L})`;
const ORDINAL = String.raw`(?<ordinal>1st|2nd|3rd|4th|first|second|third|fourth|last)`;
const OF_MONTH = String.raw`\s+(?:of|in)\s+(?:(?:the|each|every|a)\s+(?:new\s+)?)?(?<unit>month|quarter)`;
const WORKDAY = String.raw`(?:work(?:ing)?|business|trading|bank|week)[\s-]?days?`;
const DATES = String.raw`(?<dates>\d{1,2}(?:st|nd|rd|th)?(?:\s*(?:,|and|&|\+|\/|, and)\s*(?:on\s+)?(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?|last(?:\s+day)?))*)`;
const ORDINALS: Readonly<Record<string, string>> = {
  '1st': 'first',
  '2nd': 'second',
  '3rd': 'third',
  '4th': 'fourth',
};
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

const EACH_WEEKDAY = new RegExp(WEEKDAY, 'gu');
const ONLY_WEEKDAY = new RegExp(`^${WEEKDAY}$`, 'u');

function daysIn(list: string): readonly string[] {
  return [...list.matchAll(EACH_WEEKDAY)].flatMap(([word]) => weekdayIn(word) ?? []);
}

function datesIn(list: string): readonly On[] | undefined {
  const dates = [...list.matchAll(/\d{1,2}|last/gu)].map(([word]) => (word === 'last' ? word : Number(word)));
  return dates.every((date) => typeof date === 'string' || (date >= 1 && date <= 31)) ? dates : undefined;
}

const monthly = (unit: string | undefined, on: readonly On[] | undefined): ReadOften | undefined =>
  on && { ...often(unit ?? 'month', 1), on };

/** Of a line in a sentence, what only ends it there is no part. */
const cronLine = (typed: string): string => typed.trim().replace(/[,-]+$/u, '');

/** Best first: the longer a form, the sooner it is looked for. */
const FORMS: readonly Form[] = [
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
    String.raw`\b(?:${EVERY}\s+(?:(?:\d+|few|couple of|half an?|two|five|ten|fifteen|thirty)\s+)?(?:an?\s+)?(?:seconds?(?!\s+(?:mon|tue|wed|thu|fri|sat|sun|day|week|month|quarter|year))|minutes?|mins?|hours?|half[\s-]hour)|hourly|(?:twice|two times|2x|three times|3x|several times|\d+ times)\s+(?:a|per|each|every)\s+day|(?:twice|2x)\s+daily|(?:once|\d+ times|one time)\s+(?:per|an?|every|each)\s+(?:second|minute|hour)|real[\s-]?time|around the clock|continuously|constantly)(?!\p{L})`,
    (_, text) => (/^(?:twice|two|2x)/u.test(text) ? { every: 'day', tooOften: true } : { tooOften: true }),
  ],
  [
    String.raw`\b(?:on\s+)?(?:the\s+)?${ORDINAL}\s+${WORKDAY}(?:${OF_MONTH})?`,
    ({ unit }) => ({ ...often(unit ?? 'month', 1), oddDay: true }),
  ],
  [
    String.raw`\b(?:on\s+|${EVERY}\s+)?(?:the\s+)?${ORDINAL}\s+(?<day>${WEEKDAY})(?:${OF_MONTH}|\s+(?:monthly|every month|each month)|\s+(?:the|a)\s+month)`,
    ({ ordinal = '', day = '', unit }) =>
      monthly(unit, [`${ORDINALS[ordinal] ?? ordinal} ${weekdayIn(day) ?? ''}`]),
  ],
  [
    String.raw`\b(?:monthly|every month|each month|once a month),?\s+(?:on\s+)?(?:the\s+)?${ORDINAL}\s+(?<day>${WEEKDAY})`,
    ({ ordinal = '', day = '' }) =>
      monthly('month', [`${ORDINALS[ordinal] ?? ordinal} ${weekdayIn(day) ?? ''}`]),
  ],
  [
    String.raw`\b(?:on\s+)?(?:the\s+|${EVERY}\s+|day\s+)?(?:${DATES}|(?<word>first|tenth|fifteenth|twentieth))(?:\s+day)?\s+(?:of\s+)?(?:the|each|every|a|of)\s+(?<unit>month|quarter)(?:\s+month)?`,
    ({ dates = '', word, unit }) =>
      monthly(unit, word === undefined ? datesIn(dates) : [DATE_WORDS[word] ?? word]),
  ],
  [
    String.raw`\b(?:quarterly|every quarter|each quarter|once a quarter),?\s+(?:on\s+)?(?:the\s+)?(?<which>1st|first|last)(?:\s+day)?(?!\s+\p{L}*day)`,
    ({ which }) => monthly('quarter', [which === 'last' ? 'last' : 1]),
  ],
  [
    String.raw`\b(?:on\s+|at\s+|${EVERY}\s+)?(?:the\s+)?(?:last day|end|close)\s+of\s+(?:the|each|every|a)\s+(?<unit>month|quarter)|\b(?:monthly|every month|each month),?\s+(?:on\s+)?(?:the\s+)?last(?:\s+day)?(?!\p{L}|\s+\p{L}*day)|\bend of month\b|\bend of quarter\b|\b(?:every\s+|each\s+|at\s+)?month(?:'s)?[\s-]ends?\b|\beom\b|\b(?:every\s+|each\s+)?(?<unit>quarter)[\s-]ends?\b`,
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
    String.raw`\b(?:${EVERY}\s+|on\s+|only\s+(?:on\s+)?)?(?:${RANGE}|(?<!first |last |(?<!\d)\d )${WORKDAY})(?:\s+only)?`,
    () => ({ every: 'weekday' }),
  ],
  [BARE_LIST, ({ days = '' }) => ({ every: 'week', on: daysIn(days) })],
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
    String.raw`\b(?:${EVERY}\s+(?<count>\d{1,2}|two|three|four|six)(?:nd|rd|th)?|(?<other>${EVERY}\s+(?:other|second|2nd)))\s+(?<unit>days?|months?|quarters?|years?)(?!\p{L})`,
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
    String.raw`\b(?:daily|${EVERY}\s+(?:single\s+|calendar\s+)?(?:day|morning|afternoon|evening|night)|once a day|per day|a day|day by day|mornings|evenings|nightly|24 hours)(?!\p{L})`,
    () => ({ every: 'day' }),
  ],
  [
    String.raw`\b(?:weekly|${EVERY}\s+(?:single\s+)?week|(?:once|one time) (?:a|per) week|(?:twice|two times) a week|week by week)(?!\p{L})`,
    () => ({ every: 'week' }),
  ],
  [String.raw`\b(?:bi-?monthly)(?!\p{L})`, () => ({ every: 'month', interval: 2 })],
  [
    String.raw`\b(?:monthly|${EVERY}\s+(?:single\s+|calendar\s+)?month|(?:once|one time) (?:a|per) month|(?:twice|two times) a month)(?!\p{L})`,
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
const COMPILED = FORMS.map(([pattern, read]) => ({ pattern: new RegExp(pattern, 'u'), read }));

const ONE_DAY = new RegExp(String.raw`\b(?:on\s+|this\s+|next\s+|coming\s+)*(?<day>${FUTURE})(?!\p{L})`, 'u');
const IN_DAYS = new RegExp(String.raw`\bin\s+(?<count>${COUNT})\s+(?<unit>days?|weeks?)(?!\p{L})`, 'u');
/** "the next 5 fridays". */
const NEXT_DAYS =
  /\b(?:for\s+)?(?:on\s+)?(?:the\s+)?(?:next\s+)?(?<count>\d{1,2}|two|three|four|five|six|eight|ten|twelve)\s+(?:consecutive\s+|straight\s+)?(?<days>(?:mon|tues|wednes|thurs|fri|satur|sun)days)(?!\p{L})/u;
const TIMES_LEFT =
  /\b(?:for\s+)?(?:the\s+)?(?:next\s+)?(?<count>\d{1,3}|two|three|four|five|six|ten|twelve)\s+(?:times|posts|issues|digests|messages|occurrences)(?!\s+(?:a|per)\s)/u;

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

/** "daily at 9am except weekends". */
const NO_WEEKENDS =
  /[,(]?\s*\b(?:except|but not|without|not|excluding|never)\s+(?:(?:on|for|at|the)\s+)*(?:weekends?|sat(?:urday)?s?\s*(?:,|and|or|nor|&|\/)\s*(?:on\s+)?sun(?:day)?s?)\b\)?/u;

/** What a text says of days that come again, with all days of it; `undefined` where it says nothing. */
export function takeOften(rest: Rest): ReadOften | undefined {
  const next = rest.find(NEXT_DAYS, true);
  if (next !== undefined) {
    const { count = '', days = '' } = next.match.groups ?? {};
    const at = takeBareHour(rest, next.to);
    return { every: 'week', on: daysIn(days), times: countOf(count), ...(at === undefined ? {} : { at }) };
  }
  const noWeekends = rest.take(NO_WEEKENDS) !== undefined;
  for (const { pattern, read } of COMPILED) {
    const found = rest.find(pattern);
    const plain = found && read(found.match.groups ?? {}, found.match[0]);
    if (found === undefined || plain === undefined) continue;
    const said: ReadOften = noWeekends && plain.every === 'day' ? { ...plain, every: 'weekday' } : plain;
    rest.blot(found.from, found.to);
    const at = takeBareHour(rest, found.to);
    const more =
      said.every === undefined || said.on !== undefined ? undefined : takeDaysFor(said.every, rest);
    const apart = said.every === 'month' && said.interval === undefined ? takeMonths(rest) : undefined;
    return { ...said, ...more, ...apart, ...(at === undefined ? {} : { at }) };
  }
  return undefined;
}

const NO_DAY_BEFORE = String.raw`(?<!\b(?:until|till|til|from|starting|first|second|third|fourth|last)\s)`;
const ANY_DAYS = new RegExp(
  String.raw`${NO_DAY_BEFORE}(?:\b(?:on|every|each|say)\s+)?(?:an?\s+|the\s+)?${BARE_LIST}|${NO_DAY_BEFORE}(?:\b(?:on|every|each|say)\s+)?(?:an?\s+|the\s+)?\b${DAYS_LIST}`,
  'u',
);
const ORDINAL_DAY = new RegExp(String.raw`\b(?:on\s+)?(?:the\s+)?${ORDINAL}\s+(?<day>${WEEKDAY})`, 'u');
const ANY_DATES = new RegExp(
  String.raw`\bon\s+(?:the\s+)?(?:day\s+)?${DATES}|\b(?<dates>\d{1,2}(?:st|nd|rd|th))(?:\s+day)?(?!\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\b|\b(?:on\s+)?the\s+(?<word>first|fifteenth|tenth|last day)\b`,
  'u',
);
const DATE_WORDS: Readonly<Record<string, On>> = {
  first: 1,
  tenth: 10,
  fifteenth: 15,
  twentieth: 20,
  'last day': 'last',
};

/** The days of a week or month that stand apart from it: "weekly report ... on Mondays", "quarterly, first Monday". */
function takeDaysFor(every: ReadOften['every'], rest: Rest): ReadOften | undefined {
  if (every === 'week') {
    const found = rest.find(ANY_DAYS, true);
    const days = daysIn(found?.match.groups?.['days'] ?? '');
    if (found === undefined || days.length === 0) return undefined;
    const at = takeBareHour(rest, found.to);
    return { on: days, ...(at === undefined ? {} : { at }) };
  }
  if (every !== 'month') return undefined;
  const nth = rest.find(ORDINAL_DAY, true);
  if (nth !== undefined) {
    const { ordinal = '', day = '' } = nth.match.groups ?? {};
    const at = takeBareHour(rest, nth.to);
    const on = [`${ORDINALS[ordinal] ?? ordinal} ${weekdayIn(day) ?? ''}`];
    return { on, ...(at === undefined ? {} : { at }) };
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
    return { once: addTo(today, days) };
  }
  const found = rest.find(ONE_DAY);
  const day = found?.match.groups?.['day'] ?? '';
  const once = found && futureDay(day, today, 'first');
  if (found === undefined || once === undefined || /week|month|quarter|year/u.test(day)) return undefined;
  rest.blot(found.from, found.to);
  const at = takeBareHour(rest, found.to);
  const isWeekday = weekdayIn(day) !== undefined && ONLY_WEEKDAY.test(day);
  // "tue 7am" without a word before it says each.
  const isBare = isWeekday && /^\s*\p{L}+\s*$/u.test(found.match[0]);
  if (isBare && !/\b(?:once|only|just|one|off|meeting|call)\b/u.test(rest.plain))
    return { every: 'week', on: [weekdayIn(day) ?? ''], ...(at === undefined ? {} : { at }), single: true };
  return {
    once,
    ...(isWeekday && !/\b(?:this|next|coming)\b/u.test(found.match[0])
      ? { single: true as const, on: [weekdayIn(day) ?? ''] }
      : {}),
    ...(at === undefined ? {} : { at }),
  };
}

const addTo = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** "10 times": how many posts. */
export function takeTimes(rest: Rest): number | undefined {
  const count = rest.take(TIMES_LEFT)?.groups?.['count'];
  return count === undefined ? undefined : countOf(count);
}
