/** Whether bytes came from Slack: it signs each request with the app's signing secret. */
import { isValidSlackRequest } from '@slack/bolt';
import type { IncomingHttpHeaders } from 'node:http';

/** Whether Slack signed these bytes, within the last five minutes. @param now Milliseconds since 1970 */
export function isSignedBySlack(
  headers: IncomingHttpHeaders,
  raw: Buffer,
  { signingSecret, now }: { readonly signingSecret: string; readonly now: number },
): boolean {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp } = headers;
  if (typeof signature !== 'string' || typeof timestamp !== 'string') return false;
  return isValidSlackRequest({
    signingSecret,
    body: raw.toString(),
    headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(timestamp) },
    nowMilliseconds: now,
  });
}
