/** "Send now" under a message that tells of a digest or an alert that ended without a post. */
import type { App, BlockButtonAction } from '@slack/bolt';
import { isRefused } from '#src/access/owned.ts';
import { SEND_AGAIN_ACTION } from '#src/delivery/notices.ts';
import { sendAgain, type SentAgain } from '#src/delivery/send-again.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { actorIn } from '#src/slack/setup/know-actors.ts';
import { readPress } from '#src/slack/press.ts';

const SAID: Readonly<Record<SentAgain, string>> = {
  sent: 'It is on its way.',
  already: 'It was sent already.',
  gone: 'It was deleted, or is too old to be kept. `/nd digest list` and `/nd alert list` show those that there are.',
};

export function registerSendAgain(app: App, deps: ListenerDeps): void {
  app.action<BlockButtonAction>(
    SEND_AGAIN_ACTION,
    async ({ ack, action, body, client, context, respond }) => {
      await ack();
      const { manage } = await deps.delivery;
      const { beside } = readPress({ body, client, respond });
      const outcome = await sendAgain(manage, await actorIn(context), action.value ?? '');
      await beside.post(lineMessage(isRefused(outcome) ? outcome.why : SAID[outcome]));
    },
  );
}
