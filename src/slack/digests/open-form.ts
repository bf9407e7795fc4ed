/** Opens the form of a digest, and keeps its preview up to date. */
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Actor } from '#src/access/actor.ts';
import { may } from '#src/access/may.ts';
import { barTo, type Managed } from '#src/access/owned.ts';
import { findListed, nextPosts } from '#src/watching/digests/list-digests.ts';
import { previewDigest } from '#src/watching/digests/preview-digest.ts';
import { BROKEN_DIGEST } from '#src/watching/digests/manage-digests.ts';
import type { Schedule } from '#src/domain/watching/schedules/schedule.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { readPerson } from '#src/slack/person.ts';
import { choiceOf, digestChoice, newChoice, newItems, type FormChoice } from './form-choice.ts';
import { whenFaults, whenOf } from './form-schedule.ts';
import { digestForm } from './form-view.ts';

interface FormPlace {
  readonly client: WebClient;
  readonly triggerId: string;
  readonly actor: Actor;
}

/** The form as it stands: with the next post times and the preview that belong to a choice. */
export async function formView(
  deps: ListenerDeps,
  actor: Actor,
  choice: FormChoice,
  id: string | undefined,
  fault?: string,
): Promise<ModalView> {
  const { manage } = await deps.delivery;
  const isWhole = Object.keys(whenFaults(choice)).length === 0;
  // Whoever may have no digest is shown none: it would say what is quoted here.
  const theirs = may(actor, 'create', 'to-self', deps.house);
  const enough = theirs && isWhole && choice.items.length > 0 && choice.metals.length > 0;
  const digest = isWhole ? digestChoice(choice, actor.user) : undefined;
  return digestForm({
    choice,
    id,
    fault,
    metals: deps.quotes.materials,
    charts: deps.findPicture !== undefined,
    next: digest === undefined ? [] : nextPosts(digest.schedule, digest.zone, deps.now().getTime()),
    preview: enough && digest !== undefined ? await previewDigest(manage, actor, digest, id) : undefined,
  });
}

/**
 * A new digest's form, in the zone of whoever opens it.
 * @param channel Where it was asked for; `undefined` for a direct message.
 * @param metals Chosen at first.
 */
export async function openNewForm(
  deps: ListenerDeps,
  place: FormPlace,
  channel: string | undefined,
  metals: readonly string[],
): Promise<void> {
  const { zone } = await readPerson(place.client, place.actor.user, deps);
  const choice = newChoice({ channel, metals, zone, items: newItems(deps) });
  await open(deps, place, choice, undefined);
}

/** A new digest's form, filled in from words. @param key Of the card that they stand in: both make one digest. */
export async function openFilledForm(
  deps: ListenerDeps,
  place: FormPlace,
  filled: Pick<FormChoice, 'channel' | 'metals' | 'items' | 'zone' | 'skipUnchanged'> & {
    readonly schedule: Schedule | undefined;
    readonly others?: readonly { readonly id: string; readonly turn: number }[];
  },
  key: string,
): Promise<void> {
  const { channel, metals, items, zone, schedule, skipUnchanged, others = [] } = filled;
  const empty = newChoice({
    channel: channel === place.actor.user ? undefined : channel,
    metals,
    zone,
    items,
  });
  const choice = {
    ...empty,
    ...(schedule === undefined ? {} : whenOf(schedule)),
    skipUnchanged,
    key,
    ...(others.length === 0 ? {} : { others: others.map(({ id, turn }) => ({ id, turn })) }),
  };
  await open(deps, place, choice, undefined);
}

/** The form of a digest that there is, for whoever may change it. */
export async function openEditForm(deps: ListenerDeps, place: FormPlace, id: string): Promise<Managed> {
  const { manage } = await deps.delivery;
  const digest = await findListed(manage, place.actor, id);
  const bar = barTo(place.actor, 'change', digest?.subscription, deps.house);
  if (bar !== undefined) return bar;
  if (digest === undefined) return 'gone';
  if (digest.isBroken) return { why: BROKEN_DIGEST };
  await open(deps, place, choiceOf(digest.subscription), id);
  return 'done';
}

async function open(
  deps: ListenerDeps,
  place: FormPlace,
  choice: FormChoice,
  id: string | undefined,
): Promise<void> {
  const view = await formView(deps, place.actor, choice, id);
  await place.client.views.open({ trigger_id: place.triggerId, view });
}
