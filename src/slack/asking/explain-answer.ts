/** "How it was read": why an answer came out as it did, for the presser alone. */
import type { App } from '@slack/bolt';
import { ACTIONS } from '#src/presentation/buttons.ts';
import { questionValue } from '#src/slack/button-values.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { askerIn } from '#src/slack/setup/know-actors.ts';
import { explainQuestion } from './explain-question.ts';
import { onPress } from '#src/slack/press.ts';

export function registerExplainAnswer(app: App, deps: ListenerDeps): void {
  const button = { on: ACTIONS.explain, value: questionValue, asks: true };
  onPress(app, deps, button, async ({ value: text, press, context }) => {
    await press.beside.post(await explainQuestion(deps, { text, actor: await askerIn(context) }));
  });
}
