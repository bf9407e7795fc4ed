/** The form of a digest: its preview follows each choice, and its submission sets the digest up or changes it. */
import type { App, BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { createDigest, editDigest, nextPosts } from '#src/delivery/manage-digests.ts';
import { admit } from '#src/domain/text-door.ts';
import { LIMITS } from '#src/presentation/limits.ts';
import { escapeMrkdwn } from '#src/presentation/mrkdwn.ts';
import { plainText } from '#src/presentation/plain-object.ts';
import { sections } from '#src/presentation/sections.ts';
import type { ListenerDeps } from '../deps.ts';
import { digestInWords } from '../digests/digest-words.ts';
import { digestChoice, readForm, type FormChoice } from '../digests/form-choice.ts';
import { CHOOSE_ACTION, FORM_CALLBACK } from '../digests/form-view.ts';
import { seenId, whyNotSetUp } from '../digests/may-set-up.ts';
import { formView } from '../digests/open-form.ts';
import { findZones } from '../digests/zones.ts';
import { actorIn } from '../know-actors.ts';
import { whyAtMostOnce } from '../posting-place.ts';

const metadata = z.object({ id: z.string().optional(), choice: z.custom<FormChoice>() });

/** What a view holds, and whose digest it changes. */
function readView(view: { readonly private_metadata: string; readonly state: { readonly values: unknown } }) {
  const { id, choice } = metadata.parse(JSON.parse(view.private_metadata));
  return { id, choice: readForm(view.state.values, choice) };
}

export function registerDigestForm(app: App, deps: ListenerDeps): void {
  app.action<BlockAction>(new RegExp(`^${CHOOSE_ACTION}:`), async ({ ack, body, client, context }) => {
    await ack();
    if (body.view === undefined) return;
    const { id, choice } = readView(body.view);
    const actor = await actorIn(context);
    const view = await formView(deps, actor, choice, await seenId(actor, id, deps));
    await client.views.update({ view_id: body.view.id, view });
  });

  app.options(`${CHOOSE_ACTION}:zone`, async ({ ack, options }) => {
    const zones = findZones(admit(options.value).text, LIMITS.options);
    await ack({ options: zones.map((zone) => ({ value: zone, text: plainText(zone) })) });
  });

  app.view(FORM_CALLBACK, async ({ ack, client, context, view }) => {
    const { id, choice } = readView(view);
    const actor = await actorIn(context);
    const { team, user } = actor;
    const digest = digestChoice(choice, user);
    const why = await whyNotSetUp({ client, actor, place: digest.channel, id }, deps);
    if (why !== undefined) return await ack({ response_action: 'errors', errors: { channel: why } });
    const { manage } = await deps.delivery;
    if (id === undefined) await createDigest(manage, { ...digest, team, owner: user });
    else if (!(await editDigest(manage, team, id, digest))) {
      const gone = 'This digest was deleted meanwhile. Close this, and make a new one.';
      return await ack({ response_action: 'errors', errors: { channel: gone } });
    }
    const next = nextPosts(digest.schedule, digest.zone, deps.now().getTime());
    const once = await whyAtMostOnce(client, digest.channel);
    return await ack({ response_action: 'update', view: savedView(digestInWords(digest), next, once) });
  });
}

/** @param once What is to be known where it comes at most once. */
function savedView(words: string, next: readonly string[], once: string | undefined): ModalView {
  return {
    type: 'modal',
    title: plainText('The digest is set up'),
    close: plainText('Close'),
    blocks: [
      ...sections([
        `*It comes ${words}.*`,
        `Next: ${escapeMrkdwn(next.join(' · '))}.`,
        ...(once === undefined ? [] : [once]),
        '`/nd digest list` pauses, changes or deletes it, and so does “Manage” under each post.',
      ]),
    ],
  };
}
