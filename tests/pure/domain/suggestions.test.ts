/** Whatever an answer offers to ask next has an answer itself, looks like nothing else beside it, and can be typed. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { renderPlainText } from '#src/presentation/plain-text.ts';

const catalog = await loadCatalog({ dataDir: 'data', faqDir: 'faq', defaultMetal: 'neodymium' });
const now = new Date('2026-11-30T12:00:00');
const answer = (text: string) => ask(text, catalog, { now });

/** Of each metal, whether there is an answer or not. */
const OF_A_METAL =
  `price; price 2021; price 2019; price 2030; price history; highest price; production 2023; reserves;
  supply 2024; renewables share; cost of 3 kg in 2030; 5 kg; price change; tell me about; price in EUR; usgs price; report price; volatility;
  which companies make; what is; versus terbium; and cerium price 2023; forecast; price change 2010 to 2030; chart of; why did it rise;
  price per tonne 2024; how much does $10,000 buy; production in China; production in Germany; electronics share 2019; supply status 2033`
    .split(';')
    .flatMap((words) => catalog.metals.map(({ name }) => `${name} ${words.trim()}`));
const TYPED = ['dev', 'voices'].flatMap((set) =>
  readFileSync(`tests/pure/questions/${set}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): { readonly q: string } => JSON.parse(line))
    .map(({ q }) => q),
);
const OTHERS = [
  'neodymium and terbium price 2023',
  'will house prices fall',
  'set an alert',
  'how much neodymium in a motor',
  'volatility',
];

describe('what is offered', () => {
  const given = [...OF_A_METAL, ...TYPED, ...OTHERS].map((text) => ({ text, answer: answer(text) }));
  const offered = given.flatMap(({ text, answer: { suggestions } }) =>
    suggestions.map((suggestion) => ({ text, ...suggestion })),
  );
  const different = [...new Map(offered.map((one) => [one.ask, one])).values()];

  test('is answered when it is pressed, by the entry that it names', () => {
    expect(different.length).toBeGreaterThan(60);
    const dead = different.filter(({ ask: asked, faq }) => {
      const next = answer(asked);
      return next.outcome !== 'answer' || (faq !== undefined && next.faq !== faq);
    });
    expect(dead).toEqual([]);
  });

  test('never looks like another choice beside it', () => {
    const alike = given.filter(({ answer: { suggestions } }) => {
      return new Set(suggestions.map(({ label }) => label)).size < suggestions.length;
    });
    expect(alike.map(({ text }) => text)).toEqual([]);
  });

  test('is listed in a terminal as what can be typed', () => {
    const shown = renderPlainText(answer('neodymium price 2023'));
    expect(shown).toContain('  - Neodymium price history');
  });
});
