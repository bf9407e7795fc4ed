/** `npm run learn`: fits the judge of candidates to made questions, and writes what was learned. `--check` only compares. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { learnJudge } from '#src/learning/learn.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { runCommand } from './run-command.ts';

const USAGE = `Usage: npm run learn [-- --check]

Makes questions from the catalog, fits how candidates are weighed, and writes src/domain/asking/judge.json.
  --check  writes nothing; fails where the file is another one
  --help   this text
`;

const FILE = join(import.meta.dirname, '../domain/asking/judge.json');

await runCommand({ usage: USAGE, options: { check: { type: 'boolean' } } }, async ({ values }) => {
  const { report, ...learned } = learnJudge(await loadCatalog(readDataOptions({})));
  const text = `${JSON.stringify(learned, null, 2)}\n`;
  process.stdout.write(`${report}\n`);
  if (values.check !== true) await writeFile(FILE, text);
  else if ((await readFile(FILE, 'utf8')) !== text)
    throw new Error(`${FILE} is not what is learned: run npm run learn`);
});
