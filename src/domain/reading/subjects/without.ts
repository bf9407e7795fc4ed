/** Countries that are to be left out: "outside China", "ex-China", "apart from Chile and Peru", "with China excluded". */
import { isFree, take, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import type { Hit } from '#src/domain/reading/vocabulary.ts';
import RANKS from '#src/domain/reading/words/asks/ranks.json' with { type: 'json' };

const split = (phrases: readonly string[]): readonly (readonly string[])[] =>
  phrases.map((phrase) => phrase.split(' ')).toSorted((a, b) => b.length - a.length);
const BEFORE = split(RANKS.without);
const BEHIND = split(RANKS['without, behind']);
const PRODUCERS = new Set(RANKS.producers);
const JOINS = /^(?:and|or|nor)$/u;
/** What is left out is a `without`, and no country whose figure is wanted. */
const KIND = 'without';

/** The same hits, with the countries that are left out told from those that are asked about. Takes their words. */
export function withoutPlaces(reading: Reading, hits: readonly Hit[]): readonly Hit[] {
  const countries = hits.filter(({ kind }) => kind === 'country').toSorted((a, b) => a.from - b.from);
  const left = new Map<Hit, number>();
  for (const hit of countries) {
    const before = countries.find((other) => left.has(other) && isListed(reading, other, hit));
    const from = before === undefined ? startOf(reading, hit) : hit.from;
    if (from !== undefined) left.set(hit, from);
  }
  for (const [hit, from] of left) take(reading, from, hit.to, KIND);
  return hits.map((hit) => (left.has(hit) ? { ...hit, kind: KIND } : hit));
}

/** Whether those are ranked, or asked for, who mine, make or hold it. */
export const asksForProducers = ({ tokens }: Reading): boolean =>
  tokens.some(({ word }) => PRODUCERS.has(word));

/** "Miner", "makers": in an order of countries those are meant, and no company. */
export const namesProducers = ({ tokens }: Reading, from: number, to: number): boolean =>
  tokens.slice(from, to).every(({ word }) => PRODUCERS.has(word));

/** Where the words begin that leave a country out; `undefined` where none do. */
function startOf(reading: Reading, { from, to }: Hit): number | undefined {
  const first = wordAt(reading, from - 1) === 'the' ? from - 1 : from;
  const before = BEFORE.find((words) => isSaid(reading, first - words.length, words));
  if (before !== undefined) return first - before.length;
  const next = /^(?:is|are|being)$/u.test(wordAt(reading, to)) ? to + 1 : to;
  const behind = BEHIND.find((words) => isSaid(reading, next, words));
  if (behind === undefined) return undefined;
  take(reading, to, next + behind.length, KIND);
  return from;
}

const isSaid = (reading: Reading, at: number, words: readonly string[]): boolean =>
  at >= 0 &&
  isFree(reading, at, at + words.length) &&
  words.every((word, i) => wordAt(reading, at + i) === word);

/** "Outside China and Russia", "ex China, Chile". */
function isListed({ tokens }: Reading, one: Hit, next: Hit): boolean {
  const between = tokens.slice(one.to, next.from).map(({ word }) => word);
  const joined =
    between.length === 0 ? /[,/&+]/u.test(tokens[next.from]?.gap ?? '') : JOINS.test(between[0] ?? '');
  return joined && between.every((word) => JOINS.test(word) || word === 'the');
}
