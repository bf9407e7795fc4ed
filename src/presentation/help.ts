/** What Lodestone can do: for `/nd help`, and for the App Home. Told from the commands themselves. */
import type { Suggestion } from '#src/domain/answer.ts';
import type { SectionBlock } from '@slack/types';
import { ACTIONS, questionButtons } from './buttons.ts';
import type { Message } from './message.ts';
import { sections } from './sections.ts';
import { controlSafeLine, escapeMrkdwn, mrkdwnLine } from './text/mrkdwn.ts';
import { LIMITS } from './limits.ts';

const USAGE_ROOM = 200;
const SUMMARY_ROOM = 500;

/** What a command says of itself. */
export interface CommandHelp {
  readonly name: string;
  readonly summary: string;
  /** What follows the name: "[year or years]"; may be empty. */
  readonly usage: string;
  /** Whole commands without the slash word: "price 2024". */
  readonly examples: readonly string[];
}

const usageOf = (slash: string, { name, usage }: CommandHelp) => `${slash} ${name} ${usage}`.trim();

/** The commands, one a line. */
export function commandSections(slash: string, commands: readonly CommandHelp[]): readonly SectionBlock[] {
  return sections(
    commands.map((command) => {
      const usage = mrkdwnLine([usageOf(slash, command)], { room: USAGE_ROOM });
      return `\`${usage}\` ${mrkdwnLine([command.summary], { room: SUMMARY_ROOM })}`;
    }),
  );
}

/** @param slash The slash word: "/nd". @param examples Questions to press. */
export function renderHelp(
  slash: string,
  commands: readonly CommandHelp[],
  examples: readonly Suggestion[],
): Message {
  const ways = `Ask in your own words, after ${slash}, in a direct message, or by mentioning me in a channel.`;
  const lines = commands.map((command) => `${usageOf(slash, command)}: ${command.summary}`);
  const shared = `Answers to ${slash} are seen by you alone; add "share" to post one in the channel.`;
  const said =
    'In a direct message or a mention, say what is to be set up: “send me ndpr every Monday at 9”, “tell me when copper goes above $14,000/t”. Nothing is made before you press Create.';
  const buttons = questionButtons(ACTIONS.ask, examples);
  return {
    text: controlSafeLine([[ways, ...lines, said, shared].join('\n')], LIMITS.messageText),
    blocks: [
      ...sections([`*${escapeMrkdwn(ways)}*`]),
      ...commandSections(slash, commands),
      ...sections([escapeMrkdwn(said), escapeMrkdwn(shared)]),
      ...(buttons === undefined ? [] : [buttons]),
    ],
  };
}
