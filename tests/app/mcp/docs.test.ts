/** docs/assistants.md: each configuration in it parses as its client reads it, and each command in it runs. */
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { buildManifest } from '#src/slack/setup/manifest.ts';
import { COMMANDS } from '#src/slack/commands/commands.ts';
import { bareEnv } from '../process.ts';
import { linkedTo } from './linked.ts';

const ROOT = join(import.meta.dirname, '../../..');
const DOC = readFileSync(join(ROOT, 'docs/assistants.md'), 'utf8');
const blocks = [...DOC.matchAll(/^```(\w+)(?: ([\w-]+))?\n([\s\S]*?)^```/gm)].map(
  ([, language = '', client = '', text = '']) => ({ language, client, text }),
);

const stdio = z.strictObject({
  type: z.literal('stdio').optional(),
  command: z.literal('npm'),
  args: z.array(z.string()),
});
const http = z.strictObject({
  type: z.literal('http'),
  url: z.literal('https://bot.example.com/mcp'),
  headers: z.strictObject({ Authorization: z.string().regex(/^Bearer \$\{[\w:-]+\}$/) }),
});
const servers = z.strictObject({ lodestone: z.union([stdio, http]) });

/** What each client reads. */
const SHAPES: Readonly<Record<string, z.ZodType>> = {
  'claude-desktop': z.strictObject({ mcpServers: z.strictObject({ lodestone: stdio.omit({ type: true }) }) }),
  'claude-code': z.strictObject({ mcpServers: servers }),
  'vs-code': z.strictObject({
    inputs: z
      .array(
        z.strictObject({
          type: z.literal('promptString'),
          id: z.string(),
          description: z.string(),
          password: z.literal(true),
        }),
      )
      .optional(),
    servers,
  }),
  openai: z.strictObject({
    type: z.literal('mcp'),
    server_label: z.string(),
    server_url: z.literal('https://bot.example.com/mcp'),
    authorization: z.string(),
    require_approval: z.literal('never'),
  }),
  slack: z.object({ mcp_servers: z.object({ lodestone: z.object({ auth_type: z.string() }) }) }),
};

const configurations = blocks.filter(({ language }) => language === 'json');

it('has the configuration of each client', () => {
  expect([...new Set(configurations.map(({ client }) => client))].toSorted()).toEqual(
    Object.keys(SHAPES).toSorted(),
  );
});

it.each(configurations)('the configuration of $client is one', ({ client, text }) => {
  const shape = SHAPES[client] ?? z.never();
  expect(shape.safeParse(JSON.parse(text)).error).toBeUndefined();
});

it('says of Slack what the manifest has', () => {
  const said = configurations.find(({ client }) => client === 'slack');
  const { mcp_servers, oauth_config } = buildManifest(COMMANDS, [], 'https://bot.example.com');
  expect(JSON.parse(said?.text ?? '')).toEqual({ mcp_servers });
  expect(oauth_config.scopes.bot).toContain('mcp:connect');
  expect(buildManifest(COMMANDS)).not.toHaveProperty('mcp_servers');
});

it('the command that assistants start serves them', async () => {
  const commands = [
    ...configurations.flatMap(({ text }) =>
      [...text.matchAll(/"args": (\[[^\]]*\])/g)].map(([, args = '']) =>
        z.array(z.string()).parse(JSON.parse(args)),
      ),
    ),
    ...[...DOC.matchAll(/^claude mcp add lodestone -- npm (.*)$/gm)].map(([, args = '']) => args.split(' ')),
  ];
  expect(commands).toHaveLength(3);
  // All of them are the same, so that one start shows it.
  expect(new Set(commands.map((args) => args.join(' '))).size).toBe(1);
  const stateDir = mkdtempSync(join(tmpdir(), 'lodestone-docs-'));
  onTestFinished(() => rmSync(stateDir, { recursive: true }));
  const client = new Client({ name: 'tests', version: '1' });
  await client.connect(
    new StdioClientTransport({
      command: 'npm',
      args: (commands[0] ?? []).map((arg) => arg.replace('/path/to/lodestone', ROOT)),
      env: { ...bareEnv(), STATE_DIR: stateDir },
      cwd: stateDir,
      stderr: 'ignore',
    }),
  );
  expect((await client.listTools()).tools).toHaveLength(8);
  await client.close();
  // npm, and the product with it: on a busy machine they take ten times as long.
}, 240_000);

it('the command that prints the manifest prints one', async () => {
  const [, args = ''] = /^npm (run --silent manifest -- .*)$/m.exec(DOC) ?? [];
  const { stdout } = await promisify(execFile)('npm', args.split(' '), { cwd: ROOT, env: bareEnv() });
  expect(z.object({ mcp_servers: z.object({}) }).safeParse(JSON.parse(stdout)).error).toBeUndefined();
});

it('names each tool, and no other', async () => {
  const { client, close } = await linkedTo();
  const { tools } = await client.listTools();
  await close();
  const named = [...DOC.matchAll(/^\| `([a-z_]+)` +\|/gm)].map(([, name]) => name);
  expect(named).toEqual(tools.map(({ name }) => name));
});
