/** Reads the table of word vectors that ships with the bot. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWordVectors, type WordVectors } from '#src/domain/faq/matching/word-vectors.ts';

export const WORD_VECTORS_FILE = 'data/matching/word-vectors.bin';

/** @throws where the file is not there or is no such table: the installation is not whole */
export function loadWordVectors(): WordVectors {
  return readWordVectors(readFileSync(join(import.meta.dirname, '../..', WORD_VECTORS_FILE)));
}
