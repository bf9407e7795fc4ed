/** What an edit changes: which one is meant stands on one side, what is new on the other. */
import { takeItems, takeMetals, takePlaces } from './read-things.ts';
import { takeRule } from './read-rule.ts';
import { amountFrom } from './read-amount.ts';
import { takeSchedule } from './read-schedule.ts';
import { takeTarget } from './read-target.ts';
import type { AskedSchedule, AskedSlots, RequestContext, Target } from './request.ts';
import { Rest } from './rest.ts';

const NOUN =
  /\b(?:digests?|alerts?|posts?|reports?|updates?|subscriptions?|reminders?|summar(?:y|ies)|one|it|that|this|alarms?|notifications?|them|newsletter|briefing|everything|threshold|price[\s-]watch)\b(?:'s)?/u;
const ADD =
  /^(?:also\s+|please\s+)*(?:add|include|append|put|show|throw in)\s+(?<what>.+?)(?:\s+(?:to|in|into|on)\s+(?<target>.+))?$/u;
const REMOVE =
  /^(?:also\s+|please\s+)*(?:remove|drop|take|delete|exclude|leave out|kick)\s+(?<what>.+?)\s+(?:out of|off|from)\s+(?<target>.+)$/u;
/** "the friday digest could use a chart", "... should also have dysprosium". */
const ONE_MORE =
  /^(?<target>.+?)\s+(?:could|should|can|may|needs? to|has to|must)\s+(?:also\s+|do with\s+)?(?:use|have|include|show|get|need|contain|cover|do with)\s+(?<what>.+)$/u;
/** "swap nd for dy in the #ops digest", "cerium out, lanthanum in, digest 1". */
const SWAPPED: readonly RegExp[] = [
  /^(?:swap|replace|exchange|substitute)\s+(?<out>.+?)\s+(?:for|with|by)\s+(?<in>.+?)(?:\s+(?:in|on|of|for)\s+(?<target>.+))?$/u,
  /^(?<target>.*?\b(?:digest|post|report|one)\b.*?)[:,]?\s+(?<out>\S+) out,?\s+(?:and\s+)?(?<in>\S+) in$/u,
  /^(?<out>\S+) out,?\s+(?:and\s+)?(?<in>\S+) in(?:[,:]?\s*(?<target>.+))?$/u,
];
const WITHOUT = /\bwithout\s+(?:the\s+)?(?<what>.+)$/u;
const JOINT =
  /\s(?:to|=>|->|should|shall|must|needs? to|has to|ought to|be|as|instead of|at|on|in|by|for|from)\s/u;

/** @param head The clause without what is polite. */
export function readChange(head: string, alert: boolean, context: RequestContext): AskedSlots {
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
      return { add: into, remove: out, target: targetOf(swapped['target'] ?? '', context) };
  }
  const one = ONE_MORE.exec(head)?.groups;
  const another = one === undefined ? undefined : thingsOf(one['what'] ?? '', context);
  if (one !== undefined && another !== undefined)
    return { add: another, target: targetOf(one['target'] ?? '', context) };
  const [left, right] = sides(head);
  const without = WITHOUT.exec(right)?.groups?.['what'];
  const less = without === undefined ? undefined : thingsOf(without, context);
  const target = targetOf(left, context);
  return {
    target,
    ...newSlots(
      new Rest((less === undefined ? right : right.replace(WITHOUT, '')).replaceAll(REPLACED, ' ')),
      alert,
      context,
    ),
    ...(less === undefined ? {} : { remove: less }),
  };
}

function targetOf(left: string, context: RequestContext): Target {
  return takeTarget(new Rest(left), context) ?? { this: true };
}

/** "the digest in #traders please come at 9:45": what is new begins with what it is to do. */
const VERB_AFTER =
  /\s(?:please\s+)?(?:come|fire|arrive|run|go|end|start|trigger|say|use|repeat|list|include|have|show|make it|set it)\s/u;

/** What is replaced is not what is new: "at 9:45 rather than 10:00", "on the 5th instead of the 1st". */
const REPLACED =
  /\b(?:rather than|instead of|and not|not)\s+(?:at\s+|on\s+|to\s+|in\s+)?(?:the\s+)?\S+(?:\s+me)?/gu;

/** What stands up to the noun, with what narrows it behind, and what stands after. */
function sides(head: string): readonly [string, string] {
  const noun = NOUN.exec(head);
  if (noun === null) return ['', head];
  const end = noun.index + noun[0].length;
  const rest = head.slice(end);
  const to = /\s(?:to|=>|->|should|shall|must|needs? to|has to|ought to|be|instead)\s/u.exec(` ${rest} `);
  if (to !== null) return [head.slice(0, end + Math.max(0, to.index - 1)), rest.slice(Math.max(0, to.index))];
  const joint = JOINT.exec(rest);
  const first = VERB_AFTER.exec(rest);
  if (first !== null) return [head.slice(0, end) + rest.slice(0, first.index), rest.slice(first.index)];
  // "the alert at 600k" alone has no new side.
  return joint === null ? [head.slice(0, end), rest] : [head.slice(0, end), rest.slice(joint.index)];
}

function thingsOf(text: string, context: RequestContext): AskedSlots['add'] | undefined {
  const rest = new Rest(text);
  const metals = takeMetals(rest, context.materials);
  const items = takeItems(rest).filter((item) => item !== 'price' || /\bprices?\b/u.test(text));
  if (metals.length === 0 && items.length === 0) return undefined;
  return { ...(metals.length === 0 ? {} : { metals }), ...(items.length === 0 ? {} : { items }) };
}

function newSlots(rest: Rest, alert: boolean, context: RequestContext): AskedSlots {
  const [place] = takePlaces(rest);
  if (alert) {
    const metals = takeMetals(rest, context.materials);
    const ruled = takeRule(rest)?.rule ?? levelOf(rest);
    return {
      ...(place === undefined ? {} : { place }),
      ...(metals.length === 0 ? {} : { metals }),
      ...(ruled === undefined ? {} : { rule: ruled }),
    };
  }
  const metals = takeMetals(rest, context.materials);
  const { schedule, implied } = takeSchedule(rest, context.today, context.zone);
  const items = takeItems(rest);
  return {
    ...(place === undefined ? {} : { place }),
    ...(schedule === undefined ? {} : { schedule: plainly(schedule, implied) }),
    ...(metals.length === 0 ? {} : { metals }),
    ...(items.length === 0 ? {} : { items }),
  };
}

/** "Tuesdays" says the day, and leaves how often as it was; "on Friday" is no single day here. */
function plainly({ once, every, ...schedule }: AskedSchedule, implied: boolean): AskedSchedule {
  const day = once === undefined ? {} : { on: WEEK[new Date(`${once}T00:00:00Z`).getUTCDay()] ?? '' };
  return { ...(implied || every === undefined ? {} : { every }), ...day, ...schedule };
}

const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** A number without a word before it: "make it 140". */
function levelOf(rest: Rest): AskedSlots['rule'] {
  const amount = amountFrom(rest);
  if (amount?.low === undefined) return undefined;
  const { low, high = low, currency, mass } = amount;
  return {
    low,
    high,
    ...(currency === undefined ? {} : { currency }),
    ...(mass === undefined ? {} : { mass }),
  };
}
