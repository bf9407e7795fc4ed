/** The FAQ matcher, driven as the bot drives it: on the product's own FAQ, on tiny ones, and on any text at all. */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMatcher, type Matcher, type MatchEntry } from '#src/domain/faq/matcher.ts';
import { faqFileSchema } from '#src/domain/faq/entry.ts';
import { loadWordVectors } from '#src/platform/word-vectors.ts';
import { anyCharacter } from '../../../any-character.ts';
import { cases } from '../../../cases.ts';

const faq = faqFileSchema.parse(JSON.parse(readFileSync('faq/neodymium.json', 'utf8'))).entries;
const wordVectors = loadWordVectors();
const matcher = createMatcher(faq, { wordVectors });
/** A fifth of it, learned in a fifth of the time. */
const some = faq.slice(0, 12);
const ofSome = createMatcher(some);

const price: MatchEntry = {
  id: 'price',
  question: 'What is the price of neodymium?',
  examples: ['neodymium price', 'how much does nd cost per kg', 'nd quote'],
};
const recycling: MatchEntry = {
  id: 'recycling',
  question: 'Can recycling end the shortage?',
  examples: ['recycled magnets', 'does scrap help', 'reuse of old motors'],
};
const mines: MatchEntry = {
  id: 'mines',
  question: 'Where are the mines?',
  examples: ['which countries dig it up', 'biggest producer', 'mining locations'],
};

const OUT_OF_SCOPE = [
  'when is the next all hands',
  'who is the CEO of Apple',
  'asdf qwer zxcv',
  'hi there',
  'lunch anyone?',
  'can someone review my PR',
  'thanks!',
  '????',
  '',
  '   \n\t ',
];

const isHeld = (_: unknown, at: number): boolean => at % 5 === 0;
/** Knows all but every fifth phrasing of an entry. */
const held = createMatcher(
  faq.map((entry) => ({ ...entry, examples: entry.examples.filter((text, at) => !isHeld(text, at)) })),
  { wordVectors },
);

/** Asks for each phrasing that was held out. */
function askHeldOut(change: (text: string) => string = (text) => text) {
  return faq.flatMap(({ id, examples }) =>
    examples.filter(isHeld).map((text) => ({ id, match: held.match(change(text)) })),
  );
}

/** Swaps two letters in the middle. */
function swap(text: string): string {
  const at = Math.floor(text.length / 2);
  return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
}

const share = (asked: readonly unknown[], right: readonly unknown[]): number => right.length / asked.length;

describe('on the bot’s own FAQ', () => {
  const asked = askHeldOut();

  test('finds the entry of phrasings that it has not seen', () => {
    const first = asked.filter(({ id, match }) => match.ranked[0]?.id === id);
    const listed = asked.filter(({ id, match }) => match.ranked.slice(0, 3).some((r) => r.id === id));
    expect(share(asked, first)).toBeGreaterThanOrEqual(0.91);
    expect(share(asked, listed)).toBeGreaterThanOrEqual(0.96);
  });

  test('is right where it answers at once, as often as promised', () => {
    const answered = asked.filter(({ match }) => match.outcome === 'answer');
    const right = answered.filter(({ id, match }) => match.ranked[0]?.id === id);
    expect(share(asked, answered)).toBeGreaterThanOrEqual(0.6);
    expect(share(answered, right)).toBeGreaterThanOrEqual(0.97);
  });

  test('forgives a swap of letters in each phrasing', () => {
    const swapped = askHeldOut(swap);
    const first = swapped.filter(({ id, match }) => match.ranked[0]?.id === id);
    expect(share(swapped, first)).toBeGreaterThanOrEqual(0.9);
  });

  test.each(OUT_OF_SCOPE)('refuses "%s"', (text) => {
    expect(matcher.match(text).outcome).toBe('none');
  });

  test('names the words that spoke for an entry, as typed', () => {
    const best = matcher.match('can we RECYCLE magents?').ranked[0];
    expect(best?.id).toBe('recycling-shortage');
    expect(best?.matchedWords).toEqual(['recycle', 'magents']);
  });

  test('a higher precision target answers less often', () => {
    const strict = createMatcher(some, { precision: 0.995 });
    const texts = asked.flatMap(({ id, match }) =>
      some.some((entry) => entry.id === id) ? [match.ranked[0]?.matchedWords.join(' ') ?? ''] : [],
    );
    const count = (one: Matcher): number =>
      texts.filter((text) => one.match(text).outcome === 'answer').length;
    expect(count(strict)).toBeLessThan(count(ofSome));
  });
});

test('a question in other words than any phrasing’s finds its entry by what the words mean', () => {
  const entries = [
    { id: 'cars', question: 'which cars have it', examples: ['is it in a truck', 'vehicles with it'] },
    { id: 'doctors', question: 'do doctors need it', examples: ['is it in a clinic', 'hospitals with it'] },
  ];
  const first = (text: string, options: Parameters<typeof createMatcher>[1]) =>
    createMatcher(entries, options).match(text).ranked[0]?.id;
  expect(first('automobile', { wordVectors })).toBe('cars');
  expect(first('surgery', { wordVectors })).toBe('doctors');
});

