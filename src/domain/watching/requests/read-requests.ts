/** What a message asks to be set up, listed, changed, stored or handed out. Sets up nothing. */
import { beginsWithOrder } from './intents/intent-lexicon.ts';
import { clauseOf } from './intents/clause.ts';
import { mendText } from './mend-words.ts';
import { merged } from './several/merge-requests.ts';
import { withMetals, withMetalsBefore } from './metals/metals-before.ts';
import type { AskedRequest, Intent, RequestContext, TypedContext } from './request.ts';
import { goesOn, isAnother } from './several/goes-on.ts';
import { severalExisting } from './several/existing.ts';
import { withSharedTimes } from './several/shared-times.ts';
import { kindNamed, ofKind } from './other-kind.ts';
import { splitClauses } from './several/split-clauses.ts';
import { wholeClause, readClause, requestOf } from './read-clause.ts';
import { withoutAside } from './several/without-aside.ts';
import { digestAndAlert, severalLevels, twoSchedules, twoRules } from './several/two-in-one.ts';

/** Nobody asks for a digest in more than a few sentences. */
const LONGEST = 600;

/** The requests of a message, in its order; none where it asks for nothing of the kind. Never throws. */
export function readRequests(text: string, context: RequestContext): readonly AskedRequest[] {
  if (text.length > LONGEST || !MAY_ASK.test(text)) return [];
  const plain = mendText(text, context.materials).replace(THINKING, '').replace(NOPE, 'no');
  let metals: readonly string[] | undefined;
  const read = readPlain(plain, { ...context, typed: text });
  if (read.length === 1 && read.every((request) => isAnsweredByFile(text, request))) return [];
  return read.map((request): AskedRequest => {
    const full = metals === undefined ? request : withMetals(request, metals);
    metals = full.metals ?? full.add?.metals ?? full.target?.metals ?? metals;
    return full;
  });
}

/** "Hm, remove it again": who thinks aloud says nothing yet. */
const THINKING = /^(?:(?:h+m+|u+m+|u+h+|e+r+m*|a+h+|argh+|ugh+|oh)[\s,.!…-]+)+/u;

/** "Nope, 8:30": no. */
const NOPE = /^(?:nope|nah|naw|nay|no{2,})(?=[\s,.!;:-])/u;

/** @param plain The text as it is read */
function readPlain(plain: string, context: TypedContext): readonly AskedRequest[] {
  const read = withSharedTimes(merged(joined(plain, context)), plain, context.today);
  const order = read.length === 0 ? withoutAside(plain, context) : undefined;
  return order === undefined ? read : withSharedTimes(merged(joined(order, context)), order, context.today);
}

/** A text without any of these asks for nothing of the kind: most questions are told by one look. */
const MAY_ASK =
  /\b(?:no{2,}|nope|nah|naw|nay)\b|skip|shut (?:up|it)|bother|disturb|(?:me|us) (?:alone|in peace)|(?:be|stay|go) (?:quiet|silent)|every|each|e?ve?ry|mnth|mth|\d\s?[ap]m\b|wkly|wk\b|qtr|dly|dail|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|tues?|wed|thu|fri|sat|sun)\b|month|week|daily|weekly|monthly|quarterly|fortnight|hourly|days?\b|morning|weekend|cron|\* \*|remind|inform|notif|alert|warn|alarm|digest|subscri|newsletter|report|update|summary|post|send|ping|\bdm\b|\bmsg|messag|mail|poke|nudge|buzz|lmk|let me know|tell|shout|keep|watch|pause|mute|hold|freeze|halt|silen|quiet|trash|scrap|erase|wipe|throw|clear|kill|get rid|enable|restart|reactivate|wake|scheduled|book|register|enter|pull|extract|dump|tsv|pdf|parquet|offer|\bi meant|trigger|notice|moment|\bknow\b|\bhear\b|flag|monitor|\bwant|\bneed|remember|paid|bought|\bsold\b|\bput\b|\bgot\b|write|\bjot|capture|insert|input|every?day|snooze|resume|stop|delete|remove|cancel|unsub|drop|change|move|make|switch|set|shift|add|save|store|record|\blog\b|note|quote|export|download|csv|xlsx|excel|spreadsheet|file|json|instead|rather|\bno\b|\bnot\b|tomorrow|wrong|oops|whoops|typo|mistake|#|@|should|\b(?:later|earlier|sooner|too|back|forward|push|bring|better|supposed|i (?:said|told|asked|wanted))\b|take|\blose\b|hide|leave|omit|exclude|without|charts?\b|belong|meant|when|\bif\b|once|->|=>/iu;

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

