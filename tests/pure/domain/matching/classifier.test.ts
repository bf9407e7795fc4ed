import { expect, test } from 'vitest';
import { addScores, trainClassifier, type Classifier } from '#src/domain/faq/matching/classifier.ts';
import { shareOut } from '#src/domain/faq/matching/softmax.ts';
import { vectorise } from '#src/domain/faq/matching/vectorise.ts';
import { buildVocabulary } from '#src/domain/faq/matching/vocabulary.ts';

const TEXTS: readonly (readonly [string, number])[] = [
  ['neodymium price', 0],
  ['price per kilo', 0],
  ['recycle old magnets', 1],
  ['scrap recycling', 1],
  ['where are the mines', 2],
  ['biggest mine', 2],
];
const phrasings = TEXTS.map(([text, entry]) => ({ entry, words: text.split(' ') }));
const { vocabulary, vectors } = buildVocabulary(phrasings, { entryCount: 3, limit: 1e6 });
const training = {
  vectors,
  entryOf: TEXTS.map(([, entry]) => entry),
  entryCount: 3,
  featureCount: vocabulary.size,
};

function score(classifier: Classifier, text: string): readonly number[] {
  const scores = new Float64Array(3);
  addScores(classifier, vectorise(text.split(' '), vocabulary), scores);
  return [...scores];
}

test('gives each phrasing to its entry', () => {
  const classifier = trainClassifier(training, 10);
  for (const [text, entry] of TEXTS) {
    const scores = score(classifier, text);
    expect(scores.indexOf(Math.max(...scores))).toBe(entry);
  }
});

test('without some phrasings it is what it would be had they never been there', () => {
  const out = Uint8Array.from([0, 1, 0, 1, 0, 1]);
  const without = trainClassifier(training, 60, {
    phrasings: out,
    entries: new Uint8Array(3),
    from: trainClassifier(training, 5),
  });
  const fresh = trainClassifier(
    {
      ...training,
      vectors: vectors.filter((_, at) => out[at] === 0),
      entryOf: training.entryOf.filter((_, at) => out[at] === 0),
    },
    60,
  );
  for (const text of ['price of a kilo', 'mine scrap']) {
    const expected = score(fresh, text);
    for (const [entry, value] of score(without, text).entries())
      expect(value).toBeCloseTo(expected[entry] ?? 0, 1);
  }
});

test('shares leave a part for none of them', () => {
  const shares = new Float64Array(2);
  shareOut(Float64Array.from([0, 0]), shares);
  expect([...shares]).toEqual([1 / 3, 1 / 3]);
  shareOut(Float64Array.from([900, -900]), shares, Uint8Array.from([0, 1]));
  expect([...shares]).toEqual([1, 0]);
});

test('keeps the commonest features where there is room for few', () => {
  const small = buildVocabulary(phrasings, { entryCount: 3, limit: 100 });
  expect(small.vocabulary.size).toBeLessThanOrEqual(100);
  expect(small.vocabulary.indices.has('wprice')).toBe(true);
});
