/** A text as a vector over a vocabulary. */
import { CHARACTERS, extractRuns, extractWordFeatures, type Block } from './features.ts';
import { stemmer as stem } from 'stemmer';
import { weighBlocks, type IndexedBlock, type SparseVector, type Vocabulary } from './vocabulary.ts';

/** The vector of a text's words. */
export function vectorise(words: readonly string[], vocabulary: Vocabulary): SparseVector {
  return weighBlocks(
    [
      ...extractWordFeatures(words).map((block) => indexBlock(block, vocabulary)),
      indexRuns(words, vocabulary),
    ],
    words,
    vocabulary,
  );
}

function indexBlock({ weight, counts }: Block, { indices }: Vocabulary): IndexedBlock {
  const features: number[] = [];
  for (const feature of counts.keys()) features.push(indices.get(feature) ?? -1);
  return { weight, features, times: [...counts.values()] };
}

/** The block of characters. */
function indexRuns(words: readonly string[], vocabulary: Vocabulary): IndexedBlock {
  const counts = new Map<number | string, number>();
  for (const word of words)
    for (const run of runsOf(word, vocabulary)) counts.set(run, (counts.get(run) ?? 0) + 1);
  const features: number[] = [];
  for (const run of counts.keys()) features.push(typeof run === 'number' ? run : -1);
  return { weight: CHARACTERS, features, times: [...counts.values()] };
}

/** The runs of a word's characters by their indices, and those that no phrasing has as they are. */
type Runs = readonly (number | string)[];

function runsOf(word: string, vocabulary: Vocabulary): Runs {
  let known = RUNS.get(vocabulary);
  if (known === undefined) RUNS.set(vocabulary, (known = new Map()));
  const found = known.get(word);
  if (found !== undefined) return found;
  const runs = extractRuns(word).map((run) => vocabulary.indices.get(run) ?? run);
  // Those of the phrasings' own words are kept: people type whatever they like.
  if (vocabulary.indices.has(`w${stem(word)}`)) known.set(word, runs);
  return runs;
}
const RUNS = new WeakMap<Vocabulary, Map<string, Runs>>();
