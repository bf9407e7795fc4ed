/** What the FAQ lacks, for admins: they see what others typed, and what to add. */
import { isRefused } from '#src/access/owned.ts';
import { renderGaps } from '#src/presentation/gaps.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import type { CommandCall, ActingCommand } from '#src/slack/commands/command.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';

async function run({ actor, post }: CommandCall, deps: ListenerDeps): Promise<void> {
  const report = await deps.feedback.reportGaps(actor);
  await post(isRefused(report) ? lineMessage(report.why) : renderGaps(report, deps.catalog.faq));
}

export const gapsCommand: ActingCommand = {
  name: 'gaps',
  summary: 'For admins: what the FAQ lacks, by what people asked.',
  usage: '',
  examples: ['gaps'],
  run,
};
