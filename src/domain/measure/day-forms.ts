/** One day as people and feeds write it: "2026-05-15", "15/05/2026", "15 May", "Fri, May 15th 2026", "20-Nov-26". */
import { dayInWords, daysBetween, MONTH_WORD, monthNumber } from './days.ts';
import { dayOf, dayPeriod, spanInWords, weekdayOf, type Period } from './period.ts';

/** What a stretch of text says of when: days, or something that is no day or more than one. */
export type Said =
  | {
      readonly kind: 'days';
      /** Where a text says no year, it may be asked for one: that of the other end of a span. */
      readonly of: (year?: number) => Period | undefined;
      readonly yearSaid: boolean;
    }
  | {
      readonly kind: 'unread';
      readonly reason?: string;
      readonly yearly?: true;
      readonly either?: readonly [string, string];
    };

export type DateOrder = 'dmy' | 'mdy';
export type Groups = Readonly<Record<string, string | undefined>>;
/** A way of writing a time. The pattern's named groups are what is read. */
export interface TimeForm {
  readonly pattern: string;
  readonly read: (groups: Groups, today: string, text: string, order?: DateOrder) => Said | undefined;
}

/** What is counted is no year, and no day of a month: "2000 kg", "5.5 %". */
export const NOT_COUNTED = String.raw`(?!\d|[.,:]\d|\s*(?:%|[€$£¥]|(?:kg|kgs|kilos?|t|tonnes?|tons?|mt|kt|lbs?|pounds?|g|grams?|k|m|percent|cny|rmb|yuan|usd|eur|euros?|dollars?|pcs|pieces|units|magnets?|motors?)(?![a-z])))`;
/** Four digits, or two after an apostrophe. */
export const YEAR = String.raw`(?<year>(?:19|20)\d\d|'\d\d)${NOT_COUNTED}`;
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export const WEEKDAY_NAME = String.raw`(?:mon|tues?|wednes|thurs?|fri|satur|sun)day`;
const WEEKDAY_WORD = String.raw`(?:${WEEKDAY_NAME}|mon|tues?|wed|thur?s?|fri|sat|sun)\.?`;
const WEEKDAY = String.raw`(?:(?<weekday>${WEEKDAY_WORD}),?\s+(?:the\s+)?)?`;
const DAY = String.raw`(?<day>\d{1,2})`;
const TH = '(?:st|nd|rd|th)?';
const MONTH = `(?<month>${MONTH_WORD})`;
/** After a day and month, two digits are a year where nothing says that they begin another day or count something. */
const AFTER_DAY = String.raw`(?:-(?<year>(?:19|20)\d\d|\d\d)(?!\d|-)|,?\s+(?<year>(?:19|20)\d\d|'\d\d|[123]\d(?!\s*(?:st|nd|rd|th|days?|weeks?|months?|years?|of|to|and|until|[-/]|${MONTH_WORD})))${NOT_COUNTED})?`;
const FAR = 8;

export const fullYear = (digits: string): number => {
  const plain = Number(digits.replace("'", ''));
  return plain < 100 ? 2000 + plain : plain;
};

/** The last of a yearly period that had begun by a day. */
export function latestOf(make: (year: number) => Period | undefined, today: string): Period | undefined {
  const thisYear = Number(today.slice(0, 4));
  for (let year = thisYear; year >= thisYear - FAR; year -= 1) {
    const made = make(year);
    if (made !== undefined && made.from <= today) return made;
  }
  return undefined;
}

export function saidOf(
  make: (year: number) => Period | undefined,
  year: string | undefined,
  today: string,
  unread: string,
): Said {
  const said = year === undefined ? undefined : fullYear(year);
  const made = said === undefined ? latestOf(make, today) : make(said);
  if (made === undefined) return { kind: 'unread', reason: unread };
  return {
    kind: 'days',
    yearSaid: said !== undefined,
    of: (other) => (said === undefined && other !== undefined ? make(other) : made),
  };
}

