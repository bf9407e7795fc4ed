/** What one country has, commodity by commodity, where no metal is named: none of them stands for all. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-11-23T12:00:00');
const given = (question: string) => ask(question, catalog, { now });
const answer = (question: string) => renderPlainText(given(question));
const head = (question: string) => answer(question).split('\n')[0];

describe('all that a country has', () => {
  test.each([
    ['what does Zambia mine', 'Zambia, production, 2025: is listed for 1 of the commodities here'],
    ['what is dug in Bolivia', /^Bolivia, production, 2025: is listed for \d+ of the commodities here$/],
    ['mineral production of Peru', /^Peru, production, 2025: is listed for \d+ of the commodities here$/],
    ['what minerals come from Jamaica', /^Jamaica, production, 2025: is listed for/],
    ['country profile of Morocco', /^Morocco, production, 2025: is listed for/],
    ['what did Norway produce in 2024', /^Norway, production, 2024: is listed for/],
    ['which base metals does Peru mine', 'Peru, production, 2025: is listed for 4 of the base metals here'],
    [
      'which minerals does Chile lead in',
      /^Chile, production, 2025: has the most of 3 of the commodities here$/,
    ],
    [
      'which critical minerals are mostly mined in South Africa',
      /^South Africa, production, 2025: has more than half of/,
    ],
    ['what reserves does Jamaica hold', /^Jamaica, reserves, newest edition: is listed for/],
    [
      'what does the US import from Jamaica',
      /^US imports 2021 to 2024 from Jamaica: named for \d+ of the commodities here$/,
    ],
    [
      'which country produces the most minerals',
      'China has the largest output of 35 of 76 commodities here, 2025.',
    ],
    ['who dominates the base metals', 'China has the largest output of 5 of 7 base metals here, 2025.'],
  ])('%s', (question, expected) => {
    expect(head(question)).toMatch(expected);
  });
});

test('each with its part of the world’s and its place', () => {
  expect(answer('what does Chile produce')).toMatch(/Copper +5,300 kt \(estimate\) +2025 +about 23 % +1\n/);
  expect(answer('what does the DRC produce')).toMatch(/Copper +3,200 kt \(estimate\) +2025 +about 14 % +2\n/);
  // Of the world’s reserves it is only known that they are more than that.
  expect(answer('what mineral resources does Greenland have')).toMatch(
    /Rare earths +1,500,000 t +2026 +less than 2 %/,
  );
});

test('a country that no source lists is said to be none of theirs', () => {
  expect(given('what minerals does Luxembourg mine').outcome).toBe('none');
});

test.each([
  ['how much does China produce', /^Rare earths, production, China/],
  ['what is China’s production', /^Rare earths, production, China/],
  ['what does Chile produce of copper', /^Copper, production, Chile/],
  ['which companies mine in Peru', /companies/],
  ['what does China export', /^(?!China, production)/],
])('%s is no profile', (question, expected) => {
  expect(head(question)).toMatch(expected);
});
