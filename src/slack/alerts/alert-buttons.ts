/** The buttons of alerts: "Manage" under each message of one, and those in a list. */
import type { App, BlockButtonAction } from '@slack/bolt';
import type { Actor } from '#src/access/actor.ts';
import { isRefused, type Managed } from '#src/access/owned.ts';
import { removeAlert, resumeAlert, snoozeAlert } from '#src/delivery/manage-alerts.ts';
import type { ManageDeps } from '#src/delivery/manage-digests.ts';
import { ALERT_ACTIONS, alertList, GONE } from './alert-list.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { actorIn } from '#src/slack/setup/know-actors.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { readPress } from '#src/slack/press.ts';
import { readValue } from '#src/slack/shown-list.ts';

const DAY_MS = 86_400_000;

type Act = (deps: ManageDeps, actor: Actor, id: string) => Promise<Managed>;

const snooze =
  (days: number): Act =>
  async (deps, actor, id) =>
    await snoozeAlert(deps, actor, id, deps.now() + days * DAY_MS);

/** What a press does, and what is then said above the list. */
const ACTS: readonly (readonly [string, Act, string])[] = [
  [ALERT_ACTIONS.day, snooze(1), 'Snoozed for a day.'],
  [ALERT_ACTIONS.week, snooze(7), 'Snoozed for a week.'],
  [ALERT_ACTIONS.resume, resumeAlert, 'Resumed.'],
  [ALERT_ACTIONS.delete, removeAlert, 'Deleted. It will not come any more.'],
];

export function registerAlertButtons(app: App, deps: ListenerDeps): void {
  app.action<BlockButtonAction>(
    ALERT_ACTIONS.manage,
    async ({ ack, action, body, client, context, respond }) => {
      await ack();
      const { shown } = readValue(action.value, body.user.id);
      const { beside } = readPress({ body, client, respond });
      await beside.post(await alertList(deps, await actorIn(context), shown));
    },
  );

  for (const [actionId, act, done] of ACTS) {
    app.action<BlockButtonAction>(
      actionId,
      async ({ ack, action: pressed, body, client, context, respond }) => {
        await ack();
        const { beside, instead } = readPress({ body, client, respond });
        const { id, shown } = readValue(pressed.value, body.user.id);
        const [delivery, actor] = [await deps.delivery, await actorIn(context)];
        const outcome = await act(delivery.manage, actor, id);
        if (isRefused(outcome)) return void (await beside.post(lineMessage(outcome.why)));
        await instead(await alertList(deps, actor, shown, outcome === 'done' ? done : GONE));
        if (actionId === ALERT_ACTIONS.resume) await delivery.checkAlerts();
      },
    );
  }
}
