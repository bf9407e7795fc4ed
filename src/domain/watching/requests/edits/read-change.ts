/** What an edit changes: which one is meant stands on one side, what is new on the other. */
import { amountFrom, levelOf } from '../rules/read-amount.ts';
import { changeOver, MADE, PACE_FIRST } from './change-over.ts';
import { takeTarget } from '../read-target.ts';
import type { AskedSlots, RequestContext, Target } from '../request.ts';
import { NOT_MEASURED } from '../read-target.ts';
import { Rest } from '../rest.ts';
import { VERB_FIRST, thingsOf, newSlots } from './fresh-slots.ts';
import { addedAndRemoved, inOrOut, targetOf } from './in-and-out.ts';

const NOUN = new RegExp(
  String.raw`\b(?:digests?|alerts?|posts?|reports?|updates?|subscriptions?|reminders?|summar(?:y|ies)|one|it|that|this|alarms?|notifications?|them|newsletter|briefing|everything|threshold|wrap|note|trigger|price[\s-]watch)\b(?:'s)?(?:(?<!\b(?:it|that|this|them|everything))\s+(?:number\s+|no\.?\s*|#)?\d{1,2}${NOT_MEASURED})?`,
  'u',
);

const WITHOUT = /\bwithout\s+(?:the\s+)?(?<what>.+)$/u;
const JOINT =
  /\s(?:to|=>|->|should|shall|must|needs? to|has to|ought to|be|as|instead of|at|on|in|by|for|from)\s/u;

/**
 * @param said The clause without what is polite.
 * @param topic What it is of, where that stands first: "the terbium alert: ...".
 */
export function readChange(
  said: string,
  topic: string | undefined,
  alert: boolean,
  context: RequestContext,
): AskedSlots {
  const head = withoutReplaced(said);
  const both = alert ? undefined : addedAndRemoved(head, context);
  if (both !== undefined) return both;
  const over = topic === undefined ? changedOver(head, alert, context) : undefined;
  if (over !== undefined) return over;
  const moved = inOrOut(head, topic, alert, context);
  if (moved !== undefined) return moved;
  const [left, right] = topic === undefined ? sides(head) : [topic, head];
  const without = WITHOUT.exec(right)?.groups?.['what'];
  const less = without === undefined ? undefined : thingsOf(without, context);
  const fresh = newSlots(new Rest(less === undefined ? right : right.replace(WITHOUT, '')), alert, context);
  if (less === undefined && topic === undefined && Object.keys(fresh).length === 0) {
    const around = aroundTarget(head, alert, context);
    if (around !== undefined) return around;
  }
  return { ...targetOf(left, context), ...fresh, ...(less === undefined ? {} : { remove: less }) };
}

/** "our rate is now 116: adjust the neodymium alert", "fridays 5:40 for that digest": what is new stands before what it is of. */
const PHRASE =
  /\b(?:for|of|in|on)?\s*\b(?:the|my|our|that|this|his|her)\s+(?:(?!(?:is|to|has|and|now|should)\b)[^\s,;:!?]+\s+){0,3}?(?:digest|alert|post|report|reminder|alarm|one|daily|weekly|monthly)(?!\p{L})(?:\s+(?:number\s+)?\d{1,2}(?![\d.:%]))?/u;

function aroundTarget(head: string, alert: boolean, context: RequestContext): AskedSlots | undefined {
  const found = PHRASE.exec(head);
  if (found === null) return undefined;
  const rest = new Rest(head);
  rest.blot(found.index, found.index + found[0].length);
  // The verb itself is nothing that is to be in it.
  rest.take(VERB_FIRST);
  const fresh = newSlots(rest, alert, context);
  return Object.keys(fresh).length === 0 ? undefined : { ...targetOf(found[0], context), ...fresh };
}

/** "the digest in #traders please come at 9:45": what is new begins with what it is to do. */
const VERB_AFTER =
  /\s(?:please\s+)?(?:come|fire|arrive|run|go|end|start|trigger|say|use|repeat|list|include|have|show|make it|set it)\s/u;

