/** What each word can be in a sentence that may be about something else: the parts from which heads are found. */
import type { Findings } from '#src/domain/reading/findings.ts';
import { smallNumber } from '#src/domain/reading/amounts/numbers.ts';
import { MARKET_WORDS, STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';
import { wordAt, type Reading } from '#src/domain/reading/reading.ts';

export type Role =
  'ours' | 'metric' | 'thing' | 'company' | 'place' | 'sense' | 'use' | 'unknown' | 'verb' | 'plain';

export interface Sentence {
  readonly reading: Reading;
  /** By token. */
  readonly roles: readonly Role[];
}

/** Tokens `from` up to, not including, `to`. */
export interface Found {
  readonly from: number;
  readonly to: number;
}

const NOUNS: ReadonlySet<Role | undefined> = new Set(['thing', 'company', 'use', 'unknown']);
const DETERMINERS = new Set(
  'a an the my your his her their this that these those some any one our all total'.split(' '),
);
/** They stand before any noun: "cost of a new laptop". */
const PLAIN_ADJECTIVES = new Set('new old big small good cheap used large great decent simple'.split(' '));
/** Nouns of the office that a question may end on ("for my meeting"), and that are its subject behind another noun or "of". */
const OFFICE_NOUNS = new Set(
  'call calls team teams meeting meetings deck slide slides presentation show shows manager managers boss client clients customer customers order orders notes note point trade fair fairs'.split(
    ' ',
  ),
);
/** Whether a word names something of the office. */
export const isOfficeNoun = (word: string): boolean => OFFICE_NOUNS.has(word);
const PERSONS = new Set('i we you they he she'.split(' '));
const MODALS = new Set('will would could might shall'.split(' '));
/** They open a question before its subject: "did electronics relinquish ground". */
const OPENERS = new Set('did does do has have had will would can could'.split(' '));
/** What follows a verb and hardly ever a noun. */
const AFTER_VERB = new Set('how its their what the a an'.split(' '));
/** Slots whose words stand before another noun as well as alone. */
const COMPOUNDED = new Set([
  'sector',
  'production',
  'supply-status',
  'reserves',
  'share',
  'demand',
  'country',
]);
const LY_NOUNS = new Set('family supply assembly jelly lily butterfly monopoly anomaly trolley'.split(' '));
const LEXICON: ReadonlyMap<string, Role> = new Map([
  ['thing', 'thing'],
  ['company', 'company'],
  ['place-name', 'place'],
  ['sense', 'sense'],
  ['use', 'use'],
  ['metric', 'metric'],
  ['weak', 'metric'],
  ['loose', 'metric'],
  ['other', 'plain'],
  ['reason', 'plain'],
]);

/** The roles of all words. A phrase's later meaning wins over an earlier one, but nothing over our own names. */
export function assignRoles({ reading, hits, subjects }: Findings): Sentence {
  const roles = reading.tokens.map((token, at): Role => {
    const slot = reading.slots[at];
    if (slot === 'metal' || slot === 'product' || slot === 'sector' || slot === 'country') return 'ours';
    if (slot !== undefined || smallNumber(token) !== undefined || token.value !== undefined) return 'plain';
    const known = STOP_WORDS.has(token.word) || MARKET_WORDS.has(token.word) || token.word.length < 2;
    return known || !/^\p{L}/u.test(token.word) ? 'plain' : 'unknown';
  });
  for (const { from, to } of subjects.ours) for (let at = from; at < to; at += 1) roles[at] = 'ours';
  for (const hit of hits) {
    const role = LEXICON.get(hit.kind);
    if (role === undefined) continue;
    for (let at = hit.from; at < hit.to; at += 1) {
      const lexical = role !== 'metric' && role !== 'plain';
      if (roles[at] !== 'ours' && !(lexical && roles[at] === 'metric')) roles[at] = role;
    }
  }
  for (const at of roles.keys()) {
    if (roles[at] === 'unknown') roles[at] = byBuild(reading, roles, at);
    else if (isOfficeSubject(reading, at)) roles[at] = 'unknown';
  }
  return { reading, roles };
}

const RANKED = /^(?:sector|segment|industry|country|year|source|metal)s?$/u;

/** "electronics show", "production meeting", "summary of the meeting", but not "electronics for my meeting". */
function isOfficeSubject(reading: Reading, at: number): boolean {
  const slot = reading.slots[at];
  // "electronics manual": help is not what is asked for here.
  const office = slot === undefined ? OFFICE_NOUNS.has(wordAt(reading, at)) : slot === 'help';
  if (!office || at === 0) return false;
  const noun = DETERMINERS.has(wordAt(reading, at - 1)) ? at - 2 : at - 1;
  if (wordAt(reading, noun) === 'of') return true;
  if (noun !== at - 1 || reading.tokens[at]?.gap !== '') return false;
  // "Production meeting notes".
  return COMPOUNDED.has(reading.slots[noun] ?? '') || isOfficeSubject(reading, noun);
}

/** What a word that no list has can be, by its ending and by where it stands: only nouns are subjects. */
function byBuild(reading: Reading, roles: readonly Role[], at: number): Role {
  const word = wordAt(reading, at);
  if (word.length > 4 && word.endsWith('ly') && !LY_NOUNS.has(word)) return 'plain';
  if (word.length > 4 && /[^e]ed$/u.test(word)) return 'verb';
  const before = wordAt(reading, at - 1);
  const asked = OPENERS.has(wordAt(reading, at - 2)) && (before === 'it' || before === 'this');
  // "Will polyester prices fall": what follows the verb that opens a question is its subject.
  if (PERSONS.has(before) || (MODALS.has(before) && at > 1) || asked) return 'verb';
  // "which sector leads in 2026".
  const asking = wordAt(reading, at - 2);
  if ((asking === 'which' || asking === 'what') && RANKED.test(before)) return 'verb';
  // "what limits production".
  if (before === 'what' && word.endsWith('s') && roles[at + 1] === 'metric') return 'verb';
  const subject = roles[at - 1] === 'ours' || roles[at - 1] === 'metric';
  if (!subject || !isJoined({ reading, roles }, at)) return 'unknown';
  if (AFTER_VERB.has(wordAt(reading, at + 1))) return 'verb';
  let start = at - 1;
  while (roles[start] === 'ours' || roles[start] === 'metric' || DETERMINERS.has(wordAt(reading, start)))
    start -= 1;
  return OPENERS.has(wordAt(reading, start)) && roles[at + 1] !== 'unknown' ? 'verb' : 'unknown';
}

/** Whether a word stands where only a noun can: "the cost of building", but not "the needed share". */
export function isNounHere(sentence: Sentence, at: number): boolean {
  const { reading, roles } = sentence;
  if (roles[at] !== 'verb') return isNoun(sentence, at);
  const before = wordAt(reading, at - 1);
  const headed = before === 'of' || before === 'for' || DETERMINERS.has(before);
  return headed && roles[at + 1] !== 'ours' && roles[at + 1] !== 'metric';
}

/** Whether a word can be a subject that is not ours. */
export function isNoun({ roles }: Sentence, at: number): boolean {
  return NOUNS.has(roles[at]);
}

/** The first run of words of a role. */
export function runOf({ roles }: Sentence, wanted: Role): Found | undefined {
  const from = roles.indexOf(wanted);
  if (from < 0) return undefined;
  let to = from + 1;
  while (roles[to] === wanted) to += 1;
  return { from, to };
}

/** Nothing but a space, a dash or an apostrophe stands before this token. */
export function isJoined({ reading }: Sentence, at: number): boolean {
  return !/[,.;:!?()]/u.test(reading.tokens[at]?.gap ?? '');
}

/** The nouns that stand together from `at` on; the span starts at `from`. */
export function nounsFrom(sentence: Sentence, at: number, from = at): Found {
  let to = at + 1;
  while (isNoun(sentence, to) && isJoined(sentence, to)) to += 1;
  return { from, to };
}

/** The first word from `at` on that is no article, no adjective of the trade, and none of `also`. */
export function skipToNoun({ reading, roles }: Sentence, at: number, also?: ReadonlySet<string>): number {
  let next = at;
  while (next < roles.length) {
    const word = wordAt(reading, next);
    const adjective = roles[next] === 'plain' && MARKET_WORDS.has(word);
    if (!DETERMINERS.has(word) && !PLAIN_ADJECTIVES.has(word) && !adjective && also?.has(word) !== true)
      break;
    next += 1;
  }
  return next;
}
