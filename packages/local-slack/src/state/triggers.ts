/** Triggers: the permission, three seconds long, to open one view for the person who did something. */
import { SlackError } from '../wire/slack-error.ts';
import type { Slack } from '../slack.ts';
import type { Trigger } from './workspace.ts';

const LIFETIME_MS = 3000;
/** Older ones are forgotten: a local Slack may run for days. */
const KEPT = 1000;

export function giveTrigger({ workspace }: Slack, user: string, view?: string): string {
  const id = workspace.ids.trigger();
  workspace.triggers.set(id, { user, at: workspace.now(), used: false, ...(view !== undefined && { view }) });
  forgetOldest(workspace.triggers, KEPT);
  return id;
}

/** Keeps the newest entries of a map. */
export function forgetOldest(map: Map<string, unknown>, kept: number): void {
  for (const key of map.keys()) {
    if (map.size <= kept) return;
    map.delete(key);
  }
}

/** Takes a trigger for its one use. Throws `invalid_trigger_id`, `expired_trigger_id` or `exchanged_trigger_id`. */
export function takeTrigger({ workspace, faults }: Slack, id: string): Trigger {
  const trigger = workspace.triggers.get(id);
  if (!trigger) throw new SlackError('invalid_trigger_id');
  if (trigger.used) throw new SlackError('exchanged_trigger_id');
  if (faults.expireTriggers || workspace.now() - trigger.at > LIFETIME_MS)
    throw new SlackError('expired_trigger_id');
  trigger.used = true;
  return trigger;
}
