/** One attempt to post a message, and what its outcome means for the next step. */
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Message } from '#src/presentation/message.ts';
import { createHearingFetch } from './slack-clock.ts';
import { readSlackError, type RefusingEnd } from './slack-errors.ts';

/** Marks our messages in a channel's history; `event_payload.key` names the delivery's slot. */
export const METADATA_TYPE = 'lodestone_delivery';

/** The calls of Slack's client that delivery makes. */
export type Client = Pick<WebClient, 'chat' | 'conversations'>;

/**
 * A client for posts that must happen once: no retries of its own, which would post again what may have been posted,
 * no waiting inside on 429, and an end to each call. It hears what time it is for Slack.
 * @param timeoutMs How long a call may take; must be well under the lease of a delivery.
 */
export function createPostingClient(
  token: string,
  timeoutMs: number,
  options: Pick<WebClientOptions, 'slackApiUrl' | 'logger'> = {},
): WebClient {
  const hearing = createHearingFetch(options.slackApiUrl);
  const client = new WebClient(token, {
    ...options,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    fetch: async (...request) => withSeconds(await hearing.fetch(...request)),
  });
  hearing.of(client);
  return client;
}

/** Waited for where a 429 doesn't say how long. */
const UNSAID_WAIT_S = 30;

/**
 * A 429 says that nothing was done, also one that names a date, or nothing, in place of seconds: the client would take it for
 * an answer that is none.
 */
function withSeconds(response: Response): Response {
  const after = response.headers.get('retry-after');
  if (response.status !== 429 || /^\d+$/.test(after ?? '')) return response;
  const until =
    Date.parse(after ?? '') - Date.parse(response.headers.get('date') ?? new Date().toUTCString());
  const seconds = Number.isNaN(until) ? UNSAID_WAIT_S : Math.max(1, Math.ceil(until / 1000));
  const headers = new Headers(response.headers);
  headers.set('retry-after', String(seconds));
  return new Response(response.body, { status: 429, headers });
}

export type PostOutcome =
  /** `conversation`: where it stands, which for a person is a direct message's own id. */
  | { readonly kind: 'posted'; readonly ts: string; readonly conversation: string }
  /** Slack asks to wait: it was not posted. */
  | { readonly kind: 'limited'; readonly waitMs: number; readonly everywhere: boolean }
  /** It never reached Slack. */
  | { readonly kind: 'unsent'; readonly reason: string }
  /** It may or may not have been posted. `name`: Slack gave a name for it that is not known here. */
  | { readonly kind: 'doubt'; readonly reason: string; readonly name?: string }
  /** The channel or the workspace will not have it: not now, and not later. */
  | { readonly kind: 'refused'; readonly error: string; readonly end: RefusingEnd }
  /** Slack can't read this message, however it is drawn. */
  | { readonly kind: 'unfit'; readonly reason: string }
  /** Somebody else has taken the delivery over. */
  | { readonly kind: 'lost' };

/** How a message is drawn: in full, without pictures, without tables too, and as bare text. */
const DRAWINGS = [undefined, 'no-pictures', 'plain', 'text'] as const;

export interface Posting {
  readonly channel: string;
  /** Names the delivery's slot. */
  readonly key: string;
  /** The message in whose thread it is to stand. */
  readonly thread?: string | undefined;
  readonly render: (without?: 'no-pictures' | 'plain') => Message;
  /** Asked before it is posted again with less: holds the delivery for longer. Where it says no, it is not. */
  readonly keep: () => Promise<boolean>;
}

/**
 * Posts, and where Slack says that it can't read the message, posts again with less: a picture that Slack can't fetch makes
 * it refuse the whole message. Never throws for what Slack or the network does.
 */
export async function post(
  client: Client,
  { channel, key, thread, render, keep }: Posting,
): Promise<PostOutcome> {
  let refused = '';
  for (const drawing of DRAWINGS) {
    if (drawing !== undefined && !(await keep())) return { kind: 'lost' };
    const { text, blocks } = render(drawing === 'text' ? 'plain' : drawing);
    const outcome = await postOnce(client, {
      channel,
      text,
      ...(drawing !== 'text' && { blocks }),
      ...(thread !== undefined && { thread_ts: thread }),
      metadata: { event_type: METADATA_TYPE, event_payload: { key } },
      unfurl_links: false,
      unfurl_media: false,
    });
    if (outcome.kind !== 'unfit') return outcome;
    refused = outcome.reason;
  }
  return { kind: 'unfit', reason: refused };
}

type PostArguments = Parameters<Client['chat']['postMessage']>[0];

async function postOnce(client: Client, message: PostArguments): Promise<PostOutcome> {
  try {
    const { ts, channel } = await client.chat.postMessage(message);
    if (typeof ts !== 'string' || !/^\d+\.\d+$/.test(ts)) {
      return { kind: 'doubt', reason: 'the answer has no ts' };
    }
    return { kind: 'posted', ts, conversation: typeof channel === 'string' ? channel : message.channel };
  } catch (error) {
    const read = readSlackError(error);
    switch (read.kind) {
      case 'limited':
      case 'unsent':
        return read;
      case 'unclear':
        return { ...read, kind: 'doubt' };
      default:
        return read.end === 'redraw'
          ? { kind: 'unfit', reason: read.error }
          : { kind: 'refused', error: read.error, end: read.end };
    }
  }
}
