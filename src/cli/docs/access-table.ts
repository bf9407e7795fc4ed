/** Writes the table of who may do what into docs/security.md, from the code; with `--check` fails where the two differ. */
import { makeSection, markdownTable } from './made-section.ts';
import { runCommand, UsageError } from '#src/cli/run-command.ts';
import { STANDINGS } from '#src/access/actor.ts';
import { TABLE, type Cell } from '#src/access/may.ts';

const USAGE = `Usage: npm run docs:access              writes the table of who may do what into docs/security.md
       npm run docs:access -- --check   fails where that is not what the code says

  --help  this text
`;

const CELLS: Readonly<Record<Cell, string>> = {
  yes: 'yes',
  no: '–',
  open: 'unless `DIGEST_ADMINS_ONLY`',
  feeds: 'as `mayEnter` says',
  named: 'if `mayEnter` names them',
};

/** Its rows, the heading first. */
function accessRows(): readonly (readonly string[])[] {
  const rows = Object.values(TABLE).flatMap((objects) => Object.values(objects));
  return [['', ...STANDINGS], ...rows.map(({ words, cells }) => [words, ...cells.map((c) => CELLS[c])])];
}

await runCommand({ usage: USAGE, options: { check: { type: 'boolean' } } }, async ({ values, words }) => {
  if (words.length > 0) throw new UsageError(`What is "${words.join(' ')}"?`);
  const section = { file: 'docs/security.md', what: 'who may', script: 'docs:access' };
  return await makeSection({ ...section, text: markdownTable(accessRows()) }, values.check === true);
});