/** Clauses that ask for nothing alone belong to their neighbour, unless they are a question. */
function joined(text: string, context: TypedContext): readonly AskedRequest[] {
  const clauses = splitClauses(text);
  const requests: AskedRequest[] = [];
  let start: number | undefined;
  let before: string | undefined;
  /** Where the last request begins. */
  let lastFrom = 0;
  for (const [from, to] of clauses) {
    const clause = text.slice(from, to);
    const both =
      severalExisting(clause, context) ??
      (start === undefined
        ? (digestAndAlert(clause, context) ??
          twoSchedules(clause, context) ??
          severalLevels(clause, context) ??
          twoRules(clause, context))
        : undefined);
    if (both !== undefined) {
      requests.push(...both);
      start = undefined;
      continue;
    }
    // "alert 17 overfits, delete it": the first says why.
    const last = requests.at(-1);
    const why = before !== undefined && PRONOUN_ORDER.test(clause) && !isOrder(before) ? before : undefined;
    const isSetUp = last?.intent.endsWith('.create') === true;
    if (why !== undefined && !isSetUp && (last !== undefined || kindNamed(why) !== undefined)) {
      const order = readClause(clause, context);
      const whole = wholeClause(`${clause} ${why}`);
      const read = order && requestOf(ofKind(order.intent, kindNamed(why)), whole, context);
      if (read !== undefined) requests.splice(Math.max(0, requests.length - 1), 1, read);
      if (read !== undefined) start = undefined;
      before = undefined;
      continue;
    }
    const reason = before;
    before = clause;
    const alone = start === undefined ? undefined : readClause(clause, context, true);
    const read =
      ofListed(last, clause, context) ??
      (alone !== undefined && namesWhich(alone) ? alone : undefined) ??
      readClause(text.slice(start ?? from, to), context, clauses.length > 1) ??
      alone ??
      askedBefore(clause, context) ??
      ofNamed(last, clause, context);
    // "we get it twice in #ops, remove the one at 10": the same, said as it is and as it is to be.
    const isSame = last !== undefined && read?.intent === last.intent && TOLD_OF.has(read.intent);
    const whole = last === undefined ? undefined : goesOn(last, read, text.slice(lastFrom, to), context);
    if (whole !== undefined) {
      requests[requests.length - 1] = whole;
      start = undefined;
      continue;
    }
    if (isSame && reason !== undefined && !isOrder(reason) && start === undefined)
      requests[requests.length - 1] = requestOf(last.intent, wholeClause(`${clause} ${reason}`), context);
    else if (read !== undefined) {
      lastFrom = start ?? from;
      requests.push(
        last === undefined
          ? withMetalsBefore(read, text.slice(0, from), context)
          : isAnother(last, read)
            ? requestOf('digest.create', wholeClause(clause), context)
            : read,
      );
    }
    start = read !== undefined || clause.endsWith('?') ? undefined : (start ?? from);
  }
  // What is left at the end says more of the request before it: "..., and post it in #x".
  if (start === undefined || requests.length !== 1) return requests;
  const whole = readClause(text, context);
  return whole === undefined ? requests : [whole];
}

/** "Send the friday digest and then delete it": what else is done with the one that was named. */
function ofNamed(
  last: AskedRequest | undefined,
  clause: string,
  context: TypedContext,
): AskedRequest | undefined {
  if (last?.target === undefined || !PRONOUN_ORDER.test(clause)) return undefined;
  const read = readClause(clause, context);
  return read?.target?.this === true ? asOf(last, read.intent, clause, context) : undefined;
}

/** The same done with what is of the kind of the request before it. */
const asOf = (last: AskedRequest, intent: Intent, clause: string, context: TypedContext): AskedRequest =>
  requestOf(
    ofKind(intent, last.intent.startsWith('digest.') ? 'digest' : 'alert'),
    wholeClause(clause),
    context,
  );

/** "List my alerts and delete number 2": one of those. */
function ofListed(
  last: AskedRequest | undefined,
  clause: string,
  context: TypedContext,
): AskedRequest | undefined {
  if (last?.intent.endsWith('.list') !== true || kindNamed(clause) !== undefined) return undefined;
  const read = readClause(clause, context);
  return read?.target?.number === undefined ? undefined : asOf(last, read.intent, clause, context);
}

/** "How is tin doing? Post it here every Monday at 8": a question, and what is wanted besides. */
function askedBefore(clause: string, context: TypedContext): AskedRequest | undefined {
  const at = clause.indexOf('? ') + 1;
  const read = at === 0 ? undefined : readClause(clause.slice(at).trim(), context, true);
  return read && withMetalsBefore(read, clause.slice(0, at), context);
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
/** "I leave on Friday. Remove all my digests": an order that names which needs nothing of what is said before it. */
const namesWhich = ({ intent, target }: AskedRequest): boolean =>
  target !== undefined && target.this !== true && NAMING.has(intent);
const NAMING: ReadonlySet<Intent> = new Set([
  'digest.delete',
  'digest.pause',
  'digest.resume',
  'alert.delete',
  'alert.snooze',
  'alert.resume',
]);
const PRONOUN_ORDER =
  /^(?:(?:please|pls|so|then|and|now|just|kindly)\s+)*[\p{L}-]{2,}(?:\s+(?:up|off|away|out|down|back))?\s+(?:it|that|this|them)(?!\p{L})/u;
/** "Alert 17 overfits" begins with a noun. */
const NUMBERED = /^(?:alert|digest|report|post)\s+(?:number\s+|no\.?\s*|#)?\d/u;
const isOrder = (clause: string): boolean =>
  !NUMBERED.test(clauseOf(clause).head) && beginsWithOrder(clauseOf(clause).head);
