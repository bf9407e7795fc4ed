/** The buttons of alerts: "Manage" under each message of one, and those in a list. */
import type { App, BlockButtonAction } from '@slack/bolt';
import { resumeAlert, findAlertOf, removeAlert, snoozeAlert } from '#src/delivery/manage-alerts.ts';
import type { ManageDeps } from '#src/delivery/manage-digests.ts';
import { ALERT_ACTIONS, alertList, GONE } from '../alerts/alert-list.ts';
import type { ListenerDeps } from '../deps.ts';
import { actorIn } from '../know-actors.ts';
import { whyNotManage } from '../manage-gate.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { readPress } from '../press.ts';
import { readValue } from '../shown-list.ts';

const DAY_MS = 86_400_000;

type Act = (deps: ManageDeps, team: string, id: string) => Promise<boolean>;

const snooze =
  (days: number): Act =>
  async (deps, team, id) =>
    await snoozeAlert(deps, team, id, deps.now() + days * DAY_MS);

/** What a press does, and what is then said above the list. */
const ACTS: readonly (readonly [string, 'stop' | 'change', Act, string])[] = [
  [ALERT_ACTIONS.day, 'stop', snooze(1), 'Snoozed for a day.'],
  [ALERT_ACTIONS.week, 'stop', snooze(7), 'Snoozed for a week.'],
  [ALERT_ACTIONS.resume, 'change', resumeAlert, 'Resumed.'],
  [ALERT_ACTIONS.delete, 'stop', removeAlert, 'Deleted. It will not come any more.'],
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

  for (const [actionId, action, act, done] of ACTS) {
    app.action<BlockButtonAction>(
      actionId,
      async ({ ack, action: pressed, body, client, context, respond }) => {
        await ack();
        const { beside, instead } = readPress({ body, client, respond });
        const { id, shown } = readValue(pressed.value, body.user.id);
        const [delivery, actor] = [await deps.delivery, await actorIn(context)];
        const { manage } = delivery;
        const alert = await findAlertOf(manage, actor.team, id);
        const refused = whyNotManage(deps, actor, action, alert);
        if (refused?.gone === false) return void (await beside.post(lineMessage(refused.why)));
        const found = refused === undefined && (await act(manage, actor.team, id));
        await instead(await alertList(deps, actor, shown, found ? done : GONE));
        if (actionId === ALERT_ACTIONS.resume) await delivery.checkAlerts();
      },
    );
  }
}
