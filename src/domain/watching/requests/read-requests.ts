/** What a message asks to be set up, listed, changed, stored or handed out. Sets up nothing. */
import { isOrderWord } from './intent-lexicon.ts';
import { likeliestIntent, type Look } from './intent-score.ts';
import { ALERT_NOUN, DIGEST_NOUN, OTHER_ALERT, PAST } from './intent-words.ts';
import { clauseOf, type Clause } from './intents.ts';
import { lookAt } from './look-at.ts';
import { mendText } from './mend-words.ts';
import { merged } from './merge-requests.ts';
import { missingOf } from './missing.ts';
import type { AskedRequest, AskedSlots, Intent, RequestContext, TypedContext } from './request.ts';
import { READERS } from './slots-of.ts';
import { secondSchedules, splitClauses } from './split-clauses.ts';

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
  /every|each|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|tues?|wed|thu|fri|sat|sun)\b|month|week|daily|weekly|monthly|quarterly|fortnight|hourly|days?\b|morning|weekend|cron|\* \*|remind|inform|notif|alert|warn|alarm|digest|subscri|newsletter|report|update|summary|post|send|ping|\bdm\b|\bmsg|messag|mail|poke|nudge|buzz|lmk|let me know|tell|shout|keep|watch|pause|mute|hold|freeze|halt|silen|quiet|trash|scrap|erase|wipe|throw|clear|kill|get rid|enable|restart|reactivate|wake|scheduled|book|register|enter|pull|extract|dump|tsv|pdf|parquet|offer|\bi meant|trigger|notice|snooze|resume|stop|delete|remove|cancel|unsub|drop|change|move|make|switch|set|shift|add|save|store|record|\blog\b|note|quote|export|download|csv|xlsx|excel|spreadsheet|file|json|instead|rather|\bno\b|\bnot\b|tomorrow|when|\bif\b|once|->|=>/iu;

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
    const both = start === undefined ? twoSchedules(clause, context) : undefined;
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
    before = clause;
    const read =
      readClause(text.slice(start ?? from, to), context, clauses.length > 1) ??
      (start === undefined ? undefined : readClause(clause, context, true));
    if (read !== undefined) requests.push(read);
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
    const both = [clause.slice(0, at), clause.slice(next)].flatMap((part) => readClause(part, context) ?? []);
    if (
      both.length === 2 &&
      both.every(
        ({ intent, metals, schedule }) =>
          intent === 'digest.create' && metals !== undefined && schedule !== undefined,
      )
    )
      return both;
  }
  return undefined;
}

const PRONOUN_ORDER =
  /^(?:(?:please|pls|so|then|and|now|just|kindly)\s+)*[\p{L}-]{2,}(?:\s+(?:up|off|away|out|down|back))?\s+(?:it|that|this|them)(?!\p{L})/u;
const isOrder = (clause: string): boolean =>
  isOrderWord(/^[\p{L}'-]+/u.exec(clauseOf(clause).head)?.[0] ?? '');
const wholeClause = (text: string): Clause => ({ ...clauseOf(text), text });

/** @param isPart Whether other clauses stand beside it: what names nothing is then no request of its own. */
function readClause(text: string, context: TypedContext, isPart = false): AskedRequest | undefined {
  const look = lookAt(text, context);
  const intent = likeliestIntent(look);
  const request = intent && requestOf(intent, wholeClause(text), context);
  return request && isOfOurs(request, look, isPart) ? request : undefined;
}

/** Whether something of ours is named: a digest, an alert, a metal, or what only they have. "Enable whisper mode" is of something else. */
function isOfOurs(request: AskedRequest, { clause, signs }: Look, isPart: boolean): boolean {
  const { intent, metals, target, rule, schedule, cannot } = request;
  const named =
    DIGEST_NOUN.test(clause.text) || (ALERT_NOUN.test(clause.text) && !OTHER_ALERT.test(clause.text));
  if (isPart && !named && isEmpty(request)) return false;
  if (named || metals !== undefined || cannot.includes('metals') || signs.price) return true;
  switch (intent) {
    case 'digest.create':
      return (
        signs.often ||
        (signs.once && signs.clock) ||
        schedule?.cron !== undefined ||
        PRICE_WORD.test(clause.text)
      );
    case 'alert.create':
      return (
        (rule?.kind ?? rule?.low) !== undefined || (PRICE_WORD.test(clause.text) && !PAST.test(clause.text))
      );
    case 'digest.edit':
    case 'alert.edit':
    case 'quote.add':
    case 'export':
      return true;
    case 'digest.list':
    case 'alert.list':
      return target !== undefined || signs.foreign === 0;
    default:
      return target !== undefined || (signs.foreign === 0 && !isPart);
  }
}
/** Nothing is said but what is to be done: "hi!", "that would be for me". */
const isEmpty = (request: AskedRequest): boolean =>
  request.cannot.length === 0 &&
  (request.target === undefined || request.target.this === true) &&
  Object.keys(request).every((slot) => SAYS_NOTHING.has(slot));
const SAYS_NOTHING: ReadonlySet<string> = new Set(['intent', 'ask', 'cannot', 'place', 'target']);
const PRICE_WORD = /\b(?:prices?|quotes?|it|they)(?!\p{L})/u;

function requestOf(intent: Intent, clause: Clause, context: TypedContext): AskedRequest {
  const { slots, cannot = [], unclear = [], unsure = false } = READERS[intent](clause, context, intent);
  const ask = missingOf(intent, slots, cannot, unsure);
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
