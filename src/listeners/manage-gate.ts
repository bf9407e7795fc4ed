/** The one gate before anything is done with a digest or an alert that a button or a form names by its id. */
import type { Actor } from '#src/access/actor.ts';
import { may, relationOf } from '#src/access/may.ts';
import { whyNot } from '#src/access/refusals.ts';
import type { ListenerDeps } from './deps.ts';

/** Whose something is, and where it is posted. */
export interface Owned {
  readonly owner: string;
  readonly channel: string;
}

/** Whether somebody may know of it: to anybody else it is as if it were not there. */
export function maySee(deps: Pick<ListenerDeps, 'house'>, actor: Actor, owned: Owned): boolean {
  return may(actor, 'see', relationOf(actor, owned), deps.house);
}

/**
 * Why somebody may not do something with it, as mrkdwn; `undefined` where they may; `gone` where there is none, or none that
 * they may know of.
 */
export function whyNotManage(
  deps: Pick<ListenerDeps, 'house'>,
  actor: Actor,
  action: 'stop' | 'change',
  owned: Owned | undefined,
): { readonly gone: true } | { readonly gone: false; readonly why: string } | undefined {
  if (owned === undefined || !maySee(deps, actor, owned)) return { gone: true };
  const why = whyNot(actor, action, relationOf(actor, owned), deps.house);
  return why === undefined ? undefined : { gone: false, why };
}
