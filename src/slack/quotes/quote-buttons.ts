/** The buttons of prices: storing what was understood, and deciding what is held. */
import type { App } from '@slack/bolt';
import { noonOf } from '#src/domain/measure/days.ts';
import { isRefused } from '#src/access/owned.ts';
import { decideQuote, enterQuote, readQuoteLine } from '#src/quotes/manage-quotes.ts';
import { admit } from '#src/domain/reading/text-door.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { QUOTE_ACTIONS, quoteInWords } from '#src/presentation/quotes/quote-messages.ts';
import { anyValue, heldQuoteValue, quoteLineValue } from '#src/slack/button-values.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { actorIn } from '#src/slack/setup/know-actors.ts';
import { onPress } from '#src/slack/press.ts';
import { enteredInWords } from './quote-outcome.ts';

export function registerQuoteButtons(app: App, deps: ListenerDeps): void {
  const { quotes } = deps;

  const store = { on: QUOTE_ACTIONS.store, value: quoteLineValue };
  onPress(app, deps, store, async ({ value: { day, line }, press, context }) => {
    const { instead, key } = press;
    const actor = await actorIn(context);
    // Read as it was on the day it was shown: "today" is still that day.
    const then = noonOf(day).getTime();
    const typed = admit(line);
    const read = readQuoteLine(
      { materials: quotes.materials, now: () => then },
      typed.text,
      deps.catalog.defaultMetal,
    );
    if (!read.ok || typed.cut)
      return void (await instead(lineMessage('That line can’t be read any more: type it again.')));
    const entered = await enterQuote(quotes, actor, read.quote, key);
    if (isRefused(entered)) return void (await instead(lineMessage(entered.why)));
    await instead(lineMessage(...enteredInWords(entered, read.quote, quotes.materials)));
  });

  onPress(app, deps, { on: QUOTE_ACTIONS.discard, value: anyValue }, async ({ press }) => {
    await press.instead(lineMessage('Left. Nothing was stored.'));
  });

  for (const [actionId, decision, done] of [
    [QUOTE_ACTIONS.publish, 'publish', 'Published'],
    [QUOTE_ACTIONS.reject, 'reject', 'Rejected'],
  ] as const) {
    const button = { on: new RegExp(`^${actionId}:`), value: heldQuoteValue };
    onPress(app, deps, button, async ({ value: id, press: { beside }, context }) => {
      const decided = await decideQuote(quotes, await actorIn(context), id, decision);
      if (isRefused(decided)) return void (await beside.post(lineMessage(decided.why)));
      const said =
        decided === undefined
          ? 'That was decided already.'
          : `${done}: ${quoteInWords(decided, quotes.materials)}.`;
      await beside.post(lineMessage(said));
    });
  }
}
