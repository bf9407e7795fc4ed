/** Looks whether a message that may have been posted is there: in the channel's history, by its metadata. */
import type { Store } from '#src/storage/database/database.ts';
import { findDirectMessage, keepDirectMessage } from '#src/storage/direct-messages.ts';
import type { Forgetful } from './gate.ts';
import { pauseFor, pauseLeft, type Pause } from './pause.ts';
import { METADATA_TYPE, type Client } from './post.ts';
import { readSlackError } from './slack-errors.ts';

type LookOutcome =
  /** Each copy's `ts`, the oldest first, and the conversation that they stand in. */
  | { readonly kind: 'found'; readonly copies: readonly [string, ...string[]]; readonly conversation: string }
  | { readonly kind: 'absent' }
  /** Slack asks to wait, could not be reached, or gave no clear answer: look again later. */
  | { readonly kind: 'later'; readonly waitMs: number }
  /** Somebody else has taken it over. */
  | { readonly kind: 'lost' }
  /** History can't be read, now or later: the scope was not granted, or Lodestone is not in the channel. */
  | { readonly kind: 'unreadable'; readonly error: string };

export interface LookFor {
  readonly team: string;
  readonly channel: string;
  /** The message in whose thread it is looked for; `undefined` for the conversation itself. */
  readonly thread?: string | undefined;
  /** What the message may carry: any of these. */
  readonly keys: readonly string[];
  /** Milliseconds since 1970 by Slack's clock; older messages are not looked at. */
  readonly since: number;
  /** There may be more than one copy: all of the history since then is looked at. */
  readonly all: boolean;
  /** Asked before each call: takes the delivery, or holds it for longer. Where it says no, nothing more is asked of Slack. */
  readonly keep: () => Promise<boolean>;
}

export type Look = (client: Client, wanted: LookFor) => Promise<LookOutcome>;

/** Slack gives distributed apps 15 messages a call, and others more. */
const PAGE = 200;
/** After Slack’s own trouble, or a broken connection; twice as long after each further one in the same channel. */
const RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;
/** Another looks in the same channel: those who wait come back one after another. */
const TURN_MS = 1_000;
/** With one of these, history is readable again by another token, not by another rule. */
const TOKEN_WAIT_MS = 60_000;

/**
 * Look-ups. Slack allows few of them, one a minute to some apps: a workspace that asked to wait is not asked again before,
 * and a channel whose history hangs is asked less and less often. In a channel one looks at a time: one that hangs keeps one
 * worker and no more.
 */
export function createLook(store: Store, now: () => number, forgettables: Forgetful): Look {
  const teams = new Map<string, Pause>();
  const troubled = new Map<string, Pause>();
  /** Channels that are looked at, and when the last of those who wait for that comes back. */
  const looking = new Map<string, number>();
  forgettables.register({
    what: 'which channels were looked at in vain',
    forgetTeam: (team) => {
      teams.delete(team);
      for (const key of troubled.keys()) if (key.startsWith(`${team} `)) troubled.delete(key);
    },
  });
  return async (client, wanted) => {
    const key = `${wanted.team} ${wanted.channel}`;
    const pauses = [teams.get(wanted.team), troubled.get(key)];
    const waitMs = Math.max(...pauses.map((pause) => pauseLeft(pause, now())));
    if (waitMs > 0) return { kind: 'later', waitMs: Math.min(waitMs, LONGEST_RETRY_MS) };
    const queued = looking.get(key);
    if (queued !== undefined) {
      const turn = Math.max(now(), Math.min(queued, now() + LONGEST_RETRY_MS)) + TURN_MS;
      looking.set(key, turn);
      return { kind: 'later', waitMs: turn - now() };
    }
    looking.set(key, 0);
    const outcome = await lookOnce(store, client, wanted).finally(() => looking.delete(key));
    if (outcome.kind === 'limited') {
      teams.set(wanted.team, pauseFor(outcome.waitMs, now()));
      return { kind: 'later', waitMs: outcome.waitMs };
    }
    if (outcome.kind !== 'trouble') {
      troubled.delete(key);
      return outcome;
    }
    const wait = Math.min((troubled.get(key)?.ms ?? RETRY_MS / 2) * 2, LONGEST_RETRY_MS);
    troubled.set(key, pauseFor(wait, now()));
    return { kind: 'later', waitMs: wait };
  };
}

