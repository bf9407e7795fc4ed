/** Ordinary English words that look like a commodity's name, and matters of whoever asks: none of them is one of ours. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';

const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-11-23T12:00:00');
const asked = (text: string) => ask(text, catalog, { now });

describe('an ordinary word is no slip of a commodity', () => {
  test.each([
    'tell me about your pets',
    'who stole my pears',
    'the arson of 2023',
    'is estrogen cheap',
    'a billion in 2024',
    'liberals in 2024',
    'what is a milestone',
  ])('%s', (text) => {
    const { question, outcome } = asked(text);
    expect(question.metals).toEqual([]);
    expect(question.repairs).toEqual([]);
    expect(outcome).not.toBe('answer');
  });

  test('beside a metric it may be one, and is said', () => {
    const { question } = asked('leed and cooper prices 2024');
    expect(question.repairs).toContainEqual({ from: 'cooper', to: 'copper' });
    expect(question.metals).toContain('copper');
  });

  test.each([
    ['dysprosum price 2024', 'dysprosium'],
    ['terbim in 2023', 'terbium'],
    ['coblat production 2024', 'cobalt'],
  ])('what is no word is mended: %s', (text, metal) => {
    expect(asked(text).question.metals).toEqual([metal]);
  });

  test('a word that is made of a country is it', () => {
    expect(asked('bolivian tin production 2024').question.countries).toEqual(['Bolivia']);
  });
});

describe('no symbol where a sentence has a word', () => {
  test.each(['How do I do it?', 'How am I doing', 'how is he doing these days', 'what did I do'])(
    '%s',
    (text) => {
      expect(asked(text).question.metals).toEqual([]);
    },
  );
  test('a name is asked about so', () => {
    expect(asked('how is tin doing').question).toMatchObject({ metals: ['tin'], metrics: ['price'] });
  });
});

describe('a matter of whoever asks is not answered at once', () => {
  test.each([
    'how can i get travel insurance',
    'my loan was refused, what do i do',
    'I need to verify my identity',
    'how do I connect my headphones to the laptop',
    'you were such a great help',
    'i appreciate all your help',
    'what are you made from',
    'does germany require proof of vaccination',
    'I have checked the account number twice and it is right',
    'I was charged £3 and never bought anything there',
  ])('%s', (text) => {
    expect(asked(text).outcome).not.toBe('answer');
  });
  test.each([
    'how do i get api access',
    'can i trace where a batch of neodymium was mined',
    'what insurance is there for a mine',
    'how can you help me',
  ])('of ours it is: %s', (text) => {
    expect(asked(text).outcome).toBe('answer');
  });
});
