/** The days that a text speaks of, and the words for a time that are not known: never other days in their place. */
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, dayInWords, isDate } from '#src/domain/measure/days.ts';
import { leftTimes, withoutTimes } from '#src/domain/measure/times/times-left.ts';
import { readWhen } from '#src/domain/measure/times/when.ts';
import { readDate } from '#src/domain/measure/times/read-date.ts';

/** A Monday. */
const TODAY = '2026-11-30';
const KNOWN = new Set('price ndpr average the of in for and vs what was it rise'.split(' '));
const read = (text: string, today = TODAY) => {
  const when = readWhen(text, today);
  return {
    periods: when.flatMap((time) => ('period' in time ? [time.period] : [])),
    unread: [
      ...when.filter((time) => time.kind === 'unread'),
      ...leftTimes(withoutTimes(text, when), (word) => KNOWN.has(word)).map((left) => ({
        text: left,
        either: undefined,
      })),
    ],
  };
};
const daysOf = (text: string) => read(text).periods.map(({ from, to }) => `${from} ${to}`);

test.each([
  ['week 27', '2026-06-29 2026-07-05', 'week 27 of 2026, 29 Jun to 5 Jul 2026'],
  ['2026-W01', '2025-12-29 2026-01-04', 'week 1 of 2026, 29 Dec 2025 to 4 Jan 2026'],
  ['27th week of 2026', '2026-06-29 2026-07-05', 'week 27 of 2026, 29 Jun to 5 Jul 2026'],
  ['weeks 10 to 11 of 2026', '2026-03-02 2026-03-15', '2 to 15 Mar 2026'],
  ['week of 5 May 2026', '2026-05-04 2026-05-10', '4 to 10 May 2026'],
  ['week ending 8 May 2026', '2026-05-02 2026-05-08', '2 to 8 May 2026'],
  ['last week', '2026-11-23 2026-11-27', 'last week, 23 to 27 Nov 2026'],
  ['this week', '2026-11-30 2026-12-06', 'this week, since 30 Nov'],
  ['the week before last', '2026-11-16 2026-11-22', '16 to 22 Nov 2026'],
  ['past week', '2026-11-24 2026-11-30', 'the last 7 days'],
  ['average May 2026', '2026-05-01 2026-05-31', 'May 2026'],
  ['May 2026 average', '2026-05-01 2026-05-31', 'May 2026'],
  ['2026-05', '2026-05-01 2026-05-31', 'May 2026'],
  ['last month', '2026-10-01 2026-10-31', 'Oct 2026'],
  ['month to date', '2026-11-01 2026-11-30', 'since 1 Nov'],
  ['last May', '2026-05-01 2026-05-31', 'May 2026'],
  ['Q2 2026', '2026-04-01 2026-06-30', 'Q2 2026'],
  ['second quarter of 2026', '2026-04-01 2026-06-30', 'Q2 2026'],
  ["Q2'26", '2026-04-01 2026-06-30', 'Q2 2026'],
  ['2Q26', '2026-04-01 2026-06-30', 'Q2 2026'],
  ['Q4', '2026-10-01 2026-12-31', 'Q4 2026'],
  ['last quarter', '2026-07-01 2026-09-30', 'Q3 2026'],
  ['last 2 quarters', '2026-04-01 2026-09-30', 'Q2 2026 to Q3 2026'],
  ['H1 2026', '2026-01-01 2026-06-30', 'H1 2026'],
  ['second half of 2025', '2025-07-01 2025-12-31', 'H2 2025'],
  ['last year', '2025-01-01 2025-12-31', '2025'],
  ['2025 and 2026', '2025-01-01 2026-12-31', '2025 to 2026'],
  ['2021-23', '2021-01-01 2023-12-31', '2021 to 2023'],
  ['before 2024', '1900-01-01 2023-12-31', 'before 2024'],
  ['until 15/05/2026', '1900-01-01 2026-05-15', 'until 15 May'],
  ['since March', '2026-03-01 2026-11-30', 'since 1 Mar'],
  ['after May 2026', '2026-06-01 2026-11-30', 'since 1 Jun'],
  ['from May to date', '2026-05-01 2026-11-30', 'since 1 May'],
  ['since the start of the year', '2026-01-01 2026-11-30', 'since 1 Jan'],
  ['1-15 May 2026', '2026-05-01 2026-05-15', '1 to 15 May 2026'],
  ['May 28 to June 3, 2026', '2026-05-28 2026-06-03', '28 May to 3 Jun 2026'],
  ['Dec to Jan', '2025-12-01 2026-01-31', 'Dec 2025 to Jan 2026'],
  ['Q1 to Q3 2026', '2026-01-01 2026-09-30', 'Q1 2026 to Q3 2026'],
  ['first 10 days of May 2026', '2026-05-01 2026-05-10', '1 to 10 May 2026'],
  ['end of May 2026', '2026-05-31 2026-05-31', '31 May 2026'],
  ['last Friday', '2026-11-27 2026-11-27', '27 Nov 2026'],
  ['last Monday', '2026-11-23 2026-11-23', '23 Nov 2026'],
  ['on Monday', '2026-11-30 2026-11-30', '30 Nov 2026'],
  ['Tuesday last week', '2026-11-24 2026-11-24', '24 Nov 2026'],
  ['yesterday', '2026-11-29 2026-11-29', '29 Nov 2026'],
  ['the day before yesterday', '2026-11-28 2026-11-28', '28 Nov 2026'],
  ['on the 15th', '2026-11-15 2026-11-15', '15 Nov 2026'],
  ['last seven days', '2026-11-24 2026-11-30', 'the last 7 days'],
  ['3 months ago', '2026-08-30 2026-08-30', '30 Aug 2026'],
])('“%s”', (text, days, label) => {
  const { periods, unread } = read(`ndpr price ${text}`);
  expect(unread).toEqual([]);
  expect(periods.map((p) => [`${p.from} ${p.to}`, p.label])).toEqual([[days, label]]);
});

