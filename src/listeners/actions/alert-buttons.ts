/** The buttons of alerts: "Manage" under each message of one, and those in a list. */
import type { App, BlockButtonAction } from '@slack/bolt';
import { resumeAlert, findListedAlert, removeAlert, snoozeAlert } from '#src/delivery/manage-alerts.ts';
import type { ManageDeps } from '#src/delivery/manage-digests.ts';
import { ALERT_ACTIONS, alertList, GONE } from '../alerts/alert-list.ts';
import type { ListenerDeps } from '../deps.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { whyNotAllowed } from '../posting-place.ts';
import { readPress } from '../press.ts';
import { readValue } from '../shown-list.ts';
import { teamOf } from '../team-of.ts';

const DAY_MS = 86_400_000;

type Act = (deps: ManageDeps, team: string, id: string) => Promise<boolean>;

const snooze =
  (days: number): Act =>
  async (deps, team, id) =>
    await snoozeAlert(deps, team, id, deps.now() + days * DAY_MS);

/** What a press does, and what is then said above the list. */
const ACTS: readonly (readonly [string, Act, string])[] = [
  [ALERT_ACTIONS.day, snooze(1), 'Snoozed for a day.'],
  [ALERT_ACTIONS.week, snooze(7), 'Snoozed for a week.'],
  [ALERT_ACTIONS.resume, resumeAlert, 'Resumed.'],
  [ALERT_ACTIONS.delete, removeAlert, 'Deleted. It will not come any more.'],
];

export function registerAlertButtons(app: App, deps: ListenerDeps): void {
  app.action<BlockButtonAction>(ALERT_ACTIONS.manage, async ({ ack, action, body, client, respond }) => {
    await ack();
    const { shown } = readValue(action.value, body.user.id);
    const { beside } = readPress({ body, client, respond });
    await beside.post(await alertList(deps, teamOf(body), shown));
  });

  for (const [actionId, act, done] of ACTS) {
    app.action<BlockButtonAction>(actionId, async ({ ack, action, body, client, respond }) => {
      await ack();
      const { beside, inPlace } = readPress({ body, client, respond });
      const { id, shown } = readValue(action.value, body.user.id);
      const [delivery, team] = [await deps.delivery, teamOf(body)];
      const { manage } = delivery;
      const listed = await findListedAlert(manage, team, id);
      // One's own is for oneself to manage.
      const why =
        listed === undefined || listed.alert.channel === body.user.id
          ? undefined
          : await whyNotAllowed(client, body.user.id, deps);
      if (why !== undefined) return void (await beside.post(lineMessage(why)));
      const found = await act(manage, team, id);
      await inPlace.post(await alertList(deps, team, shown, found ? done : GONE));
      if (actionId === ALERT_ACTIONS.resume) await delivery.checkAlerts();
    });
  }
}
