/** What a clause states of each thing that can be asked for. */
import { takeUntil } from './times/read-bounds.ts';
import { takeRestTimes } from './times/rest-times.ts';
import { ALERT_NOUN, CORRECTION } from './intents/intent-words.ts';
import type { Clause } from './intents/clause.ts';
import { quoteSlots } from './quote-slots.ts';
import { ALSO_THERE } from './edits/fresh-slots.ts';
import { isShifted } from './edits/come-otherwise.ts';
import { putRight } from './edits/put-right.ts';
import { takenOut } from './edits/taken-out.ts';
import { readChange, withoutReplaced } from './edits/read-change.ts';
import { otherSide, otherSideOfNamed } from './rules/other-side.ts';
import { takeBareRule, takeRule } from './rules/read-rule.ts';
import { withUnits } from './rules/rule-units.ts';
import { takeSchedule } from './times/read-schedule.ts';
import { unreadIn } from './left-unread.ts';
import { takeMetals, takeMetalsAsked, unknownPutIn } from './metals/read-metals.ts';
import { REASON } from './reasons.ts';
import { takeTarget } from './read-target.ts';
import { takeFormat, takeItems, takeWhere, takeUnchanged } from './read-things.ts';
import { takeWindow } from './times/read-window.ts';
import type { AskedSlots, Intent, Target, TypedContext } from './request.ts';
import { Rest } from './rest.ts';
import { goodsIn, unknownIn } from './metals/unknown-names.ts';

interface Slots {
  readonly slots: AskedSlots;
  readonly cannot?: readonly string[];
  /** Said, and to be asked for all the same. */
  readonly unclear?: readonly string[];
  /** Told by other words, and not to be asked for. */
  readonly told?: readonly string[];
  /** Said, and of no slot. */
  readonly unread?: readonly string[];
  /** A number of it has two readings. */
  readonly unsure?: boolean;
}

type Reader = (clause: Clause, context: TypedContext, intent: Intent) => Slots;

const createDigest: Reader = ({ text }, context) => {
  const rest = new Rest(text);
  const where = takeWhere(rest, rest);
  const skipUnchanged = takeUnchanged(rest);
  const metals = takeMetalsAsked(rest, context.materials);
  const when = takeSchedule(rest, context.today, context.zone);
  const items = takeItems(rest);
  const unknown = unknownIn(text, rest, metals, context);
  return {
    slots: {
      ...(when.schedule === undefined ? {} : { schedule: when.schedule }),
      ...where,
      ...(metals.length === 0 ? {} : { metals }),
      ...(items.length === 0 ? {} : { items }),
      ...(skipUnchanged ? { skipUnchanged: true as const } : {}),
    },
    cannot: [...when.cannot, ...unknown],
    unclear: when.unclear,
    unread: unreadIn(rest, when.schedule?.on),
  };
};

const ALL_TIME =
  /\ball[\s-]time\b|\bof all times?\b|\brecord (?:high|low)\b|\b(?:highest|lowest) ever\b|\bever (?:seen|recorded)\b/u;

const createAlert: Reader = ({ text }, context) => {
  const rest = new Rest(text);
  const where = takeWhere(rest, rest);
  const until = takeUntil(rest, context.today);
  const metals = takeMetalsAsked(rest, context.materials);
  const ruled = takeRule(rest) ?? takeBareRule(rest);
  const priced = ruled && withUnits(ruled.rule, rest, metals);
  const rule = until === undefined ? priced?.rule : { ...priced?.rule, until };
  const unknown = unknownIn(text, rest, metals, context);
  return {
    unclear: priced?.unclear ?? [],
    // That it is of all time says of how many days.
    told: ALL_TIME.test(text) ? ['rule.days'] : [],
    slots: { ...where, ...(metals.length === 0 ? {} : { metals }), ...(rule === undefined ? {} : { rule }) },
    cannot: unknown,
    unsure: ruled?.unclear === true,
    unread: unreadIn(rest),
  };
};

const SENT_TO_ME =
  /\b(?:send|give|show|post|dm|shoot|get|bring|hand|forward|pass|ping|mail|message|let|run|push)\s+me\b|\b(?:to|for)\s+me\b|\bmy dms?\b/u;