test('what an entry answers speaks for it', () => {
  const entries = [price, recycling, mines].map((entry) => ({ ...entry, examples: [] }));
  const told = [
    ...entries.slice(0, 2),
    { ...mines, answer: 'Bayan Obo and Mountain Pass. {{production 2024}} is dug.' },
  ];
  expect(createMatcher(told).match('bayan obo').ranked[0]?.id).toBe('mines');
  expect(createMatcher(told).match('bayan obo').ranked[0]?.score).toBeGreaterThan(
    createMatcher(entries).match('bayan obo').ranked[0]?.score ?? 0,
  );
});

test('the more strangers there are, the surer an answer must be', () => {
  const froms = [0.1, 0.6].map((strangers) => {
    const one = createMatcher(some, { strangers });
    return askedOf(one);
  });
  expect(froms[1]).toBeLessThan(froms[0]!);
});

/** How many questions of other entries are answered at once. */
function askedOf(one: Matcher): number {
  return faq.slice(some.length).filter(({ question }) => one.match(question).outcome === 'answer').length;
}

describe('a tiny FAQ', () => {
  test.each([
    [1, [price]],
    [2, [price, recycling]],
    [3, [price, recycling, mines]],
  ])('of %d: knows its own, and nothing else', (_, entries) => {
    const small = createMatcher(entries);
    const own = small.match('neodymium price');
    expect(own.ranked[0]?.id).toBe('price');
    expect(own.outcome).not.toBe('none');
    expect(OUT_OF_SCOPE.filter((text) => small.match(text).outcome !== 'none')).toEqual([]);
    expect(own.ranked).toHaveLength(entries.length);
  });

  test('of entries with one phrasing each still tells them apart', () => {
    const small = createMatcher([price, recycling, mines].map((one) => ({ ...one, examples: [] })));
    expect(small.match('could recycling end shortages').ranked[0]?.id).toBe('recycling');
    expect(small.match('mines, where?').ranked[0]?.id).toBe('mines');
  });

  test('of nothing answers nothing', () => {
    const empty = createMatcher([]);
    expect(empty.match('price')).toEqual({ ranked: [], outcome: 'none', confidence: 0 });
    expect(empty.propose('p', 5)).toEqual([]);
    expect(empty.exportState()).toBeUndefined();
    expect(createMatcher([{ id: 'x', question: '?!', examples: ['', '  '] }]).match('x').outcome).toBe(
      'none',
    );
  });

  test('with the same phrasing twice, in one entry or in two, is built all the same', () => {
    const twice = createMatcher([
      { ...price, examples: [...price.examples, ...price.examples] },
      { ...mines, examples: [...mines.examples, 'neodymium price'] },
    ]);
    const match = twice.match('neodymium price');
    expect(match.ranked.map(({ id }) => id)).toEqual(['price', 'mines']);
    expect(match.outcome).not.toBe('none');
  });
});

test('any text gives ranked entries with probabilities, and never an error', () => {
  const small = createMatcher([price, recycling, mines]);
  const text = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc
      .array(fc.constantFrom('neodymium', 'price', 'teh', 'mines', '价格', '\ud800', '’', '$', '1e9'))
      .map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const { ranked, confidence, outcome } = small.match(typed);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      for (const { probability, score } of ranked) {
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(confidence);
        expect(score).not.toBeNaN();
      }
      const scores = ranked.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((one, other) => other - one));
      expect(['answer', 'suggest', 'none']).toContain(outcome);
    }),
    { numRuns: cases(300) },
  );
});

describe('what was learned', () => {
  test('is the same each time', () => {
    expect(createMatcher(some).match('why so expensive')).toEqual(ofSome.match('why so expensive'));
  });

  test('can be kept, and is used again for the same entries only', () => {
    const state = structuredClone(createMatcher([price, recycling]).exportState());
    expect(state).toBeDefined();
    if (state === undefined) return;
    const marked = { ...state, answerFrom: 0 };
    const again = createMatcher([price, recycling], { state: marked });
    const fresh = createMatcher([price, recycling]);
    expect(again.match('scrap').ranked).toEqual(fresh.match('scrap').ranked);
    // An answer at any confidence shows that the kept state was used; none, that another's was not.
    expect(again.match('zzz').outcome).toBe('answer');
    expect(createMatcher([price, mines], { state: marked }).match('zzz').outcome).toBe('none');
  });
});

test('proposes questions for what has been typed so far', () => {
  const proposed = matcher.propose('can neodymium be rep', 3);
  expect(proposed[0]).toBe('Can neodymium be replaced by other materials?');
  expect(proposed.length).toBeLessThanOrEqual(3);
  expect(matcher.propose('', 2)).toEqual(faq.slice(0, 2).map(({ question }) => question));
  expect(matcher.propose('x'.repeat(5000), 2)).toEqual([]);
  expect(matcher.propose('price', -1)).toEqual([]);
});
