/** Whoever wants quiet, a single post left out or what rests, in words of their own: "shut up for an hour", "skip the next one". */
import { takeMetals } from '../metals/read-metals.ts';
import { takePlaces } from '../read-things.ts';
import type { Intent, RequestContext } from '../request.ts';
import { Rest } from '../rest.ts';
import { takeRestTimes } from '../times/rest-times.ts';

/** "shut up until noon"; without an end it may be said to an answer. */
const QUIET =
  /^(?:just\s+)?(?:shut up|shut it|be (?:quiet|silent)|(?:stay|go) (?:quiet|silent)|leave (?:me|us) (?:alone|in peace)|give (?:me|us) (?:some |a bit of )?(?:peace|quiet|rest))\s+(?:please\s+|pls\s+)?(?:for|until|till?)\s/u;
/** "stop pinging me". */
const STOP_PINGING =
  /^(?:(?:stop|quit)\s+(?:pinging|messaging|alerting|notifying|buzzing|nudging|poking|bothering|disturbing|warning|dm-?ing)|(?:don't|do not|dont)\s+(?:ping|alert|notify|buzz|nudge|poke|bother|disturb))\s+(?:me|us)(?:[\s,]+(?:please|pls|now|for now|so much|so often|all the time|any ?more|again|(?:for|until|till?)\s+[^\s,;?]+(?:\s[^\s,;?]+){0,3})){0,3}[.!]*$/u;
const SKIP_NEXT =
  /^(?:skip|omit|leave out|miss)\s+(?:just\s+|only\s+)?(?:the\s+|my\s+|our\s+)?(?:next|coming)\s+(?:\S+\s+){0,2}?(?:one|digest|post|report|issue)[\s,]*(?:please|pls|thanks)?[.!]*$/u;
/** "no posts this week". */
const NONE_WITHIN =
  /^no\s+(?:more\s+)?(?:\S+\s+){0,3}?(?:digests?|posts?|reports?|updates?|(?<alert>alerts?|pings?|warnings?))\s+(?:(?:for|in|during|on)\s+)?(?:(?:this|next)\s+(?:week|month)|(?:over\s+)?(?:this|the)\s+weekend|today|tomorrow)[\s,]*(?:please|pls|thanks)?[.!]*$/u;
/** "show me what's paused". */
const WHAT_RESTS =
  /^(?:(?:show|tell|list|give)\s+(?:me\s+|us\s+)?)?(?:(?:is|are)\s+(?=any))?(?:what|which ones?|everything|all|anything)(?:'s|\s+is|\s+are|\s+that's|\s+that is)?\s+(?:currently\s+|still\s+|now\s+|on\s+)*(?:paused|muted|suspended|hold|(?<alert>snoozed))(?:\s+(?:right now|now|at the moment|currently|here))*[\s?.!]*$/u;

/** @param head A clause without what is polite */
export function quietIntent(head: string): Intent | undefined {
  if (QUIET.test(head) || STOP_PINGING.test(head)) return 'alert.snooze';
  if (SKIP_NEXT.test(head)) return 'digest.pause';
  const none = NONE_WITHIN.exec(head);
  if (none !== null) return none.groups?.['alert'] === undefined ? 'digest.pause' : 'alert.snooze';
  const rests = WHAT_RESTS.exec(head);
  if (rests === null) return undefined;
  return rests.groups?.['alert'] === undefined ? 'digest.list' : 'alert.list';
}

/** Verbs of which a metal alone can be said: who holds or drops gold may own it. */
const VERB_OF_METAL =
  /^(?:(?<pause>pause|mute|suspend|silence)|(?<resume>resume|unpause|un-?mute|reactivate)|(?<snooze>snooze)|(?<wake>un-?snooze|wake(?: up)?))\s+/u;
/** What may stand beside it. */
const BESIDE =
  /(?<!\p{L})(?:the|my|our|one|ones|and|in|here|for|until|till|now|again|please|pls|thanks|too|up|price|prices|metal|oxide)(?!\p{L})/gu;

/**
 * A rest, or its end, of what a metal alone names: "mute lead until Monday", "unmute tin".
 * @param head A clause without what is polite
 */
export function restOfMetal(head: string, { materials, today }: RequestContext): Intent | undefined {
  const groups = VERB_OF_METAL.exec(head)?.groups;
  if (groups === undefined || head.includes('?')) return undefined;
  const rest = new Rest(head);
  rest.take(VERB_OF_METAL);
  if (takeMetals(rest, materials).length === 0) return undefined;
  takePlaces(rest);
  takeRestTimes(rest, today);
  if (/[\p{L}\d]/u.test(rest.left.replaceAll(BESIDE, ' '))) return undefined;
  if (groups['pause'] !== undefined) return 'digest.pause';
  if (groups['resume'] !== undefined) return 'digest.resume';
  return groups['snooze'] === undefined ? 'alert.resume' : 'alert.snooze';
}
