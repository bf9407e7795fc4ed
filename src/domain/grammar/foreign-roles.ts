/** What each word can be in a sentence that may be about something else: the parts from which heads are found. */
import type { Findings } from './findings.ts';
import { MARKET_WORDS, STOP_WORDS } from './plain-words.ts';
import { wordAt, type Reading } from './reading.ts';

export type Role = 'ours' | 'metric' | 'thing' | 'company' | 'place' | 'sense' | 'use' | 'unknown' | 'plain';

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
    if (slot !== undefined || token.value !== undefined) return 'plain';
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
  return { reading, roles };
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
    if (!DETERMINERS.has(word) && !adjective && also?.has(word) !== true) break;
    next += 1;
  }
  return next;
}
