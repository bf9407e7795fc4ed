/** `/nd feeds`: how each feed fares, and the prices that wait for an admin. */
import { feedsStatus } from '#src/delivery/quotes/manage-quotes.ts';
import { feedsMessage } from '#src/presentation/quote-messages.ts';
import type { Command } from '../command.ts';
import { isAdmin } from '../person.ts';

export const command: Command = {
  name: 'feeds',
  summary: 'How the price feeds fare, and which prices wait to be confirmed.',
  usage: '',
  examples: ['feeds'],
  run: async ({ team, user, client, post }, deps) => {
    const status = await feedsStatus(deps.quotes, team);
    const mayDecide = status.held.length > 0 && (await isAdmin(client, user.id, deps));
    await post(feedsMessage(status, deps.quotes.now(), mayDecide));
  },
};
