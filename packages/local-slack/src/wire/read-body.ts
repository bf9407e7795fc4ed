/** Reads request bodies as Slack's own servers do: form fields, JSON, or raw bytes. */
import type { IncomingMessage } from 'node:http';
import { asJson, parseJson } from './json.ts';
import type { Json } from './wire-types.ts';

/** More than Slack takes of any file in a test; past it the connection is cut. */
const MAX_BYTES = 64 * 1024 * 1024;

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Error('The request body is too large for the playground.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The arguments of a call: of the address, and of a form or JSON body. Values of a form are strings. */
export async function readArgs(request: IncomingMessage): Promise<Json> {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const body = (await readBytes(request)).toString('utf8');
  return { ...Object.fromEntries(searchParams), ...parseArgs(request.headers['content-type'] ?? '', body) };
}

function parseArgs(type: string, body: string): Json {
  if (!type.startsWith('application/json')) return Object.fromEntries(new URLSearchParams(body));
  return asJson(parseJson(body)) ?? {};
}
