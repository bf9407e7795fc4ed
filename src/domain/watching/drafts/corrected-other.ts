/** What waits beside new digests and alerts, put right in words: a price, a pause, a file, or which one is meant. */
import { readWhen } from '#src/domain/measure/times/when.ts';
import { takeRest, takeUntil } from '#src/domain/watching/requests/times/read-bounds.ts';
import { withoutReplaced } from '#src/domain/watching/requests/edits/read-change.ts';
import { missingOf } from '#src/domain/watching/requests/missing.ts';
import { quoteSlots } from '#src/domain/watching/requests/quote-slots.ts';
import { takeTarget } from '#src/domain/watching/requests/read-target.ts';
import { takeMetals } from '#src/domain/watching/requests/metals/read-metals.ts';
import { takeFormat } from '#src/domain/watching/requests/read-things.ts';
import { takeWindow } from '#src/domain/watching/requests/times/read-window.ts';
import type {
  AskedRequest,
  AskedSlots,
  Intent,
  RequestContext,
  Target,
} from '#src/domain/watching/requests/request.ts';
import { Rest } from '#src/domain/watching/requests/rest.ts';
import { takeUnit } from '#src/domain/watching/requests/rules/read-amount.ts';
import { asideIn, IS_MORE, type Aside } from './aside.ts';
import { changedList, changesSomething } from './changed.ts';

interface Correcting extends RequestContext {
  /** What was read of the text as if nothing waited. */
  readonly requests: readonly AskedRequest[];
}

/** @returns the request with what is said anew; `undefined` where the text is none of it */
export function correctedOther(
  pending: AskedRequest,
  text: string,
  context: Correcting,
): AskedRequest | undefined {
  const { intent } = pending;
  const read = READ[intent];
  if (read === undefined || !isOfIt(intent, context.requests)) return retargeted(pending, text, context);
  const aside = asideIn(text, read.first, context);
  const said = aside && read.slots(pending, aside, { ...context, typed: text });
  if (said === undefined || Object.keys(said).length === 0) return retargeted(pending, text, context);
  const { for: _span, until: _until, ...others } = pending;
  const lasts = said.for ?? said.until;
  const before = lasts === undefined ? pending : others;
  // Another metal takes the place of one that is not known, another end of one that can't be had.
  const isSaid = (slot: string) =>
    slot === 'metals' ? said.metals !== undefined : /^(?:for|until)$/u.test(slot) && lasts !== undefined;
  const cannot = pending.cannot.filter((slot) => !isSaid(slot));
  const slots = { ...before, ...said, cannot };
  return { ...slots, ask: missingOf(intent, slots, cannot, false) };
}

/** Whether what was read of a text, as if nothing waited, may be said of what waits. */
function isOfIt(intent: Intent, requests: readonly AskedRequest[]): boolean {
  const [only, ...more] = requests;
  if (only === undefined) return true;
  if (more.length > 0) return false;
  // "no, 62", "until Monday": an edit of nothing that is named.
  if (only.intent.endsWith('.edit')) return only.target?.this === true || !changesSomething(only);
  return only.intent === intent && only.target === undefined && only.metals === undefined;
}

type Read = (pending: AskedRequest, aside: Aside, context: Correcting & { typed: string }) => AskedSlots;

interface Reading {
  /** What such words may begin with. */
  readonly first: RegExp;
  readonly slots: Read;
}

/** "make it two weeks", "until Friday": one takes the place of the other. */
const lasting: Read = (_, { said }, { today }) => {
  const rest = new Rest(said);
  const until = takeUntil(rest, today, 'first');
  if (until !== undefined) return { until };
  const span = takeRest(rest);
  return span === undefined ? {} : { for: span };
};

/** "as xlsx", "also dysprosium", "the last 90 days instead". */
const exported: Read = ({ metals: before = [] }, { plain, said }, { materials, today }) => {
  const rest = new Rest(withoutReplaced(said));
  const format = takeFormat(rest);
  const named = takeMetals(rest, materials);
  const window = takeWindow(rest, today);
  const metals = IS_MORE.test(plain) ? changedList(before, undefined, named) : named;
  return {
    ...(format === undefined || format === '' ? {} : { format }),
    ...(named.length === 0 ? {} : { metals }),
    ...(window === undefined ? {} : { window }),
  };
};

