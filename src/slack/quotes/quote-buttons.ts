/** The buttons of prices: storing what was understood, and deciding what is held. */
import type { App, BlockButtonAction } from '@slack/bolt';
import { z } from 'zod';
import { isRefused } from '#src/access/owned.ts';
import { decideQuote, enterQuote, readQuoteLine } from '#src/quotes/manage-quotes.ts';
import { admit } from '#src/domain/reading/text-door.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { QUOTE_ACTIONS, quoteInWords } from '#src/presentation/quote-messages.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { actorIn } from '#src/slack/setup/know-actors.ts';
import { readPress } from '#src/slack/press.ts';
import { storedInWords } from './quote-outcome.ts';

const heldId = z.strictObject({
  series: z.string().max(60),
  date: z.iso.date(),
  edition: z.int().positive(),
});

export function registerQuoteButtons(app: App, deps: ListenerDeps): void {
  const { quotes } = deps;

  app.action<BlockButtonAction>(
    QUOTE_ACTIONS.store,
    async ({ ack, action, body, client, context, respond }) => {
      await ack();
      const { instead } = readPress({ body, client, respond });
      const actor = await actorIn(context);
      const [, day = '', line = ''] = /^(\d{4}-\d{2}-\d{2}) ([\s\S]+)$/.exec(action.value ?? '') ?? [];
      // Read as it was on the day it was shown: "today" is still that day.
      const then = Date.parse(`${day}T12:00:00Z`);
      const typed = admit(line);
      const read = readQuoteLine(
        { materials: quotes.materials, now: () => then },
        typed.text,
        deps.catalog.defaultMetal,
      );
      if (!read.ok || typed.cut)
        return void (await instead(lineMessage('That line can’t be read any more: type it again.')));
      const outcome = await enterQuote(quotes, actor, read.quote);
      if (isRefused(outcome)) return void (await instead(lineMessage(outcome.why)));
      await instead(lineMessage(...storedInWords(outcome, read.quote, quotes.materials)));
    },
  );

  app.action<BlockButtonAction>(QUOTE_ACTIONS.discard, async ({ ack, body, client, respond }) => {
    await ack();
    await readPress({ body, client, respond }).instead(lineMessage('Left. Nothing was stored.'));
  });

  for (const [actionId, decision, done] of [
    [QUOTE_ACTIONS.publish, 'publish', 'Published'],
    [QUOTE_ACTIONS.reject, 'reject', 'Rejected'],
  ] as const) {
    app.action<BlockButtonAction>(
      new RegExp(`^${actionId}:`),
      async ({ ack, action, body, client, context, respond }) => {
        await ack();
        const { beside } = readPress({ body, client, respond });
        const actor = await actorIn(context);
        const id = heldId.safeParse(JSON.parse(action.value ?? '{}')).data;
        const decided = id && (await decideQuote(quotes, actor, id, decision));
        if (isRefused(decided)) return void (await beside.post(lineMessage(decided.why)));
        const said =
          decided === undefined
            ? 'That was decided already.'
            : `${done}: ${quoteInWords(decided, quotes.materials)}.`;
        await beside.post(lineMessage(said));
      },
    );
  }
}
