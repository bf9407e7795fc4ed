/** A rest, or its end, of what a metal alone names: "mute lead until Monday", "unmute tin". */
import { takeMetals } from '../metals/read-metals.ts';
import { takePlaces } from '../read-things.ts';
import type { Intent, RequestContext } from '../request.ts';
import { Rest } from '../rest.ts';
import { takeRestTimes } from '../times/rest-times.ts';

/** Verbs of which a metal alone can be said: who holds or drops gold may own it. */
const VERB =
  /^(?:(?<pause>pause|mute|suspend|silence)|(?<resume>resume|unpause|un-?mute|reactivate)|(?<snooze>snooze)|(?<wake>un-?snooze|wake(?: up)?))\s+/u;
/** What may stand beside it. */
const BESIDE =
  /(?<!\p{L})(?:the|my|our|one|ones|and|in|here|for|until|till|now|again|please|pls|thanks|too|up|price|prices|metal|oxide)(?!\p{L})/gu;

/** @param head A clause without what is polite */
export function restOfMetal(head: string, { materials, today }: RequestContext): Intent | undefined {
  const groups = VERB.exec(head)?.groups;
  if (groups === undefined || head.includes('?')) return undefined;
  const rest = new Rest(head);
  rest.take(VERB);
  if (takeMetals(rest, materials).length === 0) return undefined;
  takePlaces(rest);
  takeRestTimes(rest, today);
  if (/[\p{L}\d]/u.test(rest.left.replaceAll(BESIDE, ' '))) return undefined;
  if (groups['pause'] !== undefined) return 'digest.pause';
  if (groups['resume'] !== undefined) return 'digest.resume';
  return groups['snooze'] === undefined ? 'alert.resume' : 'alert.snooze';
}
