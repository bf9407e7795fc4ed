/** People and places of a local Slack, by name, for those who attack what they must not have. */
import type { Message, User } from 'local-slack';
import type { Lodestone } from '../lodestone.ts';

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
