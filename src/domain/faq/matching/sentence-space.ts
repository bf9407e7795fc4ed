/**
 * A text as one direction: the mean of its words' vectors, seen from the middle of the phrasings, and stretched where phrasings of one
 * entry agree (Arora, Liang and Ma, "A simple but tough-to-beat baseline for sentence embeddings", 2017; Hatch, Kajarekar and Stolcke,
 * "Within-class covariance normalization", 2006).
 */
import type { WordVectors } from './word-vectors.ts';

/** What the phrasings say of where sentences lie. */
export interface SentenceSpace {
  /** The middle of the phrasings' directions. */
  readonly middle: Float32Array;
  /** How directions scatter within an entry: the lower triangle whose square is their covariance, row by row. */
  readonly scatter: Float32Array;
}

/** A word as frequent as this (a share of all words) counts half. */
const FREQUENT = 1e-3;
/** The share of the r-th word of a language, by Zipf's law, is about 1 / (12 r). */
const ZIPF = 12;
/** Keeps the very first words from being taken for more frequent than they are. */
const FIRST_RANK = 3;
/** How many times the mean of the scatter is added to it in every dimension: few phrasings tell little of 100 of them. */
const SHRINKAGE = 2;

/** Scales to length 1, in place; nothing stays nothing. */
function normalise(vector: Float64Array): Float64Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares === 0) return vector;
  const scale = 1 / Math.sqrt(squares);
  for (let at = 0; at < vector.length; at += 1) vector[at]! *= scale;
  return vector;
}

/** The direction of the words that the table has, the frequent ones counted less; undefined where it has none. */
function sumWords(words: readonly string[], table: WordVectors): Float64Array | undefined {
  const sum = new Float64Array(table.dimensions);
  let known = false;
  for (const word of words) {
    const row = table.rowOf(word);
    if (row === undefined) continue;
    known = true;
    table.addRow(row, FREQUENT / (FREQUENT + 1 / (ZIPF * (row + FIRST_RANK))), sum);
  }
  return known ? normalise(sum) : undefined;
}

/** Moves the direction so that the middle is at zero. */
function centre(direction: Float64Array, middle: SentenceSpace['middle']): Float64Array {
  for (let at = 0; at < direction.length; at += 1) direction[at]! -= middle[at]!;
  return normalise(direction);
}

/** The lower triangle whose square the matrix is (Cholesky). The matrix is symmetric and positive definite, row by row. */
function takeRoot(matrix: Float64Array, size: number): Float32Array {
  const root = new Float32Array(size * size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let left = matrix[row * size + column]!;
      for (let at = 0; at < column; at += 1) left -= root[row * size + at]! * root[column * size + at]!;
      root[row * size + column] = row === column ? Math.sqrt(left) : left / root[column * size + column]!;
    }
  return root;
}

/** Adds to `scatter` how the directions of one entry lie about their mean. */
function addScatter(scatter: Float64Array, directions: readonly Float64Array[]): void {
  const size = directions[0]!.length;
  const mean = new Float64Array(size);
  for (const one of directions)
    for (let at = 0; at < size; at += 1) mean[at]! += one[at]! / directions.length;
  for (const one of directions)
    for (let row = 0; row < size; row += 1) {
      const off = one[row]! - mean[row]!;
      for (let column = 0; column < size; column += 1)
        scatter[row * size + column]! += off * (one[column]! - mean[column]!);
    }
}

/** Learns where the phrasings lie. */
export function fitSentenceSpace(
  phrasings: readonly { readonly entry: number; readonly words: readonly string[] }[],
  table: WordVectors,
): SentenceSpace {
  const size = table.dimensions;
  const placed = phrasings.flatMap(({ entry, words }) => {
    const direction = sumWords(words, table);
    return direction === undefined ? [] : [{ entry, direction }];
  });
  const middle = new Float32Array(size);
  for (const { direction } of placed)
    for (let at = 0; at < size; at += 1) middle[at]! += direction[at]! / placed.length;
  const scatter = new Float64Array(size * size);
  const entries = Map.groupBy(placed, ({ entry }) => entry);
  for (const own of entries.values())
    addScatter(
      scatter,
      own.map(({ direction }) => centre(direction, middle)),
    );
  let trace = 0;
  for (let at = 0; at < size; at += 1) trace += scatter[at * size + at]!;
  const scale = trace === 0 ? 1 : size / trace;
  for (let at = 0; at < scatter.length; at += 1) scatter[at]! *= scale;
  for (let at = 0; at < size; at += 1) scatter[at * size + at]! += SHRINKAGE;
  return { middle, scatter: takeRoot(scatter, size) };
}

/** Where a text lies: a direction of length 1; undefined where the table has none of its words. */
export function placeSentence(
  words: readonly string[],
  table: WordVectors,
  { middle, scatter }: SentenceSpace,
): Float64Array | undefined {
  const direction = sumWords(words, table);
  if (direction === undefined) return undefined;
  centre(direction, middle);
  // Solves scatter * x = direction, column by column: within a row each step would wait for the one before.
  const size = direction.length;
  for (let column = 0; column < size; column += 1) {
    const solved = (direction[column] = direction[column]! / scatter[column * size + column]!);
    for (let row = column + 1; row < size; row += 1)
      direction[row] = direction[row]! - scatter[row * size + column]! * solved;
  }
  return normalise(direction);
}
