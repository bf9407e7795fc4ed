/**
 * What a failed call to Slack says. Two closed lists say for certain that nothing was posted: of the message (it may be drawn
 * simpler), and of the place, the workspace or the token (it is refused). A third asks to wait. Whatever else comes, a name
 * that is not known, an answer that is no JSON, none at all, is doubt: it may have been carried out.
 */
import {
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  type WebAPICallError,
} from '@slack/web-api';

/** Which end refuses: this conversation, the workspace as a whole, or the token, which another one may replace. */
export type RefusingEnd = 'place' | 'workspace' | 'token';

export type ErrorKind =
  /** Asked to wait: nothing was posted. */
  | 'wait'
  /** Nothing was posted: Slack can't read the message as it is drawn. */
  | 'redraw'
  | RefusingEnd
  /** Slack's own trouble: it may have been posted. So is every name that is not listed. */
  | 'doubt';

const NO_RIGHT = 'Lodestone lacks the permission to post there';
const NO_ACCESS = 'Lodestone has no access to the workspace any more';
const ONLY_SOME = 'the workspace does not let Lodestone post there';
const PERSON_GONE = 'the person is gone from the workspace';
const NO_WRITING = 'Lodestone can’t write to that person';

/** Slack's names of errors that a post may meet, with what each means and, where it refuses, the reason for people. */
export const SLACK_ERRORS: Readonly<Record<string, readonly [ErrorKind, string?]>> = {
  ratelimited: ['wait'],
  rate_limited: ['wait'],
  message_limit_exceeded: ['wait'],

  invalid_blocks: ['redraw'],
  invalid_blocks_format: ['redraw'],
  invalid_attachments: ['redraw'],
  attachment_payload_limit_exceeded: ['redraw'],
  too_many_attachments: ['redraw'],
  too_many_contact_cards: ['redraw'],
  msg_blocks_too_long: ['redraw'],
  msg_too_long: ['redraw'],
  no_text: ['redraw'],
  markdown_text_conflict: ['redraw'],
  invalid_metadata_format: ['redraw'],
  invalid_metadata_schema: ['redraw'],
  metadata_too_large: ['redraw'],
  metadata_must_be_sent_from_app: ['redraw'],
  as_user_not_supported: ['redraw'],
  cannot_reply_to_message: ['redraw'],
  thread_not_found: ['redraw'],
  duplicate_message_not_found: ['redraw'],
  slack_connect_blocked_file_type: ['redraw'],
  slack_connect_canvas_sharing_blocked: ['redraw'],
  slack_connect_clip_sharing_blocked: ['redraw'],
  slack_connect_file_link_sharing_blocked: ['redraw'],
  slack_connect_file_upload_sharing_blocked: ['redraw'],
  slack_connect_lists_sharing_blocked: ['redraw'],
  invalid_arguments: ['redraw'],
  invalid_arg_name: ['redraw'],
  invalid_array_arg: ['redraw'],
  invalid_charset: ['redraw'],
  invalid_form_data: ['redraw'],
  invalid_post_type: ['redraw'],
  missing_post_type: ['redraw'],
  deprecated_endpoint: ['redraw'],
  method_deprecated: ['redraw'],
  unknown_method: ['redraw'],

  is_archived: ['place', 'the channel is archived'],
  channel_not_found: ['place', 'the channel is gone, or it is private and Lodestone is not in it'],
  duplicate_channel_not_found: ['place', 'the channel is gone, or it is private and Lodestone is not in it'],
  not_in_channel: ['place', 'Lodestone is not in the channel any more'],
  restricted_action: ['place', ONLY_SOME],
  restricted_action_read_only_channel: ['place', 'only some people may post in that channel'],
  restricted_action_thread_only_channel: ['place', 'only threads are allowed in that channel'],
  restricted_action_non_threadable_channel: ['place', ONLY_SOME],
  restricted_action_thread_locked: ['place', ONLY_SOME],
  cannot_dm_bot: ['place', NO_WRITING],
  is_bot: ['place', NO_WRITING],
  messages_tab_disabled: ['place', NO_WRITING],
  user_is_restricted: ['place', NO_WRITING],
  user_not_found: ['place', PERSON_GONE],
  user_disabled: ['place', PERSON_GONE],

  access_denied: ['workspace', NO_ACCESS],
  accesslimited: ['workspace', NO_ACCESS],
  team_access_not_granted: ['workspace', NO_ACCESS],
  team_not_found: ['workspace', NO_ACCESS],
  enterprise_is_restricted: ['workspace', NO_ACCESS],
  two_factor_setup_required: ['workspace', NO_ACCESS],
  ekm_access_denied: ['workspace', 'the workspace’s administrators have suspended posting'],
  org_login_required: ['workspace', 'the workspace is being moved'],
  missing_scope: ['workspace', NO_RIGHT],
  no_permission: ['workspace', NO_RIGHT],
  not_allowed_token_type: ['workspace', NO_RIGHT],

  account_inactive: ['token', 'Lodestone was removed from the workspace'],
  invalid_auth: ['token', 'Lodestone’s token is not valid any more'],
  not_authed: ['token', 'Lodestone’s token is not valid any more'],
  token_revoked: ['token', 'Lodestone’s token was revoked'],
  token_expired: ['token', 'Lodestone’s token has expired'],

  internal_error: ['doubt'],
  fatal_error: ['doubt'],
  service_unavailable: ['doubt'],
  service_timeout: ['doubt'],
  request_timeout: ['doubt'],
  unknown_error: ['doubt'],
  team_added_to_org: ['doubt'],
  external_channel_migrating: ['doubt'],
};

