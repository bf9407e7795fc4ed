/** What a message asks to be set up, listed, changed, stored or handed out. Sets up nothing. */
import { isOrderWord } from './intents/intent-lexicon.ts';
import { likeliestIntent } from './intents/intent-score.ts';
import { clauseOf, type Clause } from './intents/clause.ts';
import { lookAt } from './look-at.ts';
import { mendText } from './mend-words.ts';
import { merged } from './merge-requests.ts';
import { missingOf } from './missing.ts';
import { isOfOurs } from './of-ours.ts';
import { otherSide } from './rules/other-side.ts';
import type { AskedRequest, AskedSlots, Intent, RequestContext, TypedContext } from './request.ts';
import { READERS } from './slots-of.ts';
import { secondRules, secondSchedules, splitClauses } from './split-clauses.ts';

/** Nobody asks for a digest in more than a few sentences. */
const LONGEST = 600;

/** The requests of a message, in its order; none where it asks for nothing of the kind. Never throws. */
export function readRequests(text: string, context: RequestContext): readonly AskedRequest[] {
  if (text.length > LONGEST || !MAY_ASK.test(text)) return [];
  const plain = mendText(text, context.materials);
  let metals: readonly string[] | undefined;
  const read = merged(joined(plain, { ...context, typed: text }));
  if (read.length === 1 && read.every((request) => isAnsweredByFile(text, request))) return [];
  return read.map((request): AskedRequest => {
    const carries =
      CARRIED.has(request.intent) && request.metals === undefined && !request.cannot.includes('metals');
    const full: AskedRequest =
      carries && metals !== undefined
        ? { ...request, metals, ask: request.ask.filter((slot) => slot !== 'metals') }
        : request;
    metals = full.metals ?? full.add?.metals ?? full.target?.metals ?? metals;
    return full;
  });
}

/** A text without any of these asks for nothing of the kind: most questions are told by one look. */
const MAY_ASK =
  /every|each|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|tues?|wed|thu|fri|sat|sun)\b|month|week|daily|weekly|monthly|quarterly|fortnight|hourly|days?\b|morning|weekend|cron|\* \*|remind|inform|notif|alert|warn|alarm|digest|subscri|newsletter|report|update|summary|post|send|ping|\bdm\b|\bmsg|messag|mail|poke|nudge|buzz|lmk|let me know|tell|shout|keep|watch|pause|mute|hold|freeze|halt|silen|quiet|trash|scrap|erase|wipe|throw|clear|kill|get rid|enable|restart|reactivate|wake|scheduled|book|register|enter|pull|extract|dump|tsv|pdf|parquet|offer|\bi meant|trigger|notice|snooze|resume|stop|delete|remove|cancel|unsub|drop|change|move|make|switch|set|shift|add|save|store|record|\blog\b|note|quote|export|download|csv|xlsx|excel|spreadsheet|file|json|instead|rather|\bno\b|\bnot\b|tomorrow|wrong|oops|whoops|typo|mistake|#|@|should|belong|meant|when|\bif\b|once|->|=>/iu;

/** "price ndpr last 30 days csv": a question on one metal and its days, whose answer brings them as a file. */
const isAnsweredByFile = (
  text: string,
  { intent, metals = [], window, what = 'prices', format }: AskedRequest,
): boolean =>
  intent === 'export' &&
  what === 'prices' &&
  format === 'csv' &&
  window !== undefined &&
  metals.length === 1 &&
  !metals.includes('all') &&
  /^\s*price\s/iu.test(text);

/** "It" is a metal that the same message names before. */
const CARRIED: ReadonlySet<Intent> = new Set(['digest.create', 'alert.create', 'export']);

/** Clauses that ask for nothing alone belong to their neighbour, unless they are a question. */
function joined(text: string, context: TypedContext): readonly AskedRequest[] {
  const clauses = splitClauses(text);
  const requests: AskedRequest[] = [];
  let start: number | undefined;
  let before: string | undefined;
  for (const [from, to] of clauses) {
    const clause = text.slice(from, to);
    const both =
      start === undefined ? (twoSchedules(clause, context) ?? twoRules(clause, context)) : undefined;
    if (both !== undefined) {
      requests.push(...both);
      continue;
    }
    // "alert 17 overfits, delete it": the first says why.
    const last = requests.at(-1);
    if (last !== undefined && before !== undefined && PRONOUN_ORDER.test(clause) && !isOrder(before)) {
      const order = readClause(clause, context);
      if (order !== undefined)
        requests[requests.length - 1] = requestOf(order.intent, wholeClause(`${clause} ${before}`), context);
      before = undefined;
      continue;
    }
    const reason = before;
    before = clause;
    const read =
      readClause(text.slice(start ?? from, to), context, clauses.length > 1) ??
      (start === undefined ? undefined : readClause(clause, context, true));
    // "we get it twice in #ops, remove the one at 10": the same, said as it is and as it is to be.
    const isSame = last !== undefined && read?.intent === last.intent && TOLD_OF.has(read.intent);
    if (isSame && reason !== undefined && !isOrder(reason) && start === undefined)
      requests[requests.length - 1] = requestOf(last.intent, wholeClause(`${clause} ${reason}`), context);
    else if (read !== undefined) requests.push(read);
    start = read !== undefined || clause.endsWith('?') ? undefined : (start ?? from);
  }
  // What is left at the end says more of the request before it: "..., and post it in #x".
  if (start === undefined || requests.length !== 1) return requests;
  const whole = readClause(text, context);
  return whole === undefined ? requests : [whole];
}

