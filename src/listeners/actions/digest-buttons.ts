/** The buttons of digests: "Manage" under each post, and those in a list. */
import type { App, BlockButtonAction } from '@slack/bolt';
import {
  deleteDigest,
  findDigestOf,
  pauseDigest,
  resumeDigest,
  sendDigestNow,
  type ManageDeps,
} from '#src/delivery/manage-digests.ts';
import type { ListenerDeps } from '../deps.ts';
import { actorIn } from '../know-actors.ts';
import { whyNotManage } from '../manage-gate.ts';
import { DIGEST_ACTIONS, digestList, GONE } from '../digests/digest-list.ts';
import { openEditForm } from '../digests/open-form.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { readPress } from '../press.ts';
import { readValue } from '../shown-list.ts';

type Act = (deps: ManageDeps, team: string, id: string) => Promise<boolean>;

/** What a press does, and what is then said above the list. */
const ACTS: readonly (readonly [string, 'stop' | 'change', Act, string])[] = [
  [DIGEST_ACTIONS.pause, 'stop', pauseDigest, 'Paused. Nothing is posted until it is resumed.'],
  [DIGEST_ACTIONS.resume, 'change', resumeDigest, 'Resumed. What it missed is not made up for.'],
  [DIGEST_ACTIONS.now, 'change', sendDigestNow, 'It is on its way.'],
  [DIGEST_ACTIONS.delete, 'stop', deleteDigest, 'Deleted. It will not come any more.'],
];

export function registerDigestButtons(app: App, deps: ListenerDeps): void {
  app.action<BlockButtonAction>(
    DIGEST_ACTIONS.manage,
    async ({ ack, action, body, client, context, respond }) => {
      await ack();
      const { shown } = readValue(action.value, body.user.id);
      const { beside } = readPress({ body, client, respond });
      await beside.post(await digestList(deps, await actorIn(context), shown));
    },
  );

  app.action<BlockButtonAction>(
    DIGEST_ACTIONS.edit,
    async ({ ack, action, body, client, context, respond }) => {
      await ack();
      const { beside, instead } = readPress({ body, client, respond });
      const { id, shown } = readValue(action.value, body.user.id);
      const [{ manage }, actor] = [await deps.delivery, await actorIn(context)];
      const refused = whyNotManage(deps, actor, 'change', await findDigestOf(manage, actor.team, id));
      if (refused?.gone === false) return void (await beside.post(lineMessage(refused.why)));
      const place = { client, triggerId: body.trigger_id, actor };
      const opened = refused === undefined && (await openEditForm(deps, place, id));
      if (!opened) await instead(await digestList(deps, actor, shown, GONE));
    },
  );

  for (const [actionId, action, act, done] of ACTS) {
    app.action<BlockButtonAction>(
      actionId,
      async ({ ack, action: pressed, body, client, context, respond }) => {
        await ack();
        const { beside, instead } = readPress({ body, client, respond });
        const { id, shown } = readValue(pressed.value, body.user.id);
        const [{ manage }, actor] = [await deps.delivery, await actorIn(context)];
        const refused = whyNotManage(deps, actor, action, await findDigestOf(manage, actor.team, id));
        if (refused?.gone === false) return void (await beside.post(lineMessage(refused.why)));
        const found = refused === undefined && (await act(manage, actor.team, id));
        await instead(await digestList(deps, actor, shown, found ? done : GONE));
      },
    );
  }
}