const manage: Reader = ({ text, head }, context, intent) => {
  // "Now, not at 9" names no time by which it is told from others.
  const rest = new Rest(intent.endsWith('.send') ? withoutReplaced(head) : head);
  const timed = intent.endsWith('.pause') || intent.endsWith('.snooze');
  const times = timed ? takeRestTimes(rest, context.today) : undefined;
  const sends = intent === 'digest.send';
  const forMe = sends && SENT_TO_ME.test(text);
  // Where it goes is no place by which it is told from others.
  if (sends) rest.take(/\b(?:now|right now|today's)\b/u);
  if (sends) rest.take(/\b(?:in|into|to)\s+(?:here|(?:this|the)\s+(?:channel|thread|room|group))(?!\p{L})/u);
  const of = intent.startsWith('digest.') ? 'digest' : 'alert';
  const target = targetSaid(rest, context, of);
  const kept = intent.endsWith('.list') ? narrowed(target) : target;
  return {
    slots: {
      ...(kept === undefined ? {} : { target: kept }),
      ...times?.slots,
      ...(forMe ? { place: 'me' } : {}),
    },
    cannot: times?.cannot ?? [],
  };
};

function targetSaid(rest: Rest, context: TypedContext, of: 'digest' | 'alert'): Target | undefined {
  const reason = rest.find(REASON);
  if (reason !== undefined) {
    const before = takeTarget(new Rest(rest.left.slice(0, reason.from)), context, of);
    if (before !== undefined && before.this !== true && before.all !== true) return before;
  }
  return takeTarget(rest, context, of);
}

/** What narrows a list: all of them, or "it", does not. */
function narrowed(target: Target | undefined): Target | undefined {
  const narrowing = Object.entries(target ?? {}).filter(([slot]) => slot !== 'all' && slot !== 'this');
  return narrowing.length === 0 ? undefined : Object.fromEntries(narrowing);
}

const edit: Reader = (clause, context, intent) => {
  const { text, head, topic } = clause;
  const isAlert = intent === 'alert.edit';
  const taken = isAlert ? undefined : takenOut(clause, context);
  if (taken !== undefined) return { slots: taken };
  const kind = isAlert ? otherSide(text) : undefined;
  if (kind !== undefined) return { slots: { target: { this: true }, rule: { kind } } };
  const right = putRight(text, context);
  if (right?.intent === intent) return right;
  const said = withoutReplaced(topic?.[1] ?? head).replace(CORRECTION, '');
  const side = isAlert ? otherSideOfNamed(text) : undefined;
  const read = readChange(said, topic?.[0], isAlert, context);
  const slots = side === undefined ? read : { ...read, rule: { ...read.rule, kind: side } };
  if (!isAlert && isShifted(text) && slots.schedule?.at === undefined) {
    // To what time is still to be said.
    const { schedule: _, ...others } = slots;
    return { slots: others };
  }
  if (unknownPutIn(said, context.materials) !== undefined) {
    const { metals: _metals, add: _add, ...others } = slots;
    return { slots: others, cannot: ['metals'] };
  }
  if (!isAlert && slots.place !== undefined && ALSO_THERE.test(text)) {
    const { place: _, ...others } = slots;
    return { slots: others, cannot: ['place'] };
  }
  const named = slots.metals ?? slots.add?.metals ?? [];
  return {
    slots,
    cannot: named.length === 0 ? [] : unknownIn(said, new Rest(said), named, context),
  };
};

const exported: Reader = ({ text }, context) => {
  const rest = new Rest(text);
  const where = takeWhere(rest, rest);
  const format = takeFormat(rest);
  const what = ALERT_NOUN.test(rest.left)
    ? 'alerts'
    : /\b(?:digests?|subscriptions?)\b/u.test(rest.left)
      ? 'digests'
      : undefined;
  const metals = takeMetals(rest, context.materials);
  const window = what === undefined ? takeWindow(rest, context.today) : undefined;
  return {
    slots: {
      ...where,
      ...(metals.length === 0 ? {} : { metals }),
      ...(what === undefined ? {} : { what }),
      ...(window === undefined ? {} : { window }),
      ...(format === undefined || format === '' ? {} : { format }),
    },
    cannot: metals.length === 0 ? [] : unknownIn(text, rest, metals, context),
  };
};

const stored: Reader = ({ text }, context) => {
  const slots = quoteSlots(text, context);
  const isUnknown = slots.metals === undefined && goodsIn(text, context.materials).length > 0;
  return { slots, cannot: isUnknown ? ['metals'] : [] };
};

/** By what is asked for. */
export const READERS: Readonly<Record<Intent, Reader>> = {
  'digest.create': createDigest,
  'digest.list': manage,
  'digest.pause': manage,
  'digest.resume': manage,
  'digest.delete': manage,
  'digest.edit': edit,
  'digest.send': manage,
  'alert.create': createAlert,
  'alert.list': manage,
  'alert.snooze': manage,
  'alert.resume': manage,
  'alert.delete': manage,
  'alert.edit': edit,
  'quote.add': stored,
  export: exported,
};
