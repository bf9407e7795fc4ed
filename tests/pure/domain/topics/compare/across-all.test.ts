/** Orders and lists of commodities: from which year to which, by what, and of which; no one metal stands for many. */
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

describe('in order', () => {
  test.each([
    [
      'which base metal rose most since 2022',
      /^Copper rose most of 7 base metals from 2022 to 2025: \+12\.8 %$/,
    ],
    ['which base metal fell most between 2021 and 2023', /fell most of 7 base metals from 2021 to 2023: /],
    ['best performing base metal in 2024', /^Tin rose most of 7 base metals from 2023 to 2024: \+15\.9 %$/],
    ['worst performers among base metals 2024', /fell most of 7 base metals from 2023 to 2024: /],
    ['sort the base metals by price', /^Tin is the most expensive of 7 base metals by weight: /],
    ['rank battery metals by growth', /^Cobalt rose most of 7 battery metals from 2024 to 2025: /],
  ])('%s', (question, expected) => {
    expect(head(question)).toMatch(expected);
  });
});

describe('lists', () => {
  test.each([
    ['list of commodities', /^Ask me about any of these commodities:/],
    ['which minerals do you have', /^Ask me about any of these commodities:/],
    ['what battery metals do you have', /^Battery metals, price of 7, newest of each$/],
  ])('%s', (question, expected) => {
    expect(head(question)).toMatch(expected);
  });
});

test.each([
  'biggest movers base metals june 2026',
  'which commodities have no US production',
  'which metals does Peru not mine',
])('no figure of one metal stands for many: %s', (question) => {
  expect(given(question).outcome).not.toBe('answer');
});

describe('what an answer does not have is said', () => {
  test.each([
    ['Philippines nickel output 2020 vs 2025', 'No figure for 2020.'],
    [
      'how did chinas rare earth output change since 2020',
      'Rare earths production in China: 140,000 t in 2020, 270,000 t in 2025',
    ],
    ['refined copper production of Chile', 'Copper, refinery production, Chile, 2025'],
    ['zinc volatility', 'I have no volatility of zinc'],
    ['gold price volatility 2025', 'I have no volatility of gold'],
  ])('%s', (question, expected) => {
    expect(answer(question)).toContain(expected);
  });
});
