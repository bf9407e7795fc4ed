/** Continents and blocs: the sum over their countries that a source lists, and none where no source counts by country. */
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
const LISTED = ', as far as the source lists countries';

describe('what its countries come to', () => {
  test.each([
    [
      'how much copper does South America mine',
      `Copper, production, South America, 2025: 8,000 kt (estimate)${LISTED}`,
    ],
    ['african copper output 2024', `Copper, production, Africa, 2024: 3,813 kt${LISTED}`],
    ['EU copper output', `Copper, production, the European Union, 2025: 410 kt (estimate)${LISTED}`],
    [
      'latin american lithium reserves',
      `Lithium, reserves, Latin America, USGS MCS 2026: 14,140,000 t${LISTED}`,
    ],
    [
      'nickel production in Asia outside Indonesia',
      `Nickel, production, Asia without Indonesia, 2025: 390,000 t (estimate)${LISTED}`,
    ],
    [
      'gold production in Africa and South America',
      `Gold, production, 2025: Africa 240 t; South America 190 t (estimate)${LISTED}`,
    ],
    [
      'did african copper production rise',
      `Copper, production, Africa, 2024 to 2025: 3,813 kt in 2024; 4,140 kt in 2025 (estimate)${LISTED}`,
    ],
    // In 2021 to 2023 the United States alone are listed: no sum of North America.
    [
      'north american potash output since 2020',
      `Potash, production, North America, 2024 to 2025: 14,810 kt in 2024; 15,500 kt in 2025 (estimate)${LISTED}`,
    ],
    [
      'which african country mines the most gold',
      'Gold, mine production, 2025: Ghana leads, 150 t (estimate)',
    ],
    [
      'how many african countries mine gold',
      'Gold, mine production, 2025: 2 countries are listed; Ghana leads, 150 t (estimate)',
    ],
    ['silver output of Central America', 'I have no production of silver of any country in Central America.'],
  ])('%s', (question, expected) => {
    expect(head(question)).toBe(expected);
  });

  test('each of them is named, and its part of the world’s is told', () => {
    const told = answer('copper production in Africa');
    expect(told).toMatch(/That is 18 % of the world total/);
    expect(told).toMatch(/Congo \(Kinshasa\) +3,200 kt/);
    expect(told).toMatch(/what it puts together as “Other” is not in it/);
  });
});

test.each([
  'neodymium demand in Europe',
  'copper price in Africa',
  'tungsten imports from Asia',
  'EU critical minerals',
  'african elephants 2024',
])('no source has that by region: %s', (question) => {
  expect(given(question).outcome).not.toBe('answer');
});
