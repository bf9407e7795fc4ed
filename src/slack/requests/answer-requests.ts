/** Requests in words: each gets a card, which says what was understood. Nothing is done before it is pressed. */
import type { WebClient } from '@slack/web-api';
import { createHash } from 'node:crypto';
import type { Actor } from '#src/access/actor.ts';
import { dayIn } from '#src/domain/measure/days.ts';
import { readRequests } from '#src/domain/watching/requests/read-requests.ts';
import { unknownNames } from '#src/domain/watching/requests/metals/unknown-names.ts';
import type { AskedRequest } from '#src/domain/watching/requests/request.ts';
import { doneCard, requestCard } from '#src/presentation/cards/request-card.ts';
import { fixedLine, lineMessage } from '#src/presentation/line-message.ts';
import type { PublicMessage } from '#src/presentation/message.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import type { Post, PublicPost } from '#src/slack/send.ts';
import { KINDS } from './kinds.ts';
import { ofNewest, withSpokenOf } from './spoken-of.ts';
import { postedTs } from './pending-cards.ts';
import { MOST_UNKNOWN, type CardValue } from './card-value.ts';
import type { RequestCall, RequestKind } from './request-kind.ts';

/** What a text asks to be set up, listed, changed or handed out; it is read for that before it is read as a question. */
export function requestsIn(
  deps: Pick<ListenerDeps, 'catalog' | 'now'>,
  text: string,
  actor: Pick<Actor, 'zone'>,
): readonly AskedRequest[] {
  return readRequests(text, contextOf(deps, actor));
}

const contextOf = (
  { catalog, now }: Pick<ListenerDeps, 'catalog' | 'now'>,
  { zone }: Pick<Actor, 'zone'>,
) => ({
  materials: catalog.materials,
  today: dayIn(now().getTime(), zone),
  zone,
});

const LONGEST_NAME = 40;
const unknownIn = (deps: ListenerDeps, text: string, actor: Actor): readonly string[] =>
  unknownNames(text, contextOf(deps, actor))
    .slice(0, MOST_UNKNOWN)
    .map((name) => name.slice(0, LONGEST_NAME));

interface Asking {
  readonly text: string;
  readonly requests: readonly AskedRequest[];
  readonly actor: Actor;
  readonly client: WebClient;
  /** Where it was said. */
  readonly channel: string;
  /** The thread that it was said in; none in a direct message or a command. */
  readonly thread?: string | undefined;
  /** Names the message: of one that comes twice the cards are the same. */
  readonly message: string;
  readonly aloud: boolean;
  readonly post: PublicPost;
  /** For whoever asked alone. */
  readonly whisper: Post;
}

/** A card for each request, or what it lists. */
export async function answerRequests(deps: ListenerDeps, asking: Asking): Promise<void> {
  const { text, actor, client, channel, thread, message, aloud, post, whisper } = asking;
  const requests = await ofNewest(deps, asking, withSpokenOf(asking.requests));
  const isOneOfSeveral = requests.filter(({ intent }) => KINDS[intent].message === undefined).length > 1;
  for (const [at, request] of requests.entries()) {
    const key = createHash('sha256').update(`${channel} ${message} ${at}`).digest('base64url').slice(0, 16);
    const unknown = request.cannot.includes('metals') ? unknownIn(deps, text, actor) : [];
    const card: CardValue = {
      request,
      by: actor.user,
      key,
      in: channel,
      ...(unknown.length === 0 ? {} : { unknown }),
    };
    const kind = KINDS[request.intent];
    const call = { deps, client, actor, card };
    const why = kind.bar(actor, deps.house);
    if (why !== undefined) await whisper(lineMessage(why));
    else if (kind.message !== undefined) await whisper(await kind.message(call));
    else {
      const drawn = await drawCard(call);
      const ts = postedTs(await (isAlone(kind, actor, aloud) ? whisper(drawn.message) : post(drawn.message)));
      // What is said next puts the last one right.
      deps.cards.remember(actor, drawn.card, { ts, thread, isOneOfSeveral });
    }
    deps.log.info({ intent: request.intent, ask: request.ask, cannot: request.cannot }, 'asked for');
  }
}

/** Whether only whoever asked may read it. @param aloud Whether others read along where it was said */
export const isAlone = ({ alone }: RequestKind, { sharedOutside }: Actor, aloud: boolean): boolean =>
  alone === true || (alone === 'before-others' && aloud && sharedOutside);

/** A card as it stands, and what its buttons carry. */
interface Drawn {
  readonly message: PublicMessage;
  readonly card: CardValue;
}

/** The card as it stands; without buttons where there is too much in it. @param note A line above it, as mrkdwn */
export async function drawCard(call: RequestCall, note?: string): Promise<Drawn> {
  const { bar, propose } = KINDS[call.card.request.intent];
  const why = bar(call.actor, call.deps.house);
  if (why !== undefined) return { message: doneCard([why]), card: call.card };
  const { ids, ...proposal } = await propose(call);
  const lines = note === undefined ? proposal.lines : [note, ...proposal.lines];
  const card: CardValue = ids === undefined ? call.card : { ...call.card, ids };
  const message = requestCard({ ...proposal, lines, value: JSON.stringify(card) }) ?? fixedLine(TOO_LONG);
  return { message, card };
}

const TOO_LONG = 'That is too much for one request: say it in shorter ones.';
