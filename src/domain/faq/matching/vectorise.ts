/** A text as a vector over a vocabulary. */
import { CHARACTERS, extractRuns, extractWordFeatures, type Block, type PairBlock } from './features.ts';
import { stem } from './words/stems.ts';
import { weighBlocks, type IndexedBlock, type SparseVector, type Vocabulary } from './vocabulary.ts';

/** The vector of a text's words. */
export function vectorise(words: readonly string[], vocabulary: Vocabulary): SparseVector {
  const { single, pairs } = extractWordFeatures(words);
  const known = pairsOf(vocabulary);
  return weighBlocks(
    [
      ...single.map((block) => indexBlock(block, vocabulary)),
      ...pairs.map((block) => indexPairs(block, known)),
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

/** The indices of pairs by their mark, their first word and their second. */
type Pairs = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>;

function indexPairs({ weight, mark, words, counts }: PairBlock, pairs: Pairs): IndexedBlock {
  const ofMark = pairs.get(mark);
  const rows = words.map((word) => ofMark?.get(word));
  const features: number[] = [];
  for (const pair of counts.keys()) {
    const row = rows[Math.floor(pair / words.length)];
    features.push(row?.get(words[pair % words.length]!) ?? -1);
  }
  return { weight, features, times: [...counts.values()] };
}

/** A pair as it is written: its mark, a word or none, a space, a word or none. */
const WRITTEN_PAIR = /^(=?[>&]|_)([^ ]*) ([^ ]*)$/u;

/** Read once for each vocabulary: of the pairs of a text most are none of its, and needn't be written for that. */
function pairsOf(vocabulary: Vocabulary): Pairs {
  const known = PAIRS.get(vocabulary);
  if (known !== undefined) return known;
  const pairs = new Map<string, Map<string, Map<string, number>>>();
  for (const [feature, index] of vocabulary.indices) {
    const [, mark, one, other] = WRITTEN_PAIR.exec(feature) ?? [];
    if (mark === undefined || one === undefined || other === undefined) continue;
    let ofMark = pairs.get(mark);
    if (ofMark === undefined) pairs.set(mark, (ofMark = new Map()));
    const row = ofMark.get(one);
    if (row === undefined) ofMark.set(one, new Map([[other, index]]));
    else row.set(other, index);
  }
  PAIRS.set(vocabulary, pairs);
  return pairs;
}
const PAIRS = new WeakMap<Vocabulary, Pairs>();

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
