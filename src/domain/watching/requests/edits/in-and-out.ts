/** What is to be added to one that there is, and what taken out of it. */
import { takeTarget } from '../read-target.ts';
import type { AskedSlots, RequestContext, Target } from '../request.ts';
import { Rest } from '../rest.ts';
import { thingsOf } from './fresh-slots.ts';

const ADD =
  /^(?:also\s+|please\s+)*(?:add|include|append|put|show|throw(?: in)?|slot|squeeze|stick|pop)\s+(?<what>.+?)(?:\s+(?:to|in|into|on)\s+(?<target>.+))?$/u;
const REMOVE =
  /^(?:also\s+|please\s+)*(?:remove|drop|take|delete|exclude|leave|leave out|kick|lose|strip|cut|scrap|skip|kill|strike|pull)\s+(?:out\s+)?(?<what>.+?)\s+(?:out of|off|from|out from)\s+(?<target>.+)$|^(?<what>.+?)\s+(?:must|should|has to|can|is to)\s+(?:be|come)\s+(?:taken |removed |left |dropped |cut )?(?:out of|off|from)\s+(?<target>.+)$/u;
/** "the friday digest could use a chart", "... should also have dysprosium". */
const NOUN_END = String.raw`\b(?:digest|post|report|one|it|that)\b`;
const ALSO_HAS = '(?:list|include|show|cover|contain|have|carry|use|get|need|has)s?';
const ONE_MORE = new RegExp(
  [
    String.raw`^(?:have|let|make)\s+(?<target>.+?${NOUN_END})\s+(?:also\s+)?${ALSO_HAS}\s+(?<what>.+)$`,
    String.raw`^(?:in|on|to|into|for)\s+(?<target>(?:the|my|our)\s+.+?${NOUN_END}),?\s+(?:kindly\s+|please\s+|also\s+)*(?:add|include|put|show)\s+(?<what>.+)$`,
    String.raw`^(?:amend|change|extend|edit|update|modify|adjust)\s+(?<target>.+?${NOUN_END})\s+(?:so (?:as|that it) )?(?:to |will )?(?:also )?${ALSO_HAS}\s+(?<what>.+)$`,
    String.raw`^(?<what>(?:(?!\b(?:digest|post|report)\b).)+?)\s+(?:in|into|on)\s+(?<target>(?:the|that|my|our|this)\s+.*?${NOUN_END})\s+(?:too|also|as well)`,
    String.raw`^(?<target>.*?${NOUN_END})[,:]?\s+(?:please\s+|kindly\s+|pls\s+)*(?:also\s+)?(?:add|include|needs?|wants?|lacks?|gets|takes)\s+(?<what>(?:more\s+)?(?!to\b).+)$`,
    String.raw`^(?<target>.+?)\s+(?:could|should|can|may|needs? to|has to|must)\s+(?:also\s+|do with\s+)?(?:${ALSO_HAS}|do with)\s+(?<what>.+)$`,
    String.raw`^(?<target>.+?${NOUN_END}.*?)\s+to\s+(?:also\s+)?(?:have|include|show|carry|list|contain|cover)\s+(?<what>.+)$`,
    String.raw`^(?<target>.+?\b(?:digest|post|report|one)\b.*?)\s+(?:contains?|includes?|shows?|covers?|has)\s+(?:also\s+)?(?<what>.+)$`,
  ].join('|'),
  'u',
);
/** "swap nd for dy in the #ops digest", "cerium out, lanthanum in, digest 1". */
const SWAPPED: readonly RegExp[] = [
  /^(?:swap|replace|exchange|substitute)\s+(?<out>.+?)\s+(?:for|with|by)\s+(?<in>.+?)(?:\s+(?:in|on|of|for)\s+(?<target>.+))?$/u,
  /^(?:in|on|for|from)\s+(?<target>.*?\b(?:digest|post|report|one)\b.*?),?\s+(?:please\s+|pls\s+)?(?:take|leave|cut|drop)\s+out\s+(?<out>.+?)\s+and\s+(?:put|bring|add|take)\s+(?:in\s+)?(?<in>.+)$/u,
  /^(?:in|on|for)\s+(?<target>.*?\b(?:digest|post|report|one)\b.*?),?\s+(?:please\s+|pls\s+)?(?:swap|replace|exchange|substitute)\s+(?<out>.+?)\s+(?:for|with|by)\s+(?<in>.+)$/u,
  /^(?<target>.*?\b(?:digest|post|report|one)\b.*?)[:,]?\s+(?<out>\S+) out,?\s+(?:and\s+)?(?<in>\S+) in$/u,
  /^(?<out>\S+) out,?\s+(?:and\s+)?(?<in>\S+) in(?:[,:]?\s*(?<target>.+))?$/u,
];

