import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_QUERY_LENGTH, splitWords } from '#src/domain/faq/matching/words/words.ts';
import { anyCharacter } from '../../../any-character.ts';

test.each([
  ['What’s the price?', ['what', 'is', 'the', 'price']],
  ["I don't know, can’t & won't", ['i', 'do', 'not', 'know', 'can', 'not', 'will', 'not']],
  ['dont cant whats', ['do', 'not', 'can', 'not', 'what', 'is']],
  ["USGS's table; it's Tesla’s", ['usgs', 'table', 'it', 'is', 'tesla']],
  ['Ökonomie à la carte, Nd₂O₃', ['okonomie', 'a', 'la', 'carte', 'nd2o3']],
  ['ＰＲＩＣＥ ２０２５', ['price', '2025']],
  ['钕价格 हिन्दी', ['钕价格', 'हिन्दी']],
  ['?! … —', []],
  ['', []],
])('splits %j', (text, words) => {
  expect(splitWords(text)).toEqual(words);
});

test('reads a message up to its cap', () => {
  expect(splitWords(`${'a '.repeat(MAX_QUERY_LENGTH)}end`)).not.toContain('end');
});

test('words of any text are words: lower case, without space, and split alike again', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), (text) => {
      for (const word of splitWords(text)) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
    }),
  );
});
