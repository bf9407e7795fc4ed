/** Times that are counted from the month, quarter or half under discussion; and what is done with several months. */
import { describe } from 'vitest';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { after as afterIn } from './conversation.ts';

const catalog = await loadCatalog(readDataOptions({}));
const after = (messages: readonly string[], phrasings: readonly string[], wanted: RegExp) => {
  afterIn(messages, phrasings, wanted, catalog);
};

describe('a month, or a quarter, counted from the one under discussion', () => {
  after(
    ['zinc price june 2022'],
    [
      'and a month later',
      'the month after?',
      'one month after that',
      'and the following month',
      'next month?',
    ],
    /Zinc metal, Jul 2022/,
  );
  after(['zinc price june 2022'], ['two months earlier', 'and 2 months before'], /Zinc metal, Apr 2022/);
  after(
    ['zinc price june 2022'],
    [
      'same month 2021',
      'the same month of 2021',
      'same month a year before',
      'the same month one year earlier?',
      'and in the same month in 2021',
      'a year earlier',
    ],
    /Zinc metal, Jun 2021/,
  );
  after(['zinc price june 2022', 'copper in 2020'], ['and zinc in june 2022'], /Zinc metal, Jun 2022/);
  after(
    ['zinc price june 2022'],
    ['august?', 'and in august', 'august too', 'how about august then'],
    /Aug 2022/,
  );
  after(['zinc price 2022'], ['in august?', 'and august'], /Aug 2022/);
  after(['zinc q1 2022'], ['second quarter', 'and q2?', 'the following quarter', 'next quarter'], /Q2 2022/);
  after(['zinc q1 2022'], ['same quarter of 2021', 'the same quarter a year before'], /Q1 2021/);
  after(['zinc jan 2022 to june 2022'], ['and the second half'], /H2 2022/);
  after(['zinc q1 2022'], ['and the whole year', 'over the full year?', 'that year as a whole'], /2022: \$/);
});

describe('the month stays', () => {
  after(
    ['zinc price june 2022'],
    ['and copper', 'copper for the same month', 'copper that month'],
    /Copper metal, Jun 2022/,
  );
  after(['zinc price june 2022'], ['per lb', 'in $/lb please'], /Zinc metal, Jun 2022: \$1\.\d+\/lb/);
  after(['zinc price june 2022', 'per lb'], ['in euro'], /Zinc metal, Jun 2022: €1\.\d+\/lb/);
});

describe('months that were spoken of', () => {
  const two = ['zinc price june 2022', 'june 2023'];
  after(two, ['how much did it fall', 'in percent?', 'by how many percent'], /Jun 2022 to Jun 2023: -/);
  after(two, ['difference', 'compare them', 'difference between the two'], /Jun 2023: .*; Jun 2022: /);
  after(two, ['which was cheaper', 'which of them is lower?'], /Lowest in Jun 2023: /);
  after(
    [...two, 'and june 2021'],
    ['average of the three', 'average of these'],
    /Average of these: .*Jun 2022.*Jun 2021/,
  );
  after([...two, 'and june 2021'], ['which was highest of the three'], /Highest in Jun 2022: /);
  after([...two, 'which was cheaper'], ['by how much'], /Jun 2022 to Jun 2023: -/);
  after(two, ['and compared to june 2021', 'vs june 2021'], /Jun 2023: .*; Jun 2021: /);
  after([...two, 'how much did it fall'], ['what about copper in may 2022'], /Copper metal, May 2022/);
});

describe('the year beside the one that was told', () => {
  after(
    ['zinc price 2019'],
    ['next year', 'and the following year?', 'the next one'],
    /Zinc metal, LME, 2020: /,
  );
  after(['zinc price 2019'], ['the previous year', 'and the preceding one'], /Zinc metal, LME, 2018: /);
  after(['zinc price'], ['next year'], /no price of zinc for 20\d\d/);
});
