/** A model as plain data, to be kept by whoever has a disk. */
import type { Lesson, Model } from './model.ts';
import type { SentenceSpace } from './sentence-space.ts';
import type { WordVectors } from './word-vectors.ts';

/** Raised when what the numbers mean changes, so that a kept state of before is not taken for one of now. */
const VERSION = 2;

/** Strings, numbers and typed arrays only: `structuredClone` and `v8.serialize` take it. */
export interface MatcherState {
  readonly version: number;
  /** Of the phrasings that it was learned from, in order. */
  readonly fingerprint: string;
  readonly features: readonly string[];
  readonly rarities: Float64Array;
  readonly weights: Float32Array;
  /** Of the dense block; undefined where there was no table of word vectors. */
  readonly meaning: { readonly space: SentenceSpace; readonly weight: number } | undefined;
  /** The phrasings' vectors one after another; `lengths` parts them. */
  readonly lengths: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float32Array;
  readonly right: readonly number[];
  readonly listed: readonly number[];
  readonly answerFrom: number;
}

/** A hash (FNV-1a, 32 bits, and the length) of all that is learned from. Not for secrets. */
export function fingerprint({ phrasings, passages, precision, strangers, table }: Lesson): string {
  const texts = [phrasings, passages].map((some) => some.map(({ entry, words }) => [entry, words]));
  const text = JSON.stringify([precision, strangers, table?.dimensions, ...texts]);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${(hash >>> 0).toString(16)}-${text.length}`;
}

export function exportModel(model: Model, mark: string): MatcherState {
  const { vocabulary, vectors, weights, right, listed, answerFrom } = model;
  const lengths = Int32Array.from(vectors, ({ features }) => features.length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const indices = new Int32Array(total);
  const values = new Float32Array(total);
  let at = 0;
  for (const vector of vectors) {
    indices.set(vector.features, at);
    values.set(vector.values, at);
    at += vector.features.length;
  }
  return {
    version: VERSION,
    fingerprint: mark,
    features: [...vocabulary.indices.keys()],
    rarities: vocabulary.rarities,
    meaning: vocabulary.meaning && { space: vocabulary.meaning.space, weight: vocabulary.meaning.weight },
    weights,
    lengths,
    indices,
    values,
    right,
    listed,
    answerFrom,
  };
}

/** The model of a state; undefined if it was learned from other phrasings or by another version. */
export function importModel(
  state: MatcherState,
  mark: string,
  table: WordVectors | undefined,
): Model | undefined {
  if (state.version !== VERSION || state.fingerprint !== mark) return undefined;
  const meaning = state.meaning && table && { ...state.meaning, table };
  let from = 0;
  const vectors = Array.from(state.lengths, (length) => {
    const to = from + length;
    const vector = {
      features: state.indices.subarray(from, to),
      values: state.values.subarray(from, to),
    };
    from = to;
    return vector;
  });
  return {
    vocabulary: {
      size: state.features.length + (meaning?.table.dimensions ?? 0),
      indices: new Map(state.features.map((feature, index) => [feature, index])),
      rarities: state.rarities,
      meaning,
    },
    vectors,
    weights: state.weights,
    right: state.right,
    listed: state.listed,
    answerFrom: state.answerFrom,
  };
}
