/** Slack's request signature. */
import { createHmac } from 'node:crypto';

/**
 * The two headers that prove a request comes from Slack.
 * @param seconds since 1970; the receiver takes no request older than five minutes
 */
export function signRequest(signingSecret: string, body: string, seconds: number): Record<string, string> {
  const digest = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${digest}` };
}
