/** Digests and alerts as what somebody set up: who may know of one, and why somebody may not do something with it. */
import type { Actor } from './actor.ts';
import { isPerson, may, relationOf, type House } from './may.ts';
import { whyNot } from './refusals.ts';

/** Whose something is, and where it is posted. */
export interface Owned {
  readonly owner: string;
  /** A channel's id, or a person's for direct messages. */
  readonly channel: string;
}

/** What came of something that an id names: `gone` where there is none, or none that they may know of; or why not, as mrkdwn. */
export type Managed = 'done' | 'gone' | Refused;

/** Why somebody may not, as mrkdwn. */
export interface Refused {
  readonly why: string;
}

export const isRefused = (outcome: unknown): outcome is Refused =>
  typeof outcome === 'object' && outcome !== null && 'why' in outcome;

/** Whether somebody may know of it: to anybody else it is as if it were not there. */
export function maySee(actor: Actor, owned: Owned, house: House): boolean {
  return may(actor, 'see', relationOf(actor, owned), house);
}

/** What bars somebody from doing something with it; `undefined` where nothing does. */
export function barTo(
  actor: Actor,
  action: 'stop' | 'change',
  owned: Owned | undefined,
  house: House,
): 'gone' | Refused | undefined {
  if (owned === undefined || !maySee(actor, owned, house)) return 'gone';
  const why = whyNot(actor, action, relationOf(actor, owned), house);
  return why === undefined ? undefined : { why };
}

export const OTHERS =
  'I send nothing to other people’s direct messages: choose a channel, or leave it to come to you.';

/** Why somebody may have nothing posted to a place, whatever Slack says of it; `undefined` where they may. */
export function whyNotPostedTo(actor: Actor, place: string, house: House): Refused | undefined {
  const toPerson = isPerson(place);
  const why = whyNot(actor, 'create', toPerson ? 'to-self' : 'to-channel', house);
  if (why !== undefined) return { why };
  return toPerson && place !== actor.user ? { why: OTHERS } : undefined;
}
