import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber } from '#src/domain/reading/amounts/numbers.ts';
import { parseNumber, tokenize } from '#src/domain/reading/tokens.ts';

describe('numbers in digits', () => {
  test.each([
    ['250', 250],
    ['1,000', 1000],
    ['1,000.5', 1000.5],
    ['1.000,5', 1000.5],
    ['1.000.000', 1_000_000],
    ['1,00,000', 100_000],
    ["1'000", 1000],
    ['1 000', 1000],
    ['0,5', 0.5],
    ['1,5', 1.5],
    ['0.250', 0.25],
    ['1.500', 1500],
    ['1.125', 1.125],
    ['12.5', 12.5],
  ])('%s', (raw, value) => expect(parseNumber(raw)).toBe(value));

  test('too large a number is none', () => expect(parseNumber('9'.repeat(400))).toBeUndefined());

  test('a number with English marks is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        expect(parseNumber(value.toLocaleString('en-US'))).toBe(value);
      }),
    );
  });
});

describe('numbers in words', () => {
  test.each([
    ['twenty kilos', 20],
    ['twenty five kilos', 25],
    ['two hundred and fifty', 250],
    ['three thousand two hundred', 3200],
    ['a hundred', 100],
    ['half a tonne', 0.5],
    ['a quarter of a tonne', 0.25],
    ['one and a half', 1.5],
    ['a couple of', 2],
    ['10k', 10_000],
    ['5 thousand', 5000],
    ['2 million', 2_000_000],
  ])('%s', (text, value) => expect(readNumber(tokenize(text), 0)?.value).toBe(value));

  test('an article alone is no number', () => expect(readNumber(tokenize('a tonne'), 0)).toBeUndefined());
});
