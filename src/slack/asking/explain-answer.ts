/** "How it was read" and "Not right?": how a question was read and what else it may have meant, for the presser alone. */
import type { App } from '@slack/bolt';
import { ACTIONS } from '#src/presentation/buttons.ts';
import { questionValue } from '#src/slack/button-values.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { askerIn } from '#src/slack/setup/know-actors.ts';
import { explainQuestion } from './explain-question.ts';
import { onPress } from '#src/slack/press.ts';

export function registerExplainAnswer(app: App, deps: ListenerDeps): void {
  for (const on of [ACTIONS.explain, ACTIONS.instead]) {
    const button = { on, value: questionValue, asks: true };
    onPress(app, deps, button, async ({ value: text, press, context }) => {
      const actor = await askerIn(context);
      const last = deps.recent.last(actor.team, actor.user);
      // "And 2024?" is read as it was: with what it leaned on.
      const previous = last?.text === text ? last.previous : undefined;
      await press.beside.post(await explainQuestion(deps, { text, actor, previous }));
    });
  }
}
