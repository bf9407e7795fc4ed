/** The form of a digest: its preview follows each choice, and its submission sets the digest up or changes it. */
import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt';
import type { Actor } from '#src/access/actor.ts';
import { isRefused } from '#src/access/owned.ts';
import { nextPosts } from '#src/watching/digests/list-digests.ts';
import { createDigest, editDigest } from '#src/watching/digests/make-digest.ts';
import { admit } from '#src/domain/reading/text-door.ts';
import { LIMITS } from '#src/presentation/limits.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import { plainText } from '#src/presentation/plain-object.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { digestInWords } from './digest-words.ts';
import { digestChoice, faultsOf, readDigestForm, readMetadata, type FormChoice } from './form-choice.ts';
import { CHOOSE_ACTION } from './form-fields.ts';
import { FORM_CALLBACK } from './form-view.ts';
import { GONE, seenId, whyNotSetUp } from './may-set-up.ts';
import { formView } from './open-form.ts';
import { findZones } from './zones.ts';
import { actorIn } from '#src/slack/setup/know-actors.ts';
import { placeInWords, whyAtMostOnce } from '#src/slack/posting-place.ts';
import { createRedraw } from '#src/slack/redraw.ts';
import {
  beginForm,
  finishForm,
  keyOfForm,
  keyOfTurn,
  olderForm,
  refuseFields,
  refuseOlder,
  shownLines,
  type Sent,
  type Shown,
} from '#src/slack/sent-form.ts';

/** What a form holds, and whose digest it changes. */
interface Filled {
  readonly id: string | undefined;
  readonly choice: FormChoice;
}

/** `undefined` where the view is of an older version. */
function readView(view: { readonly private_metadata: string }): Filled | undefined {
  const carried = readMetadata(view.private_metadata);
  const choice = carried && readDigestForm(view, carried.choice);
  return choice && { id: carried.id, choice };
}

/** Fields that may be empty, or not right yet, while the others are chosen. */
const MAY_BE_MISSING = new Set(['items', 'metals', 'days', 'dates', 'once', 'line', 'until']);

export function registerDigestForm(app: App, deps: ListenerDeps): void {
  const redraw = createRedraw(() => deps.now().getTime());

  app.action<BlockAction>(new RegExp(`^${CHOOSE_ACTION}:`), async ({ ack, body, client, context }) => {
    await ack();
    if (body.view === undefined) return;
    const filled = readView(body.view);
    await redraw(client, body.view, async () => {
      if (filled === undefined) return olderForm();
      const { id, choice } = filled;
      // Too little may be chosen for now; what no form of ours sends is no choice, and is said when it is sent.
      if (Object.keys(faultsOf(choice, [])).some((field) => !MAY_BE_MISSING.has(field))) return undefined;
      const actor = await actorIn(context);
      return await formView(deps, actor, choice, await seenId(actor, id, deps));
    });
  });

  app.options(`${CHOOSE_ACTION}:zone`, async ({ ack, options }) => {
    const zones = findZones(admit(options.value).text, LIMITS.options);
    await ack({ options: zones.map((zone) => ({ value: zone, text: plainText(zone) })) });
  });

  app.view<ViewSubmitAction>(FORM_CALLBACK, async ({ ack, body, client, context, view }) => {
    const filled = readView(view);
    if (filled === undefined) return await refuseOlder(ack);
    const known = deps.quotes.materials.map((material) => material.id);
    const faults = faultsOf(filled.choice, known);
    if (Object.keys(faults).length > 0) return await refuseFields(ack, view, faults);
    await beginForm(ack, 'The digest', 'Setting it up …');
    const sent = { client, view, user: body.user.id };
    await finishForm(
      sent,
      deps,
      async () => await setUp(deps, sent, await actorIn(context), filled),
      async (fault) => {
        const actor = await actorIn(context);
        const { id, choice } = filled;
        if (id !== (await seenId(actor, id, deps)))
          throw new Error('a form without its digest makes another');
        return await formView(deps, actor, choice, id, fault);
      },
    );
  });
}

async function setUp(
  deps: ListenerDeps,
  { client, view }: Sent,
  actor: Actor,
  { id, choice }: Filled,
): Promise<Shown> {
  const digest = digestChoice(choice, actor.user);
  const why = await whyNotSetUp({ client, actor, place: digest.channel, id }, deps);
  if (why !== undefined) {
    // A form without its digest would make another one.
    const lost = (await seenId(actor, id, deps)) !== id;
    return lost ? shownLines('The digest', why) : await notSetUp(`*Nothing was set up.* ${why}`);
  }
  const { manage } = await deps.delivery;
  const outcome =
    id === undefined
      ? await createDigest(manage, actor, digest, keyOfForm(actor, choice.key ?? view.id))
      : await editDigest(manage, actor, id, digest);
  if (isRefused(outcome)) return await notSetUp(outcome.why);
  if (outcome === 'gone') return shownLines('The digest', GONE);
  const elsewhere: string[] = [];
  for (const { id: place, turn } of choice.others ?? []) {
    const bar = await whyNotSetUp({ client, actor, place, id: undefined }, deps);
    // The card's own key stands before the turn of its first place.
    const [key = view.id] = (choice.key ?? view.id).split(' ');
    const same = { ...digest, channel: place };
    const one =
      bar === undefined
        ? await createDigest(manage, actor, same, keyOfForm(actor, keyOfTurn(key, turn)))
        : { why: bar };
    elsewhere.push(
      isRefused(one) ? `*Not ${placeInWords(place)}:* ${one.why}` : `And ${placeInWords(place)}.`,
    );
  }
  const now = deps.now().getTime();
  const next = nextPosts(digest.schedule, digest.zone, now);
  const once = await whyAtMostOnce(client, digest.channel);
  return shownLines(
    'The digest is set up',
    `*It comes ${digestInWords(digest, now)}.*`,
    `Next: ${escapeMrkdwn(next.join(' · '))}.`,
    ...elsewhere,
    ...(once === undefined ? [] : [once]),
    '`/nd digest list` pauses, changes or deletes it, and so does “Manage” under each post.',
  );

  async function notSetUp(fault: string): Promise<Shown> {
    return { view: await formView(deps, actor, choice, id, fault), message: lineMessage(fault) };
  }
}
