/** "Yes", "do it" or "never mind" said to a card that waits: what its button does, by the same person and with the same gates. */
import type { Decision } from '#src/domain/watching/drafts/decision.ts';
import { doneCard } from '#src/presentation/cards/request-card.ts';
import { fixedLine, lineMessage } from '#src/presentation/line-message.ts';
import type { PublicMessage } from '#src/presentation/message.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { drawCard, isAlone } from './answer-requests.ts';
import { KINDS } from './kinds.ts';
import { chooseFirst, LEFT } from './request-kind.ts';
import type { PendingCard, SaidOfCard } from './pending-cards.ts';

const ABOVE = fixedLine('The card above says what came of it.');
const SEVERAL = fixedLine('Several cards wait: press the button of each that is meant.');
const FOR_GOOD = fixedLine('That can’t be undone. Say “delete”, or press the button.');
const OPEN = fixedLine('Something is to be chosen in the card above first.');

/** @returns whether it was decided, or is said why not; a card in another thread is none that is spoken of */
export async function decidePending(
  deps: ListenerDeps,
  { actor, client, channel, thread, message, aloud, post, whisper }: Omit<SaidOfCard, 'text' | 'requests'>,
  pending: PendingCard,
  decision: Decision,
): Promise<boolean> {
  const isElsewhere = thread !== pending.thread && thread !== message;
  if (isElsewhere) return false;
  const { card, ts } = pending;
  const kind = KINDS[card.request.intent];
  const call = { deps, client, actor, card };
  const why = kind.bar(actor, deps.house);
  if (why !== undefined) {
    await whisper(lineMessage(why));
    return true;
  }
  // What another company may not read goes to whoever asked alone, though the card did not.
  const isTheirs = ts === undefined || (kind.alone === 'before-others' && isAlone(kind, actor, aloud));
  /** In the card's place where that can be edited. */
  const show = async (shown: PublicMessage, note: PublicMessage): Promise<void> => {
    if (isTheirs) return void (await whisper(shown));
    await client.chat.update({ channel, ts, text: shown.text, blocks: [...shown.blocks] });
    await post(note);
  };
  if (pending.isOneOfSeveral === true) return await said(SEVERAL);
  if (decision.does === 'cancel') {
    deps.cards.forget(actor, channel, card.key);
    await show(doneCard([LEFT]), fixedLine(LEFT));
    return true;
  }
  const { act } = await kind.propose(call);
  // What has no button can't be done in words.
  if (act === undefined) return false;
  if (act.confirm !== undefined && !decision.isNamed) return await said(FOR_GOOD);
  const outcome = await kind.act(call);
  if ('open' in outcome) {
    const drawn = await drawCard(call, chooseFirst(outcome.open));
    await show(drawn.message, OPEN);
    return true;
  }
  deps.cards.forget(actor, channel, card.key);
  await show(doneCard(outcome.done), ABOVE);
  deps.log.info({ intent: card.request.intent }, 'decided in words');
  return true;

  async function said(line: PublicMessage): Promise<true> {
    await (isTheirs ? whisper : post)(line);
    return true;
  }
}
