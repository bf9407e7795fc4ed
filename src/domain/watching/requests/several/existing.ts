/** Several that there are, of which one clause says the same: "delete alerts 1 and 4", "pause my digests and alerts until Monday". */
import { clauseOf } from '../intents/clause.ts';
import { ALERT_NOUN } from '../intents/intent-words.ts';
import { readClause, requestOf, wholeClause } from '../read-clause.ts';
import type { AskedRequest, Intent, TypedContext } from '../request.ts';

const ONE = '(?:digest|alert|report|post|alarm|warning|newsletter|subscription)';
const DET = String.raw`(?:(?:all|every|each|both|any|what|which)(?:\s+of)?\s+)?(?:(?:the|my|our|your|his|her|their|these|those|this|that|@?\p{L}+'s)\s+)?`;
const TAIL = String.raw`(?:\s+#?\d{1,2}(?![\d.:%]))?(?:\s+(?:in|to|for|at|on|of)\s+(?:#\S+|@\S+|\d[\d:.]*|\p{L}+days?))?`;
const LASTING = String.raw`(?:\s+(?:until|till|for)\s+(?:\S+\s+){0,2}?[^\s,]+)?`;
const AND = String.raw`(?:\s*,|,?\s+(?:and|as well as|plus|or|along with|together with)|\s*[&+])\s+(?:also\s+)?`;
const PAIR = new RegExp(
  String.raw`^(?<before>.*?)\b(?<one>(?<kind>${ONE})s?${TAIL})(?<lasting>${LASTING})${AND}(?<other>${DET}(?:[^\s,;]+\s+){0,3}?(?:${ONE}s?|ones?)(?!\p{L})${TAIL})(?<behind>.*)$`,
  'u',
);
/** Where what is said of the first begins: its article and what else stands before it. */
const ARTICLE = String.raw`(?:all|every|each|both|any|the|my|our|your|his|her|their|these|those|this|that|of|what|which|@?\p{L}+'s)`;
const ARTICLES = new RegExp(
  String.raw`(?:(?<!\p{L})${ARTICLE}\s+)+(?=(?:(?!${ARTICLE}\s)[^\s,;]+\s+){0,3}$)`,
  'u',
);
const OWN_ARTICLE = new RegExp(String.raw`^${ARTICLE}\s`, 'u');
/** "What is the difference between a digest and an alert?" */
const EXPLAIN = /\b(?:difference|differ|compare|count|limit|work|mean)\b/u;
const VERB = /^(?:\S+\s+)(?:(?:up|off|out|down|me|us|rid of)\s+)*/u;
const NUMBERED = new RegExp(
  String.raw`\b(?<kind>${ONE})s?\s+(?:numbers?\s+|nos?\.?\s+)?(?<list>#?\d{1,2}(?:\s*(?:,\s*(?:and\s+)?|\band\b|&|\+|\bor\b)\s*(?:number\s+|\k<kind>s?\s+)?#?\d{1,2})+|#?\d\s*(?:-|to|through)\s*#?\d)(?!\d|[.,:%]\d|\s*(?:%|k\b|percent|usd|eur|cny|dollars?|euros?|[$€£]|days?|weeks?|hours?|months?|h\b|am\b|pm\b))`,
  'u',
);
/** "..., and so can alert 9". */
const SO =
  /^(?<one>.+?)\s(?<what>(?:can|may|should|must|needs to|has to)\s.+?)[,;]?\s+and\s+so\s+(?:can|may|should|must|does|do|has|have)\s+(?<other>[^,;.]+)[.!]?$/u;

/** @returns one request for each; `undefined` where a clause is of one, or of a plural */
export function severalExisting(clause: string, context: TypedContext): readonly AskedRequest[] | undefined {
  return severalNumbers(clause, context) ?? soCan(clause, context) ?? pair(clause, context);
}

