/** What a failed call to Slack says: nothing happened, something may have happened, or it never will. */
import {
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  type WebAPICallError,
} from '@slack/web-api';

export type SlackFailure =
  | { readonly kind: 'limited'; readonly waitMs: number }
  | { readonly kind: 'unsent'; readonly reason: string }
  | { readonly kind: 'unclear'; readonly reason: string }
  /** Slack answered: no. */
  | { readonly kind: 'no'; readonly error: string };

/** Slack's own trouble: the call may have been carried out before it failed. */
const SLACKS_TROUBLE = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'external_channel_migrating',
]);
const LIMITED = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);
/** The connection was never made. */
const NO_CONNECTION = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);
/** Waited for when Slack doesn't say how long. */
const DEFAULT_WAIT_MS = 30_000;

/** Reads an error that Slack's client threw. */
export function readSlackError(error: unknown): SlackFailure {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'limited', waitMs: error.retryAfter * 1000 };
  if (error instanceof WebAPIPlatformError) {
    const name = error.data.error;
    if (LIMITED.has(name)) return { kind: 'limited', waitMs: DEFAULT_WAIT_MS };
    return SLACKS_TROUBLE.has(name) ? { kind: 'unclear', reason: name } : { kind: 'no', error: name };
  }
  if (error instanceof WebAPIRequestError && NO_CONNECTION.has(causeOf(error.original))) {
    return { kind: 'unsent', reason: causeOf(error.original) };
  }
  return { kind: 'unclear', reason: error instanceof Error ? error.message : String(error) };
}

function causeOf(error: WebAPICallError | Error): string {
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

const REFUSALS: Readonly<Record<string, string>> = {
  is_archived: 'the channel is archived',
  channel_not_found: 'the channel is gone, or it is private and Lodestone is not in it',
  not_in_channel: 'Lodestone is not in the channel any more',
  restricted_action: 'the workspace does not let Lodestone post there',
  restricted_action_read_only_channel: 'only some people may post in that channel',
  restricted_action_thread_only_channel: 'only threads are allowed in that channel',
  restricted_action_non_threadable_channel: 'the workspace does not let Lodestone post there',
  cannot_dm_bot: 'Lodestone can’t write to that person',
  messages_tab_disabled: 'Lodestone can’t write to that person',
  user_not_found: 'the person is gone from the workspace',
  user_disabled: 'the person is gone from the workspace',
  user_is_restricted: 'Lodestone can’t write to that person',
  team_access_not_granted: 'Lodestone has no access to the workspace any more',
  access_denied: 'Lodestone has no access to the workspace any more',
  ekm_access_denied: 'the workspace’s administrators have suspended posting',
  org_login_required: 'the workspace is being moved',
  two_factor_setup_required: 'Lodestone has no access to the workspace any more',
  accesslimited: 'Lodestone has no access to the workspace any more',
  account_inactive: 'Lodestone was removed from the workspace',
  invalid_auth: 'Lodestone’s token is not valid any more',
  not_authed: 'Lodestone’s token is not valid any more',
  token_revoked: 'Lodestone’s token was revoked',
  token_expired: 'Lodestone’s token has expired',
  missing_scope: 'Lodestone lacks the permission to post there',
  no_permission: 'Lodestone lacks the permission to post there',
  not_allowed_token_type: 'Lodestone lacks the permission to post there',
};

/** The reasons, in words, that lie in the token: with another one, the same place may be posted to. */
export const TOKEN_REASONS: readonly string[] = [
  ...new Set(
    ['account_inactive', 'invalid_auth', 'not_authed', 'token_revoked', 'token_expired'].map(refusalInWords),
  ),
];

/** Whether Slack refuses the place, not the message. */
export function isRefusal(error: string): boolean {
  return REFUSALS[error] !== undefined;
}

/** The reason for a person. @example refusalInWords('is_archived') // "the channel is archived" */
export function refusalInWords(error: string): string {
  return REFUSALS[error] ?? error;
}
