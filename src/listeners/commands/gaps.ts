/** What the FAQ lacks, for admins: they see what others typed, and what to add. */
import { renderGaps } from '#src/presentation/gaps.ts';
import { sections } from '#src/presentation/sections.ts';
import type { CommandCall, Command } from '../command.ts';
import type { ListenerDeps } from '../deps.ts';
import { isAdmin } from '../person.ts';

async function run({ team, user, client, post }: CommandCall, deps: ListenerDeps): Promise<void> {
  if (await isAdmin(client, user.id, deps)) {
    await post(renderGaps(await deps.feedback.reportGaps(team)));
    return;
  }
  const text =
    'The gaps hold what others asked, so they are for admins: Slack’s own, or the people of ADMIN_USERS. Ask one of them.';
  await post({ text, blocks: [...sections([text])] });
}

export const command: Command = {
  name: 'gaps',
  summary: 'For admins: what the FAQ lacks, by what people asked.',
  usage: '',
  examples: ['gaps'],
  run,
};
