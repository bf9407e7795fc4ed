/** The table of word vectors: words that are used alike point alike, so that a question in other words than any phrasing's is near to it. */

/** What the table's file begins with. */
export const VECTORS_MARK = 'LWV1';
const HEAD_BYTES = 16;

export interface WordVectors {
  readonly dimensions: number;
  /** A row for each word, the most used first; undefined for a word that has none. */
  rowOf(word: string): number | undefined;
  /** Adds `times` the vector of a row to `sum`. */
  addRow(row: number, times: number, sum: Float64Array): void;
}

/**
 * The table of a file's bytes: the mark, how many words, how many dimensions, how many bytes of words (32 bits each, little end first); a scale for
 * each word; the vectors, a byte a number; the words, a line each. @throws RangeError where they are no such table
 */
export function readWordVectors(bytes: Uint8Array): WordVectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mark = new TextDecoder('latin1').decode(bytes.subarray(0, VECTORS_MARK.length));
  if (mark !== VECTORS_MARK || bytes.length < HEAD_BYTES) throw new RangeError('no table of word vectors');
  const numberAt = (at: number): number => view.getUint32(at, true);
  const [count, dimensions, listed] = [numberAt(4), numberAt(8), numberAt(12)] as const;
  const rowsFrom = HEAD_BYTES + 4 * count;
  const wordsFrom = rowsFrom + count * dimensions;
  if (bytes.length !== wordsFrom + listed) throw new RangeError('a table of word vectors that is cut short');
  let rows: ReadonlyMap<string, number> | undefined;
  const index = (): ReadonlyMap<string, number> =>
    new Map(
      new TextDecoder()
        .decode(bytes.subarray(wordsFrom))
        .split('\n')
        .map((word, row) => [word, row]),
    );
  return {
    dimensions,
    // Nobody waits for the index at a start.
    rowOf: (word) => (rows ??= index()).get(word),
    addRow: (row, times, sum) => {
      const factor = times * view.getFloat32(HEAD_BYTES + 4 * row, true);
      const from = rowsFrom + row * dimensions;
      for (let at = 0; at < dimensions; at += 1) sum[at]! += factor * view.getInt8(from + at);
    },
  };
}