type Answer =
  | Exclude<LookOutcome, { kind: 'later' }>
  | { readonly kind: 'limited'; readonly waitMs: number }
  | { readonly kind: 'trouble' };

async function lookOnce(store: Store, client: Client, wanted: LookFor): Promise<Answer> {
  let cursor: string | undefined;
  const copies: string[] = [];
  try {
    if (!(await wanted.keep())) return { kind: 'lost' };
    const conversation = await conversationOf(store, client, wanted);
    for (let first = true; first || cursor !== undefined; first = false) {
      if (!first && !(await wanted.keep())) return { kind: 'lost' };
      const page = await lookAtPage(client, conversation, wanted, cursor);
      if (page === undefined) return { kind: 'trouble' };
      copies.push(...page.copies);
      cursor = !wanted.all && copies.length > 0 ? undefined : page.next;
    }
    const [oldest, ...others] = copies.toSorted((a, b) => Number(a) - Number(b));
    return oldest === undefined
      ? { kind: 'absent' }
      : { kind: 'found', copies: [oldest, ...others], conversation };
  } catch (error) {
    const read = readSlackError(error);
    if (read.kind === 'limited') return { kind: 'limited', waitMs: read.waitMs };
    if (read.kind !== 'no') return { kind: 'trouble' };
    return read.end === 'token'
      ? { kind: 'limited', waitMs: TOKEN_WAIT_MS }
      : { kind: 'unreadable', error: read.error };
  }
}

/** @returns also where the next page begins; all is `undefined` where the answer is none of Slack's */
async function lookAtPage(
  client: Client,
  conversation: string,
  { keys, since, thread }: LookFor,
  cursor: string | undefined,
): Promise<{ copies: readonly string[]; next: string | undefined } | undefined> {
  const asked = {
    channel: conversation,
    oldest: String(since / 1000),
    include_all_metadata: true,
    limit: PAGE,
    ...(cursor !== undefined && { cursor }),
  };
  // A conversation's history has no replies of its threads.
  const page =
    thread === undefined
      ? await client.conversations.history(asked)
      : await client.conversations.replies({ ...asked, ts: thread });
  const { messages, has_more } = page;
  const next = page.response_metadata?.next_cursor || undefined;
  // What was cut off, or leads back to itself, says nothing of what is not in it.
  const goesOn = has_more !== true || next !== undefined;
  if (!Array.isArray(messages) || !goesOn || (next !== undefined && next === cursor)) return undefined;
  const copies = messages
    .filter(
      ({ metadata }) =>
        metadata?.event_type === METADATA_TYPE && keys.includes(keyOf(metadata.event_payload)),
    )
    .flatMap(({ ts }) => (ts === undefined ? [] : [ts]));
  return { copies, next };
}

/** A person is posted to by their id, but their messages stand in a conversation with an id of its own. */
async function conversationOf(store: Store, client: Client, { team, channel }: LookFor): Promise<string> {
  if (!/^[UW]/.test(channel)) return channel;
  const known = await findDirectMessage(store.db, team, channel);
  if (known !== undefined) return known;
  const { channel: direct } = await client.conversations.open({ users: channel });
  if (direct?.id !== undefined) await keepDirectMessage(store.db, team, channel, direct.id);
  return direct?.id ?? channel;
}

function keyOf(payload: unknown): string {
  return typeof payload === 'object' && payload !== null && 'key' in payload ? String(payload.key) : '';
}
