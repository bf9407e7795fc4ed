/** Writes `manifest.json` from the code; with `--check` fails where the file has drifted from it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { loadCommands } from '#src/listeners/command-registry.ts';
import { buildManifest } from '#src/listeners/manifest.ts';

const FILE = join(import.meta.dirname, '../manifest.json');

const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
const manifest = await format(JSON.stringify(buildManifest(await loadCommands())), {
  parser: 'json',
  printWidth: 110,
});
if (values.check !== true) {
  await writeFile(FILE, manifest);
} else if ((await readFile(FILE, 'utf8').catch(() => '')) !== manifest) {
  process.stderr.write(
    'manifest.json has drifted from the code. Run "node src/manifest.ts", and paste the new manifest into your Slack app.\n',
  );
  process.exitCode = 1;
}
