/** A request that waits in its card, put right in words: "no, make it Tuesday", "in #x instead", "and without the chart". */
import type { DigestItem } from '#src/domain/watching/digest-content.ts';
import { takeUntil } from '#src/domain/watching/requests/times/read-bounds.ts';
import { ALERT_NOUN, DIGEST_NOUN, INDEFINITE } from '#src/domain/watching/requests/intents/intent-words.ts';
import { mendText } from '#src/domain/watching/requests/mend-words.ts';
import { missingAfter, missingOf } from '#src/domain/watching/requests/missing.ts';
import { readChange } from '#src/domain/watching/requests/edits/read-change.ts';
import { thingsOf } from '#src/domain/watching/requests/edits/fresh-slots.ts';
import { isForMe } from '#src/domain/watching/requests/read-things.ts';
import type { AskedRequest, AskedSlots, RequestContext } from '#src/domain/watching/requests/request.ts';
import { Rest } from '#src/domain/watching/requests/rest.ts';
import { otherSide } from '#src/domain/watching/requests/rules/other-side.ts';
import { shifted, withMetalsAnswered, withoutMetals } from './answered.ts';
import { asideIn, IS_MORE } from './aside.ts';
import { correctedOther, retargeted } from './corrected-other.ts';
import { changedList, changedRule, changedSchedule, changesSomething } from './changed.ts';

interface Correcting extends RequestContext {
  /** What was read of the text as if nothing waited. */
  readonly requests: readonly AskedRequest[];
  /** What a digest has unless something else is said. */
  readonly items: readonly DigestItem[];
}

/** What can be put right. */
const KINDS: ReadonlySet<AskedRequest['intent']> = new Set([
  'digest.create',
  'digest.edit',
  'alert.create',
  'alert.edit',
]);

/** The request with what a text says anew; `undefined` where the text is none of it, such as a question or another request. */
export function correctedRequest(
  pending: AskedRequest,
  text: string,
  context: Correcting,
): AskedRequest | undefined {
  const answered =
    withMetalsAnswered(pending, text, context) ??
    withoutMetals(pending, text, context) ??
    shifted(pending, text, context);
  if (answered !== undefined) return answered;
  if (!KINDS.has(pending.intent)) return correctedOther(pending, text, context);
  const another = retargeted(pending, text, context);
  if (another !== undefined) return another;
  const said = fitting(pending, saidAnew(pending, text, context), text);
  return said === undefined || !changesSomething(said) ? undefined : withSaid(pending, said, context.items);
}

/** @returns what is said; `undefined` where it is not of what waits */
function saidAnew(pending: AskedRequest, text: string, context: Correcting): AskedRequest | undefined {
  const [only, ...more] = context.requests;
  if (only === undefined) return aside(pending, text, context);
  if (more.length > 0) return undefined;
  if (only.intent.endsWith('.edit') && only.target?.this === true) {
    const [of] = pending.intent.split('.');
    // Read without knowing what it is of: "only once, until 1 March".
    return only.intent.startsWith(`${of}.`) ? only : (aside(pending, text, context) ?? only);
  }
  // "Tuesdays please" names no metal and no digest: it is no request of its own.
  const plain = mendText(text, context.materials);
  const isPart =
    only.intent === pending.intent &&
    only.metals === undefined &&
    only.cannot.length === 0 &&
    !INDEFINITE.test(plain) &&
    !DIGEST_NOUN.test(plain) &&
    !ALERT_NOUN.test(plain);
  return isPart ? only : undefined;
}

