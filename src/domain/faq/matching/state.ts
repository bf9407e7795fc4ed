/** A model as plain data, to be kept by whoever has a disk. */
import type { CompactWeights } from './classifier.ts';
import type { Model } from './model.ts';
import type { SentenceSpace } from './sentence-space.ts';
import type { WordVectors } from './word-vectors.ts';

/** Raised when what the numbers mean changes, so that a kept state of before is not taken for one of now. */
const VERSION = 5;

/** Numbers, typed arrays and one short string: `structuredClone` and `v8.serialize` take it, and the latter gives the same bytes each time. */
export interface MatcherState {
  readonly version: number;
  /** Of all that it was learned from. */
  readonly fingerprint: string;
  /** A line each, in UTF-8. */
  readonly features: Uint8Array;
  readonly rarities: Float32Array;
  /** Of the dense block; undefined where there was no table of word vectors. */
  readonly meaning: { readonly space: SentenceSpace; readonly weight: number } | undefined;
  readonly weights: CompactWeights;
  readonly right: readonly number[];
  readonly listed: readonly number[];
  readonly answerFrom: number;
}

/** A hash (FNV-1a, 32 bits, and the length) of all that is learned from and by: texts and numbers, however nested. Not for secrets. */
export function fingerprint(learned: unknown): string {
  const text = JSON.stringify(learned);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${(hash >>> 0).toString(16)}-${text.length}`;
}

export function exportModel(model: Model, mark: string): MatcherState {
  const { vocabulary, weights, right, listed, answerFrom } = model;
  const { meaning } = vocabulary;
  return {
    version: VERSION,
    fingerprint: mark,
    features: new TextEncoder().encode([...vocabulary.indices.keys()].join('\n')),
    rarities: vocabulary.rarities,
    meaning: meaning && { space: meaning.space, weight: meaning.weight },
    weights,
    right,
    listed,
    answerFrom,
  };
}

/** Whether a state was learned from what the mark is of, by this version. */
export function isOf(state: MatcherState, mark: string): boolean {
  return state.version === VERSION && state.fingerprint === mark;
}

/** The model of a state, with the table of word vectors that it was learned with. */
export function importModel(state: MatcherState, table: WordVectors | undefined): Model {
  const meaning = state.meaning && table && { ...state.meaning, table };
  const features = new TextDecoder().decode(state.features).split('\n');
  return {
    vocabulary: {
      size: features.length + (meaning?.table.dimensions ?? 0),
      indices: new Map(features.map((feature, index) => [feature, index])),
      rarities: state.rarities,
      meaning,
    },
    weights: state.weights,
    right: state.right,
    listed: state.listed,
    answerFrom: state.answerFrom,
  };
}
