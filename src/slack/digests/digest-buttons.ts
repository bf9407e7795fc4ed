/** The buttons of digests: "Manage" under each post, and those in a list. */
import type { App, BlockButtonAction } from '@slack/bolt';
import type { Actor } from '#src/access/actor.ts';
import { isRefused, type Managed } from '#src/access/owned.ts';
import {
  deleteDigest,
  pauseDigest,
  resumeDigest,
  sendDigestNow,
  type ManageDeps,
} from '#src/delivery/manage-digests.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { actorIn } from '#src/slack/setup/know-actors.ts';
import { DIGEST_ACTIONS, digestList, GONE } from './digest-list.ts';
import { openEditForm } from './open-form.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { readPress } from '#src/slack/press.ts';
import { readValue } from '#src/slack/shown-list.ts';

type Act = (deps: ManageDeps, actor: Actor, id: string) => Promise<Managed>;

/** What a press does, and what is then said above the list. */
const ACTS: readonly (readonly [string, Act, string])[] = [
  [DIGEST_ACTIONS.pause, pauseDigest, 'Paused. Nothing is posted until it is resumed.'],
  [DIGEST_ACTIONS.resume, resumeDigest, 'Resumed. What it missed is not made up for.'],
  [DIGEST_ACTIONS.now, sendDigestNow, 'It is on its way.'],
  [DIGEST_ACTIONS.delete, deleteDigest, 'Deleted. It will not come any more.'],
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
      const actor = await actorIn(context);
      const opened = await openEditForm(deps, { client, triggerId: body.trigger_id, actor }, id);
      if (isRefused(opened)) return void (await beside.post(lineMessage(opened.why)));
      if (opened === 'gone') await instead(await digestList(deps, actor, shown, GONE));
    },
  );

  for (const [actionId, act, done] of ACTS) {
    app.action<BlockButtonAction>(
      actionId,
      async ({ ack, action: pressed, body, client, context, respond }) => {
        await ack();
        const { beside, instead } = readPress({ body, client, respond });
        const { id, shown } = readValue(pressed.value, body.user.id);
        const [{ manage }, actor] = [await deps.delivery, await actorIn(context)];
        const outcome = await act(manage, actor, id);
        if (isRefused(outcome)) return void (await beside.post(lineMessage(outcome.why)));
        await instead(await digestList(deps, actor, shown, outcome === 'done' ? done : GONE));
      },
    );
  }
}
