/** Writes the table of who may do what into docs/security.md, from the code; with `--check` fails where the two differ. */
import { accessRows } from '#src/access/table.ts';
import { makeSection, markdownTable } from './made-section.ts';
import { runCommand, UsageError } from '../run-command.ts';

const USAGE = `Usage: npm run docs:access              writes the table of who may do what into docs/security.md
       npm run docs:access -- --check   fails where that is not what the code says

  --help  this text
`;

await runCommand({ usage: USAGE, options: { check: { type: 'boolean' } } }, async ({ values, words }) => {
  if (words.length > 0) throw new UsageError(`What is "${words.join(' ')}"?`);
  const section = { file: 'docs/security.md', what: 'who may', script: 'docs:access' };
  return await makeSection({ ...section, text: markdownTable(accessRows()) }, values.check === true);
});
