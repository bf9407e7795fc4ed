/** "How it was read": why an answer came out as it did, for the presser alone. */
import type { App, BlockButtonAction } from '@slack/bolt';
import { ACTIONS } from '#src/presentation/buttons.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { askerIn } from '#src/slack/setup/know-actors.ts';
import { explainQuestion } from './explain-question.ts';
import { readPress } from '#src/slack/press.ts';

export function registerExplainAnswer(app: App, deps: ListenerDeps): void {
  app.action<BlockButtonAction>(ACTIONS.explain, async ({ ack, action, body, client, context, respond }) => {
    await ack();
    const { beside } = readPress({ body, client, respond });
    const actor = await askerIn(context);
    await beside.post(await explainQuestion(deps, { text: action.value ?? '', actor }));
  });
}
