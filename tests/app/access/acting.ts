/** People and places of a local Slack, by name, for those who attack what they must not have. */
import { addMessage, type Message, type User } from 'local-slack';
import type { Lodestone } from '../lodestone.ts';

/** Who is there: two who buy, one who decides, a guest, and an admin of another company, of nobody's organisation here. */
export const PEOPLE = [
  { name: 'Buyer' },
  { name: 'Planner' },
  { name: 'Boss', admin: true },
  { name: 'Guest', guest: true },
  { name: 'Rival', admin: true, team: 'T9RIVAL' },
] as const;

/** What all may read, what another company reads too, and what few do. */
export const CHANNELS = [
  { name: 'general' },
  { name: 'partners', shared: true },
  { name: 'secret', private: true, members: ['Buyer', 'Boss'] },
] as const;

/** @param lodestone Asked at each call: it is started later. */
export function actingIn(lodestone: () => Lodestone) {
  return {
    who: (name: string): User => lodestone().slack.user(name),
    /** A channel's id; empty where there is none. */
    channel: (name: string): string =>
      [...lodestone().slack.workspace.channels.values()].find((one) => one.name === name)?.id ?? '',
    answer: async (act: () => Promise<unknown>): Promise<Message> => await lodestone().slack.answerTo(act),
    /** All that a message shows. */
    shown: (message: Message | undefined): string => JSON.stringify([message?.text, message?.blocks]),
  };
}

/** A button as it may be made up: with any id and value. */
export const madeUp = (actionId: string, value: unknown): Readonly<Record<string, unknown>> => ({
  type: 'button',
  action_id: actionId,
  text: { type: 'plain_text', text: 'x' },
  ...(value !== undefined && { value }),
});

/**
 * A message of the app's with buttons that are made up.
 * @param channel A channel's id.
 * @param user Who alone sees it; without, all do.
 */
export function forgedMessage(
  { slack: { workspace } }: Lodestone,
  channel: string,
  buttons: readonly object[],
  user?: User,
): Message {
  return addMessage(workspace, {
    channel,
    user: workspace.bot.userId,
    bot_id: workspace.bot.botId,
    text: 'forged',
    ...(user === undefined ? {} : { visible_to: user.id }),
    blocks: [{ type: 'actions', elements: [...buttons] }],
  });
}
