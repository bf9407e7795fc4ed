/** The buttons of digests: "Manage" under each post, and those in a list. */
import type { App, BlockButtonAction } from '@slack/bolt';
import {
  deleteDigest,
  pauseDigest,
  resumeDigest,
  sendDigestNow,
  type ManageDeps,
} from '#src/delivery/manage-digests.ts';
import type { ListenerDeps } from '../deps.ts';
import { DIGEST_ACTIONS, digestList, GONE } from '../digests/digest-list.ts';
import { openEditForm } from '../digests/open-form.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { whyNotAllowed } from '../posting-place.ts';
import { readPress } from '../press.ts';
import { readValue } from '../shown-list.ts';
import { teamOf } from '../team-of.ts';

type Act = (deps: ManageDeps, team: string, id: string) => Promise<boolean>;

/** What a press does, and what is then said above the list. */
const ACTS: readonly (readonly [string, Act, string])[] = [
  [DIGEST_ACTIONS.pause, pauseDigest, 'Paused. Nothing is posted until it is resumed.'],
  [DIGEST_ACTIONS.resume, resumeDigest, 'Resumed. What it missed is not made up for.'],
  [DIGEST_ACTIONS.now, sendDigestNow, 'It is on its way.'],
  [DIGEST_ACTIONS.delete, deleteDigest, 'Deleted. It will not come any more.'],
];

export function registerDigestButtons(app: App, deps: ListenerDeps): void {
  app.action<BlockButtonAction>(DIGEST_ACTIONS.manage, async ({ ack, action, body, client, respond }) => {
    await ack();
    const { shown } = readValue(action.value, body.user.id);
    const { beside } = readPress({ body, client, respond });
    await beside.post(await digestList(deps, teamOf(body), shown));
  });

  app.action<BlockButtonAction>(DIGEST_ACTIONS.edit, async ({ ack, action, body, client, respond }) => {
    await ack();
    const { beside, inPlace } = readPress({ body, client, respond });
    const why = await whyNotAllowed(client, body.user.id, deps);
    if (why !== undefined) return void (await beside.post(lineMessage(why)));
    const { id, shown } = readValue(action.value, body.user.id);
    const place = { client, triggerId: body.trigger_id, team: teamOf(body), user: body.user.id };
    const opened = await openEditForm(deps, place, id);
    if (!opened) await inPlace.post(await digestList(deps, place.team, shown, GONE));
  });

  for (const [actionId, act, done] of ACTS) {
    app.action<BlockButtonAction>(actionId, async ({ ack, action, body, client, respond }) => {
      await ack();
      const { beside, inPlace } = readPress({ body, client, respond });
      const why = await whyNotAllowed(client, body.user.id, deps);
      if (why !== undefined) return void (await beside.post(lineMessage(why)));
      const { id, shown } = readValue(action.value, body.user.id);
      const { manage } = await deps.delivery;
      const found = await act(manage, teamOf(body), id);
      await inPlace.post(await digestList(deps, teamOf(body), shown, found ? done : GONE));
    });
  }
}
