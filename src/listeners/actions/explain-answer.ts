/** "How it was read": why an answer came out as it did, for the presser alone. */
import type { App, BlockButtonAction } from '@slack/bolt';
import { ACTIONS } from '#src/presentation/buttons.ts';
import type { ListenerDeps } from '../deps.ts';
import { explainQuestion } from '../explain-question.ts';
import { readPress } from '../press.ts';
import { teamOf } from '../team-of.ts';

export function registerExplainAnswer(app: App, deps: ListenerDeps): void {
  app.action<BlockButtonAction>(ACTIONS.explain, async ({ ack, action, body, client, respond }) => {
    await ack();
    const { beside } = readPress({ body, client, respond });
    await beside.post(await explainQuestion(deps, { text: action.value ?? '', team: teamOf(body) }));
  });
}
