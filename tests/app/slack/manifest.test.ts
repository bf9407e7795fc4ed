import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { COMMANDS } from '#src/slack/commands/commands.ts';
import { buildManifest } from '#src/slack/setup/manifest.ts';
import { BOT_EVENTS, SCOPES } from '#src/slack/setup/subscriptions.ts';
import { checkManifest } from 'local-slack';

const manifest = buildManifest(COMMANDS);

it('is the one in manifest.json', async () => {
  const file: unknown = JSON.parse(
    await readFile(join(import.meta.dirname, '../../../manifest.json'), 'utf8'),
  );
  expect(file).toEqual(manifest);
});

it('is one that Slack takes', () => {
  expect(() => checkManifest(manifest)).not.toThrow();
});

it('asks for no scope without a reason, and for every scope that an event needs', () => {
  const { bot } = manifest.oauth_config.scopes;
  expect(bot).toEqual(Object.keys(SCOPES));
  expect(bot).toEqual(
    expect.arrayContaining(Object.values(BOT_EVENTS).filter((scope) => scope !== undefined)),
  );
});

it('names every command in its hint', async () => {
  const hint = manifest.features.slash_commands[0]?.usage_hint ?? '';
  for (const { name } of COMMANDS) expect(hint).toContain(name);
  // Room for more: Slack cuts a hint off past 1,000 characters.
  expect(hint.length).toBeLessThan(1000);
});
