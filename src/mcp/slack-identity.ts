/**
 * Slack's signed identity: Slackbot signs each request to an MCP server with the app's signing secret, as it signs events,
 * and names in `params._meta.slack` who asks (https://docs.slack.dev/ai/slackbot-mcp-client, "Slack identity auth").
 */
import { isValidSlackRequest } from '@slack/bolt';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { Signs } from '#src/access/actor.ts';

const id = z.string().regex(/^[A-Z0-9]{2,32}$/);

/** What a call names; a list of tools is asked for in nobody's name. */
const identified = z.object({
  params: z.object({
    _meta: z.object({
      slack: z.object({ user_id: id, team_id: id, enterprise_id: id.nullish().catch(undefined) }),
    }),
  }),
});

/** Whether Slack signed these bytes, within the last five minutes. */
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

/** Who asks, by a request that Slack signed; `undefined` where it names nobody. */
export function signsOfSlackbot(body: unknown): Signs | undefined {
  const call = identified.safeParse(body).data;
  if (call === undefined) return undefined;
  const {
    _meta: { slack },
  } = call.params;
  const { user_id: user, team_id: team, enterprise_id: enterprise } = slack;
  return {
    user,
    teams: [team],
    workspace: team,
    enterprise: enterprise ?? undefined,
    // Slackbot answers the asker alone.
    channel: undefined,
    sharedOutside: false,
  };
}
