/**
 * Slack's signed identity: Slackbot signs each request to an MCP server with the app's signing secret, as it signs events,
 * and names in `params._meta.slack` who asks (https://docs.slack.dev/ai/slackbot-mcp-client, "Slack identity auth").
 */
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
