/** Weeks, months, quarters, halves and years by their name: "week 27", "2026-W27", "May 2026", "Q2 26", "H1", "2025". */
import { MONTH_WORD, monthNumber } from '#src/domain/measure/days.ts';
import { fullYear, NOT_COUNTED, saidOf, YEAR, type Groups, type Said, type TimeForm } from './time-form.ts';
import {
  halfOf,
  monthOf,
  quarterOf,
  spanInWords,
  weekOf,
  yearOf,
  type Period,
} from '#src/domain/measure/period.ts';

const OF_YEAR = String.raw`(?:(?:\s*(?:of|in|,|/|-))?\s*(?:the\s+year\s+)?${YEAR})?`;
/** Glued to what it is of, a year may be two digits: "Q2-26", "1H26". */
const GLUED_YEAR = String.raw`(?:[-/'\s]?(?<year>[123]\d)${NOT_COUNTED}|[-/\s]*(?:of\s+|in\s+)?(?<year>(?:19|20)\d\d|'\d\d)${NOT_COUNTED})?`;
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
};
const ORDINAL = '(?<nth>first|second|third|fourth|1st|2nd|3rd|4th|last|final)';

const nthOf = (word = '', last: number): number => {
  const plain = word.toLowerCase();
  return plain === 'last' || plain === 'final' ? last : (ORDINALS[plain] ?? Number.parseInt(plain, 10));
};

const named =
  (make: (year: number, nth: number) => Period | undefined, last: number) =>
  ({ nth, year }: Groups, today: string, text: string): Said =>
    saidOf((y) => make(y, nthOf(nth, last)), year, today, `“${text}” is no time that the calendar has`);

const ofMonth = ({ month = '', year }: Groups, today: string, text: string): Said =>
  saidOf(
    (y) => monthOf(y, /^\d/.test(month) ? Number(month) : monthNumber(month)),
    year,
    today,
    `“${text}” is not a month`,
  );

const ofYear = ({ year = '' }: Groups): Said => ({
  kind: 'days',
  yearSaid: true,
  of: () => yearOf(fullYear(year)),
});

const span = (from: Period | undefined, to: Period | undefined): Period | undefined =>
  from && to && from.to < to.from
    ? {
        from: from.from,
        to: to.to,
        label: from.grain === 'week' ? spanInWords(from.from, to.to) : `${from.label} to ${to.label}`,
        ...ofYears(from, to),
      }
    : undefined;

/** The grain of a span: from one year to another it is of years. */
export const ofYears = (
  from: Pick<Period, 'grain' | 'years'>,
  to: Pick<Period, 'grain' | 'years'>,
): Pick<Period, 'grain' | 'years'> =>
  from.grain === 'year' && to.grain === 'year'
    ? { grain: 'year', years: { ...from.years, ...(to.years?.to === undefined ? {} : { to: to.years.to }) } }
    : { grain: 'span' };

const years = ({ year = '', second = '' }: Groups, _: string, text: string): Said => {
  const from = fullYear(year);
  const to = second.length === 2 ? Math.floor(from / 100) * 100 + Number(second) : Number(second);
  const made = span(yearOf(from), yearOf(to));
  return made === undefined
    ? { kind: 'unread', reason: `“${text}” ends before it begins` }
    : { kind: 'days', yearSaid: true, of: () => made };
};

const FISCAL = String.raw`(?:fiscal|financial|tax|budget|crop|marketing|school|academic|chinese|lunar|solar|islamic|hijri)`;

/** What has figures of years alone answers such a year by them; a part of it is no year. */
const fiscal = ({ year, part }: Groups): Said => ({
  kind: 'unread',
  reason: 'where such a year begins is not known here',
  ...(part === undefined ? { yearly: true as const } : {}),
  ...(year === undefined ? {} : { years: { from: fullYear(year), to: fullYear(year) } }),
});