test.each([
  ['Golden Week 2026', 'Golden Week'],
  ['during Golden Week', 'Golden Week'],
  ['Ramadan 2026', 'Ramadan'],
  ['in Ramadan', 'Ramadan'],
  ['over Chinese New Year 2026', 'Chinese New Year'],
  ['fiscal year 2026', 'fiscal year 2026'],
  ['FY26 Q2', 'FY26 Q2'],
  ['Q2 of fiscal 2026', 'Q2 of fiscal 2026'],
  ['since the export ban', 'export ban'],
  ['harvest season 2026', 'harvest season'],
  ['mid-2026', 'mid-2026'],
  ['early May 2026', 'early May 2026'],
  ['first half of May 2026', 'first half of May 2026'],
  ['last week of May 2026', 'last week of May 2026'],
  ['Q5 2026', 'Q5 2026'],
  ['week 60 of 2026', 'week 60 of 2026'],
  ['30 Feb 2026', '30 Feb 2026'],
  ['31/04/2026', '31/04/2026'],
  ['from 20 Nov 2026 to 30 Feb 2026', 'from 20 Nov 2026 to 30 Feb 2026'],
  ['Monday, 15 May 2026', 'Monday, 15 May 2026'],
  ['last 10 trading days', 'last 10 trading days'],
  ['last few days', 'last few days'],
  ['last 9999 quarters', 'last 9999 quarters'],
  ['last 9999 weeks', 'last 9999 weeks'],
  ['last 24 hours', 'last 24 hours'],
])('“%s” is not known, and no other days are read for it', (text, unread) => {
  const found = read(`ndpr price ${text}`);
  expect(found.unread.map((one) => one.text)).toContain(unread);
});

test.each([
  'may it rise and may it fall',
  'price may rise',
  'what was it in 2,026 t',
  'cost of 2000 kg',
  'price now',
  '3 t',
])('no days in “%s”', (text) => expect(read(text)).toEqual({ periods: [], unread: [] }));

test('two spans are two, in their order', () => {
  expect(daysOf('ndpr Q1 vs Q2 2026')).toEqual(['2026-01-01 2026-03-31', '2026-04-01 2026-06-30']);
});

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const anyDay = fc.integer({ min: 0, max: 9_000 }).map((ago) => addDays(TODAY, -ago));
const th = (day: number) =>
  `${day}${day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th'}`;

/** As people write a day: with a year, so that nothing has to be guessed. */
const WRITTEN: Readonly<Record<string, (date: string) => string>> = {
  iso: (date) => date,
  slashes: (date) => date.replaceAll('-', '/'),
  compact: (date) => date.replaceAll('-', ''),
  points: (date) => date.split('-').toReversed().join('.'),
  'day month year': (date) => dayInWords(date),
  'full month': (date) => of(date, (y, m, d) => `${d} ${MONTHS[m - 1]} ${y}`),
  'month first': (date) => of(date, (y, m, d) => `${MONTHS[m - 1]} ${d}, ${y}`),
  ordinal: (date) => of(date, (y, m, d) => `the ${th(d)} of ${MONTHS[m - 1]} ${y}`),
  'month ordinal': (date) => of(date, (y, m, d) => `${MONTHS[m - 1]} ${th(d)} ${y}`),
  dashed: (date) => of(date, (y, m, d) => `${d}-${MONTHS[m - 1]?.slice(0, 3)}-${String(y).slice(2)}`),
  weekday: (date) =>
    of(
      date,
      (y, m, d) => `${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]}, ${d} ${MONTHS[m - 1]} ${y}`,
    ),
  'short weekday': (date) =>
    of(
      date,
      (y, m, d) =>
        `${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]?.slice(0, 3)} ${d} ${MONTHS[m - 1]?.slice(0, 3)} ${y}`,
    ),
  chinese: (date) => of(date, (y, m, d) => `${y}年${m}月${d}日`),
};

