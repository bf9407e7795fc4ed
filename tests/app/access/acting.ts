/** People and places of a local Slack, by name, for those who attack what they must not have. */
import type { Message, User } from 'local-slack';
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
