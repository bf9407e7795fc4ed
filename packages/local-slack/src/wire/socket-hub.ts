/** Socket Mode: the WebSocket that the app opens, and the envelopes that go through it. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { asJson, parseJson, textIn } from './json.ts';
import type { Changes } from '../state/changes.ts';
import type { Ack, ExchangeLog } from './exchange-log.ts';
import type { Delivery, Retry } from './http-transport.ts';

export type SocketHub = {
  /** A new address to connect to, for one use. */
  open: (baseUrl: string) => string;
  /** Takes an upgrade request of the HTTP server. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  count: () => number;
  /** Whether an app has ever been connected: it may come back. */
  wasUsed: () => boolean;
  /** Sends one envelope over the newest connection and waits for its acknowledgement. Never rejects. */
  send: (delivery: Delivery, timeoutMs: number, retry?: Retry) => Promise<Ack>;
  /** Tells the apps to connect anew: the socket stays open until they close it. */
  refresh: (reason?: 'warning' | 'refresh_requested') => void;
  /** Sends a frame as it is, over every connection: what no envelope is, for example. */
  frame: (text: string) => void;
  /** Cuts every connection without a word, as a network does. */
  drop: () => void;
  /** Says goodbye, and hangs up on those who don't answer. */
  close: () => Promise<void>;
};

/** Slack's own pings come about this often. The client gives up 30 s after the last one. */
const PING_MS = 10_000;

/** How long a closing handshake may take. */
const GOODBYE_MS = 500;

type Pending = (body: unknown) => void;

export function createSocketHub(options: { appId: string; changes: Changes; log: ExchangeLog }): SocketHub {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const sockets = new Set<WebSocket>();
  const pending = new Map<string, Pending>();
  let used = false;
  const changed = (): void => options.changes.emit({ kind: 'sockets', open: sockets.size });

  function welcome(socket: WebSocket): void {
    sockets.add(socket);
    used = true;
    const pings = setInterval(() => socket.ping(), PING_MS);
    socket.on('message', (data) => acknowledge(data));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(pings);
      sockets.delete(socket);
      changed();
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: sockets.size,
        debug_info: { host: 'playground', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: options.appId },
      }),
    );
    changed();
  }

  function acknowledge(data: RawData): void {
    const text = data instanceof ArrayBuffer ? Buffer.from(data).toString() : data.toString();
    const answer = asJson(parseJson(text));
    const payload = asJson(answer?.['payload']) ?? {};
    const empty = Object.keys(payload).length === 0;
    pending.get(textIn(answer?.['envelope_id']))?.(empty ? undefined : payload);
  }

  return {
    open: (baseUrl) => {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${baseUrl.replace(/^http/, 'ws')}/link/?ticket=${ticket}`;
    },
    upgrade: (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket');
      if (ticket === null || !tickets.delete(ticket)) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    count: () => [...sockets].filter((socket) => socket.readyState === socket.OPEN).length,
    wasUsed: () => used,
    send: (delivery, timeoutMs, retry) => {
      const socket = [...sockets].findLast((candidate) => candidate.readyState === candidate.OPEN);
      if (!socket) return Promise.resolve({ ok: false, status: 0, body: undefined, ms: 0, reason: 'no_app' });
      const id = randomUUID();
      const envelope = {
        envelope_id: id,
        type: delivery.envelope,
        accepts_response_payload: delivery.envelope !== 'events_api',
        payload: delivery.payload,
        ...(delivery.envelope === 'events_api' && {
          retry_attempt: retry?.num ?? 0,
          retry_reason: retry?.reason ?? '',
        }),
      };
      const body = JSON.stringify(envelope);
      const { kind, payload } = delivery;
      const finish = options.log.beginToApp({
        kind,
        transport: 'socket',
        url: socket.url ?? '',
        headers: {},
        body,
        payload,
      });
      const started = performance.now();
      return new Promise<Ack>((resolve) => {
        const settle = (ack: Omit<Ack, 'ms'>): void => {
          clearTimeout(timer);
          pending.delete(id);
          socket.off('close', onClose);
          const result = { ...ack, ms: performance.now() - started };
          finish(result);
          resolve(result);
        };
        const failed = (reason: string): void => settle({ ok: false, status: 0, body: undefined, reason });
        const onClose = (): void => failed('connection_failed');
        const timer = setTimeout(() => failed('timeout'), timeoutMs);
        pending.set(id, (answer) => settle({ ok: true, status: 200, body: answer }));
        socket.once('close', onClose);
        socket.send(body);
      });
    },
    refresh: (reason = 'refresh_requested') => {
      for (const socket of sockets) {
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'playground' } }));
      }
    },
    frame: (text) => {
      for (const socket of sockets) socket.send(text);
    },
    drop: () => {
      for (const socket of sockets) socket.terminate();
    },
    close: async () => {
      const leaving = [...sockets].map((socket) => once(socket, 'close'));
      for (const socket of sockets) socket.close(1000);
      const late = setTimeout(() => {
        for (const socket of sockets) socket.terminate();
      }, GOODBYE_MS);
      await Promise.all(leaving);
      clearTimeout(late);
      server.close();
    },
  };
}
