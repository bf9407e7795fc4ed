/** Makes the table of word vectors: the words most in use, each number in a byte. */
import { z } from 'zod';
import { VECTORS_MARK } from '#src/domain/faq/matching/word-vectors.ts';

/** The file that the vectors come from; its words are in order of use, and the first numbers of a row are the word's vector. */
const sourceSchema = z.object({
  dimensions: z.int().positive(),
  words: z.array(z.string()),
  vectors: z.record(z.string(), z.array(z.number())),
});

/** Words that are kept: with a hundred numbers each they make 3.8 MB. */
const MOST_WORDS = 34_000;
/** Letters alone: the matcher's words have no marks, and numbers mean nothing by their vectors. */
const WORD = /^[a-z]+$/;
const LARGEST_BYTE = 127;

/** The table's file, as `readWordVectors` reads it. @throws ZodError where the source is of another form */
export function writeWordVectors(given: unknown): Buffer {
  const { dimensions, words, vectors } = sourceSchema.parse(given);
  const kept = words.filter((word) => WORD.test(word) && vectors[word] !== undefined).slice(0, MOST_WORDS);
  const list = Buffer.from(kept.join('\n'));
  const head = Buffer.alloc(16);
  head.write(VECTORS_MARK, 'latin1');
  for (const [at, value] of [kept.length, dimensions, list.length].entries())
    head.writeUInt32LE(value, 4 + 4 * at);
  const scales = Buffer.alloc(4 * kept.length);
  const rows = Buffer.alloc(kept.length * dimensions);
  for (const [row, word] of kept.entries()) {
    const vector = (vectors[word] ?? []).slice(0, dimensions);
    const scale = Math.fround(Math.max(...vector.map(Math.abs)) / LARGEST_BYTE) || 1;
    scales.writeFloatLE(scale, 4 * row);
    for (const [at, value] of vector.entries())
      rows.writeInt8(Math.round(value / scale), row * dimensions + at);
  }
  return Buffer.concat([head, scales, rows, list]);
}
