import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMender } from '#src/domain/reading/edits/spelling.ts';
import { tokenize } from '#src/domain/reading/tokens.ts';
import { buildVocabulary } from '#src/domain/reading/vocabulary.ts';
import { materials, metals } from '../reading/understanding.ts';

const { mend } = createMender(buildVocabulary({ metals, materials, defaultMetal: 'neodymium' }));
const mended = (text: string) => mend(tokenize(text)).tokens.map((token) => token.word);

describe('spelling', () => {
  test.each([
    ['neodimyum', 'neodymium'],
    ['neodynium', 'neodymium'],
    ['dysprosim', 'dysprosium'],
    ['terbum', 'terbium'],
    ['renewble', 'renewable'],
    ['elctronics', 'electronics'],
    ['prodution', 'production'],
    ['pirce', 'price'],
    ['histroy', 'history'],
    ['comparision', 'comparison'],
    ['austraila', 'australia'],
  ])('%s is %s', (typed, meant) => expect(mended(typed)).toEqual([meant]));

  const ordinary =
    'prince pride prize rice slice prime terrible territory serum product project protection shape shore shame spare state cheap china chin chain ocean creature medium sodium stadium erbium niger neon election electron renewal defence pretense supper apply costume coast counter quote quite';
  test.each(ordinary.split(' '))('%s stays', (word) => expect(mended(word)).toEqual([word]));

  test('one slip in a metal’s name is mended, wherever it is', () => {
    const slip = fc.tuple(fc.nat(8), fc.constantFrom('drop', 'swap', 'double'));
    fc.assert(
      fc.property(slip, ([at, kind]) => {
        const name = 'neodymium';
        const typed =
          kind === 'drop'
            ? name.slice(0, at) + name.slice(at + 1)
            : kind === 'double'
              ? name.slice(0, at) + name.charAt(at) + name.slice(at)
              : name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
        expect(mended(typed)).toEqual([name]);
      }),
    );
  });
});
