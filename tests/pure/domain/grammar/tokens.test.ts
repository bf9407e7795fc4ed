import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_TOKENS, tokenize } from '#src/domain/reading/tokens.ts';
import { anyCharacter } from '../../../any-character.ts';

const words = (text: string) => tokenize(text).map((token) => token.word);

describe('tokens', () => {
  test.each([
    ['What’s Nd’s price?', ['what', 'nd', 'price']],
    ['250kg', ['250', 'kg']],
    ['nd2024', ['nd', '2024']],
    ['q2 nd2o3', ['q2', 'nd2o3']],
    ['Nd₂O₃', ['nd2o3']],
    ['U.S. output', ['us', 'output']],
    ['2021-23', ['2021', '23']],
    ['2nd', ['2nd']],
    ['$125/kg', ['$', '125', 'kg']],
    ['néodyme', ['neodyme']],
    ['<@U123> price :chart: https://x.test/a?b', ['price']],
    ['２０２４', ['2024']],
    ['2021,2023', ['2021', '2023']],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));

  test('a date in digits is one token', () => {
    expect(tokenize('on 2024-05-12').map((token) => token.date)).toEqual([false, true]);
    expect(tokenize('2021-23').some((token) => token.date)).toBe(false);
  });

  test('no text is too odd or too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 2000 }), (text) => {
        expect(tokenize(text).every((token) => token.raw !== '')).toBe(true);
      }),
    );
    expect(tokenize('a '.repeat(5000))).toHaveLength(MAX_TOKENS);
  });
});
