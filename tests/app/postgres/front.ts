/** Stands before a PostgreSQL server, as what a provider puts there: it leads elsewhere after a fail-over, and may fall silent. */
import { connect, createServer, type Socket } from 'node:net';

export interface Front {
  readonly port: number;
  /** Leads to a port of loopback from now on, or to none, and drops all connections. */
  leadTo(port: number | undefined): void;
  /** Keeps connections, and lets nothing through any more. */
  silence(): void;
  close(): void;
}

/** One address, which leads to a server or to none. */
export async function startFront(): Promise<Front> {
  let target: number | undefined;
  let silent = false;
  const open = new Set<Socket>();
  const front = createServer((client) => {
    if (target === undefined) return void client.destroy();
    if (silent) return void open.add(client.on('error', () => {}));
    const server = connect(target, '127.0.0.1');
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one
        .on('error', () => {})
        .on('close', () => {
          open.delete(one);
          other.destroy();
        });
    }
  });
  await new Promise<void>((resolve) => void front.listen(0, '127.0.0.1', resolve));
  const address = front.address();
  const silence = () => {
    silent = true;
    for (const socket of open) socket.unpipe().pause();
  };
  const drop = () => open.forEach((socket) => socket.destroy());
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    leadTo: (port: number | undefined) => {
      target = port;
      drop();
    },
    silence,
    close: () => {
      target = undefined;
      drop();
      front.close();
    },
  };
}
