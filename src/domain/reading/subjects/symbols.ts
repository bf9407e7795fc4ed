/** Symbols and short names, in the company that makes metals of them: "Dy and Tb", "nd price", "Er price 2023". */
import { ELEMENT_SYMBOLS } from '#src/domain/reading/words/things/elements.ts';
import { RISKY, type ShortName } from './names.ts';
import { STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';
import { isFree, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import type { Hit, Vocabulary } from '#src/domain/reading/vocabulary.ts';

/** Cues beside which a symbol is a metal's. */
export const COMPANY: ReadonlySet<string> = new Set([
  'metric',
  'weak',
  'oxide',
  'metal form',
  'compare',
  'chart',
  'change',
  'highest',
  'lowest',
  'mean',
  'history',
  'current',
  'forecast',
  'usgs',
  'summary',
]);
const IN_PLACE = new Set(['in', 'the', 'inside', 'across', 'near', 'to', 'at', 'de', 'a']);
const JOINS = new Set(['and', 'or', 'vs', 'versus', 'against', 'to', 'than', 'with', 'v']);
/** What stands behind a metal's name alone: "li carbonate", "co sulphate". */
const COMPOUND =
  /^(?:carbonate|hydroxide|sul(?:f|ph)ate|chloride|fluoride|nitrate|acetate|oxalate|monohydrate)s?$/u;
/** An oxide's formula: "nd2o3", "tb4o7". */
export const FORMULA = /^([a-z]{1,2})(?:2o3|4o7|6o11|o2)$/u;

/** Whether a word is an oxide's formula. */
export function isFormula(word: string): boolean {
  return FORMULA.test(word);
}

const AGAINST = /^(?:vs|versus|v|against)$/u;

/** "Pr vs nd oxide": what a metal is set against is one, even where it is a word as well. */
export const isSetAgainst = (
  reading: Reading,
  at: number,
  metals: readonly { readonly from: number; readonly to: number }[],
): boolean =>
  metals.some(
    ({ from, to }) =>
      (from === at + 2 && AGAINST.test(wordAt(reading, at + 1))) ||
      (to === at - 1 && AGAINST.test(wordAt(reading, at - 1))),
  );

const SYMBOL = /^\p{Lu}\p{Ll}$/u;

/** "Dy and Tb": two symbols as they are written, side by side, whatever else is named. */
export function isPaired({ tokens }: Reading, at: number, { shortNames }: Vocabulary): boolean {
  const isSymbol = (i: number) => {
    const { raw = '', word = '' } = tokens[i] ?? {};
    return SYMBOL.test(raw) && shortNames.get(word)?.risky === false;
  };
  const joins = (i: number) => JOINS.has(tokens[i]?.word ?? '');
  return isSymbol(at) && ((joins(at + 1) && isSymbol(at + 2)) || (joins(at - 1) && isSymbol(at - 2)));
}

/** Fewer stand side by side by chance. */
const LISTED = 3;

/** "Nd, pr, dy and tb": in a list of symbols, each of them is one, also such as are words elsewhere. */
export function isListed(
  { tokens }: Reading,
  at: number,
  { shortNames }: Vocabulary,
  metals: readonly { readonly from: number; readonly to: number }[],
): boolean {
  const isMetal = (i: number) => metals.some(({ from, to }) => from === i && to === i + 1);
  // "Terbium or dysprosium, in 2021": what every sentence has is no symbol in small letters.
  const isSymbol = ({ word }: { readonly word: string }) => shortNames.has(word) && !STOP_WORDS.has(word);
  const isItem = (i: number) => isSymbol(tokens[i] ?? { word: '' }) || isMetal(i);
  const step = (from: number, way: 1 | -1): number | undefined => {
    const next = from + way;
    const [first, second] = way === 1 ? [next, next] : [next, from];
    if (isItem(first) && /[,/&+]/u.test(tokens[second]?.gap ?? '')) return next;
    const over = JOINS.has(tokens[next]?.word ?? '') ? next + way : undefined;
    return over !== undefined && isItem(over) ? over : undefined;
  };
  if (!isItem(at)) return false;
  const items = [at];
  for (const way of [1, -1] as const)
    for (let next = step(at, way); next !== undefined; next = step(next, way)) items.push(next);
  return items.length >= LISTED;
}

/** "In", "As" and "I" are symbols only as they are written, and not where a sentence has them as words. */
export function isAsWritten({ tokens, slots }: Reading, at: number, { written }: ShortName): boolean {
  const raw = tokens[at]?.raw ?? '';
  if (written === undefined || FORMULA.test(tokens[at]?.word ?? '')) return true;
  // "Li carbonate" in small letters: what stands behind it is said of metals alone.
  if (COMPOUND.test(tokens[at + 1]?.word ?? '') && !STOP_WORDS.has(raw.toLowerCase())) return true;
  if (raw !== written) return false;
  if (!/^(?:In|As|Be|I|At|No|He|Am|Re)$/u.test(raw)) return true;
  // "Price In 2024", "As of 2023", "No price".
  const opens = at === 0 && tokens.length > 2 && slots[1] === undefined;
  const next = tokens[at + 1];
  return (
    !opens &&
    !(/^(?:year|time|country)$/u.test(slots[at + 1] ?? '') || next?.word === 'of' || next?.word === 'the')
  );
}

/** What a symbol may be in small letters: "v" for versus, "rn" for now, "pa" for a year. */
const SHORT_SENSES = new Set(['follow-up', 'greeting', 'compare', 'current', 'annual', 'company']);
/** English words that begin sentences as well: as symbols they stand before a market word in a question of few words. */
const SENTENCE_WORDS = /^(?:In|As|Be|I|At|No|He|Am|Re)$/u;

const LONGEST_SYMBOL = 2;

/**
 * Symbols of elements that no data file has, in the company that makes them metals: "Er price 2023", "Co per kg". Those
 * that are words as well count only as typed. Takes nothing.
 * @param ours Where metals of ours are named
 */
export function findSymbols(
  reading: Reading,
  hits: readonly Hit[],
  ours: readonly { readonly from: number; readonly to: number }[],
): readonly Hit[] {
  return reading.tokens.flatMap((token, at): Hit[] => {
    const { raw, word } = token;
    if (raw.length > LONGEST_SYMBOL) return [];
    const symbol = `${raw.charAt(0).toUpperCase()}${raw.slice(1).toLowerCase()}`;
    const name = ELEMENT_SYMBOLS.get(symbol);
    if (name === undefined || !isFree(reading, at)) return [];
    const senses = hits.filter(({ from, to }) => from <= at && at < to);
    const exact = raw === symbol && /\p{Lu}/u.test(raw) && reading.slots[at + 1] !== 'metal';
    if (senses.some(({ kind, from, to }) => !exact || to - from > 1 || !SHORT_SENSES.has(kind))) return [];
    const risky = RISKY.has(word) || word.length === 1;
    if (risky && raw !== symbol) return [];
    if (at === 0 && SENTENCE_WORDS.test(raw) && reading.tokens.length > 3) return [];
    // "Er, what was it in 2023?": somebody thinks.
    if (at === 0 && risky && reading.tokens[1]?.gap.includes(',') === true) return [];
    const beforeOf = wordAt(reading, at - 1) === 'of' ? at - 2 : at - 1;
    const weighed = /^(?:amount|unit)$/u.test(reading.slots[beforeOf] ?? '');
    const asked =
      /^(?:is|are|does|of|for)$/u.test(wordAt(reading, at - 1)) &&
      hits.some((hit) => COMPANY.has(hit.kind) && Math.abs(hit.from - at) <= 4);
    const listed = isCoordinated(reading, at, ours);
    const known =
      weighed ||
      listed ||
      (asked && raw === symbol && !SENTENCE_WORDS.test(raw)) ||
      inCompany(reading, at, hits, risky);
    return known ? [{ kind: 'thing', id: name, from: at, to: at + 1 }] : [];
  });
}

/** Beside another metal: "dy vs tb", "nd, pr and dy". */
export function isCoordinated(
  reading: Reading,
  at: number,
  metals: readonly { readonly from: number; readonly to: number }[],
): boolean {
  return metals.some(({ from, to }) => {
    if (to <= at)
      return (
        at - to <= 3 &&
        (at === to ||
          reading.tokens.slice(to, at).some((t) => JOINS.has(t.word)) ||
          reading.tokens.slice(to, at + 1).some((t) => /[,/&+]/u.test(t.gap)))
      );
    return from > at && from - at <= 4 && reading.tokens.slice(at + 1, from).some((t) => JOINS.has(t.word));
  });
}

/**
 * A symbol or short name counts beside a market word, a year, an amount or another symbol. One that is a word of its
 * own ("la", "ce", "eu") counts only right beside it, and not after "in" or "the".
 */
export function inCompany(reading: Reading, at: number, hits: readonly Hit[], risky: boolean): boolean {
  const before = wordAt(reading, at - 1);
  if (risky && IN_PLACE.has(before)) return false;
  // "2 TB" is a disk.
  if (reading.tokens[at - 1]?.value !== undefined && isFree(reading, at - 1)) return false;
  if (reading.tokens.length === 1) return !risky;
  if (COMPOUND.test(wordAt(reading, at + 1))) return true;
  const reach = risky ? 1 : 4;
  const isOf = before === 'of' || before === 'for';
  const marketWord = hits.some((hit) => {
    if (!COMPANY.has(hit.kind)) return false;
    if (risky && hit.kind !== 'metric' && hit.kind !== 'oxide') return false;
    const distance = hit.to <= at ? at - hit.to + 1 : hit.from - at;
    return distance > 0 && distance <= (isOf ? Math.max(reach, 2) : reach);
  });
  if (marketWord) return true;
  if (risky) return false;
  const slots = reading.slots.slice(Math.max(0, at - 3), at + 4);
  // "Make it tb", "switch to dy", "add tb", "drop the dy".
  const changes =
    /\b(?:make (?:it|that)|(?:switch|swap|change|back|go) to|i mean|i meant|(?:add|include|plus|drop|remove|exclude|without|skip)(?: the)?|(?:compared|relative) to|compared with)$/u.test(
      reading.tokens
        .slice(0, at)
        .map(({ word }) => word)
        .join(' '),
    );
  const lead = changes || hits.some((hit) => hit.kind === 'follow-up' && hit.from === 0 && hit.to === at);
  return (
    lead || slots.some((slot) => slot === 'year' || slot === 'amount' || slot === 'metal' || slot === 'unit')
  );
}
