/** What a source counts form by form, how it changed, whose it is, and commodities in order of their price. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-11-23T12:00:00');
const answer = (question: string) => ask(question, catalog, { now });
const say = (question: string) => renderPlainText(answer(question));

describe('of several forms the total or the largest leads, and the others are told', () => {
  test.each([
    ['us nickel imports 2024', /2024: 105,000 t[^]*secondary, 40,000 t; ores and concentrates, 12 t/],
    ['steel imports 2024', /2024: 26\.2 million t[^]*Total[^]*finished, 20\.4/],
    ['tungsten ore imports 2024', /2024: 1,550 t/],
    ['germanium dioxide import srcs', /Belgium 57 %, Canada 37 %/],
  ])('%s', (question, expected) => {
    expect(say(question)).toMatch(expected);
  });
});

describe('trade and consumption', () => {
  test.each([
    ['how did us gold imports change', /^Gold imports of the United States, 2021 to 2025: \+66\.7 %/],
    [
      'did us lithium imports rise in 2024',
      /^No\. Lithium imports of the United States, 2023 to 2024: -10\.9 %/,
    ],
    ['copper consumption 2024', /^Copper, consumption, United States, 2024: 1,580 kt[^]*1,860 kt/],
    ['zinc consumption', /^Zinc, consumption, United States, 2025: 820 kt/],
    ['how much lithium does the us use', /^Lithium, consumption, United States, 2025: withheld/],
    ['who supplies the states with scandium', /by source: Japan 89 %, China 11 %/],
    ['NIR titanium sponge 2024', /US net import reliance, 2024: more than 95 %/],
    ['how much of tellurium is for solar cells?', /solar cells: 60 % of the world/],
    ['bauxite R/P, years', /about 66 years of output/],
    ['sulfur price chg 2022-23 %', /2022 to 2023: -66\.9 %/],
  ])('%s', (question, expected) => {
    expect(say(question)).toMatch(expected);
  });

  test.each([
    ['who consumes the most copper', 'by country'],
    ['biggest importer of copper', 'no trade by country of copper'],
    ['who is the biggest exporter of lithium', 'no trade by country of lithium'],
    ['which country buys the most tin', 'no trade by country of tin'],
    ['biggest user of lithium', 'no consumption by country of lithium'],
    ['chinese copper consumption', 'for China'],
  ])('what is known of one country alone is said of no other: %s', (question, whose) => {
    expect(answer(question).outcome).toBe('none');
    expect(say(question)).toContain(whose);
    expect(say(question)).toContain('The source has it for the United States alone.');
  });

  test('a capacity against an output is two figures of one thing', () => {
    expect(say('smelter capacity vs output aluminum')).toMatch(
      /capacity, world, 2025: 79,700 kt[^]*production, 2025: 74,000 kt/,
    );
  });
});

describe('commodities in order', () => {
  test.each([
    [
      'is platinum the most expensive metal',
      /^No\. Platinum is number 6[^]*Rhodium is the most expensive, at \$186,500\/kg/,
    ],
    ['is rhodium the most expensive metal', /^Yes\. Rhodium is the most expensive of/],
    ['is terbium the most expensive rare earth', /^Yes\. Terbium is the most expensive of 17 rare earths/],
    ['what is the second most expensive metal', /^Iridium is number 2/],
    [
      'compare nd, pr, dy and tb',
      /Neodymium \$73\/kg.*Praseodymium \$74\/kg.*Dysprosium \$239\/kg.*Terbium \$1,010\/kg/,
    ],
    ['compare co, ni and li prices', /Cobalt .*Nickel .*Lithium /],
  ])('%s', (question, expected) => {
    expect(say(question)).toMatch(expected);
  });
});

test.each([
  ["fuller's earth price", /^Clays, fuller’s earth, 2025: \$88\/t/],
  [
    'price of no. 1 heavy melting scrap',
    /^Iron and steel scrap, No\. 1 heavy melting composite, 2025: \$319\/t/,
  ],
])('what a source prices is called as it is there: %s', (question, expected) => {
  expect(say(question)).toMatch(expected);
});

describe('the place of a country that is named', () => {
  test.each([
    ['where does Peru rank in silver mining, 2024?', /2024: Peru is number 2, 3,510 t/],
    ['what rank is canada for potash 2024', /2024: Canada leads, 14,400 kt/],
    ['is zambia a top 5 copper producer', /Zambia is number 7, 940 kt/],
    ['what is Chile’s rank in lithium reserves', /Chile leads, 9,200,000 t/],
    ['top producers of tin currently', /2025: China leads, 71,000 t/],
    [
      'where does germany rank in tungsten mining',
      /Germany is not among the countries that the source lists/,
    ],
  ])('%s', (question, expected) => {
    expect(say(question)).toMatch(expected);
  });
});

describe('what stands in two columns, is priced by months or counted in one country', () => {
  test.each([
    ['mica import reliance', /^Mica, scrap and flake, US net import reliance, 2025: 34 %[^]*\nSheet: 100 %/],
    ['mica sheet import reliance 2023', /^Mica, US net import reliance, 2023: 100 %/],
    ['thermal coal june 2026', /^Coal, Jun 2026: \$138\.50\/t/],
    ['DAP fertilizer price april 2022', /^Diammonium phosphate compound, Apr 2022: \$954\/t/],
    ['steel price 2024', /1982 = 100, 2024: 291 index/],
    ['no 1 heavy melt price', /^Iron and steel scrap, No\. 1 heavy melting composite, 2025: \$319\/t/],
    ['ball clay production 2024', /United States, 2024: 935 kt/],
  ])('%s', (question, expected) => {
    expect(say(question)).toMatch(expected);
  });

  test('a fertiliser’s name says no terms of delivery', () => {
    expect(say('DAP price')).not.toMatch(/delivered/);
  });

  test.each(['coking coal price', 'coal plant cost', 'crude oil price', 'clean coal', 'urea in blood test'])(
    'thermal coal and fertilisers stand for nothing else: %s',
    (question) => {
      expect(answer(question).outcome).toBe('none');
    },
  );
});

describe('what a table does not print, and which of several is meant', () => {
  test.each([
    // The table by country has 2024 and 2025, that of the United States all five years.
    ['us boron production 2023', /^Boron, production, United States, 2023: withheld by the USGS/],
    ['salt us production 2024', /^Salt, production, United States, 2024: 40,400 kt/],
    ['rare earth exports us 2024', /^Rare earths, exports, United States, 2024: 37,500 t/],
    // The price of 50 % ends in 2021.
    ['ferrosilicon price', /^Silicon, ferrosilicon, 75 %, silicon content, 2025: \$1\.40\/lb/],
    ['who are the leading feldspar miners these days', /2025: India leads, 6,000 kt/],
    ['smallest producer of tin', /2025: Laos has the least, 1,800 t/],
  ])('%s', (question, expected) => {
    expect(say(question)).toMatch(expected);
  });
});
