/** The buttons and choices of a request's card: for whoever asked, and nobody else. */
import type { App, BlockAction } from '@slack/bolt';
import { SLOTS } from '#src/domain/watching/drafts/draft.ts';
import { withSlot } from '#src/domain/watching/drafts/with-slot.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { doneCard, REQUEST_ACTIONS } from '#src/presentation/cards/request-card.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { filledIn, fieldValue } from '#src/slack/filled-in.ts';
import { valueOfButtons } from '#src/slack/button-values.ts';
import { askerBeforeAll } from '#src/slack/aloud.ts';
import { onPress, readPress, type Press, type Pressed } from '#src/slack/press.ts';
import { createNewest } from '#src/slack/redraw.ts';
import type { Post, PublicPost } from '#src/slack/send.ts';
import { actorIn } from '#src/slack/setup/know-actors.ts';
import { drawCard, isAlone } from './answer-requests.ts';
import { chooseFirst, LEFT, type RequestCall } from './request-kind.ts';
import { KINDS } from './kinds.ts';
import { cardValue, type CardValue } from './card-value.ts';

/** A card with what its selects hold now: Slack sends it with each press. */
function withChosen(card: CardValue, body: unknown): CardValue {
  const values = filledIn(body) ?? {};
  let { request, start, ids } = card;
  for (const slot of SLOTS) {
    const id = `${REQUEST_ACTIONS.choose}:${slot}`;
    const value = fieldValue(values[id]?.[id]);
    if (value === undefined) continue;
    if (slot === 'target') ids = [value];
    else if (slot === 'start') start = value === 'next' ? 'next' : 'now';
    else request = withSlot(request, slot, value);
  }
  return {
    ...card,
    request,
    ...(start === undefined ? {} : { start }),
    ...(ids === undefined ? {} : { ids }),
  };
}

/** The card that a select stands in; Slack sends no message that only one person sees, and then it is read at the press. */
const cardOf = (body: unknown): CardValue | undefined => valueOfButtons(body, cardValue);

const notYours = (by: string) =>
  lineMessage(`That is <@${by}>’s to decide. Say it yourself, and you get a card of your own.`);

/** What a press brings: in the card's place, but what others may not read to whoever pressed. */
async function bringTo(deps: ListenerDeps, press: Press, call: RequestCall): Promise<PublicPost | Post> {
  const { client, actor, card } = call;
  const kind = KINDS[card.request.intent];
  const isTheirs = press.place === undefined || press.withApp;
  if (isTheirs || kind.alone === undefined) return press.replace;
  return isAlone(kind, await askerBeforeAll(client, actor, deps), true) ? press.instead : press.replace;
}

type CardPress = Pressed<CardValue> & { readonly call: RequestCall; readonly bring: PublicPost | Post };

/** Listens to a button of cards: for whoever asked, who must still be somebody who may. */
function onCard(app: App, deps: ListenerDeps, on: string, run: (pressed: CardPress) => Promise<unknown>) {
  onPress(app, deps, { on, value: cardValue }, async (pressed) => {
    const { value, press, body, client, context } = pressed;
    const actor = await actorIn(context);
    if (actor.user !== value.by) return void (await press.beside.post(notYours(value.by)));
    const why = KINDS[value.request.intent].bar(actor, deps.house);
    if (why !== undefined) return void (await press.beside.post(lineMessage(why)));
    const call = { deps, client, actor, card: withChosen(value, body) };
    await run({ ...pressed, call, bring: await bringTo(deps, press, call) });
  });
}

export function registerCardButtons(app: App, deps: ListenerDeps): void {
  const begin = createNewest(() => deps.now().getTime());
  app.action<BlockAction>(
    new RegExp(`^${REQUEST_ACTIONS.choose}:`),
    async ({ ack, body, client, context, respond }) => {
      await ack();
      const card = cardOf(body);
      if (card === undefined || card.by !== body.user.id) return;
      const isNewest = begin(card.key);
      const call = { deps, client, actor: await actorIn(context), card: withChosen(card, body) };
      deps.cards.follow(call.actor, call.card);
      const bring = await bringTo(deps, await readPress({ body, client, respond }), call);
      const { message } = await drawCard(call);
      if (isNewest()) await bring(message);
    },
  );

  onCard(app, deps, REQUEST_ACTIONS.act, async ({ call, bring }) => {
    const { actor, card } = call;
    const outcome = await KINDS[card.request.intent].act(call);
    if ('open' in outcome) return await bring((await drawCard(call, chooseFirst(outcome.open))).message);
    deps.cards.forget(actor, card.in, card.key);
    return await bring(doneCard(outcome.done));
  });

  onCard(app, deps, REQUEST_ACTIONS.edit, async ({ call, body }) => {
    await KINDS[call.card.request.intent].openForm?.(call, body.trigger_id);
  });

  onCard(app, deps, REQUEST_ACTIONS.cancel, async ({ call: { actor, card }, press }) => {
    deps.cards.forget(actor, card.in, card.key);
    await press.replace(doneCard([LEFT]));
  });
}
