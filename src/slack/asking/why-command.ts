/** "Why this answer": how the last question was read, or the one in quotes. */
import { sections } from '#src/presentation/sections.ts';
import type { CommandCall, ActingCommand } from '#src/slack/commands/command.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { explainQuestion } from './explain-question.ts';

const NOTHING_ASKED =
  'You have not asked anything since yesterday. Ask first, or write a question in quotes after the command.';

/** What is in the quotes; `undefined` where there are none. */
const quoted = (text: string): string | undefined => /^["“”](.+)["“”]$/su.exec(text)?.[1];

async function run({ rest, actor, post }: CommandCall, deps: ListenerDeps): Promise<void> {
  const given = quoted(rest);
  const { team, user } = actor;
  const asked = given === undefined ? deps.recent.last(team, user) : { text: given, previous: undefined };
  if (asked === undefined) await post({ text: NOTHING_ASKED, blocks: [...sections([NOTHING_ASKED])] });
  else await post(await explainQuestion(deps, { ...asked, actor }));
}

export const whyCommand: ActingCommand = {
  name: 'why',
  summary: 'How your last question was read, or the one in quotes, and how sure its answer is.',
  usage: '["question"]',
  examples: ['why', 'why "price 2024"'],
  // "why did it rise" is a question of its own.
  takes: (rest) => rest === '' || quoted(rest) !== undefined,
  run,
};