/** Days that need no year from elsewhere. */
export const daysSaid = (period: Period | undefined): Said | undefined =>
  period && { kind: 'days', yearSaid: true, of: () => period };

export const spanSaid = (from: string, to: string, label: string, grain: Period['grain'] = 'span'): Said =>
  from > to ? { kind: 'unread' } : { kind: 'days', yearSaid: true, of: () => ({ from, to, label, grain }) };

/** "The last week of May" is not last week. */
export const PERIOD_NAME = String.raw`(?:the\s+(?:month|quarter|year)|${MONTH_WORD}|(?:19|20)\d\d|q\d|last|this)`;

const noDay = (text: string) => `“${text}” is not a day that exists`;

function day({ day: d = '', month = '', year, weekday }: Groups, today: string, text: string): Said {
  const number = /^\d/.test(month) ? Number(month) : monthNumber(month);
  const said = saidOf((y) => dayOf(y, number, Number(d)), year, today, noDay(text));
  const index = weekday === undefined ? 0 : WEEKDAYS.indexOf(weekday.slice(0, 3).toLowerCase()) + 1;
  if (index === 0 || said.kind === 'unread') return said;
  const found = said.of();
  if (found === undefined || weekdayOf(found.from) === index) return said;
  return { kind: 'unread', reason: `${dayInWords(found.from)} is not a ${weekday}` };
}

/** How long ago a day may be that is written with two digits of its year, where nothing says their order. */
const RECENT_DAYS = 400;

/** "20/11/26": of the days that it may be, the only one of late. */
function shortYear(
  { a = '', mark, b = '', year: c = '' }: Groups,
  today: string,
  text: string,
  order?: DateOrder,
): Said {
  const [dmy, mdy, ymd] = [
    dayOf(2000 + Number(c), Number(b), Number(a)),
    dayOf(2000 + Number(c), Number(a), Number(b)),
    dayOf(2000 + Number(a), Number(b), Number(c)),
  ];
  const known = order === 'mdy' ? mdy : dmy;
  if (order !== undefined) return daysSaid(known) ?? { kind: 'unread', reason: noDay(text) };
  const recent = (mark === '.' ? [dmy] : [dmy, mdy, ymd]).flatMap((one) =>
    one !== undefined && one.from <= today && daysBetween(one.from, today) <= RECENT_DAYS ? [one.from] : [],
  );
  const [date, other] = new Set(recent);
  return date !== undefined && other === undefined
    ? { kind: 'days', yearSaid: true, of: () => dayPeriod(date) }
    : { kind: 'unread', reason: `“${text}” may be more than one day: write the year in full` };
}

/** Day and month in digits, where one of them may be the other. */
function numericDay(
  { a = '', mark, b = '', year, weekday }: Groups,
  today: string,
  text: string,
  order?: DateOrder,
): Said {
  if (year?.length === 2) return shortYear({ a, mark, b, year }, today, text, order);
  const [first, second] = [Number(a), Number(b)];
  const known =
    order ?? (mark === '.' || first > 12 || first === second ? 'dmy' : second > 12 ? 'mdy' : undefined);
  const of = (o: DateOrder) =>
    day(o === 'dmy' ? { day: a, month: b, year, weekday } : { day: b, month: a, year, weekday }, today, text);
  if (known !== undefined) return of(known);
  const [one, other] = [of('dmy'), of('mdy')].map((said) =>
    said.kind === 'days' ? said.of()?.from : undefined,
  );
  if (weekday !== undefined && (one !== undefined) !== (other !== undefined))
    return of(one === undefined ? 'mdy' : 'dmy');
  return {
    kind: 'unread',
    reason: `“${text}” may be two days${one && other ? `, ${dayInWords(one)} or ${dayInWords(other)}` : ''}: say whether day or month comes first`,
    ...(one && other ? { either: [one, other] as const } : {}),
  };
}

