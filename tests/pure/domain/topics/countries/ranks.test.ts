/** Places in an order of countries, and what is left when countries are left out. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-11-23T12:00:00');
const answer = (question: string) => ask(question, catalog, { now });
const head = (question: string) => renderPlainText(answer(question)).split('\n')[0];

describe('the country at a place is told of first', () => {
  test.each([
    ['who is number two in cobalt', /Indonesia is number 2, 44,000 t/],
    ['#2 in gold', /Russia is number 2, 310 t/],
    ['no. 2 tungsten producer', /Vietnam is number 2, 3,000 t/],
    ["who's the runner-up in lithium mining?", /China is number 2, 62,000 t/],
    ['what country ranks 3rd in nickel output', /Russia is number 3, 200,000 t/],
    ['second-largest reserves of lithium', /reserves.*Australia is number 2, 8,400,000 t/],
    ['fifth largest zinc miner', /Mexico is number 5, 780 kt/],
    ['second largest source of us potash imports', /US imports .*number 2: Russia 12 %/],
    ['top 5 nickel makers', /Indonesia leads, 2,600,000 t/],
    ['who is no 1 in strontium', /Iran leads, 250,000 t/],
  ])('%s', (question, expected) => {
    expect(head(question)).toMatch(expected);
  });

  test('two that are printed alike are said to be', () => {
    expect(renderPlainText(answer('third biggest supplier of graphite to the US'))).toMatch(
      /number 3: Canada 13 %, Mozambique 13 %\nAs printed, they are level\./,
    );
  });

  test.each([
    'second highest gold price',
    'price of the second largest gold mine',
    'gold price in the second quarter of 2025',
  ])('no country is meant: %s', (question) => {
    expect(answer(question).question.rank).toBeNull();
  });

  test('where the source has fewer, it is said', () => {
    expect(renderPlainText(answer('20th biggest antimony producer'))).toContain(
      'The source names no more than 15 countries.',
    );
  });
});

describe('countries are left out', () => {
  test.each([
    ['biggest copper producer apart from Chile', /without Chile, 2025: Congo \(Kinshasa\) leads, 3,200 kt/],
    ['largest antimony miner excluding china and russia', /without China and Russia, 2025: Tajikistan leads/],
    ['who makes the most gallium if china is excluded', /without China, 2025: Russia leads, 6,000 kg/],
    // 1,800,000 less 1,400,000; 310,000 less 230,000 of 310,000.
    ['graphite production outside China', /production outside China, 2025: 400,000 t/],
    ['non-chinese rare earth production', /outside China, 2025: 120,000 t/],
    ['share of cobalt mined outside congo', /share of world production outside Congo.*: about 26 %/],
    ['production of neodymium outside of china', /Rare earths, production outside China, 2025: 120,000 t/],
    ['where do our graphite imports come from apart from china', /by source: Canada 13 %/],
  ])('%s', (question, expected) => {
    expect(head(question)).toMatch(expected);
  });

  test('a total that is too coarse to take anything from is not: the others are added up', () => {
    expect(head('gallium output ex-China')).toMatch(/: 9,000 kg, as far as the source lists it/);
  });

  test.each([
    'copper price outside china',
    'gallium price ex-China',
    'how did tungsten output outside China change',
  ])('what is known of no country, or not over time, is not answered with theirs: %s', (question) => {
    expect(answer(question).outcome).toBe('none');
  });
});
