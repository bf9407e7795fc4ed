/**
 * A local Slack: it speaks Slack's wire protocol to a real app, and lets tests, a terminal and a page act as people.
 *
 * ```ts
 * const slack = await startSimulator({ manifest, signingSecret: 's', botToken: 'xoxb-1', appToken: 'xapp-1' });
 * // Start the app with SLACK_API_URL = slack.apiUrl, and then:
 * slack.setAppUrl('http://127.0.0.1:4000/slack/events');
 *
 * const buyer = slack.user('Buyer');
 * const answer = await slack.answerTo(() => buyer.mention('#general', 'price 2024')); // the bot's first new message
 * const private_ = await slack.answerTo(() => buyer.command('/nd price 2024', '#general')); // ephemeral: visible_to
 * await buyer.press(private_, 'Share in channel'); // by action_id or by the words on the button
 * await slack.waitFor(() => slack.messagesIn('#general').find((m) => m.text.includes('125')));
 * await slack.settled(); // nothing under way any more: for what shall not happen
 *
 * slack.faults.fail('chat.postMessage', { status: 429, retryAfter: 1 });
 * slack.callsTo('chat.postMessage').length; // what the app did, with arguments and answers
 * await slack.close();
 * ```
 *
 * It listens on loopback only. Nothing in the product imports it but the entry that starts it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createChanges } from './state/changes.ts';
import { checkManifest } from './state/check-manifest.ts';
import { createDispatch } from './wire/dispatch.ts';
import { createExchangeLog } from './wire/exchange-log.ts';
import { createFaults } from './wire/faults.ts';
import { createFront } from './wire/front.ts';
import type { Manifest } from './state/manifest-type.ts';
import { createHandle, type Simulator } from './simulator-handle.ts';
import type { Slack } from './slack.ts';
import { createSocketHub, type SocketHub } from './wire/socket-hub.ts';
import {
  createWorkspace,
  DEFAULT_CHANNELS,
  DEFAULT_PEOPLE,
  type ChannelOption,
  type Organisation,
  type PersonOption,
} from './state/workspace.ts';

export type { Simulator, User } from './simulator-handle.ts';

export type SimulatorOptions = {
  readonly manifest: Manifest;
  readonly signingSecret: string;
  readonly botToken: string;
  readonly appToken: string;
  /** 0, unless given: a free one. */
  readonly port?: number;
  /** Where signed requests go: `http://127.0.0.1:4000/slack/events`. May be set later. */
  readonly appUrl?: string;
  /** What the app is told as Slack's address: a proxy's, where there is one between. */
  readonly advertisedUrl?: string;
  /** The workspace's clock, in milliseconds since 1970. */
  readonly now?: () => number;
  readonly people?: readonly PersonOption[];
  readonly channels?: readonly ChannelOption[];
  /** The organisation that the workspace is of; none unless given. */
  readonly organisation?: Organisation;
  /** How long the app has to acknowledge; 3,000 unless given, as in Slack. */
  readonly ackTimeoutMs?: number;
  /** The waits before each repetition of an event that was not acknowledged. Slack's own: at once, 1 minute, 5 minutes. */
  readonly retryDelaysMs?: readonly number[];
  /** One message a second for a channel, past which 429 is answered; true unless given. */
  readonly rateLimits?: boolean;
  /** Whether Slack could fetch a picture; anything with http or https unless given. */
  readonly canFetchImage?: (url: string) => boolean;
  /** Answers what is not Slack's: a page, a health check. */
  readonly fallback?: (request: IncomingMessage, response: ServerResponse) => void;
};

const RETRY_DELAYS_MS = [100, 60_000, 300_000];
/**
 * Connections that nothing passes over are kept this long. Node's own five seconds close one while a slow caller is just
 * sending its next request over it, which then fails.
 */
const KEEP_ALIVE_MS = 75_000;

/** Starts a local Slack. Throws when the manifest is one that Slack would refuse, or the port is taken. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  checkManifest(options.manifest);
  const { slack, sockets } = assemble(options, () => options.advertisedUrl ?? url);
  const server = createServer(createFront(slack, sockets, options.fallback));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const url = `http://127.0.0.1:${port}`;
  return createHandle(slack, sockets, port, async () => {
    slack.dispatch.close();
    await sockets.close();
    server.closeAllConnections();
    await new Promise((resolve) => void server.close(resolve));
  });
}

function assemble(options: SimulatorOptions, url: () => string): { slack: Slack; sockets: SocketHub } {
  const { manifest, signingSecret, botToken, appToken, now = Date.now } = options;
  const changes = createChanges();
  const log = createExchangeLog(changes, now);
  const faults = createFaults();
  const { people = DEFAULT_PEOPLE, channels = DEFAULT_CHANNELS } = options;
  const { organisation } = options;
  const workspace = createWorkspace({ manifest, changes, now, people, channels, organisation });
  const sockets = createSocketHub({ appId: workspace.appId, changes, log });
  const dispatch = createDispatch({
    signingSecret,
    appUrl: options.appUrl,
    ackTimeoutMs: options.ackTimeoutMs ?? 3000,
    retryDelaysMs: options.retryDelaysMs ?? RETRY_DELAYS_MS,
    log,
    faults,
    sockets,
  });
  const canFetchImage = options.canFetchImage ?? ((address) => /^https?:\/\//.test(address));
  const rateLimits = options.rateLimits ?? true;
  return {
    slack: { workspace, log, faults, dispatch, url, botToken, appToken, canFetchImage, rateLimits },
    sockets,
  };
}
