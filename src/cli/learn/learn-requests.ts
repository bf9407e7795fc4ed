/** `npm run learn:requests`: learns by what requests in plain words are told, and writes it. `--check` only compares. */
import { join } from 'node:path';
import { learnIntents, weightsFile } from '#src/learning/request-intents.ts';
import { requestLines } from '#src/learning/request-lines.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { keepLearned } from './keep-learned.ts';
import { runCommand, UsageError } from '../run-command.ts';

const FILE = join(import.meta.dirname, '../../domain/watching/requests/intents/intent-weights.json');

const USAGE = `Usage: npm run learn:requests [-- --check]

Learns from the messages in src/learning/requests what each asks for, and writes ${FILE}.
  --check  writes nothing; fails where the file is another one
  --help   this text
`;

await runCommand({ usage: USAGE, options: { check: { type: 'boolean' } } }, async ({ values, words }) => {
  if (words.length > 0) throw new UsageError(`What is "${words.join(' ')}"?`);
  const { faq, materials } = await loadCatalog(readDataOptions({}));
  const lines = await requestLines(faq);
  await keepLearned({
    file: FILE,
    learned: weightsFile(learnIntents(lines, materials)),
    isCheck: values.check === true,
    command: 'npm run learn:requests',
  });
  process.stdout.write(`${FILE}: learned from ${lines.length} messages\n`);
});
