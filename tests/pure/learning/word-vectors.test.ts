/** The table of word vectors: made of a source's rows, read back, and refused where it is cut short. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWordVectors } from '#src/domain/faq/matching/word-vectors.ts';
import { writeWordVectors } from '#src/learning/word-vectors.ts';
import { loadWordVectors } from '#src/platform/word-vectors.ts';

const dot = (x: Float64Array, y: Float64Array) => x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0);

const DIMENSIONS = 3;
const source = fc
  .dictionary(
    fc.stringMatching(/^[a-z]{1,8}$/),
    fc.array(
      fc.integer({ min: -40_000, max: 40_000 }).map((value) => value / 10_000),
      { minLength: DIMENSIONS, maxLength: DIMENSIONS },
    ),
    { minKeys: 1, maxKeys: 8, noNullPrototype: true },
  )
  .map((vectors) => ({ dimensions: DIMENSIONS, words: Object.keys(vectors), vectors }));

test('gives back each word’s vector, to half a step of its largest number', () => {
  fc.assert(
    fc.property(source, ({ dimensions, words, vectors }) => {
      const table = readWordVectors(
        writeWordVectors({ dimensions, words: [...words, 'x1', "it's"], vectors }),
      );
      expect(table.rowOf('x1')).toBeUndefined();
      for (const [row, word] of words.entries()) {
        expect(table.rowOf(word)).toBe(row);
        const sum = new Float64Array(dimensions);
        table.addRow(row, 1, sum);
        const wanted = vectors[word] ?? [];
        const step = Math.max(...wanted.map(Math.abs)) / 127;
        for (const [at, value] of sum.entries())
          expect(Math.abs(value - (wanted[at] ?? 0))).toBeLessThanOrEqual(step * 0.51);
      }
    }),
  );
});

test('refuses what is no table, or is cut short', () => {
  const bytes = writeWordVectors({ dimensions: 1, words: ['a', 'b'], vectors: { a: [1], b: [-1] } });
  for (let length = 0; length < bytes.length; length += 1)
    expect(() => readWordVectors(bytes.subarray(0, length))).toThrow(RangeError);
  expect(() => readWordVectors(Buffer.concat([Buffer.from('x'), bytes]))).toThrow(RangeError);
});

test('the shipped table knows the words most in use, by what they mean', () => {
  const table = loadWordVectors();
  const vector = (word: string) => {
    const sum = new Float64Array(table.dimensions);
    table.addRow(table.rowOf(word) ?? -1, 1, sum);
    return sum;
  };
  const likeness = (one: string, other: string) => {
    const [a, b] = [vector(one), vector(other)];
    return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  };
  expect(table.rowOf('the')).toBe(0);
  expect(likeness('car', 'truck')).toBeGreaterThan(likeness('car', 'hospital'));
  expect(likeness('price', 'cost')).toBeGreaterThan(likeness('price', 'magnet'));
});
