/** A question on the App Home: its answer opens in a modal, since the Home has no place for one. */
import type { App, BlockButtonAction } from '@slack/bolt';
import { ACTIONS } from '#src/presentation/buttons.ts';
import { answerModal } from '#src/presentation/modal.ts';
import { answerQuestion } from '#src/slack/asking/answer-question.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { askerIn } from '#src/slack/setup/know-actors.ts';
import { sendAnswer } from '#src/slack/send.ts';

export function registerAskFromHome(app: App, deps: ListenerDeps): void {
  app.action<BlockButtonAction>(
    new RegExp(`^${ACTIONS.home}:`),
    async ({ ack, action, body, client, context }) => {
      await ack();
      const answer = await answerQuestion(deps, {
        text: action.value ?? '',
        actor: await askerIn(context),
        pressed: true,
      });
      await sendAnswer(
        (message) => client.views.open({ trigger_id: body.trigger_id, view: answerModal(message) }),
        answer,
        { surface: 'modal' },
        deps,
      );
    },
  );
}
