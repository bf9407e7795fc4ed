/** A place in an order of countries: "the second largest producer", "number two in cobalt", "who is the runner-up", "ranks 3rd". */
import { isFree, take, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import RANKS from '#src/domain/reading/words/asks/ranks.json' with { type: 'json' };

const ORDINALS: Readonly<Record<string, number | undefined>> = RANKS.ordinals;
const SUPERLATIVES = new Set(RANKS.superlatives);
const RANKED = new Set(RANKS.ranked);
const VERBS = new Set(RANKS.ranks);
const NUMBER = new Set(RANKS.number);
const BEHIND_NUMBER = new Set(RANKS['behind a number']);
const NOT_OF_COUNTRIES = new Set(RANKS['not of countries']);
const RUNNERS_UP = RANKS['runner-up'].map((phrase) => phrase.split(' '));
/** The furthest place that anybody asks for. */
const LAST = 20;

interface RankRead {
  /** 1 for the first. */
  readonly rank: number;
  readonly from: number;
  readonly to: number;
}

/** The place that is asked for; `undefined` where none is, or it is one among prices or years. Takes its words. */
export function readRank(reading: Reading): RankRead | undefined {
  if (reading.tokens.some(({ word }) => NOT_OF_COUNTRIES.has(word))) return undefined;
  for (const at of reading.tokens.keys()) {
    const found = isFree(reading, at) ? rankAt(reading, at) : undefined;
    if (found === undefined) continue;
    take(reading, found.from, found.to, 'rank');
    return found;
  }
  return undefined;
}

function rankAt(reading: Reading, at: number): RankRead | undefined {
  const runnerUp = RUNNERS_UP.find((words) => words.every((word, i) => wordAt(reading, at + i) === word));
  if (runnerUp !== undefined) return { rank: 2, from: at, to: at + runnerUp.length };
  const next = wordAt(reading, at + 1);
  const rank = ordinalOf(wordAt(reading, at));
  if (rank === undefined) return numberAt(reading, at);
  if (SUPERLATIVES.has(next)) return { rank, from: at, to: at + 2 };
  const ends = next === '' || BEHIND_NUMBER.has(next) || reading.slots[at + 1] !== undefined;
  const verb = wordAt(reading, at - 1);
  // "Who is second after China".
  if (/^(?:after|behind)$/u.test(next)) {
    const first = wordAt(reading, at + 2) === 'the' ? at + 3 : at + 2;
    const end = wordAt(reading, first + 1);
    if (wordAt(reading, first) !== '' && (end === '' || /^(?:in|of|for|at|as|on)$/u.test(end)))
      return { rank, from: at, to: first + 1 };
  }
  const stands = RANKED.has(next) || (VERBS.has(verb) && ends);
  const from = VERBS.has(verb) && isFree(reading, at - 1) ? at - 1 : at;
  return stands ? { rank, from, to: at + 1 } : undefined;
}

/** "Second", "12th". */
export function ordinalOf(word: string): number | undefined {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/u.exec(word)?.[1];
  const rank = digits === undefined ? ORDINALS[word] : Number(digits);
  return rank !== undefined && rank > 0 && rank <= LAST ? rank : undefined;
}

/** "No. 2", "number two", "#1": before what it is a place in, or where somebody asks who. */
function numberAt({ tokens, slots }: Reading, at: number): RankRead | undefined {
  const { word = '', value, gap = '' } = tokens[at] ?? {};
  const counted = RANKS.counts.indexOf(word) + 1;
  const rank = counted > 0 ? counted : value;
  const isCalled = NUMBER.has(tokens[at - 1]?.word ?? '');
  if (rank === undefined || !Number.isInteger(rank) || rank < 1 || rank > LAST) return undefined;
  if (!isCalled && !gap.includes('#')) return undefined;
  const next = tokens[at + 1]?.word ?? '';
  const asks = tokens.slice(0, at).some(({ word: before }) => /^(?:who|whos|which|what)$/u.test(before));
  const stands = BEHIND_NUMBER.has(next) || (asks && (next === '' || slots[at + 1] !== undefined));
  // "No. 2 tungsten producer": what it is a place in may stand between.
  const later = tokens.slice(at + 1, at + 4).some(({ word: one }) => RANKED.has(one));
  return stands || later ? { rank, from: isCalled ? at - 1 : at, to: at + 1 } : undefined;
}

/** How many of an order are wanted: 3 of "top 3", "the three largest", "top3"; `undefined` where it is not said. Takes the number. */
export function readCount(reading: Reading): number | undefined {
  for (const [at, { word }] of reading.tokens.entries()) {
    const glued = /^top(\d{1,2})$/u.exec(word)?.[1];
    const next = wordAt(reading, at + 1);
    const behind = TOPS.has(word) ? countIn(next) : undefined;
    const before = SUPERLATIVES.has(next) ? countIn(word) : undefined;
    const count = glued === undefined ? (behind ?? before) : Number(glued);
    if (count === undefined || count < 2 || count > LAST) continue;
    const number = behind === undefined ? at : at + 1;
    if (isFree(reading, number)) take(reading, number, number + 1, 'rank');
    return count;
  }
  return undefined;
}
const TOPS = new Set([...SUPERLATIVES, 'top', 'first', 'leading']);
/** A number as an order is counted by: "three", "12"; `undefined` of any other word. */
export const countIn = (word: string): number | undefined => {
  const at = RANKS.counts.indexOf(word) + 1;
  if (at > 0) return at;
  return /^\d{1,2}$/u.test(word) ? Number(word) : undefined;
};
