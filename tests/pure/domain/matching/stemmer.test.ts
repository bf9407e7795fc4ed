import { expect, test } from 'vitest';
import { stem } from '#src/domain/faq/matching/stemmer.ts';

// From the paper's own examples, and words of the trade.
test.each([
  ['caresses', 'caress'],
  ['ponies', 'poni'],
  ['agreed', 'agre'],
  ['feed', 'feed'],
  ['plastered', 'plaster'],
  ['bled', 'bled'],
  ['motoring', 'motor'],
  ['sing', 'sing'],
  ['conflated', 'conflat'],
  ['hopping', 'hop'],
  ['falling', 'fall'],
  ['filing', 'file'],
  ['happy', 'happi'],
  ['sky', 'sky'],
  ['relational', 'relat'],
  ['vietnamization', 'vietnam'],
  ['triplicate', 'triplic'],
  ['hopefulness', 'hope'],
  ['replacement', 'replac'],
  ['adoption', 'adopt'],
  ['controlling', 'control'],
  ['buying', 'buy'],
  ['yttrium', 'yttrium'],
])('%s becomes %s', (word, expected) => {
  expect(stem(word)).toBe(expected);
});

test.each([
  ['price', 'prices', 'pricing', 'priced'],
  ['mine', 'mines', 'mining', 'mined'],
  ['volatile', 'volatility'],
  ['recycle', 'recycled', 'recycling'],
])('brings together %s and its forms', (...words) => {
  expect(new Set(words.map(stem)).size).toBe(1);
});

test.each(['nd', '2025', 'nd2o3', 'цена', '价格', 'a'.repeat(40)])('leaves %s alone', (word) => {
  expect(stem(word)).toBe(word);
});
