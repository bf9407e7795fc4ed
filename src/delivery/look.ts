/** Looks whether a message that may have been posted is there: in the channel's history, by its metadata. */
import PQueue from 'p-queue';
import { METADATA_TYPE, type Client } from './post.ts';
import { readSlackError } from './slack-errors.ts';

export type LookOutcome =
  | { readonly kind: 'found'; readonly ts: string }
  | { readonly kind: 'absent' }
  /** Slack asks to wait, or could not be reached: look again later. */
  | { readonly kind: 'later'; readonly waitMs: number; readonly limited: boolean }
  /** Somebody else has taken it over. */
  | { readonly kind: 'lost' }
  /** History can't be read, now or later: the scope was not granted, or Lodestone is not in the channel. */
  | { readonly kind: 'unreadable'; readonly error: string };

export interface LookFor {
  readonly team: string;
  readonly channel: string;
  readonly key: string;
  /** Milliseconds since 1970; older messages are not looked at. */
  readonly since: number;
  /** Asked before each call: takes the delivery, or holds it for longer. Where it says no, nothing more is asked of Slack. */
  readonly keep: () => Promise<boolean>;
}

export type Look = (client: Client, wanted: LookFor) => Promise<LookOutcome>;

/** Slack gives distributed apps 15 messages a call, and others more. */
const PAGE = 200;
/** After Slack’s own trouble, or a broken connection. */
const RETRY_MS = 2_000;

/**
 * Look-ups, one at a time: Slack allows few of them, one a minute to some apps. A workspace that asked to wait is not
 * asked again before. A delivery is taken when its turn has come, so that none is held while it waits for others.
 */
export function createLook(now: () => number): Look {
  const queue = new PQueue({ concurrency: 1 });
  const waitUntil = new Map<string, number>();
  return async (client, wanted) =>
    await queue.add(async (): Promise<LookOutcome> => {
      const waitMs = (waitUntil.get(wanted.team) ?? 0) - now();
      if (waitMs > 0) return { kind: 'later', waitMs, limited: true };
      const outcome = await lookOnce(client, wanted);
      if (outcome.kind === 'later' && outcome.limited) waitUntil.set(wanted.team, now() + outcome.waitMs);
      return outcome;
    });
}

async function lookOnce(client: Client, wanted: LookFor): Promise<LookOutcome> {
  let cursor: string | undefined;
  do {
    if (!(await wanted.keep())) return { kind: 'lost' };
    const page = await lookAtPage(client, wanted, cursor);
    if (page.kind !== 'absent') return page;
    cursor = page.next;
  } while (cursor !== undefined);
  return { kind: 'absent' };
}

/** @returns also where the next page begins; `undefined` where there is none */
async function lookAtPage(
  client: Client,
  { channel, key, since }: LookFor,
  cursor: string | undefined,
): Promise<Exclude<LookOutcome, { kind: 'absent' }> | { kind: 'absent'; next: string | undefined }> {
  try {
    const page = await client.conversations.history({
      channel: await conversationOf(client, channel),
      oldest: String(since / 1000),
      include_all_metadata: true,
      limit: PAGE,
      ...(cursor !== undefined && { cursor }),
    });
    const found = page.messages?.find(
      ({ metadata }) => metadata?.event_type === METADATA_TYPE && keyOf(metadata.event_payload) === key,
    );
    if (found?.ts !== undefined) return { kind: 'found', ts: found.ts };
    return { kind: 'absent', next: page.response_metadata?.next_cursor || undefined };
  } catch (error) {
    const read = readSlackError(error);
    if (read.kind === 'no') return { kind: 'unreadable', error: read.error };
    const limited = read.kind === 'limited';
    return { kind: 'later', waitMs: limited ? read.waitMs : RETRY_MS, limited };
  }
}

/** A person is posted to by their id, but their messages stand in a conversation with an id of its own. */
async function conversationOf(client: Client, channel: string): Promise<string> {
  if (!/^[UW]/.test(channel)) return channel;
  const { channel: direct } = await client.conversations.open({ users: channel });
  return direct?.id ?? channel;
}

function keyOf(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'key' in payload ? payload.key : undefined;
}
