/** The network between the app and Slack, as a proxy on loopback that can go down, or swallow what it is given. */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Wire {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Where it leads to. */
  leadTo(url: string): void;
  /** Cuts all connections, and refuses further ones. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  /** Keeps connections open, and lets nothing through any more, as a router that forgot them does. */
  swallow(on: boolean): void;
  close(): Promise<void>;
}

export async function layWire(): Promise<Wire> {
  let target = 0;
  let silent = false;
  const ends = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      from.on('data', (bytes) => silent || to.write(bytes));
      from.on('close', () => {
        ends.delete(from);
        if (!silent) to.destroy();
      });
      from.on('error', () => to.destroy());
    }
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const goDown = async () => {
    for (const end of ends) end.destroy();
    if (!server.listening) return;
    server.close();
    await once(server, 'close');
  };
  return {
    url: `http://127.0.0.1:${port}`,
    leadTo: (url) => {
      target = Number(new URL(url).port);
    },
    goDown,
    comeBack: () => listen(port),
    swallow: (on) => {
      silent = on;
    },
    close: goDown,
  };
}
