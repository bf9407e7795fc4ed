/** What only looks like a question for a figure: figures are offered or refused, never given. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';
import { checkAll } from './understanding.ts';

const catalog = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });
const answer = (text: string) => ask(text, catalog, { now: new Date('2026-11-23T12:00:00') });

describe('a remark asks for nothing', () => {
  test.each([
    'price is too high',
    'the price is right 2024',
    'nd is way too expensive',
    'neodymium price is high in 2024',
    'price far too high',
    'your hourly rate',
    'my rate 2024',
    'our fee',
    '$$$',
    '€ € €',
    'magnet for my fridge price',
    'rate my presentation',
    'please rate our service 2024',
    'lol /nd is broken',
    'see /nd 2024 in the thread',
  ])('%s', (text) => {
    expect(answer(text).outcome).not.toBe('answer');
    expect(renderPlainText(answer(text))).not.toMatch(/\$\d|\d ?%/u);
  });
});

describe('a question that speaks of the same is answered', () => {
  test.each([
    ['is the price too high?', '$115 to $140/kg'],
    ['whats your price for 2024', '$125/kg'],
    ['how expensive was it in 2023', '$110/kg'],
    ['price of magnet metal 2024', '$125/kg'],
    ['highest price', '$125/kg'],
    ['/nd price 2024', '$125/kg'],
    ['price 2024 /kg', '$125/kg'],
    ['price /lb 2021', '$34.0'],
    ['sectors 2024', '34 %'],
    ['sector split 2024', '34 %'],
    ['biggest sector 2023', '36 %'],
  ])('%s', (text, shown) => {
    expect(renderPlainText(answer(text))).toContain(shown);
  });
});

test('a bare sector is asked back, with each of them to choose from', () => {
  const given = answer('sector 2024');
  expect(given.outcome).toBe('suggest');
  expect(given.suggestions.map(({ ask: text }) => text)).toEqual([
    'Neodymium breakdown by sector 2024',
    'Neodymium renewable energy share 2024',
    'Neodymium electronics share 2024',
  ]);
  for (const { ask: text } of given.suggestions) expect(answer(text).outcome).toBe('answer');
});

test.each(['My card is stolen. Help!', 'I lost my phone! Can you help?'])(
  '%s: no help of ours is asked for',
  (text) => {
    expect(answer(text).outcome).not.toBe('answer');
  },
);

test('help is given where it is all that is asked for', () => {
  expect(answer('Hello there. Help please').topic).toBe('help');
});

test('the name of the command alone asks for help', () => {
  expect(answer('/nd')).toMatchObject({ outcome: 'answer', topic: 'help' });
});

describe('a metric is no foreign subject', () => {
  checkAll([
    ['how much more output is needed', { reason: true }],
    ['how much more production is required', { reason: true }],
    ['output is needed', {}],
    ['production is down again', { foreign: 'production is down again' }],
  ]);

  test('how much more output is needed', () => {
    expect(answer('how much more output is needed')).toMatchObject({
      outcome: 'answer',
      faq: 'output-needed',
    });
  });
});
