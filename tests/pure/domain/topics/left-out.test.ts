/** What a question names and nothing uses is said beside the figures, and a metal without data is never another's figure. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { ELEMENT_SYMBOLS } from '#src/domain/reading/words/things/elements.ts';
import { sayLeftOut } from '#src/domain/topics/left-out.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';
import { cases } from '../../../cases.ts';

const catalog = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });
const now = new Date('2026-11-30T12:00:00');
const answer = (text: string) => ask(text, catalog, { now });
const textOf = (text: string) => renderPlainText(answer(text));

describe('a part of the question that nothing used', () => {
  test.each([
    ['neodymium, copper and terbium prices 2023', ['$110/kg', '$1,298/kg', 'nothing on copper']],
    ['price of nickel, dysprosium and terbium in 2022', ['$382/kg', '$2,051/kg', 'nothing on nickel']],
    ['Nd and Er price 2023', ['$110/kg', 'nothing on erbium']],
    ['neodymium price 2024 in TRY', ['$125/kg', 'No exchange rate to TRY']],
    ['neodymium price 2024 in RUB', ['$125/kg', 'exchange rate', 'RUB']],
    ['neodymium price in week 12 of 2024', ['$125/kg', 'week 12']],
    ['price of neodymium in China 2024', ['$125/kg', 'did not use: China']],
    ['price of 99.9 % neodymium oxide 2023', ['$78/kg', 'did not use: 99.9 %']],
    ['neodymium metal price 2024', ['$125/kg', 'said to be of metal']],
    ['neodymium chloride price 2024', ['$125/kg', 'said to be of chloride']],
    ['neodymium price fob 2024', ['$125/kg', 'did not use: fob']],
    ['price 130/kg', ['did not use: 130/kg']],
    ['• price 2024 • foo bar baz • terbium 2022', ['$125/kg', '$2,051/kg', 'did not use: “foo bar baz”']],
  ])('%s', (text, shown) => {
    for (const part of shown) expect(textOf(text)).toContain(part);
  });

  test.each([
    'neodymium price 2024',
    'price of 99.5 % neodymium oxide 2023',
    'what did neodymium cost in 2022 please, my boss is waiting',
    'production in China 2024',
    'price in dollars a kilo',
    'how much did it rise from 2021 to 2025?',
  ])('nothing is said where all was used: %s', (text) => {
    expect(answer(text).outcome).toBe('answer');
    expect(textOf(text)).not.toMatch(/did not use|nothing on|exchange rate|said to be/);
  });

  test('is said once, and under an answer only', () => {
    const given = answer('price 2024');
    const twice = sayLeftOut(given, [
      { words: '30 %', kind: 'percent' },
      { words: '30 %', kind: 'number' },
    ]);
    expect(renderPlainText(twice).match(/30 %/g)).toHaveLength(1);
    const none = answer('unobtainium price');
    expect(sayLeftOut(none, [{ words: '30 %', kind: 'percent' }])).toBe(none);
  });
});

describe('elements without data', () => {
  const ours = new Set(catalog.metals.map(({ name }) => name.toLowerCase()));
  const others = [...ELEMENT_SYMBOLS].filter(([, name]) => !ours.has(name));

  test('their symbols, as typed before a price, are named in full and never get a figure', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...others.filter(([symbol]) => !/^(?:At|No|I)$/.test(symbol))),
        fc.constantFrom('2022', '2023', ''),
        ([symbol, name], year) => {
          const given = answer(`price of ${symbol} ${year}`);
          expect(given.outcome).toBe('none');
          expect(renderPlainText(given)).toContain(`nothing on ${name}`);
        },
      ),
      { numRuns: cases(60) },
    );
  });

  test.each([
    ['Er price 2023', 'erbium'],
    ['cu price 2024', 'copper'],
    ['In price 2023', 'indium'],
    ['how much is Y per kg', 'yttrium'],
    ['10 kg of Li', 'lithium'],
  ])('%s', (text, name) => {
    expect(textOf(text)).toContain(`nothing on ${name}`);
  });

  test.each([
    'in 2023 price',
    'I want price 2023',
    'No price in 2023?',
    'er how much was it in 2023',
    'As prices rose in 2023, what happened',
  ])('words stay words: %s', (text) => {
    expect(answer(text)).toMatchObject({ outcome: 'answer', metal: 'neodymium' });
  });
});

describe('another subject is not answered with a metal’s figures or reasons', () => {
  test.each([
    'will house prices fall',
    'will car prices drop',
    'what did the yen cost in 2022',
    'what did a dollar cost in 2021',
    'how much was the pound in 2023',
    'who produces the most laptop',
    'which country produces the most wind turbines',
    'does the weather affect the price',
  ])('%s', (text) => {
    expect(answer(text)).toMatchObject({ outcome: 'none', faq: null });
    expect(textOf(text)).toMatch(/^I have nothing on/);
  });

  test.each([
    ['will the neodymium price fall', 'will-price-fall'],
    ['who produces the most neodymium', 'top-producers'],
  ])('ours keep their answer: %s', (text, faq) => {
    expect(answer(text).faq).toBe(faq);
  });

  test('what only influences a price gets no price', () => {
    expect(answer('do elections affect neodymium prices').outcome).toBe('suggest');
  });
});
