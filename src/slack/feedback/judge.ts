/** "Helpful", "Not helpful", "None of these": noted for who looks after the FAQ, without a name. */
import type { App } from '@slack/bolt';
import { ACTIONS } from '#src/presentation/buttons.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { verdictValue } from '#src/slack/button-values.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { askerIn } from '#src/slack/setup/know-actors.ts';
import { onPress } from '#src/slack/press.ts';

const THANKS = 'Noted, without your name. Thank you.';

export function registerJudge(app: App, deps: ListenerDeps): void {
  for (const outcome of ['helpful', 'unhelpful', 'unfit'] as const) {
    const button = { on: ACTIONS[outcome], value: verdictValue, asks: true };
    onPress(app, deps, button, async ({ value: verdict, press, context }) => {
      deps.feedback.note((await askerIn(context)).team, { ...verdict, outcome });
      await press.whisper?.(lineMessage(THANKS));
    });
  }
}
