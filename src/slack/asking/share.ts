/** "Share in channel": what one person was told, told to all; the private answer goes, so that it is shared once. */
import type { App } from '@slack/bolt';
import { readText } from '#src/domain/asking/read-text.ts';
import { ACTIONS } from '#src/presentation/buttons.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { askerBeforeAll } from '#src/slack/aloud.ts';
import { answerQuestion } from './answer-question.ts';
import { questionValue } from '#src/slack/button-values.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { askerIn } from '#src/slack/setup/know-actors.ts';
import { onPress } from '#src/slack/press.ts';
import { sendAnswer } from '#src/slack/send.ts';
import { prefaceOf } from '#src/slack/commands/slash-command.ts';
import { todayOf } from './today.ts';

const NOWHERE = 'This can be shared from a channel only: ask there.';

export function registerShare(app: App, deps: ListenerDeps): void {
  const button = { on: ACTIONS.share, value: questionValue, asks: true };
  onPress(app, deps, button, async ({ value: text, press, body, client, context }) => {
    const { inChannel, remove } = press;
    if (inChannel === undefined) return void (await press.instead(lineMessage(NOWHERE)));
    const actor = await askerBeforeAll(client, await askerIn(context), deps);
    const answer = await answerQuestion(deps, {
      read: readText(text, deps.catalog, todayOf(deps, actor)),
      actor,
      aloud: true,
    });
    const preface = prefaceOf({ share: true, repaired: undefined }, { by: body.user.username, text });
    await sendAnswer(inChannel, answer, { preface }, deps);
    await remove();
  });
}
