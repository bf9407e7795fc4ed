/** What is said of a card that waits: "no, make it Tuesday". The card is edited, and nothing is made by it. */
import type { WebClient } from '@slack/web-api';
import type { Actor } from '#src/access/actor.ts';
import { dayIn } from '#src/domain/measure/days.ts';
import { correctedRequest } from '#src/domain/watching/drafts/corrected.ts';
import type { AskedRequest } from '#src/domain/watching/requests/request.ts';
import { fixedLine } from '#src/presentation/line-message.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { newItems } from '#src/slack/digests/form-choice.ts';
import type { Post, PublicPost } from '#src/slack/send.ts';
import { drawCard } from './answer-requests.ts';
import { KINDS } from './kinds.ts';
import { postedTs } from './pending-cards.ts';

const CHANGED = '*Changed, as you said:*';

interface Correction {
  readonly text: string;
  /** What was read of it as if nothing waited. */
  readonly requests: readonly AskedRequest[];
  readonly actor: Actor;
  readonly client: WebClient;
  readonly channel: string;
  readonly post: PublicPost;
  /** For whoever asked alone. */
  readonly whisper: Post;
}

/** @returns whether the text was of a card that waits, and is done with */
export async function correctPending(
  deps: ListenerDeps,
  { text, requests, actor, client, channel, post, whisper }: Correction,
): Promise<boolean> {
  const pending = deps.cards.recall(actor, channel);
  if (pending === undefined) return false;
  const { zone } = actor;
  const today = dayIn(deps.now().getTime(), zone);
  const { materials } = deps.catalog;
  const request = correctedRequest(pending.card.request, text, {
    materials,
    today,
    zone,
    requests,
    items: newItems(deps),
  });
  if (request === undefined) return false;
  // Another price may not be past already: whether it is to come at once is asked anew.
  const { start: _, ...rest } = pending.card;
  const card = { ...rest, request };
  const kind = KINDS[request.intent];
  const call = { deps, client, actor, card };
  // Another process, or its form, has made it: then it is one that there is.
  if ((await kind.isDone?.(call)) === true) {
    deps.cards.forget(actor, channel);
    return false;
  }
  // What only whoever asked could see stays with them.
  if (pending.ts === undefined) {
    deps.cards.remember(actor, card, postedTs(await whisper(await drawCard(call, CHANGED))));
    return true;
  }
  const { text: words, blocks } = await drawCard(call, CHANGED);
  await client.chat.update({ channel, ts: pending.ts, text: words, blocks: [...blocks] });
  deps.cards.remember(actor, card, pending.ts);
  await post(fixedLine('Changed in the card above. Nothing is done before you press its button.'));
  deps.log.info({ intent: request.intent, ask: request.ask }, 'put right in words');
  return true;
}
