/** The buttons of digests: "Manage" under each post, and those in a list. */
import type { App } from '@slack/bolt';
import type { Actor } from '#src/access/actor.ts';
import type { Managed } from '#src/access/owned.ts';
import {
  deleteDigest,
  pauseDigest,
  resumeDigest,
  sendDigestNow,
  type ManageDeps,
} from '#src/watching/digests/manage-digests.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { DIGEST_ACTIONS, digestList, GONE } from './digest-list.ts';
import { openEditForm } from './open-form.ts';
import { registerManaging, type Act } from '#src/slack/manage-press.ts';

const DIGESTS = { show: DIGEST_ACTIONS.manage, list: digestList, gone: GONE };

const to =
  (act: (deps: ManageDeps, actor: Actor, id: string) => Promise<Managed>): Act['run'] =>
  ({ delivery, actor, id }) =>
    act(delivery.manage, actor, id);

export function registerDigestButtons(app: App, deps: ListenerDeps): void {
  const edit: Act['run'] = async ({ client, body, actor, id }) => {
    const opened = await openEditForm(deps, { client, triggerId: body.trigger_id, actor }, id);
    return opened === 'done' ? 'shown' : opened;
  };
  registerManaging(app, deps, DIGESTS, [
    {
      on: DIGEST_ACTIONS.pause,
      run: to(pauseDigest),
      done: 'Paused. Nothing is posted until it is resumed.',
    },
    {
      on: DIGEST_ACTIONS.resume,
      run: to(resumeDigest),
      done: 'Resumed. What it missed is not made up for.',
    },
    { on: DIGEST_ACTIONS.now, asks: true, run: to(sendDigestNow), done: 'It is on its way.' },
    { on: DIGEST_ACTIONS.edit, run: edit, done: '' },
    { on: DIGEST_ACTIONS.delete, run: to(deleteDigest), done: 'Deleted. It will not come any more.' },
  ]);
}
