/** What a sector counts in: its share stands in where a share or tonnes are asked for, and says so. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';
import { checkAll } from './understanding.ts';

const catalog = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });
const answer = (text: string, previous?: Question) =>
  ask(text, catalog, { now: new Date('2026-11-23T12:00:00'), previous });

const wind: Partial<Question> = { sectors: ['renewable-energy'], parts: ['wind power'] };

describe('a part names its sector', () => {
  checkAll([
    ['wind share', wind],
    ['how many tonnes went into wind in 2024', { ...wind, metrics: ['demand'], years: [2024] }],
    ['how much of demand is wind turbines', wind],
    ['evs share of demand 2025', { sectors: ['renewable-energy'], parts: ['electric vehicles'] }],
    ['neodymium demand for electric cars 2024', { metrics: ['demand'], parts: ['electric vehicles'] }],
    ['renewables share 2024', { sectors: ['renewable-energy'], parts: [] }],
  ]);
});

describe('the word speaks of something else', () => {
  checkAll([
    ['demand for electric cars in 2024', { sectors: [], foreign: 'electric cars' }],
    ['EV market share 2024', { sectors: [], foreign: 'EV' }],
    ['electric car production 2023', { sectors: [], foreign: 'electric car' }],
    ['how many wind turbines were built in 2023', { sectors: [], foreign: 'wind turbines' }],
    ['wind and solar share 2024', { foreign: 'solar' }],
    ['wind power share of electricity 2024', { foreign: 'electricity' }],
    ['do expensive magnets make wind turbines more expensive', { sectors: [], parts: [] }],
  ]);
});

test('the answer gives the sector, and says that the part has no figure', () => {
  const given = answer('how many tonnes went into wind in 2024');
  const text = renderPlainText(given);
  expect(text).toMatch(/^Neodymium, 2024: Renewable energy 34 %/u);
  expect(text).toContain('about 19,300 t for renewable energy');
  expect(text).toContain('none for wind power alone');
  const next = renderPlainText(answer('and 2022?', given.question));
  expect(next).toContain('27 %');
  expect(next).toContain('none for wind power alone');
});
