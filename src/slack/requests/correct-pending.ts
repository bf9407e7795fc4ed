/** What is said of a card that waits: "no, make it Tuesday" edits it and makes nothing, "yes" does what its button does. */
import { dayIn } from '#src/domain/measure/days.ts';
import { decisionIn } from '#src/domain/watching/drafts/decision.ts';
import { correctedRequest } from '#src/domain/watching/drafts/corrected.ts';
import { fixedLine } from '#src/presentation/line-message.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { newItems } from '#src/slack/digests/form-choice.ts';
import { drawCard } from './answer-requests.ts';
import { decidePending } from './decide-pending.ts';
import { KINDS } from './kinds.ts';
import { postedTs, type SaidOfCard } from './pending-cards.ts';

const CHANGED = '*Changed, as you said:*';

/** @returns whether the text was of a card that waits, and is done with */
export async function correctPending(deps: ListenerDeps, said: SaidOfCard): Promise<boolean> {
  const { text, requests, actor, client, channel, post, whisper } = said;
  const pending = deps.cards.recall(actor, channel);
  if (pending === undefined) return false;
  const decision = decisionIn(text, pending.card.request.intent);
  if (decision !== undefined) return await decidePending(deps, said, pending, decision);
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
  const { start: _, ids, ...rest } = pending.card;
  // Where another one is meant, it is looked for anew.
  const isSame = request.target === pending.card.request.target && ids !== undefined;
  const card = { ...rest, request, ...(isSame ? { ids } : {}) };
  const kind = KINDS[request.intent];
  const call = { deps, client, actor, card };
  // Another process, or its form, has made it: then it is one that there is.
  if ((await kind.isDone?.(call)) === true) {
    deps.cards.forget(actor, channel);
    return false;
  }
  const drawn = await drawCard(call, CHANGED);
  // What only whoever asked could see stays with them.
  if (pending.ts === undefined) {
    const ts = postedTs(await whisper(drawn.message));
    deps.cards.remember(actor, drawn.card, { ...pending, ts });
    return true;
  }
  const { text: words, blocks } = drawn.message;
  await client.chat.update({ channel, ts: pending.ts, text: words, blocks: [...blocks] });
  deps.cards.remember(actor, drawn.card, pending);
  await post(fixedLine('Changed in the card above. Nothing is done before you press its button.'));
  deps.log.info({ intent: request.intent, ask: request.ask }, 'put right in words');
  return true;
}
