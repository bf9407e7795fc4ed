/**
 * Writes `manifest.json` from the code; with `--check` fails where the file has drifted from it; with `--with` and
 * optional scopes prints the manifest that has them.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { loadCommands } from '#src/listeners/command-registry.ts';
import { buildManifest } from '#src/listeners/manifest.ts';
import { OPTIONAL_SCOPES } from '#src/listeners/subscriptions.ts';

const FILE = join(import.meta.dirname, '../manifest.json');

const { values } = parseArgs({ options: { check: { type: 'boolean' }, with: { type: 'string' } } });
const extra = (values.with ?? '').split(',').filter((scope) => scope !== '');
const unknown = extra.filter((scope) => !Object.hasOwn(OPTIONAL_SCOPES, scope));
const manifest = await format(JSON.stringify(buildManifest(await loadCommands(), extra)), {
  parser: 'json',
  printWidth: 110,
});
if (unknown.length > 0) {
  const known = Object.keys(OPTIONAL_SCOPES).join(', ');
  process.stderr.write(`--with: ${unknown.join(', ')} is none of the optional scopes: ${known}\n`);
  process.exitCode = 2;
} else if (values.with !== undefined) {
  process.stdout.write(manifest);
} else if (values.check !== true) {
  await writeFile(FILE, manifest);
} else if ((await readFile(FILE, 'utf8').catch(() => '')) !== manifest) {
  process.stderr.write(
    'manifest.json has drifted from the code. Run "npm run manifest", and paste the new manifest into your Slack app.\n',
  );
  process.exitCode = 1;
}
