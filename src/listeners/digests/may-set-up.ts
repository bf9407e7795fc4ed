/** Whether somebody may set a digest up as their form has it, or change one into it. */
import type { WebClient } from '@slack/web-api';
import type { Actor } from '#src/access/actor.ts';
import { isPerson } from '#src/access/may.ts';
import { findDigestOf } from '#src/delivery/manage-digests.ts';
import type { ListenerDeps } from '../deps.ts';
import { maySee, whyNotManage } from '../manage-gate.ts';
import { whyNotThere } from '../posting-place.ts';

const GONE = 'This digest was deleted meanwhile. Close this, and make a new one.';
const NOT_YOURS = 'This digest is somebody else’s: it stays in a channel.';

export interface SetUp {
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
  const digest = await findDigestOf(manage, actor.team, id);
  const refused = whyNotManage(deps, actor, 'change', digest);
  if (digest === undefined || refused !== undefined) return refused?.gone === false ? refused.why : GONE;
  if (isPerson(place) && digest.owner !== place) return NOT_YOURS;
  return place === digest.channel ? undefined : await whyNotThere({ client, actor, place }, deps);
}

/** The id of a digest that somebody may know of; of any other, as if there were none. */
export async function seenId(
  actor: Actor,
  id: string | undefined,
  deps: ListenerDeps,
): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const { manage } = await deps.delivery;
  const found = await findDigestOf(manage, actor.team, id);
  return found !== undefined && maySee(deps, actor, found) ? id : undefined;
}
