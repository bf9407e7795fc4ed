/** What an edit changes: which one is meant stands on one side, what is new on the other. */
import { weekdayOn } from '#src/domain/measure/days.ts';
import { takeMetals } from '../read-metals.ts';
import { takeItems, takePerson, takePlaces, takeSeveralPlaces, takeUnchanged } from '../read-things.ts';
import { takeRule } from '../rules/read-rule.ts';
import { amountFrom, levelOf } from '../rules/read-amount.ts';
import { changeOver, MADE, PACE_FIRST } from './change-over.ts';
import { takeRest } from '../times/read-bounds.ts';
import { takeSchedule } from '../times/read-schedule.ts';
import { takeTarget } from '../read-target.ts';
import type { AskedSchedule, AskedSlots, RequestContext, Target } from '../request.ts';
import { Rest } from '../rest.ts';

const NOUN =
  /\b(?:digests?|alerts?|posts?|reports?|updates?|subscriptions?|reminders?|summar(?:y|ies)|one|it|that|this|alarms?|notifications?|them|newsletter|briefing|everything|threshold|wrap|note|trigger|price[\s-]watch)\b(?:'s)?(?:(?<!\b(?:it|that|this|them|everything))\s+(?:number\s+|no\.?\s*|#)?\d{1,2}(?!\d|%|[.,:]\d|\s*(?:k\b|days?\b|hours?\b)))?/u;
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

const SECOND =
  /[,;]?\s+(?:and|but|then|&)\s+(?:(?:also|then|please|instead)\s+)*(?=(?:add|include|append|put|insert|show|throw|take|remove|drop|delete|exclude|leave|kick|cut|strip|lose)\s)|[,;]\s+(?=(?:add|include|put|take|remove|drop)\s)/u;
const PUT_IN =
  /^(?:also\s+|please\s+|instead\s+)*(?:add|include|append|put|insert|show|throw|bring)\s+(?:in\s+)?(?<what>.+?)(?:\s+(?:in|back|to it|into it|in it|there|instead|on))*(?:\s+(?:to|in|into|on)\s+(?<target>.+))?[.!]?$/u;
const TAKE_OUT =
  /^(?:also\s+|please\s+)*(?:take|remove|drop|delete|exclude|leave|kick|cut|strip|lose|throw)\s+(?:out\s+)?(?<what>.+?)(?:\s+(?:out|off|away|from it))*(?:\s+(?:out of|off|from|in|on)\s+(?<target>.+))?[.!]?$/u;

/** "take cobalt out of the 9:30 digest and put lithium in": what goes and what comes, and of which one it is said once. */
function addedAndRemoved(head: string, context: RequestContext): AskedSlots | undefined {
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

/** What is to be done is nothing that is to be in it: "move it", and no "change" beside the price. */
const VERB_FIRST = /^\s*(?:change|move)(?=\s+(?:the|my|our|it|that|this|an?|to)(?!\p{L})|\s*\uE000|\s\s)/u;

/** "the time of a digest": one that there is, and not which. */
const UNSAID = /\b(?:an?|some)\s+(?:digest|alert|post|subscription)\b/u;

function targetOf(left: string, context: RequestContext): Pick<AskedSlots, 'target'> {
  const target: Target | undefined = takeTarget(new Rest(left), context);
  if (target === undefined) return UNSAID.test(left) ? {} : { target: { this: true } };
  return { target };
}

/** "the digest in #traders please come at 9:45": what is new begins with what it is to do. */
const VERB_AFTER =
  /\s(?:please\s+)?(?:come|fire|arrive|run|go|end|start|trigger|say|use|repeat|list|include|have|show|make it|set it)\s/u;

/** What is replaced is not what is new: "at 9:45 rather than 10:00", "on the 5th instead of the 1st". */
const REPLACED =
  /\b(?:rather than|instead of|in place of|in lieu of|and not|not)\s+(?:at\s+|on\s+|to\s+|in\s+)?(?:the\s+|an?\s+)?\S+(?:\s+(?:me|%|percent|days?|weeks?|months?|kg|usd|eur|cny|am|pm)(?!\p{L}))?/gu;

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

/** What stands up to the noun, with what narrows it behind, and what stands after. */
function sides(head: string): readonly [string, string] {
  const behind = TARGET_BEHIND.exec(head)?.groups;
  if (behind !== undefined) return [behind['target'] ?? '', behind['said'] ?? ''];
  const noun = NOUN.exec(head);
  if (noun === null) return ['', head];
  const end = noun.index + noun[0].length;
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

/** Metals and items that a text names. */
export function thingsOf(text: string, context: RequestContext): AskedSlots['add'] | undefined {
  const rest = new Rest(text);
  const metals = takeMetals(rest, context.materials);
  const items = takeItems(rest).filter((item) => item !== 'price' || /\bprices?\b/u.test(text));
  if (metals.length === 0 && items.length === 0) return undefined;
  return { ...(metals.length === 0 ? {} : { metals }), ...(items.length === 0 ? {} : { items }) };
}

function newSlots(rest: Rest, alert: boolean, context: RequestContext): AskedSlots {
  const several = takeSeveralPlaces(rest);
  const place =
    (several.length > 0 ? several : takePlaces(rest)[0]) ??
    takePerson(rest) ??
    (/\b(?:to|into) me\b|\bmy dms?\b/u.test(rest.left) ? 'me' : undefined);
  if (alert) {
    const metals = takeMetals(rest, context.materials);
    const repeat = repeatOf(rest);
    const said = bareChange(ruleIn(rest), rest) ?? levelOf(amountFrom(rest));
    const ruled = said === undefined ? repeat : { ...repeat, ...said };
    return {
      ...(place === undefined ? {} : { place }),
      ...(metals.length === 0 ? {} : { metals }),
      ...(ruled === undefined ? {} : { rule: ruled }),
    };
  }
  rest.take(VERB_FIRST);
  const metals = takeMetals(rest, context.materials);
  const { schedule, implied } = takeSchedule(rest, context.today, context.zone);
  const skipUnchanged = takeUnchanged(rest);
  const items = takeItems(rest);
  return {
    ...(place === undefined ? {} : { place }),
    ...(skipUnchanged ? { skipUnchanged: true as const } : {}),
    ...(schedule === undefined ? {} : { schedule: plainly(schedule, implied) }),
    ...(metals.length === 0 ? {} : { metals }),
    ...(items.length === 0 ? {} : { items }),
  };
}

/** "over a 60-day window", "a month": another time alone; else the rule that is said. */
function ruleIn(rest: Rest): AskedSlots['rule'] {
  const ahead = new Rest(rest.left);
  const rule = takeRule(ahead)?.rule;
  const days =
    rule?.percent === undefined && rule?.amount === undefined && rule?.currency === undefined
      ? takeRest(rest)
      : undefined;
  if (days !== undefined && 'days' in days && !/\b(?:high|low|max|min)/u.test(rest.plain))
    return { days: days.days };
  return takeRule(rest)?.rule;
}

/** "Tuesdays" says the day, and leaves how often as it was; "on Friday" is no single day here. */
function plainly({ once, every, ...schedule }: AskedSchedule, implied: boolean): AskedSchedule {
  const day = once === undefined ? {} : { on: weekdayOn(once) };
  return { ...(implied || every === undefined ? {} : { every }), ...day, ...schedule };
}

/** "4 % would be better" says how much, and leaves of what kind as it was. */
function bareChange(rule: AskedSlots['rule'], { plain }: Rest): AskedSlots['rule'] {
  if (rule?.kind !== 'change' || /\b(?:mov|chang|swing|ris|fall|drop|up|down|gain|los)/u.test(plain))
    return rule;
  const { kind, ...rest } = rule;
  return kind === 'change' ? rest : rule;
}

function repeatOf({ plain }: Rest): AskedSlots['rule'] {
  if (/(?<!\b(?:not|than) )\b(?:every|each) time\b/u.test(plain)) return { repeat: 'each' };
  return /\bonce\b|\bone time\b/u.test(plain) ? { repeat: 'once' } : undefined;
}
