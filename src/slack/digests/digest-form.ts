/** The form of a digest: its preview follows each choice, and its submission sets the digest up or changes it. */
import type { App, BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { createHash } from 'node:crypto';
import { isRefused } from '#src/access/owned.ts';
import { nextPosts } from '#src/delivery/list-digests.ts';
import { createDigest, editDigest } from '#src/delivery/manage-digests.ts';
import { admit } from '#src/domain/reading/text-door.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { LIMITS } from '#src/presentation/limits.ts';
import { escapeMrkdwn } from '#src/presentation/mrkdwn.ts';
import { answerModal } from '#src/presentation/modal.ts';
import { plainText } from '#src/presentation/plain-object.ts';
import { sections } from '#src/presentation/sections.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { digestInWords } from './digest-words.ts';
import { digestChoice, faultsOf, readForm, readMetadata } from './form-choice.ts';
import { CHOOSE_ACTION, FORM_CALLBACK } from './form-view.ts';
import { GONE, seenId, whyNotSetUp } from './may-set-up.ts';
import { formView } from './open-form.ts';
import { findZones } from './zones.ts';
import { actorIn } from '#src/slack/setup/know-actors.ts';
import { whyAtMostOnce } from '#src/slack/posting-place.ts';

/** What a view holds, and whose digest it changes; `undefined` where the view is of an older version. */
function readView(view: { readonly private_metadata: string; readonly state: { readonly values: unknown } }) {
  const carried = readMetadata(view.private_metadata);
  return carried && { id: carried.id, choice: readForm(view.state.values, carried.choice) };
}

const OLDER = 'This form is from an older version of Lodestone. Close it, and open a new one.';

/** One digest for each form that was opened, however often it is sent. */
const idOfView = (team: string, view: string): string =>
  createHash('sha256').update(`${team} ${view}`).digest('base64url').slice(0, 16);

export function registerDigestForm(app: App, deps: ListenerDeps): void {
  app.action<BlockAction>(new RegExp(`^${CHOOSE_ACTION}:`), async ({ ack, body, client, context }) => {
    await ack();
    if (body.view === undefined) return;
    const read = readView(body.view);
    const { id, choice } = read ?? {};
    // Too little may be chosen for now; what no form of ours sends is no choice.
    const faults = Object.keys(choice === undefined ? {} : faultsOf(choice, []));
    if (choice === undefined || faults.some((field) => field !== 'items' && field !== 'metals')) return;
    const actor = await actorIn(context);
    const view = await formView(deps, actor, choice, await seenId(actor, id, deps));
    await client.views.update({ view_id: body.view.id, view });
  });

  app.options(`${CHOOSE_ACTION}:zone`, async ({ ack, options }) => {
    const zones = findZones(admit(options.value).text, LIMITS.options);
    await ack({ options: zones.map((zone) => ({ value: zone, text: plainText(zone) })) });
  });

  app.view(FORM_CALLBACK, async ({ ack, client, context, view }) => {
    const read = readView(view);
    if (read === undefined) return await ack({ response_action: 'errors', errors: { channel: OLDER } });
    const { id, choice } = read;
    const known = deps.quotes.materials.map((material) => material.id);
    const faults = faultsOf(choice, known);
    if (Object.keys(faults).length > 0) return await ack({ response_action: 'errors', errors: faults });
    // Slack waits three seconds, and what follows asks Slack itself.
    await ack({ response_action: 'update', view: waitingView() });
    const actor = await actorIn(context);
    const { team, user } = actor;
    const digest = digestChoice(choice, user);
    const show = async (shown: ModalView) =>
      void (await client.views.update({ view_id: view.id, view: shown }));
    const why = await whyNotSetUp({ client, actor, place: digest.channel, id }, deps);
    if (why !== undefined) {
      const seen = await seenId(actor, id, deps);
      // A form without its digest would make another one.
      return await show(
        seen === id ? await formView(deps, actor, choice, id, why) : answerModal(lineMessage(why)),
      );
    }
    const { manage } = await deps.delivery;
    const outcome =
      id === undefined
        ? await createDigest(manage, actor, digest, idOfView(team, view.id))
        : await editDigest(manage, actor, id, digest);
    if (isRefused(outcome)) return await show(answerModal(lineMessage(outcome.why)));
    if (outcome === 'gone') return await show(answerModal(lineMessage(GONE)));
    const next = nextPosts(digest.schedule, digest.zone, deps.now().getTime());
    const once = await whyAtMostOnce(client, digest.channel);
    await show(savedView(digestInWords(digest), next, once));
  });
}

function waitingView(): ModalView {
  const blocks = [...sections(['Setting it up …'])];
  return { type: 'modal', title: plainText('The digest'), close: plainText('Close'), blocks };
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
