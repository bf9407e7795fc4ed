/** The buttons of alerts: "Manage" under each message of one, and those in a list. */
import type { App } from '@slack/bolt';
import { DAY_MS } from '#src/domain/measure/days.ts';
import { removeAlert, resumeAlert, snoozeAlert } from '#src/watching/alerts/manage-alerts.ts';
import { ALERT_ACTIONS, alertList, GONE } from './alert-list.ts';
import { openAlertEditForm } from './alert-form.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { registerManaging, type Act } from '#src/slack/manage-press.ts';

const ALERTS = { show: ALERT_ACTIONS.manage, list: alertList, gone: GONE };

const snooze =
  (days: number): Act['run'] =>
  ({ delivery: { manage }, actor, id }) =>
    snoozeAlert(manage, actor, id, manage.now() + days * DAY_MS);

const acts = (deps: ListenerDeps): readonly Act[] => [
  { on: ALERT_ACTIONS.day, run: snooze(1), done: 'Snoozed for a day.' },
  { on: ALERT_ACTIONS.week, run: snooze(7), done: 'Snoozed for a week.' },
  {
    on: ALERT_ACTIONS.resume,
    run: ({ delivery, actor, id }) => resumeAlert(delivery.manage, actor, id),
    done: 'Resumed.',
    after: ({ delivery }) => delivery.checkAlerts(),
  },
  {
    on: ALERT_ACTIONS.edit,
    run: async ({ client, body, actor, id }) => {
      const opened = await openAlertEditForm(deps, { client, triggerId: body.trigger_id, actor }, id);
      return opened === 'done' ? 'shown' : opened;
    },
    done: '',
  },
  {
    on: ALERT_ACTIONS.delete,
    run: ({ delivery, actor, id }) => removeAlert(delivery.manage, actor, id),
    done: 'Deleted. It will not come any more.',
  },
];

export function registerAlertButtons(app: App, deps: ListenerDeps): void {
  registerManaging(app, deps, ALERTS, acts(deps));
}
