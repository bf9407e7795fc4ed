/** Writes the table of who may do what into docs/security.md, from the code; with `--check` fails where the two differ. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tableAsMarkdown } from '#src/access/table.ts';
import { runCommand, UsageError } from './run-command.ts';

const FILE = join(import.meta.dirname, '../../docs/security.md');
const [BEGIN, END] = ['<!-- who may: made by `npm run docs:access` -->', '<!-- end of who may -->'];

const USAGE = `Usage: npm run docs:access              writes the table of who may do what into docs/security.md
       npm run docs:access -- --check   fails where that is not what the code says

  --help  this text
`;

await runCommand({ usage: USAGE, options: { check: { type: 'boolean' } } }, async ({ values, words }) => {
  if (words.length > 0) throw new UsageError(`What is "${words.join(' ')}"?`);
  const text = await readFile(FILE, 'utf8');
  const [before, after] = [text.split(BEGIN)[0], text.split(END)[1]];
  if (before === undefined || after === undefined || !text.includes(BEGIN))
    throw new Error(`docs/security.md lacks its marks: ${BEGIN} and ${END}`);
  const made = `${before}${BEGIN}\n\n${tableAsMarkdown()}\n\n${END}${after}`;
  if (values.check !== true) await writeFile(FILE, made);
  else if (made !== text) {
    process.stderr.write('docs/security.md has drifted from the code. Run "npm run docs:access".\n');
    return 1;
  }
  return 0;
});