export const PERIOD_FORMS: readonly TimeForm[] = [
  // What is counted from another day than 1 January is nobody's but its owner's.
  {
    pattern: String.raw`(?:${FISCAL}[\s-]+(?:year|quarter|half|month|week|q[1-4]|h[12]|[1-4]q)s?[\s-]*(?:q?[1-4]\b)?|fy|fiscal)(?:[\s-]*(?:of\s+|in\s+)?(?<year>(?:19|20)?\d\d(?!\d)))?(?:[\s/-]*(?<part>q[1-4]|h[12]|(?:20)?\d\d(?!\d)))?`,
    read: fiscal,
  },
  {
    pattern: String.raw`(?<part>q[1-4]|h[12]|[1-4]q|[12]h)[\s-]*(?:of\s+)?(?:fy|fiscal|financial)(?:[\s-]*(?:year\s*)?(?<year>(?:20)?\d\d)(?!\d))?`,
    read: fiscal,
  },
  {
    pattern: String.raw`(?<year>(?:19|20)\d\d)[\s-]*(?:w|week\s*)(?<nth>\d{1,2})(?!\d)`,
    read: named(weekOf, 53),
  },
  {
    pattern: String.raw`(?:(?:calendar|iso)\s+)?(?:(?:weeks?|wk|[kc]w)\s*(?:no\.?|nr\.?|number|#)?\s*|w)(?<nth>\d{1,2})${NOT_COUNTED}${OF_YEAR}`,
    read: named(weekOf, 53),
  },
  {
    pattern: String.raw`weeks\s+(?<nth>\d{1,2})\s*(?:-|to|until|through|and)\s*(?:week\s+)?(?<last>\d{1,2})${NOT_COUNTED}${OF_YEAR}`,
    read: ({ nth, last, year }, today, text) =>
      saidOf(
        (y) => span(weekOf(y, Number(nth)), weekOf(y, Number(last))),
        year,
        today,
        `“${text}” is no time that the calendar has`,
      ),
  },
  {
    pattern: String.raw`(?:the\s+)?(?<nth>\d{1,2})(?:st|nd|rd|th)\s+(?:calendar\s+)?week(?:\s+(?:of|in))?\s+${YEAR}`,
    read: named(weekOf, 53),
  },
  { pattern: String.raw`(?<month>${MONTH_WORD})(?:[\s,/-]*(?:of\s+|in\s+)?${YEAR})?`, read: ofMonth },
  { pattern: String.raw`(?<month>${MONTH_WORD})(?<year>\d\d)(?!\d)`, read: ofMonth },
  { pattern: String.raw`${YEAR}[\s/-]*(?<month>${MONTH_WORD})`, read: ofMonth },
  { pattern: String.raw`(?<year>(?:19|20)\d\d)[-/.](?<month>0[1-9]|1[0-2])(?![\d/-])`, read: ofMonth },
  { pattern: String.raw`(?<month>\d{1,2})/(?<year>(?:19|20)\d\d)(?!\d)`, read: ofMonth },
  { pattern: String.raw`(?<year>(?:19|20)\d\d)年(?<month>\d{1,2})月(?:份)?(?!\d)`, read: ofMonth },
  { pattern: String.raw`(?<year>(?:19|20)\d\d)年`, read: ofYear },
  { pattern: String.raw`q(?:uarter)?\s?(?<nth>\d)(?!\d)${GLUED_YEAR}`, read: named(quarterOf, 4) },
  { pattern: String.raw`quarter\s+(?<nth>one|two|three|four)${OF_YEAR}`, read: named(quarterOf, 4) },
  {
    pattern: String.raw`(?<nth>\d)\s?q(?!\w)${GLUED_YEAR}|(?<nth>\d)q(?<year>\d\d)(?!\d)`,
    read: named(quarterOf, 4),
  },
  { pattern: String.raw`${YEAR}[\s/-]*q(?<nth>\d)(?!\d)`, read: named(quarterOf, 4) },
  {
    pattern: String.raw`(?:the\s+)?${ORDINAL}[\s-]+quarter(?:\s+(?:of|in))?\s+(?:the\s+year\s+)?${YEAR}`,
    read: named(quarterOf, 4),
  },
  {
    pattern: String.raw`(?:the\s+)?(?<nth>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]+quarter(?!s)`,
    read: named(quarterOf, 4),
  },
  {
    pattern: String.raw`h(?<nth>\d)(?!\w)${GLUED_YEAR}|h(?<nth>[12])(?<year>\d\d)(?!\d)`,
    read: named(halfOf, 2),
  },
  {
    pattern: String.raw`(?<nth>\d)h(?!\w)${GLUED_YEAR}|(?<nth>\d)h(?<year>\d\d)(?!\d)`,
    read: named(halfOf, 2),
  },
  { pattern: String.raw`${YEAR}[\s/-]*h(?<nth>\d)(?!\w)`, read: named(halfOf, 2) },
  {
    pattern: String.raw`(?:the\s+)?${ORDINAL}[\s-]+half(?:\s+(?:of|in))?\s+(?:the\s+year\s+)?${YEAR}`,
    read: named(halfOf, 2),
  },
  {
    pattern: String.raw`(?:the\s+)?(?<nth>first|second|1st|2nd)[\s-]+half(?:\s+of\s+the\s+year)?(?!\s+(?:of|a|an|in)(?!\w))`,
    read: named(halfOf, 2),
  },
  { pattern: String.raw`${YEAR}\s*(?:-|/)\s*(?<second>\d\d)${NOT_COUNTED}(?![-/])`, read: years },
  {
    pattern: String.raw`(?<year>(?:19|20)\d0)s(?!\w)`,
    read: ({ year = '' }) => ({
      kind: 'days',
      yearSaid: true,
      of: () => span(yearOf(Number(year)), yearOf(Number(year) + 9)),
    }),
  },
  { pattern: String.raw`(?:(?:the\s+)?(?:calendar\s+)?(?<!new\s)year\s+|cy\s?)?${YEAR}`, read: ofYear },
  { pattern: String.raw`cy\s?(?<year>\d\d)${NOT_COUNTED}`, read: ofYear },
];