/** What is replaced is not what is new: "at 9:45 rather than 10:00", "on the 5th instead of the 1st". */
const REPLACED =
  /\b(?:rather than|instead of|in place of|in lieu of|and not|not)\s+(?:just\s+|only\s+)?(?:at\s+|on\s+|to\s+|in\s+)?(?:the\s+|an?\s+)?\S+(?:\s+(?:me|%|percent|days?|weeks?|months?|kg|usd|eur|cny|am|pm)(?!\p{L}))?/gu;

export const withoutReplaced = (text: string): string => text.replaceAll(REPLACED, ' ').trim();

/** "mondays and thursdays for the ndpr digest". */
const TARGET_BEHIND =
  /^(?<said>(?!(?:the|my|our|this|that|change|move|make|switch|set|put|can|could|let|have)\b)(?:(?!\b(?:digest|alert|post|report|one)s?\b).)+?)\s+(?:for|in|on)\s+(?<target>(?:the|my|our)\s+(?:\S+\s+){0,3}?(?:digest|alert|post|report|one)s?)\b[^\p{L}]*(?:pls|please)?[.!]?$/u;

/** What was, and is no more, tells which one is meant. */
function changedOver(head: string, alert: boolean, context: RequestContext): AskedSlots | undefined {
  const over = changeOver(head);
  if (over === undefined) return undefined;
  const { one, was, now } = over;
  const fresh = newSlots(new Rest(now), alert, context);
  if (Object.keys(fresh).length === 0) return undefined;
  const of = targetOf(one, context);
  // What else narrows it says enough: "alert 3 from 100 to 110".
  const isTold = of.target !== undefined && Object.keys(of.target).some((slot) => slot !== 'this');
  const before: Target =
    was === undefined || isTold
      ? {}
      : alert
        ? ruleBefore(was)
        : (takeTarget(new Rest(was), context, 'digest') ?? {});
  return { ...(Object.keys(before).length === 0 ? of : { target: before }), ...fresh };
}

function ruleBefore(was: string): Target {
  const rest = new Rest(was);
  const { low, high } = levelOf(amountFrom(rest)) ?? {};
  if (low === undefined || high === undefined) return {};
  return { rule: /%|percent|pct/u.test(was) ? { percent: low } : { low, high } };
}

const VERB_AS_NOUN = /^(?:post|report|alert|update|note)\s+(?=(?:the|my|our|that|this|it)(?!\p{L}))/u;
/** What stands up to the noun, with what narrows it behind, and what stands after. */
function sides(head: string): readonly [string, string] {
  const behind = TARGET_BEHIND.exec(head)?.groups;
  if (behind !== undefined) return [behind['target'] ?? '', behind['said'] ?? ''];
  // "post the weekly one in #desk": the verb is no noun.
  const verb = VERB_AS_NOUN.exec(head)?.[0].length ?? 0;
  const noun = NOUN.exec(head.slice(verb));
  if (noun === null) return ['', head];
  const end = verb + noun.index + noun[0].length;
  const rest = head.slice(end);
  const to = /\s(?:to|into|onto|=>|->|should|shall|must|needs? to|has to|ought to|be)\s/u.exec(` ${rest} `);
  if (to !== null) return [head.slice(0, end + Math.max(0, to.index - 1)), rest.slice(Math.max(0, to.index))];
  // "make the digest monthly, on the 1st": what is new begins at once.
  if (MADE.test(head) && PACE_FIRST.test(rest)) return [head.slice(0, end), rest];
  const joint = JOINT.exec(rest);
  const first = VERB_AFTER.exec(rest);
  if (first !== null) return [head.slice(0, end) + rest.slice(0, first.index), rest.slice(first.index)];
  // "the alert at 600k" alone has no new side.
  return joint === null ? [head.slice(0, end), rest] : [head.slice(0, end), rest.slice(joint.index)];
}
