/** The figure that is asked for, at its time, its place, its stage and in its money; where there is none, another only by its name. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-11-23T12:00:00');
const told = (question: string) => renderPlainText(ask(question, catalog, { now }));

test.each([
  [
    'world consumption of copper',
    /^No source here has consumption of copper for the world\. Copper, consumption, United States, 2025: 1,700 kt/,
  ],
  [
    'global demand for cobalt',
    /^No source here has consumption of cobalt for the world\. .*United States, 2025: 8,000 t/,
  ],
  ['world demand for lithium', /^No source here has consumption of lithium for the world\. .*withheld/],
  ['world stocks of copper', /^No source here has stocks of copper for the world\. /],
  ['tin consumption', /^Tin, consumption, United States, 2025: 43,000 t/],
])('what is told of the United States alone is not passed for the world’s: %s', (question, expected) => {
  expect(told(question)).toMatch(expected);
});

test.each([
  ['south american lithium output total', 'Lithium, production, South America'],
  ['south american copper reserves', 'Copper, reserves, South America'],
  ['north american zinc production', 'Zinc, production, North America'],
  ['european magnesium production', 'Magnesium, production, Europe'],
])('no country and no world stands for a continent: %s', (question, place) => {
  expect(told(question)).toContain(`${place}, `);
});

test.each([
  ['north american lead price 2024', /^Lead metal, North America, 2024: /],
  ['european magnesium price 2022', /^Magnesium metal, European free market, 2022: /],
  ['american copper production', /United States/],
])('but a market is one: %s', (question, expected) => {
  expect(told(question)).toMatch(expected);
});

test.each([
  [
    'lead refinery production China',
    /no refined production of lead in China\.\nIts mine production, 2025: 1,900 kt/,
  ],
  [
    'copper mine vs refinery production chile',
    /production, Chile, 2025: 5,300 kt[^]*Its refinery production, 2025: 1,700 kt/,
  ],
  ['zinc smelter production china', /This is mine production: the sources have none of smelters here/],
])('another stage is told by its name, and nothing is denied that there is: %s', (question, expected) => {
  expect(told(question)).toMatch(expected);
});

test.each([
  [
    'what was the lowest gold price in 2024?',
    /^Gold metal, lowest price Jan 2024 to Dec 2024: \$2,023\/troy oz in Feb 2024/,
  ],
  [
    'highest copper price in 2025',
    /^Copper metal, LME, highest price Jan 2025 to Dec 2025: \$11,785\/t in Dec 2025/,
  ],
])('the outermost of one year is of its months: %s', (question, expected) => {
  expect(told(question)).toMatch(expected);
});

test('“high” without a noun is no grade', () => {
  expect(told('copper high and low in 2025')).not.toContain('high grade');
  expect(told('high grade copper price 2025')).toContain('high grade');
});

test.each([
  [
    'aluminium price in Q4 2025 compared to Q4 2024',
    /From the average of Q4 2024 to the average of Q4 2025: \+10 %/,
  ],
  ['copper price june 2026 vs june 2025', /From Jun 2025 to Jun 2026: \+37\.8 %/],
])('a change goes from the earlier time to the later: %s', (question, expected) => {
  expect(told(question)).toMatch(expected);
});

describe('pounds', () => {
  test.each([
    [
      'gold and silver price in pounds 2024',
      ['Gold metal, 2024: £1,868.79/troy oz', 'Silver metal, 2024: £22.15/troy oz'],
    ],
    ['price of aluminium in pounds per tonne', ['Aluminium metal, Jun 2026: £2,578.22/t']],
    ['price of a tonne of potash in 2024 in pounds', ['2024: £230.94']],
  ])('are money beside another mass, and of what is sold by the ounce: %s', (question, expected) => {
    const text = told(question);
    for (const one of expected) expect(text).toContain(one);
  });

  test.each(['copper production in pounds', 'price per pound of copper in dollars'])(
    'are a mass: %s',
    (question) => {
      expect(told(question)).not.toContain('£');
    },
  );
});

test.each([
  ['did copper go up in 2026?', /^Yes. Copper metal[^\n]*Jan 2026 to Jun 2026/],
  ['is gold up this year?', /^No. Gold metal[^\n]*Jan 2026 to Jun 2026/],
])('how it moved in a year that has months alone is told of these: %s', (question, expected) => {
  expect(told(question)).toMatch(expected);
});

test.each([
  ['rare earth production in 1990', /^Rare earths, world production, 1990: 52,900 t/],
  ['price of lithium in 2000', /^Lithium, apparent consumption, unit value, 2000: \$4,470\/t/],
  ['lithium world production 1990', /^I have no world production of lithium for 1990/],
  ['price of lithium in 2023', /^Lithium, carbonate, battery grade, 2023: \$39,000\/t/],
])('years before the usual table are told from the source’s history: %s', (question, expected) => {
  expect(told(question)).toMatch(expected);
});
