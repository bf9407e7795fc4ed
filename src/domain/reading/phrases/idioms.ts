/** How a trade asks for a price without a word for one: "what's neo at", "how is copper doing", "what happened to lithium". */
import type { Hit, Vocabulary } from '#src/domain/reading/vocabulary.ts';
import { wordAt, type Reading } from '#src/domain/reading/reading.ts';
import { CALENDAR_WORDS, STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';
import IDIOMS from '#src/domain/reading/words/idioms.json' with { type: 'json' };

const WHERE = new Set(IDIOMS.where);
const HOW = new Set(IDIOMS.how);
const AUXILIARY = new Set(IDIOMS.auxiliary);
const AT = new Set(IDIOMS.at);
const DOING = new Set(IDIOMS.doing);
const HAPPENED = IDIOMS.happened.map((phrase) => phrase.split(' '));
/** What may stand between a name and the end: a time, and words that say nothing. */
const BESIDE = new Set(['current', 'filler', 'greeting', 'price']);

/** The hits with what such a question asks for: a price, or how it moved. */
export function withIdioms(
  reading: Reading,
  hits: readonly Hit[],
  { shortNames }: Vocabulary,
): readonly Hit[] {
  const { tokens } = reading;
  const words = tokens.map(({ word }) => word);
  const nameAt = (at: number): number | undefined => {
    const metal = hits.find(({ kind, from }) => kind === 'metal' && from === at);
    const word = words[at] ?? '';
    // "How do I do that": who asks is no iodine.
    return metal?.to ?? (shortNames.has(word) && !STOP_WORDS.has(word) ? at + 1 : undefined);
  };
  const isPrice = (at: number) =>
    hits.some(({ kind, id, from }) => kind === 'metric' && id === 'price' && from === at);
  const isSaid = (at: number) =>
    reading.slots[at] === 'year' ||
    reading.slots[at] === 'time' ||
    STOP_WORDS.has(words[at] ?? '') ||
    CALENDAR_WORDS.has(words[at] ?? '') ||
    hits.some(({ kind, from, to }) => BESIDE.has(kind) && from <= at && at < to);
  const opens = words.findIndex((word, at) => WHERE.has(word) || HOW.has(word) || !isSaid(at));
  if (opens < 0) return hits;
  const happened = HAPPENED.find((phrase) => phrase.every((word, i) => words[opens + i] === word));
  if (happened !== undefined) {
    const name = skip(words, opens + happened.length, 'the');
    const end = nameAt(name);
    const dated = reading.slots.includes('year');
    if (end === undefined || dated || !rest(words, isPrice(end) ? end + 1 : end).every(isSaid)) return hits;
    const others = hits.filter(({ from, to }) => from >= name || to <= opens);
    return [
      ...others,
      { kind: 'change', id: 'change', from: opens, to: opens + happened.length },
      ...(isPrice(end) ? [] : [price(opens)]),
    ];
  }
  const kind = WHERE.has(words[opens] ?? '') ? AT : HOW.has(words[opens] ?? '') ? DOING : undefined;
  if (kind === undefined) return hits;
  let at = opens + 1;
  if (AUXILIARY.has(words[at] ?? '')) at += 1;
  const end = nameAt(skip(words, at, 'the'));
  if (end === undefined) return hits;
  const verb = isPrice(end) ? end + 1 : end;
  if (!kind.has(wordAt(reading, verb)) || !rest(words, verb + 1).every(isSaid)) return hits;
  return isPrice(end) ? hits : [...hits, price(verb)];
}

const price = (from: number): Hit => ({ kind: 'metric', id: 'price', from, to: from + 1 });
const skip = (words: readonly string[], at: number, word: string): number =>
  words[at] === word ? at + 1 : at;
const rest = (words: readonly string[], from: number): readonly number[] =>
  words.slice(from).map((_, at) => from + at);
