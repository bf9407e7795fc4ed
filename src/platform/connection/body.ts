/** The body of a request over HTTP, as bytes: a signature is over these. */
import type { IncomingMessage } from 'node:http';

/** The body; `undefined` where it is longer than `most` bytes: the rest is then not read. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    length += bytes.length;
    if (length > most) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