/**
 * "add cobalt to the friday digest", "swap nd for dy in it": what comes in or goes out, and of which one.
 * @param topic What it is of, where that stands first.
 */
export function inOrOut(
  head: string,
  topic: string | undefined,
  alert: boolean,
  context: RequestContext,
): AskedSlots | undefined {
  const added = ADD.exec(head)?.groups;
  if (added !== undefined && !alert) {
    const what = thingsOf(added['what'] ?? '', context);
    const target =
      added['target'] === undefined
        ? undefined
        : (takeTarget(new Rest(added['target']), context) ?? { this: true });
    if (what !== undefined)
      return { add: what, ...(target === undefined ? { target: { this: true } } : { target }) };
  }
  const removed = REMOVE.exec(head)?.groups;
  if (removed !== undefined) {
    const what = thingsOf(removed['what'] ?? '', context);
    const target = takeTarget(new Rest(removed['target'] ?? ''), context) ?? { this: true as const };
    if (what !== undefined) return { remove: what, target };
  }
  for (const pattern of SWAPPED) {
    const swapped = pattern.exec(head)?.groups;
    const [out, into] = [swapped?.['out'], swapped?.['in']].map((text) => thingsOf(text ?? '', context));
    if (swapped !== undefined && out !== undefined && into !== undefined)
      return { add: into, remove: out, ...targetOf(swapped['target'] ?? topic ?? '', context) };
  }
  const one = ONE_MORE.exec(head)?.groups;
  const another = one === undefined ? undefined : thingsOf(one['what'] ?? '', context);
  if (one !== undefined && another !== undefined)
    return { add: another, ...targetOf(one['target'] ?? '', context) };
  return undefined;
}

const SECOND =
  /[,;]?\s+(?:and|but|then|&)\s+(?:(?:also|then|please|instead)\s+)*(?=(?:add|include|append|put|insert|show|throw|take|remove|drop|delete|exclude|leave|kick|cut|strip|lose)\s)|[,;]\s+(?=(?:add|include|put|take|remove|drop)\s)/u;
const PUT_IN =
  /^(?:also\s+|please\s+|instead\s+)*(?:add|include|append|put|insert|show|throw|bring)\s+(?:in\s+)?(?<what>.+?)(?:\s+(?:in|back|to it|into it|in it|there|instead|on))*(?:\s+(?:to|in|into|on)\s+(?<target>.+))?[.!]?$/u;
const TAKE_OUT =
  /^(?:also\s+|please\s+)*(?:take|remove|drop|delete|exclude|leave|kick|cut|strip|lose|throw)\s+(?:out\s+)?(?<what>.+?)(?:\s+(?:out|off|away|from it))*(?:\s+(?:out of|off|from|in|on)\s+(?<target>.+))?[.!]?$/u;

/** "take cobalt out of the 9:30 digest and put lithium in": what goes and what comes, and of which one it is said once. */
export function addedAndRemoved(head: string, context: RequestContext): AskedSlots | undefined {
  const joint = SECOND.exec(head);
  if (joint === null) return undefined;
  const parts = [head.slice(0, joint.index), head.slice(joint.index + joint[0].length)];
  const read = parts.flatMap((part) => {
    const [out, into] = [TAKE_OUT.exec(part)?.groups, PUT_IN.exec(part)?.groups];
    const what = thingsOf((out ?? into)?.['what'] ?? '', context);
    return what === undefined ? [] : [{ isOut: out !== undefined, what, of: (out ?? into)?.['target'] }];
  });
  const [gone, come] = [read.find(({ isOut }) => isOut), read.find(({ isOut }) => !isOut)];
  if (read.length !== 2 || gone === undefined || come === undefined) return undefined;
  return { add: come.what, remove: gone.what, ...targetOf(gone.of ?? come.of ?? '', context) };
}

/** "the time of a digest": one that there is, and not which. */
const UNSAID = /\b(?:an?|some)\s+(?:digest|alert|post|subscription)\b/u;

/** Which one is meant: what a text says of it, or the one just spoken of. */
export function targetOf(left: string, context: RequestContext): Pick<AskedSlots, 'target'> {
  const target: Target | undefined = takeTarget(new Rest(left), context);
  if (target === undefined) return UNSAID.test(left) ? {} : { target: { this: true } };
  return { target };
}
