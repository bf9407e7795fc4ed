/** A client of the SDK's on a server in the same process, for whoever is given. */
import { Client } from '@modelcontextprotocol/client';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Asker } from '#src/mcp/asker.ts';
import { mcpServers } from '#src/mcp/server.ts';
import { catalog } from '../lodestone.ts';

/** Somebody without quotes, in UTC, for whom nothing is drawn. */
export const NOBODY: Asker = {
  zone: 'UTC',
  bookFor: async () => undefined,
  wholeBook: async () => undefined,
  quoted: async () => new Set(),
  ratesSince: async () => ({ rates: undefined, vat: [], materials: catalog.materials }),
  draw: async () => undefined,
};

const noon = Date.parse('2026-11-23T12:00:00Z');

export async function linkedTo(asker: Partial<Asker> = {}) {
  const errors: unknown[] = [];
  const serverFor = mcpServers({ catalog, now: () => noon, onError: (error) => errors.push(error) });
  const server = serverFor({ ...NOBODY, ...asker });
  const [near, far] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: 'tests', version: '1' });
  await Promise.all([server.connect(far), client.connect(near)]);
  // Known schemas: the client then holds each structured result against its tool's.
  await client.listTools();
  return { client, server, errors, close: () => client.close() };
}

const textContent = z.object({ type: z.literal('text'), text: z.string() });

/** The words of a result. */
export const wordsOf = ({ content }: { readonly content: readonly unknown[] }): string =>
  content.map((one) => textContent.safeParse(one).data?.text ?? '').join('\n');
