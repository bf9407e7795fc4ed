/** A real HTTP server on this machine, that answers as a test says; closed after it. */
import { createServer, type RequestListener } from 'node:http';
import { onTestFinished } from 'vitest';

export interface FeedServer {
  readonly url: string;
  /** The paths that were asked for, in order. */
  readonly asked: readonly string[];
}

/** @param answer Handles each request. */
export async function serveFeed(answer: RequestListener): Promise<FeedServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { url: `http://127.0.0.1:${address.port}`, asked };
}

/** Answers every request with this text. */
export const answering =
  (text: string, status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/plain' });
    response.end(text);
  };
