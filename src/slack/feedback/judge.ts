/** "Helpful", "Not helpful", "None of these": noted for who looks after the FAQ, without a name. */
import type { App, BlockButtonAction } from '@slack/bolt';
import { ACTIONS } from '#src/presentation/buttons.ts';
import { sections } from '#src/presentation/sections.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { askerIn } from '#src/slack/setup/know-actors.ts';
import { readPress } from '#src/slack/press.ts';
import { readVerdict } from './read-feedback.ts';

const THANKS = 'Noted, without your name. Thank you.';

export function registerJudge(app: App, deps: ListenerDeps): void {
  for (const outcome of ['helpful', 'unhelpful', 'unfit'] as const) {
    app.action<BlockButtonAction>(
      ACTIONS[outcome],
      async ({ ack, action, body, client, context, respond }) => {
        await ack();
        const verdict = readVerdict(action.value);
        if (verdict !== undefined) deps.feedback.note((await askerIn(context)).team, { ...verdict, outcome });
        const { whisper } = readPress({ body, client, respond });
        await whisper?.({ text: THANKS, blocks: [...sections([THANKS])] });
      },
    );
  }
}
