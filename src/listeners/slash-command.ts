/** `/nd ...`: answered for the asker alone, or for all where the asker adds "share". */
import type { App } from '@slack/bolt';
import type { Line } from '#src/domain/answer.ts';
import { abilitiesOf } from '#src/domain/topics/help.ts';
import { renderHelp } from '#src/presentation/help.ts';
import { answerQuestion } from './answer-question.ts';
import { SLASH_COMMAND } from './command.ts';
import type { ListenerDeps } from './deps.ts';
import { readCommand, type CommandRequest } from './read-command.ts';
import { respondChecked, sendAnswer } from './send.ts';
import { readText } from './slack-text.ts';

/** Says which command was understood, and in the channel also who asked what: Slack shows neither there. */
export function prefaceOf(
  { repaired, share }: Pick<CommandRequest, 'repaired' | 'share'>,
  asked: { readonly by: string; readonly text: string },
): Line | undefined {
  const mended = repaired && `Read "${repaired.from}" as "${repaired.to}".`;
  const shared = share ? `${asked.by} asked: “${asked.text}”` : undefined;
  const line = [shared, mended].filter((text) => text !== undefined).join(' ');
  return line === '' ? undefined : [line];
}

/** Registers the slash command. */
export function registerSlashCommand(app: App, deps: ListenerDeps): void {
  app.command(SLASH_COMMAND, async ({ command, ack, respond }) => {
    await ack();
    const namesSector = (text: string) => deps.catalog.understand(text, deps.now()).sectors.length > 0;
    const request = readCommand(readText(command.text), deps.commands, namesSector);
    if (request.question === undefined) {
      const examples = abilitiesOf(deps.catalog).map(({ example }) => example);
      const help = renderHelp(SLASH_COMMAND, deps.commands, examples.slice(0, 5));
      await respondChecked(respond, { response_type: 'ephemeral', ...help });
      return;
    }
    const answer = answerQuestion(deps, { text: request.question, user: command.user_id });
    const preface = prefaceOf(request, { by: command.user_name, text: request.question });
    await sendAnswer(
      (message) =>
        respondChecked(respond, { response_type: request.share ? 'in_channel' : 'ephemeral', ...message }),
      answer,
      { share: !request.share, preface },
      deps,
    );
  });
}
