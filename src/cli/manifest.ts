/**
 * Writes `manifest.json` from the code; with `--check` fails where the file has drifted from it; with `--with` and
 * optional scopes, or `--at` and an address, prints the manifest that has them.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMANDS } from '#src/slack/commands/commands.ts';
import { buildManifest } from '#src/slack/setup/manifest.ts';
import { OPTIONAL_SCOPES } from '#src/slack/setup/subscriptions.ts';
import { runCommand, UsageError } from './run-command.ts';

const FILE = join(import.meta.dirname, '../../manifest.json');
const OPTIONAL = Object.keys(OPTIONAL_SCOPES);

const USAGE = `Usage: npm run manifest                             writes manifest.json, which one pastes into api.slack.com/apps
       npm run --silent manifest -- --with SCOPES   prints it with more scopes, parted by commas
       npm run --silent manifest -- --at URL        prints it for a bot at that address, which Slackbot may then ask, too
       npm run manifest -- --check                  fails where manifest.json is not what the code makes

  --help  this text

Optional scopes: ${OPTIONAL.join(', ')}
`;

await runCommand(
  { usage: USAGE, options: { check: { type: 'boolean' }, with: { type: 'string' }, at: { type: 'string' } } },
  async ({ values, words }) => {
    if (words.length > 0) throw new UsageError(`What is "${words.join(' ')}"?`);
    const extra = (values.with ?? '').split(',').filter((scope) => scope !== '');
    const unknown = extra.filter((scope) => !OPTIONAL.includes(scope));
    if (unknown.length > 0)
      throw new UsageError(`--with: no optional scope is called ${unknown.join(', ')}.`);
    const address = values.at?.replace(/(?<!\/)\/+$/, '');
    if (address !== undefined && URL.parse(address)?.protocol !== 'https:')
      throw new UsageError(`--at: "${address}" is no address that begins with https://`);
    const manifest = `${JSON.stringify(buildManifest(COMMANDS, extra, address), undefined, 2)}\n`;
    if (values.with !== undefined || address !== undefined) process.stdout.write(manifest);
    else if (values.check !== true) await writeFile(FILE, manifest);
    else if ((await readFile(FILE, 'utf8').catch(() => '')) !== manifest) {
      process.stderr.write(
        'manifest.json has drifted from the code. Run "npm run manifest", and paste the new manifest into your Slack app.\n',
      );
      return 1;
    }
    return 0;
  },
);