function of(date: string, write: (year: number, month: number, day: number) => string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return write(year, month, day);
}

describe.each(Object.entries(WRITTEN))('a day written as %s', (_, write) => {
  it('is read back, alone and in a question', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('on ', '', 'as of '), (date, lead) => {
        expect(readDate(write(date), TODAY)).toEqual({ ok: true, date });
        expect(read(`ndpr price ${lead}${write(date)}`)).toMatchObject({
          periods: [{ from: date, to: date }],
          unread: [],
        });
        expect(read(`what was ndpr ${lead}${write(date)}?`).periods).toHaveLength(1);
      }),
    );
  });
});

it('day and month in digits are one day, or asked about with both', () => {
  fc.assert(
    fc.property(anyDay, fc.boolean(), (date, american) => {
      const [y = '', m = '', d = ''] = date.split('-');
      const { periods, unread } = read(`price on ${american ? `${m}/${d}/${y}` : `${d}/${m}/${y}`}`);
      const said = [...periods.map(({ from }) => from), ...unread.flatMap(({ either }) => either ?? [])];
      expect(said).toContain(date);
      expect(said).toHaveLength(Number(d) > 12 || d === m ? 1 : 2);
    }),
  );
});

it('spans are the days from one to the other, both included, however the ends are written', () => {
  const writing = fc.constantFrom(...Object.values(WRITTEN));
  const joint = fc.constantFrom(
    'from A to B',
    'between A and B',
    'A until B',
    'A - B',
    'A through B',
    'A – B',
  );
  fc.assert(
    fc.property(anyDay, anyDay, writing, writing, joint, (a, b, one, other, pattern) => {
      const [from, to] = a <= b ? [a, b] : [b, a];
      const text = pattern.replace('A', one(from)).replace('B', other(to));
      expect(read(`ndpr price ${text}`)).toMatchObject({ periods: [{ from, to }], unread: [] });
    }),
  );
});

/** By counting days one by one: what a calendar says, said another way. */
const reference = (inside: (date: string) => boolean, around: string): string => {
  let [from, to] = [around, around];
  while (inside(addDays(from, -1))) from = addDays(from, -1);
  while (inside(addDays(to, 1))) to = addDays(to, 1);
  return `${from} ${to}`;
};

it('months, quarters, halves, years and weeks have the days that the calendar gives them', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const [year = '', month = ''] = date.split('-');
      const part = (size: number) => (other: string) =>
        other.startsWith(year) &&
        Math.ceil(Number(other.slice(5, 7)) / size) === Math.ceil(Number(month) / size);
      const nth = (size: number) => Math.ceil(Number(month) / size);
      expect(daysOf(`${MONTHS[Number(month) - 1]} ${year}`)).toEqual([reference(part(1), date)]);
      expect(daysOf(`Q${nth(3)} ${year}`)).toEqual([reference(part(3), date)]);
      expect(daysOf(`H${nth(6)} ${year}`)).toEqual([reference(part(6), date)]);
      expect(daysOf(`in ${year}`)).toEqual([reference(part(12), date)]);
      // ISO 8601: a week belongs to the year of its Thursday.
      const monday = addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));
      const thursday = addDays(monday, 3);
      let week = 1;
      for (let at = addDays(thursday, -7); at.startsWith(thursday.slice(0, 4)); at = addDays(at, -7))
        week += 1;
      expect(daysOf(`week ${week} of ${thursday.slice(0, 4)}`)).toEqual([`${monday} ${addDays(monday, 6)}`]);
    }),
  );
});

it('reads whatever is typed into days that exist, and never turns them round', () => {
  const words = fc.constantFrom(
    ...'from to since until Sep 31 2025 last next months 9 May - and 2026-02-30 week quarter Q2 H1 of end early 15/05/2026 Friday / , today'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 9 }), (typed) => {
      for (const { from, to } of read(typed.join(' ')).periods)
        expect([isDate(from) && isDate(to), from <= to]).toEqual([true, true]);
    }),
  );
});

test.each([
  ['june last year', ['2025-06-01 2025-06-30']],
  ['last year, in march', ['2025-03-01 2025-03-31']],
  ['Q2 of this year', ['2026-04-01 2026-06-30']],
  ['june price 2024', ['2024-06-01 2024-06-30', '2024-06-01 2024-06-30']],
  ['2024 price in june', ['2024-06-01 2024-06-30', '2024-06-01 2024-06-30']],
  // Two times are two.
  ['june and last year', ['2026-06-01 2026-06-30', '2025-01-01 2025-12-31']],
  ['june price vs 2024', ['2026-06-01 2026-06-30', '2024-01-01 2024-12-31']],
  ['june price, average of 2024', ['2026-06-01 2026-06-30', '2024-01-01 2024-12-31']],
])('takes a part of a year for that of the year beside it: %s', (text, wanted) => {
  expect(daysOf(text)).toEqual(wanted);
});
