/** `npm run packs`: the source files and the map into `data/<id>.json`, or whether they say the same. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makePacks, readSources } from '#src/packs/make-packs.ts';
import { sourceFolder } from '#src/packs/source-files.ts';
import { runCommand, UsageError } from './run-command.ts';

const DATA = join(import.meta.dirname, '../../data');
const USAGE = `Usage: npm run packs [-- --check]

Makes the packs of data/ from the files of data/source/ and the map beside them.

  --check  write nothing; fail where a pack is not what would be made
`;

await runCommand({ usage: USAGE, options: { check: { type: 'boolean' } } }, async ({ words, values }) => {
  if (words.length > 0) throw new UsageError(`What is "${words.join(' ')}"?`);
  const folder = sourceFolder(join(DATA, 'source'));
  const packs = await makePacks(folder, await readSources(folder));
  const stale: string[] = [];
  for (const { id, text } of packs) {
    const file = join(DATA, `${id}.json`);
    if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
    stale.push(`data/${id}.json`);
    if (values.check !== true) await writeFile(file, text);
  }
  const bytes = packs.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  process.stdout.write(
    `${packs.length} packs, ${bytes} bytes; ${stale.length} ${values.check === true ? 'differ' : 'written'}\n`,
  );
  if (values.check !== true || stale.length === 0) return 0;
  process.stderr.write(`Not what \`npm run packs\` makes:\n${stale.join('\n')}\n`);
  return 1;
});
