/** `/nd feeds`: how each feed fares, and the prices that wait for an admin. */
import { may } from '#src/access/may.ts';
import { isRefused } from '#src/access/owned.ts';
import { feedsFor } from '#src/quotes/manage-quotes.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { feedsMessage } from '#src/presentation/quotes/quote-messages.ts';
import type { ActingCommand } from '#src/slack/commands/command.ts';

export const feedsCommand: ActingCommand = {
  name: 'feeds',
  summary: 'How the price feeds fare, and which prices wait to be confirmed.',
  usage: '',
  examples: ['feeds'],
  run: async ({ actor, post }, deps) => {
    const status = await feedsFor(deps.quotes, actor);
    if (isRefused(status)) return void (await post(lineMessage(status.why)));
    const mayDecide = may(actor, 'quotes', 'decide', deps.house);
    await post(feedsMessage(status, deps.quotes.now(), mayDecide));
  },
};
