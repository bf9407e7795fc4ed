/** What is read of a time is the same whichever cadence answers: yearly figures, quotes, costs, charts. */
import { assert, constantFrom, integer, property, tuple } from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { addDays, dayInWords } from '#src/domain/measure/days.ts';
import { yearsOf } from '#src/domain/measure/period.ts';
import { endsOf } from '#src/domain/reading/times/wanted-days.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderMessage } from '#src/presentation/message.ts';
import { bookFor, LAST_DAY as TODAY } from './year-of-quotes.ts';
import { cases } from '../../../cases.ts';

const catalog = await loadCatalog(readDataOptions({ DATA_DIR: 'tests/pure/packs' }));
const now = new Date(`${TODAY}T12:00:00Z`);

/** The forms of a time, each with a number that moves it. */
const FORMS: readonly ((n: number) => string)[] = [
  (n) => `${2015 + (n % 12)}`,
  (n) => `in ${2015 + (n % 12)}`,
  (n) => `before ${2016 + (n % 10)}`,
  (n) => `since ${2016 + (n % 10)}`,
  (n) => `until ${2016 + (n % 10)}`,
  (n) => `after ${2016 + (n % 9)}`,
  (n) => `${2015 + (n % 8)}-${18 + (n % 8)}`,
  (n) => `from ${2015 + (n % 5)} to ${2021 + (n % 5)}`,
  (n) => `${2015 + (n % 11)} and ${2016 + (n % 11)}`,
  (n) => `between ${2015 + (n % 5)} and now`,
  (n) => `last ${2 + (n % 8)} years`,
  (n) => `${1 + (n % 8)} years ago`,
  () => 'last year',
  () => 'this year',
  () => 'the year before last',
  () => 'twenty twenty-four',
  (n) => `in ${16 + (n % 10)}`,
  (n) => `Q${1 + (n % 4)} ${2020 + (n % 6)}`,
  (n) => `H${1 + (n % 2)} ${2020 + (n % 6)}`,
  () => 'last quarter',
  () => 'in the last quarter',
  () => 'first half of 2025',
  (n) => `${['May', 'June', 'October', 'December'][n % 4]} ${2020 + (n % 6)}`,
  () => 'last month',
  () => 'month to date',
  (n) => `week ${1 + (n % 50)} of ${2020 + (n % 6)}`,
  () => 'last week',
  () => 'last Friday',
  (n) => `on ${dayInWords(addDays(TODAY, -n))}`,
  (n) => `on ${addDays(TODAY, -n).split('-').toReversed().join('/')}`,
  (n) => `last ${2 + n} days`,
  () => 'last seven days',
  (n) => `since ${dayInWords(addDays(TODAY, -n))}`,
  (n) => `from ${dayInWords(addDays(TODAY, -n - 40))} to ${dayInWords(addDays(TODAY, -n))}`,
  () => 'FY2024',
  () => 'Q5 2026',
  () => 'last few days',
  () => '30 Feb 2026',
  () => 'mid-2025',
];
const anyTime = tuple(constantFrom(...FORMS), integer({ min: 0, max: 300 })).map(([form, n]) => form(n));
const METRICS = [
  'price of M T',
  'M price T',
  'highest M price T',
  'lowest price of M T',
  'average M price T',
  'change in the M price T',
  'cost of 10 kg M T',
  'chart of the M price T',
  'what was M T?',
  'production of M T',
];
const anyMetric = constantFrom(...METRICS);
const write = (metric: string, metal: string, time: string) => metric.replace('M', metal).replace('T', time);

const timesOf = (text: string) =>
  catalog.understand(text, now).when.map((time) => ('period' in time ? time.period : time.kind));

it('a time is read alike of what has yearly figures, of what has quotes alone, and by itself', () => {
  assert(
    property(anyMetric, anyTime, (metric, time) => {
      const alone = timesOf(`price ${time}`);
      expect(alone).not.toEqual([]);
      expect(timesOf(write(metric, 'neodymium', time))).toEqual(alone);
      expect(timesOf(write(metric, 'ndpr oxide', time))).toEqual(alone);
    }),
    { numRuns: cases(400) },
  );
});

