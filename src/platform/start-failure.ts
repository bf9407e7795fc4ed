/** Why the start failed, for the person who started it. */
import { z } from 'zod';
import { StartError } from './errors.ts';

const slackRefusal = z.object({ data: z.object({ error: z.string() }) });
const systemError = z.object({ code: z.string(), message: z.string(), port: z.number().optional() });
const unreachable = z.object({ code: z.string().startsWith('slack_webapi_'), message: z.string() });

/** Slack's refusals at the start, and what to do. */
const REFUSALS: Readonly<Record<string, string>> = {
  invalid_auth:
    'Slack does not know the token. Copy SLACK_BOT_TOKEN (and SLACK_APP_TOKEN) anew from api.slack.com/apps.',
  not_authed:
    'Slack does not know the token. Copy SLACK_BOT_TOKEN (and SLACK_APP_TOKEN) anew from api.slack.com/apps.',
  account_inactive:
    'The app is not installed any more. Install it to the workspace, and copy SLACK_BOT_TOKEN anew.',
  token_revoked: 'The token was revoked. Reinstall the app to the workspace, and copy SLACK_BOT_TOKEN anew.',
  not_allowed_token_type:
    'The tokens are of the wrong kind: SLACK_BOT_TOKEN is xoxb-..., SLACK_APP_TOKEN is xapp-....',
  missing_scope:
    'The app lacks a scope. Reinstall it with manifest.json; SLACK_APP_TOKEN needs connections:write.',
};

/** A few lines: what is wrong, and how to mend it. Only what nobody foresaw comes with its stack. */
export function explainStartFailure(error: unknown): string {
  if (error instanceof StartError) return `Lodestone cannot start.\n\n${error.message}`;
  const refusal = slackRefusal.safeParse(error).data?.data.error;
  if (refusal !== undefined) {
    return `Slack refused the start (${refusal}). ${REFUSALS[refusal] ?? 'See api.slack.com/apps.'}`;
  }
  if (unreachable.safeParse(error).success) {
    return `Slack cannot be reached: ${messageOf(error)} Check the network, and SLACK_API_URL if it is set.`;
  }
  const system = systemError.safeParse(error).data;
  if (system?.code === 'EADDRINUSE') {
    return `Port ${system.port ?? ''} is taken. Stop what uses it, or set PORT to another one.`;
  }
  if (system?.code === 'EADDRNOTAVAIL')
    return 'LISTEN_HOST is no address of this machine. Set it to one, or leave it out for all of them.';
  if (system?.code === 'EACCES')
    return `Port ${system.port ?? ''} is not allowed. Set PORT to 1024 or above.`;
  return `Lodestone cannot start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
