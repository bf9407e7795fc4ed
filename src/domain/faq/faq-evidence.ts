/**
 * Whether what a question says is what an FAQ entry is about. The matcher tells which entry is nearest, and how sure that
 * is among questions about metals; "i love you" and "what is the meaning of life" are nearest to one too.
 */
import { COMMON_WORDS } from '#src/domain/reading/words/common-words.ts';
import { CALENDAR_WORDS, MARKET_WORDS, STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';
import type { RankedEntry } from './matcher.ts';
import type { Tie } from './ties.ts';
import { isFunctionWord } from './matching/known-words.ts';
import { stem } from './matching/words/stems.ts';
import { splitWords } from './matching/words/words.ts';
import type { Question } from '#src/domain/reading/question.ts';

type Asked = Pick<Question, 'text' | 'evidence'>;

/** Slots that hold no subject: they tell how or when something is asked. */
const MANNER = new Set('claim greeting help filler follow-up current time'.split(' '));
/** Words that ask what another word means. */
const DEFINING = new Set(
  'meaning meanings mean means meant define defines defined definition explain explained explanation'.split(
    ' ',
  ),
);
/** Slots that name a figure. What an entry has no word for is not what it is about: "quote for insurance". */
const MEASURES = new Set('price production share demand supply-status reserves'.split(' '));
/** From this share of its phrasings on, a market word is the entry's own topic: "consumers", "sectors". */
const OWN_TOPIC = 0.1;
/** A word that fewer of its phrasings have is no topic of the entry: "army" is one, "life" and "design" are not. */
const RARE = 0.05;
/** A mended word this long has few neighbours that it could have been. */
const LONG = 6;
const COMMON_STEMS: ReadonlySet<string> = new Set([...COMMON_WORDS].map(stem));

/** A word of content weighs 1, one that any question of the trade has less. */
export interface WordWeights {
  /** Of the words that the entry knows. */
  readonly known: number;
  /** Of those that it knows if they are slips of spelling. */
  readonly slips: number;
  /** Of those that it does not know. */
  readonly strange: number;
}

/** Whether an entry's phrasings have a word as it was typed: one that only looks like theirs may be another. */
export function knowsWord({ ties }: RankedEntry, word: string): boolean {
  return ties.some((tie) => tie.word === word && !tie.mended);
}

/** How much of what a question says each entry speaks of. */
export function weighWords(entries: readonly RankedEntry[], question: Asked): readonly WordWeights[] {
  const slots = slotsByWord(question);
  const words = [...new Set(splitWords(question.text))].filter((word) => {
    const silent = isFunctionWord(word) || CALENDAR_WORDS.has(word) || DEFINING.has(word);
    return !silent && !MANNER.has(slots.get(word) ?? '');
  });
  return entries.map((entry) => weigh(entry, words, slots));
}

/** @param words Those that may say what it is about. @param slots What each of them was read as */
function weigh(
  entry: RankedEntry,
  words: readonly string[],
  slots: ReadonlyMap<string, string>,
): WordWeights {
  const ties = new Map(entry.ties.map((tie) => [tie.word, tie]));
  const knowing: Tie[] = [];
  let slips = 0;
  let strange = 0;
  for (const word of words) {
    const slot = slots.get(word) ?? '';
    const tie = ties.get(word);
    if (tie !== undefined && !tie.mended) knowing.push(tie);
    else if (tie !== undefined && isLikelySlip(word)) slips += 1;
    else if (tie !== undefined || isContent(word, slot)) strange += 1;
  }
  const byChance = knowing.filter((tie) => isByChance(tie, slots, knowing));
  const known = knowing.reduce((sum, tie) => sum + (byChance.includes(tie) ? 0 : weightOf(tie)), 0);
  return { known, slips, strange: strange + byChance.length };
}

function weightOf({ word, share }: Tie): number {
  return STOP_WORDS.has(word) || (MARKET_WORDS.has(word) && share < OWN_TOPIC) ? 0.5 : 1;
}

/** A rare word that no phrasing has together with another word of the question: "material design", "meaning of life". */
function isByChance(tie: Tie, slots: ReadonlyMap<string, string>, knowing: readonly Tie[]): boolean {
  const { word, share, phrasings } = tie;
  if (share >= RARE || slots.has(word) || !isContent(word, '')) return false;
  return !knowing.some((other) => other !== tie && other.phrasings.some((at) => phrasings.includes(at)));
}

/** A year, a metal or a country is no word that an entry must have. */
function isContent(word: string, slot: string): boolean {
  if (STOP_WORDS.has(word)) return false;
  return MEASURES.has(slot) || (slot === '' && !MARKET_WORDS.has(word));
}

function isLikelySlip(word: string): boolean {
  return word.length >= LONG && !COMMON_STEMS.has(stem(word));
}

function slotsByWord({ evidence }: Asked): ReadonlyMap<string, string> {
  const slots = (evidence ?? []).flatMap(({ slot, words }) =>
    splitWords(words).map((word): [string, string] => [word, slot]),
  );
  return new Map(slots);
}
