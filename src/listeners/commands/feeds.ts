/** `/nd feeds`: how each feed fares, and the prices that wait for an admin. */
import { may } from '#src/access/may.ts';
import { whyNot } from '#src/access/refusals.ts';
import { feedsStatus } from '#src/delivery/quotes/manage-quotes.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { feedsMessage } from '#src/presentation/quote-messages.ts';
import type { Command } from '../command.ts';

export const command: Command = {
  name: 'feeds',
  summary: 'How the price feeds fare, and which prices wait to be confirmed.',
  usage: '',
  examples: ['feeds'],
  run: async ({ actor, post }, deps) => {
    const why = whyNot(actor, 'look', 'feeds', deps.house);
    if (why !== undefined) return void (await post(lineMessage(why)));
    const status = await feedsStatus(deps.quotes, actor.team);
    const mayDecide = may(actor, 'quotes', 'decide', deps.house);
    await post(feedsMessage(status, deps.quotes.now(), mayDecide));
  },
};
