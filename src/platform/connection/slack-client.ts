/** How Slack's Web API is called: how long to wait, and what to try again. */
import type { WebClientOptions } from '@slack/web-api';
import { z } from 'zod';

const TIMEOUT_MS = 15_000;

/** The request never reached Slack, so nothing was done, and it may be made again. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

const requestError = z.object({
  original: z.object({
    message: z.string(),
    cause: z.object({ code: z.string() }).optional().catch(undefined),
  }),
});

/**
 * Whether a failed call may be made again. A post that timed out, or that Slack answered with a failure of its own,
 * may have been posted: trying again could say the same thing twice.
 */
function mayRetry(error: unknown): boolean {
  const original = requestError.safeParse(error).data?.original;
  if (original === undefined) return false;
  // The library pauses as long as Slack asks for, and then throws this to be tried again.
  return (
    original.message.startsWith('A rate limit was exceeded') || NEVER_SENT.has(original.cause?.code ?? '')
  );
}

/** Options for every client. A new object each time: Socket Mode writes into the one that it is given. */
export function slackClientOptions(slackApiUrl: string | undefined): WebClientOptions {
  const retryConfig = {
    retries: 4,
    factor: 2,
    minTimeout: 250,
    // Throwing ends the tries; the library's types leave this option out.
    onFailedAttempt: (error: unknown) => {
      if (!mayRetry(error)) throw error;
    },
  };
  return { timeout: TIMEOUT_MS, retryConfig, ...(slackApiUrl === undefined ? {} : { slackApiUrl }) };
}