/** Two schedules in a clause, each with its own metals. */
function twoSchedules(clause: string, context: TypedContext): readonly AskedRequest[] | undefined {
  for (const [at, next] of secondSchedules(clause)) {
    const first = readClause(clause.slice(0, at), context);
    if (first === undefined || !isSchedule(first)) continue;
    const rest = clause.slice(next);
    const more =
      twoSchedules(rest, context) ?? [readClause(rest, context)].filter((one) => one !== undefined);
    if (more.length > 0 && more.every(isSchedule)) return shared([first, ...more]);
  }
  return undefined;
}

/** Two rules in a clause, each with metals of its own, or the second with a condition of its own. */
function twoRules(clause: string, context: TypedContext): readonly AskedRequest[] | undefined {
  if (!MAY_WATCH.test(clause)) return undefined;
  const whole = readClause(clause, context);
  if (whole?.intent !== 'alert.create') return undefined;
  for (const [at, next] of secondRules(clause)) {
    const first = requestOf('alert.create', wholeClause(clause.slice(0, at)), context);
    const behind = clause.slice(next);
    const second = requestOf('alert.create', wholeClause(behind), context);
    const isApart = second.metals !== undefined || OWN_CONDITION.test(behind);
    if (!isApart || first.metals === undefined || !saysHowFar(first) || !saysHowFar(second)) continue;
    const place = first.place ?? second.place;
    return [first, second].map(({ rule, ask, metals = first.metals, ...one }) => {
      const currency = rule?.currency ?? second.rule?.currency ?? first.rule?.currency;
      const mass = rule?.mass ?? second.rule?.mass ?? first.rule?.mass;
      const isPrice = rule?.low !== undefined;
      const full = {
        ...rule,
        ...(isPrice && currency !== undefined ? { currency } : {}),
        ...(isPrice && mass !== undefined ? { mass } : {}),
      };
      const told = new Set(['metals', ...Object.keys(full).map((slot) => `rule.${slot}`)]);
      return {
        ...one,
        metals: metals ?? [],
        rule: full,
        ...(place === undefined ? {} : { place }),
        ask: ask.filter((slot) => !told.has(slot) || slot === 'rule.low'),
      };
    });
  }
  return undefined;
}

const MAY_WATCH = /\d.*(?:,|;|\band\b|\bor\b|&|\bplus\b).*\d/u;
/** "... also when it goes above 90". */
const OWN_CONDITION = /^(?:also\s+)?(?:if|when|whenever|once|as soon as)\s/u;
const saysHowFar = ({ rule }: AskedRequest): boolean =>
  (rule?.kind !== undefined && rule.low !== undefined) || rule?.percent !== undefined;

const isSchedule = ({ intent, metals, schedule }: AskedRequest): boolean =>
  intent === 'digest.create' &&
  metals !== undefined &&
  (schedule?.every ?? schedule?.once ?? schedule?.cron) !== undefined;

/** "copper on Mondays and zinc on Fridays, at 9 in #market": the place, and a time that stands behind, is of all. */
function shared(all: readonly AskedRequest[]): readonly AskedRequest[] {
  const place = all.find((one) => one.place !== undefined)?.place;
  const at = all.at(-1)?.schedule?.at;
  return all.map((one) => {
    const schedule =
      one.schedule &&
      (at === undefined || one.schedule.at !== undefined ? one.schedule : { ...one.schedule, at });
    return {
      ...one,
      ...(schedule === undefined ? {} : { schedule }),
      ...(one.place !== undefined || place === undefined ? {} : { place }),
      ask: schedule?.at === undefined ? one.ask : one.ask.filter((slot) => slot !== 'schedule.at'),
    };
  });
}

/** What is done with one that there is. */
const TOLD_OF: ReadonlySet<Intent> = new Set([
  'digest.delete',
  'digest.pause',
  'digest.edit',
  'alert.delete',
  'alert.snooze',
  'alert.edit',
]);
const PRONOUN_ORDER =
  /^(?:(?:please|pls|so|then|and|now|just|kindly)\s+)*[\p{L}-]{2,}(?:\s+(?:up|off|away|out|down|back))?\s+(?:it|that|this|them)(?!\p{L})/u;
const isOrder = (clause: string): boolean =>
  isOrderWord(/^[\p{L}'-]+/u.exec(clauseOf(clause).head)?.[0] ?? '');
const wholeClause = (text: string): Clause => ({ ...clauseOf(text), text });

/** @param isPart Whether other clauses stand beside it: what names nothing is then no request of its own. */
function readClause(text: string, context: TypedContext, isPart = false): AskedRequest | undefined {
  const look = lookAt(text, context);
  // A side alone, put right, is of an alert whatever else was learned.
  const intent = otherSide(look.clause.text) === undefined ? likeliestIntent(look) : 'alert.edit';
  const request = intent && requestOf(intent, wholeClause(text), context);
  return request && isOfOurs(request, look, isPart) ? request : undefined;
}

function requestOf(intent: Intent, clause: Clause, context: TypedContext): AskedRequest {
  const {
    slots,
    cannot = [],
    unclear = [],
    told = [],
    unsure = false,
  } = READERS[intent](clause, context, intent);
  const ask = missingOf(intent, slots, cannot, unsure).filter((slot) => !told.includes(slot));
  return {
    intent,
    ...slots,
    ask: [...ask, ...unclear],
    cannot,
    ...(mustConfirm(intent, slots, clause) ? { confirm: true as const } : {}),
  };
}

/** Deleting, or stopping for good, all there are; touching another person's. */
function mustConfirm(intent: Intent, { target }: AskedSlots, { text }: Clause): boolean {
  if (target === undefined || intent.endsWith('.list')) return false;
  if (target.owner !== undefined) return true;
  const forGood = intent.endsWith('.delete') || /\bfor good\b|\bforever\b|\bpermanently\b/u.test(text);
  return forGood && target.all === true;
}
