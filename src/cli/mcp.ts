/** `npm run mcp`: the MCP server on standard input and output, for assistants on this machine. It needs no token, and shows what the terminal shows. */
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { mcpServers } from '#src/mcp/server.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readMcpOptions } from '#src/platform/settings/config.ts';
import { runCommand, sayDatabase, UsageError } from './run-command.ts';
import { terminalAsker } from './terminal-asker.ts';

const USAGE = `Usage: npm run --silent mcp

Serves assistants that start it: it speaks the Model Context Protocol on standard input and output, until its input ends.
docs/assistants.md has the configuration of each. Without --silent, npm writes a line of its own before it.

  --help  this text

Quotes are those of the database of DATABASE_URL or, without one, of STATE_DIR (.lodestone), where there is one; a
workspace's own are left out.
`;

/** Standard output is the protocol's. */
const onError = (error: unknown) =>
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);

await runCommand({ usage: USAGE, options: {} }, async ({ words, env }) => {
  if (words.length > 0) throw new UsageError(`What is "${words.join(' ')}"?`);
  const places = readMcpOptions(env);
  sayDatabase(places);
  const catalog = await loadCatalog(places);
  const asker = await terminalAsker(places, catalog, onError);
  const ended = Promise.withResolvers<void>();
  process.stdin.once('close', () => ended.resolve());
  const serverFor = mcpServers({ catalog, now: Date.now, onError });
  const serving = serveStdio(() => serverFor(asker), { onerror: onError });
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => ended.resolve());
  await ended.promise;
  await serving.close();
  await asker.close();
});
