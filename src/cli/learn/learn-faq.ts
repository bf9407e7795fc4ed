/** `npm run learn:faq`: learns the shipped FAQ, so that no start has to. `--check` only compares. */
import { createMatcher } from '#src/domain/faq/matcher.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { packState, SHIPPED_FILE } from '#src/platform/matcher-cache.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { loadWordVectors } from '#src/platform/word-vectors.ts';
import { keepLearned } from './keep-learned.ts';
import { runCommand, UsageError } from '../run-command.ts';

const USAGE = `Usage: npm run learn:faq [-- --check]

Learns what the matcher needs to know of the FAQ that ships with the bot, and writes ${SHIPPED_FILE}.
  --check  writes nothing; fails where the file is another one
`;

await runCommand({ usage: USAGE, options: { check: { type: 'boolean' } } }, async ({ values, words }) => {
  if (words.length > 0) throw new UsageError(`What is "${words.join(' ')}"?`);
  const { faq } = await loadCatalog(readDataOptions({}));
  const entries = faq.map(({ entry }) => entry);
  // The same entries give the same, to the last digit.
  const state = createMatcher(entries, { wordVectors: loadWordVectors() }).exportState();
  if (state === undefined) throw new UsageError('There is no FAQ to learn from.');
  const bytes = packState(state);
  await keepLearned({
    file: SHIPPED_FILE,
    learned: bytes,
    isCheck: values.check === true,
    command: 'npm run learn:faq',
  });
  process.stdout.write(`${SHIPPED_FILE}: ${bytes.length} bytes\n`);
});
