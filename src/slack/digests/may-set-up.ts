/** Whether somebody may set a digest up as their form has it, or change one into it. */
import type { WebClient } from '@slack/web-api';
import type { Actor } from '#src/access/actor.ts';
import { isRefused } from '#src/access/owned.ts';
import { findListed } from '#src/watching/digests/list-digests.ts';
import { barToChange } from '#src/watching/digests/make-digest.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { whyNotThere } from '#src/slack/posting-place.ts';

export const GONE = 'This digest was deleted meanwhile. Close this, and make a new one.';

interface SetUp {
  readonly client: WebClient;
  readonly actor: Actor;
  /** Where it is to be posted: a channel's id, or a person's. */
  readonly place: string;
  /** Of the digest that is changed; `undefined` for a new one. */
  readonly id: string | undefined;
}

/** Why not, in plain words; `undefined` where they may. */
export async function whyNotSetUp(
  { client, actor, place, id }: SetUp,
  deps: ListenerDeps,
): Promise<string | undefined> {
  if (id === undefined) return await whyNotThere({ client, actor, place }, deps);
  const { manage } = await deps.delivery;
  const bar = await barToChange({ db: manage.store.db, house: deps.house }, actor, id, place);
  if (bar !== undefined) return isRefused(bar) ? bar.why : GONE;
  const digest = await findListed(manage, actor, id);
  const stays = digest?.subscription.channel === place;
  return stays ? undefined : await whyNotThere({ client, actor, place }, deps);
}

/** The id of a digest that somebody may know of; of any other, as if there were none. */
export async function seenId(
  actor: Actor,
  id: string | undefined,
  deps: ListenerDeps,
): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const { manage } = await deps.delivery;
  return (await findListed(manage, actor, id)) === undefined ? undefined : id;
}