it('quotes are looked at on the days, and figures in the years, of the one reading', () => {
  assert(
    property(anyMetric, anyTime, (metric, time) => {
      const text = write(metric, 'ndpr oxide', time);
      const question = catalog.understand(text, now);
      const { days, years } = question.wanted;
      const wanted = days ?? years;
      const periods = question.when.flatMap((one) => ('period' in one ? [one.period] : []));
      const [first, last] = [periods[0], periods.at(-1)];
      const unread = question.when.some(({ kind }) => kind === 'unread');
      expect(wanted?.kind === 'unread').toBe(unread);
      const ends = wanted?.kind === 'coming' || unread ? undefined : endsOf(wanted);
      const isPast = wanted?.kind !== 'coming' && !unread && first !== undefined && last !== undefined;
      expect(ends && `${ends.from} ${ends.to}`).toBe(
        isPast ? `${first.from} ${last.to > TODAY ? TODAY : last.to}` : undefined,
      );
      // Each year that figures are looked up in is one of the period's, and the period's own ends are among them.
      const said = periods.map((period) => yearsOf(period));
      for (const year of question.years)
        expect(unread || said.some(({ from = 0, to = 9999 }) => year >= from && year <= to)).toBe(true);
      for (const { from, to } of said)
        expect(question.years).toEqual(
          expect.arrayContaining([from, to].flatMap((year) => (year === undefined ? [] : [year]))),
        );
    }),
    { numRuns: cases(400) },
  );
});

describe('beside the same words of neodymium', () => {
  const book = bookFor('ndpr', 'neodymium');
  const cited = (text: string) => ask(text, catalog, { now, book }).parts[0]?.citations[0]?.source.edition;
  const say = (text: string) => renderMessage(ask(text, catalog, { now, book })).text.split('\n')[0];
  test.each([
    ['M price before 2024', 'NdPr oxide: no quote before 2024', 'Neodymium, 2021 to 2023: '],
    ['M price 2021-23', 'NdPr oxide: no quote in 2021 to 2023', 'Neodymium, 2021 to 2023: '],
    ['M price until 2024', 'NdPr oxide: no quote until the end of 2024', 'Neodymium, 2021 to 2024: '],
    [
      'M average 2023 and 2024',
      'NdPr oxide: no quote in 2023 to 2024',
      'Neodymium, mean price 2023 to 2024: ',
    ],
    ['M price Q2 2026', 'NdPr oxide, average of Q2 2026: ', 'Neodymium oxide, average of Q2 2026: '],
    ['M price on 15/05/2026', 'NdPr oxide, 15 May 2026: ', 'Neodymium oxide, 15 May 2026: '],
    ['M price last quarter', 'NdPr oxide, average of Q3 2026: ', 'Neodymium oxide, average of Q3 2026: '],
    [
      'M price in the last quarter',
      'NdPr oxide, average of Q3 2026: ',
      'Neodymium oxide, average of Q3 2026: ',
    ],
    ['highest M since 2021', 'NdPr oxide, highest since 2021: ', 'Neodymium, highest price 2021 to 2025: '],
    [
      'M price in 2 years',
      'NdPr oxide: no quote of 30 Nov 2028, which is to come',
      'I have no price of neodymium for 2028.',
    ],
    ['M price Q5 2026', 'NdPr oxide: “Q5 2026” names no days', 'Neodymium oxide: “Q5 2026” names no days'],
    [
      'average M last seven days',
      'NdPr oxide, average of the last 7 days: ',
      'Neodymium oxide, average of the last 7 days: ',
    ],
    [
      'M monthly averages',
      'NdPr oxide, monthly averages: Nov 2026 ',
      'Neodymium oxide, monthly averages: Nov 2026 ',
    ],
    [
      'how much M for 1.000.000 CNY',
      'CN¥1,000,000 buys about 1,609 to 1,619 kg',
      'CN¥1,000,000 buys about 1,489 to 1,498 kg',
    ],
  ])('%s', (text, ndpr, neodymium) => {
    expect(say(text.replace('M', 'ndpr'))).toContain(ndpr);
    expect(say(text.replace('M', 'neodymium'))).toContain(neodymium);
  });

  test('a currency that there is no rate for is named', () => {
    for (const metal of ['ndpr', 'neodymium'])
      expect(renderMessage(ask(`${metal} in VND`, catalog, { now, book })).text).toMatch(
        /no (?:exchange )?rate .{0,60}VND/i,
      );
  });

  test('a currency that prices are kept in, and that has no rate, is named too', () => {
    for (const metal of ['ndpr', 'neodymium'])
      expect(renderMessage(ask(`${metal} in CHF`, catalog, { now, book })).text).toMatch(
        /no (?:exchange )?rate .{0,60}CHF/i,
      );
  });

  test('an answer on an older day cites that day', () => {
    expect(cited('ndpr price on 15 May 2026')).toBe('of 15 May 2026');
    expect(cited('ndpr price Q2 2026')).toBe('of 1 Apr to 30 Jun 2026');
    expect(cited('ndpr price')).toBe('of 27 Nov 2026');
  });

  test('what is not mined by the day is not answered by a price', () => {
    expect(say('neodymium production last week')).toContain('world production');
  });
});
