/** A simulator without an app, and a real web client that calls it. */
import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach, beforeEach } from 'vitest';
import { startSimulator, type Simulator, type SimulatorOptions } from '../src/simulator.ts';
import { findChannel } from '../src/state/workspace.ts';
import { MANIFEST, SECRETS } from './peer.ts';

export type Calls = {
  readonly slack: Simulator;
  readonly client: WebClient;
  /** The id of #general. */
  readonly general: string;
};

export async function startCalls(options: Partial<SimulatorOptions> = {}): Promise<Calls> {
  const slack = await startSimulator({ manifest: MANIFEST, ...SECRETS, rateLimits: false, ...options });
  return {
    slack,
    client: clientOf(slack, SECRETS.botToken),
    general: findChannel(slack.workspace, '#general')?.id ?? '',
  };
}

/** A fresh pair for each test of a file; `restart` begins again with other options. Call it once, at the top of the file. */
export function callsForEachTest(): Calls & { restart(options: Partial<SimulatorOptions>): Promise<void> } {
  let current: Calls;
  beforeEach(async () => {
    current = await startCalls();
  });
  afterEach(() => current.slack.close());
  return {
    get slack() {
      return current.slack;
    },
    get client() {
      return current.client;
    },
    get general() {
      return current.general;
    },
    restart: async (options) => {
      await current.slack.close();
      current = await startCalls(options);
    },
  };
}

/** A client without retries. `timeout` is how long it waits, in milliseconds. */
export const clientOf = (slack: Simulator, token?: string, timeout = 10_000): WebClient =>
  new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
    timeout,
  });

/** What a refused call rejects with. */
export const refusal = (error: string): object => ({ data: { ok: false, error } });
