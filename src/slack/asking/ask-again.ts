/** A question on a button: "did you mean" is answered in place, what to ask next is answered beside it. */
import type { App, BlockButtonAction } from '@slack/bolt';
import { ACTIONS } from '#src/presentation/buttons.ts';
import { askerBeforeAll } from '#src/slack/aloud.ts';
import { answerQuestion } from './answer-question.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { askerIn } from '#src/slack/setup/know-actors.ts';
import { readPress } from '#src/slack/press.ts';
import { readChoice } from '#src/slack/feedback/read-feedback.ts';
import { sendAnswer } from '#src/slack/send.ts';

export function registerAskAgain(app: App, deps: ListenerDeps): void {
  for (const [feature, inPlace] of [
    [ACTIONS.ask, false],
    [ACTIONS.choose, true],
  ] as const) {
    app.action<BlockButtonAction>(
      new RegExp(`^${feature}:`),
      async ({ ack, action, body, client, context, respond }) => {
        await ack();
        const asker = await askerIn(context);
        const choice = readChoice(action.value);
        if ('faq' in choice)
          deps.feedback.note(asker.team, { text: choice.instead, outcome: 'chosen', faq: choice.faq });
        const press = readPress({ body, client, respond });
        const { post, hidden } = inPlace ? press.inPlace : press.beside;
        const answer = await answerQuestion(deps, {
          text: choice.ask,
          actor: hidden ? asker : await askerBeforeAll(client, asker, deps),
          aloud: !hidden,
          place: press.place,
          pressed: true,
        });
        await sendAnswer(post, answer, { surface: press.surface, share: hidden }, deps);
      },
    );
  }
}