/** "On the 15th": of this month, or of the last that has had one. */
function lastSuchDay(number: number, today: string, text: string): Said {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  for (let back = 0; back < 3; back += 1) {
    const at = year * 12 + month - 1 - back;
    const found = dayOf(Math.floor(at / 12), (at % 12) + 1, number);
    if (found !== undefined && found.from <= today) return { kind: 'days', yearSaid: true, of: () => found };
  }
  return { kind: 'unread', reason: noDay(text) };
}

/** "1 to 15 May 2026", "May 1-15". */
function daysOfMonth(
  { day: first = '', last = '', month = '', year }: Groups,
  today: string,
  text: string,
): Said {
  const make = (y: number): Period | undefined => {
    const [from, to] = [first, last].map((d) => dayOf(y, monthNumber(month), Number(d)));
    if (from === undefined || to === undefined || from.from > to.from) return undefined;
    return { from: from.from, to: to.to, label: spanInWords(from.from, to.to), grain: 'span' };
  };
  return saidOf(make, year, today, `“${text}” are not days that follow one another`);
}

/** Days with their month, most certain first. */
export const DAY_FORMS: readonly TimeForm[] = [
  {
    pattern: String.raw`(?<year>(?:19|20)\d\d)(?<mark>[-/.])(?<month>\d{1,2})\k<mark>${DAY}(?!\d)(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?`,
    read: day,
  },
  { pattern: String.raw`(?<year>20\d\d)(?<month>0[1-9]|1[0-2])(?<day>[0-3]\d)${NOT_COUNTED}`, read: day },
  {
    pattern: String.raw`${WEEKDAY}(?<a>\d{1,2})(?<mark>[-/.])(?<b>\d{1,2})\k<mark>(?<year>(?:19|20)\d\d|\d\d)${NOT_COUNTED}`,
    read: numericDay,
  },
  {
    pattern: String.raw`(?:(?<year>(?:19|20)\d\d)年)?(?<month>\d{1,2})月(?<day>\d{1,2})[日号]`,
    read: day,
  },
  {
    pattern: String.raw`${WEEKDAY}(?:the\s+)?${DAY}${TH}[\s-]*(?:of\s+)?${MONTH}${AFTER_DAY}`,
    read: day,
  },
  {
    pattern: String.raw`${WEEKDAY}${MONTH}[\s-]*(?:the\s+)?${DAY}${TH}${NOT_COUNTED}${AFTER_DAY}`,
    read: day,
  },
  {
    pattern: String.raw`(?<=\bon\s)(?:the\s+)?(?<a>\d{1,2})(?<mark>[/.])(?<b>\d{1,2})(?![/.]?\d)${NOT_COUNTED}`,
    read: numericDay,
  },
  {
    pattern: String.raw`(?<=\bon\s)(?:the\s+)?${DAY}(?:st|nd|rd|th)(?!\s*(?:of\b|quarter|half|week|${MONTH_WORD}))`,
    read: ({ day: d = '' }, today, text) => lastSuchDay(Number(d), today, text),
  },
  {
    pattern: String.raw`${DAY}${TH}\s*(?:-|to|until|till|through|and)\s*(?:the\s+)?(?<last>\d{1,2})${TH}\s*(?:of\s+)?${MONTH}${AFTER_DAY}`,
    read: daysOfMonth,
  },
  {
    pattern: String.raw`${MONTH}\s*${DAY}${TH}\s*(?:-|to|until|till|through|and)\s*(?:the\s+)?(?<last>\d{1,2})${TH}${NOT_COUNTED}(?!\s*(?:of\b|${MONTH_WORD}))${AFTER_DAY}`,
    read: daysOfMonth,
  },
  { pattern: String.raw`${YEAR}[\s,-]+${MONTH}[\s-]*${DAY}${TH}${NOT_COUNTED}`, read: day },
];
