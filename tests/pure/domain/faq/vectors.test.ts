import { describe, expect, test } from 'vitest';
import { createMember, measureLikeness } from '#src/domain/faq/matching/likeness.ts';
import { vectorise } from '#src/domain/faq/matching/vectorise.ts';
import { buildVocabulary } from '#src/domain/faq/matching/vocabulary.ts';
import { splitWords } from '#src/domain/faq/matching/words/words.ts';

const TEXTS = [
  'what is the price of neodymium',
  'is the price of it what it is',
  'who mines neodymium, and who mines it most',
  'price price price',
  'most',
].map((text, entry) => ({ entry, words: splitWords(text) }));
const { vocabulary, vectors } = buildVocabulary(TEXTS, { entryCount: TEXTS.length, limit: 1000 });

describe('vectors', () => {
  test('a phrasing read by the indices of its pairs is the one that was learned by their words', () => {
    for (const [at, { words }] of TEXTS.entries()) {
      expect(vectorise(words, vocabulary)).toEqual(vectors[at]);
      expect(vectors[at]!.features.length).toBeGreaterThan(2);
    }
  });

  test('a pair in another order is known where the order tells nothing, and unknown to neighbours', () => {
    const written = [...vocabulary.indices.keys()];
    const known = (text: string) =>
      [...vectorise(splitWords(text), vocabulary).features].map((index) => written[index]);
    expect(known('neodymium price')).toContain('&neodymium price');
    expect(known('neodymium price')).not.toContain('>neodymium price');
    expect(known('mines neodymium')).toContain('>mine neodymium');
  });

  test('phrasings that are compared side by side are as like as each by itself', () => {
    const counted = vocabulary.indices.size;
    const size = counted + 3;
    // With a direction of three dimensions each.
    const directed = vectors.map(({ features, values }, at) => ({
      features: Int32Array.from([...features, counted, counted + 1, counted + 2]),
      values: Float32Array.from([...values, 0.1 * at, -0.3, 0.7 - 0.2 * at]),
    }));
    const spread = new Float32Array(size);
    const { features, values } = directed[0]!;
    for (const [slot, feature] of features.entries()) spread[feature] = values[slot]!;
    const together = measureLikeness(spread, createMember(directed, counted, size), counted);
    const each = directed.map((vector) =>
      measureLikeness(spread, createMember([vector], counted, size), counted),
    );
    expect(together.nearest).toBe(Math.max(...each.map(({ nearest }) => nearest)));
    expect(together.sum).toBe(each.reduce((sum, one) => sum + one.sum, 0));
    expect(new Set(each.map(({ nearest }) => nearest)).size).toBe(TEXTS.length);
  });
});