function severalNumbers(clause: string, context: TypedContext): readonly AskedRequest[] | undefined {
  const found = NUMBERED.exec(clause);
  const { kind = '', list = '' } = found?.groups ?? {};
  const numbers = numbersIn(list);
  if (found === null || numbers.length < 2) return undefined;
  const [before, behind] = [clause.slice(0, found.index), clause.slice(found.index + found[0].length)];
  const texts = numbers.map((number) => `${before}${kind} ${number}${behind}`);
  return readEach(texts, texts.slice(1), context);
}

const MOST = 10;
/** @example numbersIn('1 to 3') // [1, 2, 3] */
function numbersIn(list: string): readonly number[] {
  const numbers = (list.match(/\d+/gu) ?? []).map(Number);
  const [first = 0, last = 0] = numbers;
  if (!/-|to|through/u.test(list)) return numbers;
  return last <= first || last - first >= MOST
    ? []
    : Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function soCan(clause: string, context: TypedContext): readonly AskedRequest[] | undefined {
  const { one, what = '', other } = SO.exec(clause)?.groups ?? {};
  return one === undefined || other === undefined
    ? undefined
    : readEach([`${one} ${what}`, `${other} ${what}`], [other], context);
}

/** "pause my digests and alerts until Monday": the verb, and what stands behind, are of both. */
function pair(clause: string, context: TypedContext): readonly AskedRequest[] | undefined {
  const {
    before = '',
    one = '',
    kind = '',
    lasting = '',
    behind = '',
    ...more
  } = PAIR.exec(clause)?.groups ?? {};
  const other = (more['other'] ?? '').replace(/\bone(?=s?\b)/u, kind);
  if (other === '' || EXPLAIN.test(clause)) return undefined;
  const skipped = before.length - clauseOf(before).head.length;
  const verb = VERB.exec(before.slice(skipped))?.[0] ?? '';
  const articles = ARTICLES.exec(before.slice(skipped));
  const start = skipped + (articles?.index ?? verb.length);
  const own = OWN_ARTICLE.test(other) ? '' : (articles?.[0] ?? '');
  const read = readEach(
    [`${before}${one}${lasting}${behind}`, `${before.slice(0, start)}${own}${other}${lasting}${behind}`],
    [other],
    context,
  );
  const [first, second] = read ?? [];
  // "The tin alert and the zinc alert" are those of two metals.
  const isPlain = [first, second].every(
    (request) => Object.keys(request?.target ?? {}).join(' ') === 'metals',
  );
  return isPlain && first?.intent === second?.intent ? undefined : read;
}

/** What each text asks for, of which the first one says what is to be done; `undefined` where that is nothing that is done with what there is. */
function readEach(
  [first, ...others]: readonly string[],
  of: readonly string[],
  context: TypedContext,
): readonly AskedRequest[] | undefined {
  const read = first === undefined ? undefined : readClause(first, context);
  const done = DONE.get(read?.intent.split('.')[1] ?? '');
  if (read === undefined || done === undefined) return undefined;
  const more = others.flatMap((text, at) => {
    const [forDigest, forAlert] = done;
    const intent = ALERT_NOUN.test(of[at] ?? '') ? forAlert : forDigest;
    const request = intent && requestOf(intent, wholeClause(text), context);
    return request && (request.target !== undefined || intent.endsWith('.list')) ? [request] : [];
  });
  return more.length === others.length ? [read, ...more] : undefined;
}

/** By what is done with one that there is, the intents of a digest and of an alert. */
const DONE: ReadonlyMap<string, readonly [digest: Intent, alert?: Intent]> = new Map([
  ['delete', ['digest.delete', 'alert.delete']],
  ['pause', ['digest.pause', 'alert.snooze']],
  ['snooze', ['digest.pause', 'alert.snooze']],
  ['resume', ['digest.resume', 'alert.resume']],
  ['list', ['digest.list', 'alert.list']],
  ['send', ['digest.send']],
  ['edit', ['digest.edit', 'alert.edit']],
]);
