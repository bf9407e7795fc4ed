/** Slack's words for a token that will not be taken tomorrow either, each with what to do about it. */
import { z } from 'zod';

const UNKNOWN =
  'Slack does not know the token. Copy SLACK_BOT_TOKEN (and SLACK_APP_TOKEN) anew from api.slack.com/apps.';
const GONE = 'The app is not installed any more. Install it to the workspace, and copy SLACK_BOT_TOKEN anew.';

const REFUSALS: Readonly<Record<string, string>> = {
  invalid_auth: UNKNOWN,
  not_authed: UNKNOWN,
  account_inactive: GONE,
  user_removed_from_team: GONE,
  team_disabled: 'The workspace is disabled. Ask its owners; the app goes on when it is enabled again.',
  token_revoked: 'The token was revoked. Reinstall the app to the workspace, and copy SLACK_BOT_TOKEN anew.',
  not_allowed_token_type:
    'The tokens are of the wrong kind: SLACK_BOT_TOKEN is xoxb-..., SLACK_APP_TOKEN is xapp-....',
  missing_scope:
    'The app lacks a scope. Reinstall it with manifest.json; SLACK_APP_TOKEN needs connections:write.',
};

const withName = z.object({ data: z.object({ error: z.string() }) });

/** The name of an error with which Slack answered; `undefined` for any other. */
export function slackErrorName(error: unknown): string | undefined {
  return withName.safeParse(error).data?.data.error;
}

/** What to do where Slack refuses a token; `undefined` for any other error. */
export function adviceOnRefusal(error: unknown): string | undefined {
  const name = slackErrorName(error);
  return name !== undefined && Object.hasOwn(REFUSALS, name) ? REFUSALS[name] : undefined;
}
