/** A question on a button: "did you mean" is answered in place, what to ask next beside it, one on the App Home in a modal. */
import type { App } from '@slack/bolt';
import type { z } from 'zod';
import { askedBy, askedOfFaq, readText, type ReadText } from '#src/domain/asking/read-text.ts';
import { ACTIONS } from '#src/presentation/buttons.ts';
import { askerBeforeAll } from '#src/slack/aloud.ts';
import { answerQuestion } from './answer-question.ts';
import { choiceValue } from '#src/slack/button-values.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { askerIn } from '#src/slack/setup/know-actors.ts';
import { onPress } from '#src/slack/press.ts';
import { sendAnswer } from '#src/slack/send.ts';
import { todayOf } from './today.ts';

type Chosen = z.output<typeof choiceValue>;

/** What was pressed: nothing of it is read but what somebody typed. */
function readChoice({ ask, need, offered }: Chosen, catalog: ListenerDeps['catalog'], now: Date): ReadText {
  if (need !== undefined) return askedBy(need, ask, now);
  return offered === undefined ? readText(ask, catalog, now) : askedOfFaq(offered.faq, ask, now);
}

export function registerAskAgain(app: App, deps: ListenerDeps): void {
  for (const [feature, inPlace] of [
    [ACTIONS.ask, false],
    [ACTIONS.home, false],
    [ACTIONS.choose, true],
  ] as const) {
    const button = { on: new RegExp(`^${feature}:`), value: choiceValue, asks: true };
    onPress(app, deps, button, async ({ value, press, client, context }) => {
      const { offered } = value;
      const asker = await askerIn(context);
      if (offered !== undefined)
        deps.feedback.note(asker.team, { text: offered.instead, outcome: 'chosen', faq: offered.faq });
      const { post, hidden } = inPlace ? press.inPlace : press.beside;
      // A modal is nobody else's.
      const aloud = !hidden && press.surface === 'message' && !press.withApp;
      const answer = await answerQuestion(deps, {
        read: readChoice(value, deps.catalog, todayOf(deps, asker)),
        actor: aloud ? await askerBeforeAll(client, asker, deps) : asker,
        aloud,
        place: press.place,
        pressed: true,
      });
      await sendAnswer(post, answer, { surface: press.surface, share: hidden }, deps);
    });
  }
}
