/** "Send now" under a message that tells of a digest or an alert that ended without a post. */
import type { App } from '@slack/bolt';
import { isRefused } from '#src/access/owned.ts';
import { SEND_AGAIN_ACTION } from '#src/watching/notices.ts';
import { sendAgain, type SentAgain } from '#src/watching/send-again.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { idValue } from '#src/slack/button-values.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { actorIn } from '#src/slack/setup/know-actors.ts';
import { onPress } from '#src/slack/press.ts';

const SAID: Readonly<Record<SentAgain, string>> = {
  sent: 'It is on its way.',
  already: 'It was sent already.',
  gone: 'It was deleted, or is too old to be kept. `/nd digest list` and `/nd alert list` show those that there are.',
};

export function registerSendAgain(app: App, deps: ListenerDeps): void {
  const button = { on: SEND_AGAIN_ACTION, value: idValue, asks: true };
  onPress(app, deps, button, async ({ value: id, press: { beside }, context }) => {
    const { manage } = await deps.delivery;
    const outcome = await sendAgain(manage, await actorIn(context), id);
    await beside.post(lineMessage(isRefused(outcome) ? outcome.why : SAID[outcome]));
  });
}
