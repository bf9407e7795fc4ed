/** What is answered for a span of days is what a plain count over the imported file gives, for each way to say the span. */
import * as fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { addDays, dayInWords } from '#src/domain/measure/days.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderMessage } from '#src/presentation/message.ts';
import { bookFor, LAST_DAY as TODAY, rows, type Row } from './year-of-quotes.ts';
import { cases } from '../../../cases.ts';

const catalog = await loadCatalog(readDataOptions({ DATA_DIR: 'tests/pure/packs' }));
const now = new Date(`${TODAY}T12:00:00Z`);

const books = { ndpr: bookFor('ndpr'), neodymium: bookFor('neodymium') };
const say = (text: string, metal: keyof typeof books = 'ndpr') =>
  renderMessage(ask(text, catalog, { now, book: books[metal] })).text;

const yuan = (value: number) => `CN¥${Math.round(value).toLocaleString('en')}`;
/** The average as it is printed, and how many days it is of. */
function plainly(metal: string, from: string, to: string): readonly [string, number] {
  const inside = rows.filter((row) => row.metal === metal && row.date >= from && row.date <= to);
  const mean = (of: (row: Row) => number) => inside.reduce((sum, row) => sum + of(row), 0) / inside.length;
  const [low, high] = [yuan(mean((row) => row.low)), yuan(mean((row) => row.high))];
  return [`${low} to ${high}/t`, inside.length];
}

test.each([
  ['Q2 2026', '2026-04-01', '2026-06-30'],
  ['second quarter of 2026', '2026-04-01', '2026-06-30'],
  ['2Q26', '2026-04-01', '2026-06-30'],
  ['last quarter', '2026-07-01', '2026-09-30'],
  ['this quarter', '2026-10-01', TODAY],
  ['H1 2026', '2026-01-01', '2026-06-30'],
  ['May 2026', '2026-05-01', '2026-05-31'],
  ['last month', '2026-10-01', '2026-10-31'],
  ['this month', '2026-11-01', TODAY],
  ['month to date', '2026-11-01', TODAY],
  ['last week', '2026-11-23', '2026-11-27'],
  ['week 27', '2026-06-29', '2026-07-05'],
  ['2026-W27', '2026-06-29', '2026-07-05'],
  ['week of 4 May 2026', '2026-05-04', '2026-05-10'],
  ['last 30 days', '2026-11-01', TODAY],
  ['last seven days', '2026-11-24', TODAY],
  ['since 2 March', '2026-03-02', TODAY],
  ['until 15/05/2026', '2026-01-01', '2026-05-15'],
  ['before May', '2026-01-01', '2026-04-30'],
  ['1 Apr to 15 May 2026', '2026-04-01', '2026-05-15'],
  ['from 01.04.2026 to 15.05.2026', '2026-04-01', '2026-05-15'],
  ['May to July 2026', '2026-05-01', '2026-07-31'],
  ['this year', '2026-01-01', TODAY],
  ['2026', '2026-01-01', TODAY],
  ['ytd', '2026-01-01', TODAY],
])('the average of %s is that of its days', (span, from, to) => {
  const [average, days] = plainly('ndpr', from, to);
  for (const text of [
    `ndpr average ${span}`,
    `average ndpr price ${span}`,
    `${span} ndpr oxide average price`,
  ]) {
    const answer = say(text);
    expect(answer).toMatch(/^NdPr oxide, average /);
    expect(answer.split('\n')[0]).toContain(average);
    expect(answer).toContain(`${days} days`);
  }
});

it('the average of any two days’ span is a plain count’s', () => {
  const day = fc.integer({ min: 3, max: 330 }).map((ago) => addDays(TODAY, -ago));
  fc.assert(
    fc.property(day, day, fc.constantFrom('ndpr' as const, 'neodymium' as const), (a, b, metal) => {
      const [from, to] = a <= b ? [a, b] : [b, a];
      const [average, days] = plainly(metal, from, to);
      fc.pre(days > 1);
      const answer = say(`${metal} oxide price ${dayInWords(from)} to ${dayInWords(to)}`, metal);
      expect(answer.split('\n')[0]).toContain(average);
    }),
    { numRuns: cases(40) },
  );
});

it('the price on any day is that day’s, or of the last before it by its date', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 331 }), (ago) => {
      const date = addDays(TODAY, -ago);
      const row = rows.findLast((one) => one.metal === 'ndpr' && one.date <= date);
      const answer = say(`ndpr price on ${dayInWords(date)}`);
      expect(answer).toContain(
        `NdPr oxide, ${dayInWords(row?.date ?? '')}: ${yuan(row?.low ?? 0)} to ${yuan(row?.high ?? 0)}/t`,
      );
      expect(answer.includes('There is no quote of')).toBe(row?.date !== date);
    }),
    { numRuns: cases(40) },
  );
});

test.each([
  [
    'ndpr price on 05/06/2026',
    [/“05\/06\/2026” may be two days/, /5 Jun 2026 is meant: CN¥555,000/, /6 May 2026 is meant: CN¥544,000/],
  ],
  ['ndpr price Golden Week 2026', [/“Golden Week” names no days that I know/, /Q2 2026/]],
  ['ndpr price fiscal year 2026', [/“fiscal year 2026” names no days/]],
  ['ndpr price in Ramadan', [/“Ramadan” names no days/]],
  ['ndpr price 30 Feb 2026', [/not a day that exists/]],
  ['cost of 500 kg ndpr oxide in Ramadan', [/“Ramadan” names no days/]],
  ['ndpr price this week', [/no quote this week/, /newest quote is CN¥617,500/]],
  ['ndpr price in 2025', [/no quote in 2025/, /go back to 2 Jan 2026/]],
  ['ndpr price on 3 March 2025', [/no quote of 3 Mar 2025/, /go back to 2 Jan 2026/]],
  ['ndpr price next week', [/next week, 7 to 11 Dec 2026, which is to come/]],
  ['ndpr price in Q1 2027', [/Q1 2027, which is to come/]],
])('“%s” is not answered by other days', (text, patterns) => {
  const answer = say(text);
  for (const pattern of patterns) expect(answer).toMatch(pattern);
  expect(answer).not.toMatch(/236 days|Lowest/);
});

test.each([
  ['ndpr price 2025 to 2026', /go back to 2 Jan 2026 only/],
  ['ndpr Q1 vs Q2 2026', /average of Q1 2026: CN¥515,500 to CN¥519,500\/t(?:.|\n)*\+5\.4 % to \+7 %/],
  ['what would 2 t of ndpr oxide have cost on 2 March 2026?', /CN¥1,041,000 to CN¥1,049,000, on 2 Mar 2026/],
  [
    'what would 2 t of ndpr oxide have cost in Q2 2026?',
    /CN¥1,095,000 to CN¥1,103,000, the average of Q2 2026/,
  ],
])('“%s”', (text, pattern) => expect(say(text)).toMatch(pattern));

test.each([
  [
    'lowest neodymium oxide quote this year',
    /^Neodymium oxide, lowest of 2026 so far: CN¥550,000 to CN¥554,000\/t on 2 Jan 2026/,
  ],
  ['neodymium oxide price Q2 2026', /CN¥597,500 to CN¥601,500/],
  ['neodymium oxide price in March 2023', /2023/],
])('what has figures of years: “%s”', (text, pattern) => expect(say(text, 'neodymium')).toMatch(pattern));