type SlackFailure =
  /** `everywhere`: Slack says that the workspace as a whole is over its limit. */
  | { readonly kind: 'limited'; readonly waitMs: number; readonly everywhere: boolean }
  /** It never reached Slack. */
  | { readonly kind: 'unsent'; readonly reason: string }
  /** It may or may not have been carried out. `name`: Slack gave a name for it that is not in the table. */
  | { readonly kind: 'unclear'; readonly reason: string; readonly name?: string }
  /** Slack answered: no. */
  | { readonly kind: 'no'; readonly error: string; readonly end: 'redraw' | RefusingEnd };

/** The connection was never made. */
const NO_CONNECTION = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** Waited for when Slack doesn't say how long. */
const DEFAULT_WAIT_MS = 30_000;
/** What an error's name looks like; the client also gives the text of what is no JSON. */
const NAME = /^[a-z][a-z0-9_]{2,79}$/;

/** Reads an error that Slack's client threw. */
export function readSlackError(error: unknown): SlackFailure {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'limited', waitMs: Math.max(0, error.retryAfter) * 1000, everywhere: false };
  }
  if (error instanceof WebAPIPlatformError) return readAnswer(error.data);
  if (error instanceof WebAPIRequestError && NO_CONNECTION.has(causeOf(error.original))) {
    return { kind: 'unsent', reason: causeOf(error.original) };
  }
  return { kind: 'unclear', reason: error instanceof Error ? error.message : String(error) };
}

function readAnswer({ error: name }: { readonly error?: unknown }): SlackFailure {
  if (typeof name !== 'string' || !NAME.test(name)) {
    return { kind: 'unclear', reason: 'the answer is none of Slack’s' };
  }
  const [kind] = Object.hasOwn(SLACK_ERRORS, name) ? (SLACK_ERRORS[name] ?? []) : [];
  switch (kind) {
    case 'wait':
      return { kind: 'limited', waitMs: DEFAULT_WAIT_MS, everywhere: name === 'message_limit_exceeded' };
    case 'doubt':
      return { kind: 'unclear', reason: name };
    case undefined:
      return { kind: 'unclear', reason: name, name };
    default:
      return { kind: 'no', error: name, end: kind };
  }
}

function causeOf(error: WebAPICallError | Error): string {
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

/** The reasons, in words, that lie in the token: with another one, the same place may be posted to. */
export const TOKEN_REASONS: readonly string[] = [
  ...new Set(
    Object.values(SLACK_ERRORS).flatMap(([kind, reason]) => (kind === 'token' && reason ? [reason] : [])),
  ),
];

/** The reason for a person. @example refusalInWords('is_archived') // "the channel is archived" */
export function refusalInWords(error: string): string {
  return SLACK_ERRORS[error]?.[1] ?? error;
}
