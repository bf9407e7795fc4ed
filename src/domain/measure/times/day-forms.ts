/** One day as people and feeds write it: "2026-05-15", "15/05/2026", "15 May", "Fri, May 15th 2026", "20-Nov-26". */
import { dayInWords, daysBetween, MONTH_WORD, monthNumber, weekdayNumber } from '#src/domain/measure/days.ts';
import { dayOf, dayPeriod, spanInWords, weekdayOf, type Period } from '#src/domain/measure/period.ts';
import {
  daysSaid,
  fullYear,
  NOT_COUNTED,
  saidOf,
  YEAR,
  type DateOrder,
  type FormContext,
  type Groups,
  type Said,
  type TimeForm,
} from './time-form.ts';

export const WEEKDAY_NAME = String.raw`(?:mon|tues?|wednes|thurs?|fri|satur|sun)day`;
const WEEKDAY_WORD = String.raw`(?:${WEEKDAY_NAME}|mon|tues?|wed|thur?s?|fri|sat|sun)\.?`;
const WEEKDAY = String.raw`(?:(?<weekday>${WEEKDAY_WORD}),?\s+(?:the\s+)?)?`;
const DAY = String.raw`(?<day>\d{1,2})`;
const TH = '(?:st|nd|rd|th)?';
const MONTH = `(?<month>${MONTH_WORD})`;
/** After a day and month, two digits are a year where nothing says that they begin another day or count something. */
const AFTER_DAY = String.raw`(?:-(?<year>(?:19|20)\d\d|\d\d)(?!\d|-)|,?\s+(?<year>(?:19|20)\d\d|'\d\d|[123]\d(?!\s*(?:st|nd|rd|th|days?|weeks?|months?|years?|of|to|and|until|[-/]|${MONTH_WORD})))${NOT_COUNTED})?`;

const noDay = (text: string) => `“${text}” is not a day that exists`;

function day({ day: d = '', month = '', year, weekday }: Groups, today: string, text: string): Said {
  const number = /^\d/.test(month) ? Number(month) : monthNumber(month);
  const said = saidOf((y) => dayOf(y, number, Number(d)), year, today, noDay(text));
  const index = weekday === undefined ? 0 : weekdayNumber(weekday);
  if (index === 0 || said.kind !== 'days') return said;
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
  { order }: Pick<FormContext, 'order'>,
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
    : {
        kind: 'unread',
        reason: `“${text}” may be more than one day: write the year in full`,
        years: { from: fullYear(c), to: fullYear(c) },
      };
}

/** Day and month in digits, where one of them may be the other. */
function numericDay(
  { a = '', mark, b = '', year, weekday }: Groups,
  today: string,
  text: string,
  { order }: Pick<FormContext, 'order'>,
): Said {
  if (year?.length === 2) return shortYear({ a, mark, b, year }, today, text, { order });
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
    ...(one && other
      ? {
          either: [one, other] as const,
          years: { from: Number(one.slice(0, 4)), to: Number(one.slice(0, 4)) },
        }
      : {}),
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
