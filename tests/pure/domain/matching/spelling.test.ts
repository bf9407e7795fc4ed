import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSpeller } from '#src/domain/faq/matching/spelling.ts';
import { countEdits } from '#src/domain/reading/edits/edits.ts';

const speller = createSpeller(
  [
    ['what', 'is', 'the', 'price', 'of', 'neodymium'],
    ['the', 'price', 'of', 'magnets'],
    ['my', 'card', 'has', 'not', 'come'],
    ['who', 'made', 'the', 'cart'],
  ],
  new Set(['purchase']),
  (word) => word === 'princes',
);
const repair = (text: string): string => speller.repair(text.split(' ')).flat().join(' ');

test.each([
  ['teh pirce of neodimyum', 'the price of neodymium'],
  ['magnts', 'magnets'],
  ['purchse', 'purchase'],
  ['theprice', 'the price'],
  ['thexprice', 'the price'],
  ['my carx has', 'my card has'],
  ['the carx', 'the cart'],
])('repairs "%s"', (typed, meant) => {
  expect(repair(typed)).toBe(meant);
});

test.each(['price', 'princes', 'zzzzzz', 'of', '2025', 'nd2', 'x'.repeat(500), ''])(
  'leaves "%s" alone',
  (word) => {
    expect(repair(word)).toBe(word);
  },
);

describe('the count of edits', () => {
  test.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abc', 'ab', 1],
    ['abc', 'abcd', 1],
    ['abc', 'axc', 1],
    ['kitten', 'sitting', 3],
  ])('of %s and %s is %d', (one, other, edits) => {
    expect(countEdits(one, other)).toBe(edits);
  });

  test('is the same both ways, 0 only for equals, and never more than the longer word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const edits = countEdits(one, other);
        expect(edits).toBe(countEdits(other, one));
        expect(edits === 0).toBe(one === other);
        expect(edits).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });
});

test('any word of the phrasings with one slip comes back', () => {
  const words = ['neodymium', 'dysprosium', 'recycling', 'geopolitics', 'traceability'];
  const own = createSpeller([words], new Set(), () => false);
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.nat(7), (word, at) => {
      const dropped = word.slice(0, at) + word.slice(at + 1);
      expect(own.repair([dropped])).toEqual([[word]]);
    }),
  );
});
