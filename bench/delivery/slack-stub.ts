/** The least Slack that posts can be made to: it answers at once, and notes when and by which key each post came. */
import { createServer } from 'node:http';

export interface SlackStub {
  readonly apiUrl: string;
  /** When posts came, in milliseconds of the machine's clock, by their key. */
  readonly posts: Map<string, number[]>;
  /** Resolves when so many posts have come. */
  reached(count: number): Promise<void>;
  clear(): void;
  close(): void;
}

export async function startSlackStub(): Promise<SlackStub> {
  const posts = new Map<string, number[]>();
  let total = 0;
  let waiting: { count: number; resolve: () => void } | undefined;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      total += 1;
      const metadata = new URLSearchParams(body).get('metadata') ?? '';
      const key = /"key":"([^"]+)"/.exec(metadata)?.[1] ?? 'none';
      posts.set(key, [...(posts.get(key) ?? []), Date.now()]);
      response.setHeader('content-type', 'application/json');
      response.end(`{"ok":true,"channel":"C1","ts":"${(Date.now() / 1000).toFixed(6)}"}`);
      if (waiting !== undefined && total >= waiting.count) waiting.resolve();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    apiUrl: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api/`,
    posts,
    reached: async (count) => {
      if (total >= count) return;
      await new Promise<void>((resolve) => (waiting = { count, resolve }));
    },
    clear: () => {
      posts.clear();
      total = 0;
      waiting = undefined;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
