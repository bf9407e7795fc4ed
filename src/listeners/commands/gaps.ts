/** What the FAQ lacks, for admins: they see what others typed, and what to add. */
import { whyNot } from '#src/access/refusals.ts';
import { renderGaps } from '#src/presentation/gaps.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import type { CommandCall, Command } from '../command.ts';
import type { ListenerDeps } from '../deps.ts';

async function run({ actor, post }: CommandCall, deps: ListenerDeps): Promise<void> {
  const why = whyNot(actor, 'look', 'gaps', deps.house);
  await post(why === undefined ? renderGaps(await deps.feedback.reportGaps(actor.team)) : lineMessage(why));
}

export const command: Command = {
  name: 'gaps',
  summary: 'For admins: what the FAQ lacks, by what people asked.',
  usage: '',
  examples: ['gaps'],
  run,
};
