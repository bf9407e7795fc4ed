/** "Share in channel": what one person was told, told to all; the private answer goes, so that it is shared once. */
import type { App, BlockButtonAction } from '@slack/bolt';
import { ACTIONS } from '#src/presentation/buttons.ts';
import { askerBeforeAll } from '#src/slack/aloud.ts';
import { answerQuestion } from './answer-question.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { askerIn } from '#src/slack/setup/know-actors.ts';
import { readPress } from '#src/slack/press.ts';
import { sendAnswer } from '#src/slack/send.ts';
import { prefaceOf } from '#src/slack/slash-command.ts';

export function registerShare(app: App, deps: ListenerDeps): void {
  app.action<BlockButtonAction>(ACTIONS.share, async ({ ack, action, body, client, context, respond }) => {
    await ack();
    const { inChannel, remove } = readPress({ body, client, respond });
    const text = action.value ?? '';
    if (inChannel === undefined) return;
    const actor = await askerBeforeAll(client, await askerIn(context), deps);
    const answer = await answerQuestion(deps, { text, actor, aloud: true });
    const preface = prefaceOf({ share: true, repaired: undefined }, { by: body.user.username, text });
    await sendAnswer(inChannel, answer, { preface }, deps);
    await remove();
  });
}
