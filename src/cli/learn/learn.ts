/** `npm run learn`: fits the judge of candidates to made questions, and writes what was learned. `--check` only compares. */
import { join } from 'node:path';
import { learnJudge } from '#src/learning/learn.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { keepLearned } from './keep-learned.ts';
import { runCommand } from '../run-command.ts';

const USAGE = `Usage: npm run learn [-- --check]

Makes questions from the catalog, fits how candidates are weighed, and writes src/domain/asking/judge.json.
  --check  writes nothing; fails where the file is another one
  --help   this text
`;

const FILE = join(import.meta.dirname, '../../domain/asking/judge.json');

await runCommand({ usage: USAGE, options: { check: { type: 'boolean' } } }, async ({ values }) => {
  const { report, ...learned } = learnJudge(await loadCatalog(readDataOptions({})));
  const text = `${JSON.stringify(learned, null, 2)}\n`;
  process.stdout.write(`${report}\n`);
  await keepLearned({ file: FILE, learned: text, isCheck: values.check === true, command: 'npm run learn' });
});
