/** What a message asks to be set up, listed, changed, stored or handed out. Sets up nothing. */
import { likeliestIntent } from './intent-score.ts';
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
  for (const [from, to] of clauses) {
    const clause = text.slice(from, to);
    const both = start === undefined ? twoSchedules(clause, context) : undefined;
    if (both !== undefined) {
      requests.push(...both);
      continue;
    }
    const read =
      readClause(text.slice(start ?? from, to), context) ??
      (start === undefined ? undefined : readClause(clause, context));
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

function readClause(text: string, context: TypedContext): AskedRequest | undefined {
  const intent = likeliestIntent(lookAt(text, context));
  return intent && requestOf(intent, { ...clauseOf(text), text }, context);
}

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