const SLOT_FIRST =
  /^(?:with(?:out)?|add|include|only|at|on|in|to|until|till|from|within|every|each|for|skip|dm|daily|weekly|monthly|weekdays|workdays|above|below|over|under|once|\d|#|@|<)/u;
const ADDED = /^(?:please\s+)?(?:also|and|plus|(?:and\s+|also\s+)?(?:add|include))\s(?<what>[^,]+)$/u;

/** A few words that are no request by themselves: "also dysprosium", "at 10", "no, 130". */
function aside(
  { intent, ask, place: waiting }: AskedRequest,
  text: string,
  context: Correcting,
): AskedRequest | undefined {
  const found = asideIn(text, SLOT_FIRST, context);
  if (found === undefined) return undefined;
  const { plain, said } = found;
  const isAlert = intent.startsWith('alert');
  const made = { intent: isAlert ? ('alert.edit' as const) : ('digest.edit' as const), ask: [], cannot: [] };
  const kind = isAlert ? otherSide(plain) : undefined;
  if (kind !== undefined) return { ...made, rule: { kind } };
  const added = ADDED.exec(plain)?.groups?.['what'];
  const more = added === undefined || isAlert ? undefined : thingsOf(added, context);
  if (more !== undefined) return { ...made, add: more };
  const until = isAlert ? takeUntil(new Rest(said), context.today) : undefined;
  const { target: _, ...read } = readChange(said, undefined, isAlert, context);
  const slots: AskedSlots = until === undefined ? read : { ...read, rule: { ...read.rule, until } };
  const forMe = slots.place === undefined && isForMe(new Rest(said)) && !ask.includes('target');
  const place = slots.place ?? (forMe ? 'me' : undefined);
  if (place === undefined) return { ...made, ...slots };
  // "Also in #b" is one place more.
  const places = IS_MORE.test(plain) ? [...new Set([waiting ?? 'here', place].flat())] : place;
  return { ...made, ...slots, place: places };
}

/** "make it 8" is an hour of a digest, and a price of an alert. */
function fitting(
  pending: AskedRequest,
  said: AskedRequest | undefined,
  text: string,
): AskedRequest | undefined {
  if (said === undefined) return undefined;
  const { rule, schedule, ...rest } = said;
  if (pending.intent.startsWith('digest')) {
    if (rule === undefined) return said;
    const { low = NaN, high, kind, currency, percent } = rule;
    const isHour = low === high && low < 24 && Number.isInteger(low);
    if (!isHour || (kind ?? currency ?? percent) !== undefined || schedule !== undefined) return undefined;
    return { ...rest, schedule: { at: `${String(low).padStart(2, '0')}:00` } };
  }
  if (said.items !== undefined || said.add !== undefined || said.remove !== undefined) return undefined;
  if (schedule === undefined) return said;
  const { at, until, ...more } = schedule;
  if (Object.keys(more).length > 0) return undefined;
  const bare = /^(?<hour>\d\d):00$/.exec(String(at ?? ''))?.groups?.['hour'];
  if (at !== undefined && (bare === undefined || /\d[:.]\d\d|\d\s*[ap]m|o'?clock/iu.test(text)))
    return undefined;
  const level = bare === undefined ? {} : { low: Number(bare), high: Number(bare) };
  return { ...rest, rule: { ...rule, ...level, ...(until === undefined ? {} : { until }) } };
}

function withSaid(pending: AskedRequest, said: AskedRequest, usual: readonly DigestItem[]): AskedRequest {
  const { intent, ask, cannot, ...before } = pending;
  const slots: AskedSlots = {
    ...before,
    ...(said.place === undefined ? {} : { place: said.place }),
    ...(said.skipUnchanged === undefined ? {} : { skipUnchanged: said.skipUnchanged }),
    ...(said.schedule === undefined
      ? {}
      : { schedule: changedSchedule(pending.schedule ?? {}, said.schedule) }),
    ...(said.rule === undefined ? {} : { rule: changedRule(pending.rule ?? {}, said.rule) }),
    ...(intent.endsWith('.edit') ? things(pending, said) : listed(pending, said, usual)),
  };
  const refused = [...cannot.filter((slot) => !isSaid(slot, said)), ...said.cannot];
  // What was said and had two readings is asked still, unless it is said anew.
  const missing = missingOf(intent, pending, [], false);
  const unclear = ask.filter((slot) => !missing.includes(slot) && !isSaid(slot, said));
  const asks = said.ask.filter((slot) => slot === 'schedule.zone' || slot === 'rule.low');
  const all = [...missingAfter(pending, slots, refused), ...unclear, ...asks];
  return { ...slots, intent, ask: [...new Set(all)], cannot: refused };
}

/** Of something new: all of its metals and all that it shows. */
function listed(pending: AskedRequest, said: AskedRequest, usual: readonly DigestItem[]): AskedSlots {
  const { metals, items, add, remove } = said;
  const all = changedList(pending.metals ?? [], metals, add?.metals, remove?.metals);
  const shown =
    items === undefined && add?.items === undefined && remove?.items === undefined
      ? pending.items
      : changedList(pending.items ?? usual, items, add?.items, remove?.items);
  return {
    ...(all.length === 0 ? {} : { metals: all }),
    ...(shown === undefined || shown.length === 0 ? {} : { items: shown }),
  };
}

/** Of one that there is: what is to be different. */
function things(pending: AskedRequest, said: AskedRequest): AskedSlots {
  const metals = said.metals ?? pending.metals;
  const items = said.items ?? pending.items;
  const add = joined(pending.add, said.add);
  const remove = joined(pending.remove, said.remove);
  return {
    ...(metals === undefined ? {} : { metals }),
    ...(items === undefined ? {} : { items }),
    ...(add === undefined ? {} : { add }),
    ...(remove === undefined ? {} : { remove }),
  };
}

function joined(a: AskedSlots['add'], b: AskedSlots['add']): AskedSlots['add'] {
  if (a === undefined || b === undefined) return a ?? b;
  const metals = [...(a.metals ?? []), ...(b.metals ?? [])];
  const items = [...(a.items ?? []), ...(b.items ?? [])];
  return { ...(metals.length === 0 ? {} : { metals }), ...(items.length === 0 ? {} : { items }) };
}

/** Whether a slot that was missing, unclear or not to be had is said anew. */
function isSaid(slot: string, { schedule, rule, metals, add, place }: AskedRequest): boolean {
  const [of = '', part] = slot.split('.');
  if (of === 'place') return place !== undefined;
  if (of === 'metals') return (metals ?? add?.metals) !== undefined;
  if (of === 'schedule')
    return part === 'zone'
      ? schedule?.zone !== undefined
      : part === 'at'
        ? schedule?.at !== undefined
        : (schedule?.every ?? schedule?.on ?? schedule?.once) !== undefined;
  if (of === 'rule') return part === 'low' ? rule?.low !== undefined : rule !== undefined;
  return false;
}
