/** What becomes of any failure: a line in the log and a word to the person, both with the same reference. */
import type { App, CodedError, Context } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { slackErrorName } from '#src/platform/connection/slack-refusals.ts';
import { newReference } from '#src/platform/errors.ts';
import type { Log } from '#src/platform/log.ts';

/** What whoever runs Lodestone can do about Slack's own refusals. */
const ADVICE: Readonly<Record<string, string>> = {
  not_in_channel: 'Invite the app to the channel.',
  channel_not_found: 'Invite the app to the channel; private ones stay hidden until then.',
  is_archived: 'The channel is archived.',
  missing_scope: 'Reinstall the app with the scopes of manifest.json.',
  invalid_auth: 'Renew SLACK_BOT_TOKEN: Slack no longer takes it.',
  token_revoked: 'Renew SLACK_BOT_TOKEN: Slack no longer takes it.',
  account_inactive: 'The app was uninstalled: install it again, and renew SLACK_BOT_TOKEN.',
  restricted_action: 'The workspace forbids the app to post there.',
  expired_trigger_id: 'The answer came too late for Slack; is the machine busy?',
};

function adviceOn(error: unknown): string | undefined {
  const refusal = slackErrorName(error);
  return refusal === undefined ? undefined : ADVICE[refusal];
}

/** What failed here, not at Slack: what is wrong, and what whoever runs Lodestone can do about it. */
interface OwnFailure {
  readonly message: string;
  readonly fix: string;
}

/** What the person is told whose request failed. */
function apology(failure: OwnFailure | undefined, reference: string): string {
  const what = failure === undefined ? 'Something went wrong on my side' : failure.message.replace(/\.$/, '');
  return `${what}, and this is not answered. Please try again in a minute. If it happens again, give this reference to whoever runs Lodestone: ${reference}`;
}

/** Slack lets a form be opened within three seconds of a press. Nothing is broken: it can be pressed again. */
const EXPIRED = new Set([
  'expired_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
  'exchanged_trigger_id',
]);
const PRESS_AGAIN =
  'Slack gives a form three seconds to open, and it was not there in time. Nothing was changed: press again, or type the command again.';

/** Where to tell the person: a `response_url`, a conversation, or their direct message. */
const origin = z.object({
  response_url: z.string().optional(),
  event: z
    .object({
      type: z.string(),
      user: z.string().optional(),
      channel: z.string().optional(),
      channel_type: z.string().optional(),
      ts: z.string().optional(),
      thread_ts: z.string().optional(),
    })
    .optional(),
  user: z.object({ id: z.string() }).optional(),
});

/** Tells whoever a request came from, and nobody else where Slack lets one. @throws where Slack does not take it */
export async function tell(text: string, body: unknown, client: WebClient): Promise<void> {
  const { response_url: responseUrl, event, user } = origin.parse(body);
  if (responseUrl !== undefined) {
    const response = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, response_type: 'ephemeral', replace_original: false }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`response_url answered ${response.status}`);
    return;
  }
  const person = event?.user ?? user?.id;
  const thread = event?.thread_ts ?? (event?.type === 'app_mention' ? event.ts : undefined);
  // Posting to a person's id reaches their direct message with the app; nobody awaits word of an opened Home.
  const channel = event === undefined ? person : event.type === 'app_home_opened' ? undefined : event.channel;
  if (channel === undefined) return;
  await client.apiCall('chat.postMessage', { channel, text, thread_ts: thread });
}

/** What Bolt hands over with `extendedErrorHandler: true`; it does not export the type. */
interface Failure {
  readonly error: CodedError;
  readonly body: unknown;
  readonly context: Context;
}

/** Sets the one error handler. It never throws: that would end the process. */
export function handleErrors(
  app: App,
  log: Log,
  ownFailure: (error: unknown) => OwnFailure | undefined = () => undefined,
): void {
  app.error(async ({ error, body, context }: Failure) => {
    const reference = newReference();
    const cause = error.original ?? error;
    const failure = ownFailure(cause);
    const advice = failure?.fix ?? adviceOn(cause);
    log.error({ reference, error, advice, retry: context.retryNum }, 'a listener failed');
    const text = EXPIRED.has(slackErrorName(cause) ?? '') ? PRESS_AGAIN : apology(failure, reference);
    try {
      await tell(text, body, app.client);
    } catch (untold) {
      log.error({ reference, error: untold, advice: adviceOn(untold) }, 'could not tell the person either');
    }
  });
}