/** "per kg", "no, 62", "oxide, not metal", "it was yesterday". */
const quoted: Read = ({ quote: before }, { said }, context) => {
  const kept = withoutReplaced(said);
  const day = readWhen(kept, context.today).find(({ kind }) => kind === 'day');
  const { date } = quoteSlots(kept, context).quote ?? {};
  // A day's number is no price.
  const rest = new Rest(kept);
  if (day !== undefined) rest.blot(day.from, day.to);
  const { metals, quote = {} } = quoteSlots(rest.left.replaceAll('\uE000', ' '), context);
  const { low, high, date: _, ...others } = quote;
  const price = low === undefined || high === undefined ? {} : { low, high };
  const now = {
    ...takeUnit(new Rest(kept)),
    ...price,
    ...others,
    ...(date === undefined ? {} : { date }),
  };
  return {
    ...(metals === undefined ? {} : { metals }),
    ...(Object.keys(now).length === 0 ? {} : { quote: { ...before, ...now } }),
  };
};

const LASTING: Reading = {
  first: /^(?:for|until|till|\d|an?\b|one|two|three|four|five|six|only|just|ending)/u,
  slots: lasting,
};
const READ: Readonly<Partial<Record<Intent, Reading>>> = {
  'digest.pause': LASTING,
  'alert.snooze': LASTING,
  export: {
    first:
      /^(?:as|in|csv|xlsx|xls|excel|json|the last|last|since|from|of|all|only|just|everything)(?!\p{L})/u,
    slots: exported,
  },
  'quote.add': {
    first:
      /^(?:per|at|on|in|of|from|dated|yesterday|today|oxide|metal|alloy|fob|cif|cfr|fca|exw|ex|delivered|incl\p{L}*|excl\p{L}*|with|without|vat|it (?:was|is)|the price (?:was|is)|usd|cny|rmb|eur|gbp|jpy|inr|dollars?|euros?|yuan|[\d$€£¥/])/u,
    slots: quoted,
  },
};

/** What is done with those that there are: which one is meant may be put right. */
const OF_ONE = /^(?:digest|alert)\.(?:pause|resume|delete|send|edit|snooze)$/u;
const ONE_FIRST = /^(?:the|my|our|that|number|no\.?\s?\d|#\d|all|both)(?!\p{L})/u;
const NAMED_ONE = /\b(?:ones?|digests?|alerts?|posts?|reports?|number|all|both|everything)\b|#\d/u;

/** "no, the terbium one", "i meant the one in #ops": another one is meant. */
export function retargeted(
  pending: AskedRequest,
  text: string,
  context: Correcting,
): AskedRequest | undefined {
  const { intent } = pending;
  if (!OF_ONE.test(intent)) return undefined;
  const aside = asideIn(text, ONE_FIRST, context);
  if (aside === undefined || !NAMED_ONE.test(aside.said)) return undefined;
  if (!mayRetarget(intent, aside, context.requests)) return undefined;
  const of = intent.startsWith('digest') ? 'digest' : 'alert';
  const target = takeTarget(new Rest(withoutReplaced(aside.said)), context, of);
  if (target === undefined || target.this === true) return undefined;
  const { confirm: _, ...before } = pending;
  return {
    ...before,
    target,
    ask: pending.ask.filter((slot) => slot !== 'target'),
    ...(mustConfirm(intent, target) ? { confirm: true as const } : {}),
  };
}

function mayRetarget(intent: Intent, { said }: Aside, requests: readonly AskedRequest[]): boolean {
  const [only, ...more] = requests;
  if (only === undefined) return true;
  const isSame = only.intent === intent || only.intent.endsWith('.edit');
  // "The one in #ops": where it is, not where it is to go.
  const { place: _, ...others } = only;
  return more.length === 0 && isSame && !changesSomething(ONE.test(said) ? others : only);
}

const ONE = /^(?:the|that|my|our)\s+(?:\S+\s+){0,3}?ones?(?!\p{L})/u;

const mustConfirm = (intent: Intent, { owner, all }: Target): boolean =>
  owner !== undefined || (intent.endsWith('.delete') && all === true);
