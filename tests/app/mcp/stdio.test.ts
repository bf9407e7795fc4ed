/** `npm run mcp`: a server on standard input and output, as an assistant starts it. */
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { isoDate } from '#src/domain/measure/days.ts';
import { exactly } from '#src/domain/measure/figure.ts';
import { EVERYBODY } from '#src/domain/series/quotes/quote-store.ts';
import { importQuotes } from '#src/quotes/import-quotes.ts';
import { openStore } from '#src/storage/database/database.ts';
import { quote } from '../../pure/domain/quotes/sample-quotes.ts';
import { bareEnv, commandLine } from '../process.ts';
import { badlyAnswered } from './bad-calls.ts';
import { wordsOf } from './linked.ts';

const stateDir = mkdtempSync(join(tmpdir(), 'lodestone-mcp-'));

let client: Client;
let said = '';
beforeAll(async () => {
  // As the bot has left it: a price that is everybody's, and one of a workspace's own.
  const store = await openStore({ stateDir, as: 'bot' });
  const now = Date.now();
  const date = isoDate(now - 86_400_000);
  const price = (low: number, source: string) => quote({ date, source, range: exactly(low) });
  await importQuotes(store, [price(553_127, 'smm')], { team: EVERYBODY, now });
  await importQuotes(store, [price(641_999, 'manual')], { team: 'T0OTHER', now });
  await store.close();
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [...commandLine('mcp')],
    env: { ...bareEnv(), STATE_DIR: stateDir },
    cwd: stateDir,
    stderr: 'pipe',
  });
  transport.stderr?.on('data', (chunk) => (said += String(chunk)));
  client = new Client({ name: 'tests', version: '1' });
  await client.connect(transport);
});
afterAll(async () => {
  await client.close();
  rmSync(stateDir, { recursive: true });
});

it('lists its tools, and answers from public figures without any token', async () => {
  expect((await client.listTools()).tools).toHaveLength(8);
  const result = await client.callTool({ name: 'ask', arguments: { question: 'neodymium price 2024' } });
  expect(wordsOf(result)).toContain('Neodymium, 2024: $125/kg (estimate)');
  expect(result.structuredContent).toMatchObject({
    outcome: 'answer',
    figures: expect.arrayContaining([
      expect.objectContaining({ low: 125, unit: 'USD/kg', period: '2024', firmness: 'estimated' }),
    ]),
  });
});

it('answers from the prices that are everybody’s here, and from no workspace’s own', async () => {
  for (const call of [
    { name: 'ask', arguments: { question: 'NdPr oxide quote' } },
    { name: 'get_series', arguments: { material: 'NdPr', cadence: 'day' } },
  ]) {
    const shown = JSON.stringify(await client.callTool(call));
    expect(shown).toMatch(/553,?127/);
    expect(shown).not.toMatch(/641,?999/);
  }
});

it('helps to mend each bad call, and goes on', async () => {
  expect(await badlyAnswered(client)).toEqual([]);
  expect((await client.callTool({ name: 'ask', arguments: { question: 'cobalt' } })).isError ?? false).toBe(
    false,
  );
});

it('draws a picture that is one', async () => {
  const { content } = await client.callTool({ name: 'draw_chart', arguments: { materials: ['dysprosium'] } });
  const image = z.object({ type: z.literal('image'), mimeType: z.literal('image/png'), data: z.base64() });
  const [data = ''] = content.flatMap((one) => image.safeParse(one).data?.data ?? []);
  const png = Buffer.from(data, 'base64');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  // Width, in pixels.
  expect(png.readUInt32BE(16)).toBeGreaterThan(1000);
});

it('goes on after a call that was cancelled, and answers it no more', async () => {
  const patience = new AbortController();
  const cancelled = client.callTool(
    { name: 'draw_chart', arguments: { materials: ['terbium'] } },
    { signal: patience.signal },
  );
  patience.abort(new Error('enough'));
  await expect(cancelled).rejects.toThrow('enough');
  const next = await client.callTool({ name: 'list_materials', arguments: { search: 'Tb' } });
  expect(wordsOf(next)).toContain('terbium');
});

it('says where it reads quotes from, and nothing else beside the protocol', () => {
  expect(said).toMatch(/^Database: [^\n]+\n$/);
});
