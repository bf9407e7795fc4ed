/** What a question is about: metals, sectors, countries, products, from the phrases found and the symbols in company. */
import { ELEMENT_SYMBOLS } from '#src/domain/reading/words/elements.ts';
import { RISKY, type ShortName } from './names.ts';
import { STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';
import { isFree, take, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import type { Hit, Vocabulary } from '#src/domain/reading/vocabulary.ts';

export interface Subjects {
  readonly metals: readonly string[];
  /** "Battery metals", "Base metals": as the packs name them. */
  readonly families: readonly string[];
  readonly sectors: readonly string[];
  readonly countries: readonly string[];
  readonly product: { readonly id: string; readonly from: number; readonly to: number } | null;
  /** Where our metals and products are named. */
  readonly ours: readonly { readonly id: string; readonly from: number; readonly to: number }[];
}

const PRONOUN_BEFORE = new Set(
  'tell give show let lets help send get for to with of about remind update brief among between both join teach cost costs charge charged sell sold set inform walk guide all from'.split(
    ' ',
  ),
);
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
/** An oxide's formula: "nd2o3", "tb4o7". */
const FORMULA = /^([a-z]{1,2})(?:2o3|4o7|6o11|o2)$/u;

/** Whether a word is an oxide's formula. */
export function isFormula(word: string): boolean {
  return FORMULA.test(word);
}

/** Reads the subjects and takes their tokens. */
export function readSubjects(reading: Reading, hits: readonly Hit[], vocabulary: Vocabulary): Subjects {
  const metals: { readonly id: string; readonly from: number; readonly to: number }[] = [];
  const families: { readonly id: string; readonly from: number; readonly to: number }[] = [];
  const sectors = new Set<string>();
  const countries = new Set<string>();
  let product: Subjects['product'] = null;
  for (const hit of hits) {
    if (hit.kind === 'metal') metals.push(hit);
    else if (hit.kind === 'family') families.push(hit);
    else if (hit.kind === 'sector') sectors.add(hit.id);
    else if (hit.kind === 'product') product ??= { id: hit.id, from: hit.from, to: hit.to };
    else if (hit.kind === 'country' && !isPronoun(reading, hit, hits)) countries.add(hit.id);
    else continue;
    take(reading, hit.from, hit.to, hit.kind);
  }
  const named = new Set(metals.map((metal) => metal.id));
  const readShort = (at: number) => {
    if (!isFree(reading, at)) return;
    const word = wordAt(reading, at);
    const formula = FORMULA.exec(word)?.[1];
    const name = vocabulary.shortNames.get(formula ?? word);
    const listed = isListed(reading, at, vocabulary, metals);
    if (name === undefined || !(isAsWritten(reading, at, name) || listed)) return;
    // "5 kg Dy": right behind a mass, a symbol is what it is a mass of.
    const clear = !name.risky || /^\p{Lu}\p{Ll}$/u.test(reading.tokens[at]?.raw ?? '');
    const weighed = clear && reading.slots[at - 1] === 'amount';
    // "22 % nd + 7 % pr": a share of what goods hold, beside another.
    const shared = reading.slots[at - 1] === 'percent' && named.size > 0 && !STOP_WORDS.has(word);
    const coordinated = shared || isCoordinated(reading, at, metals) || isPaired(reading, at, vocabulary);
    const other = !weighed && named.size > 0 && !named.has(name.metal) && !coordinated;
    if (
      formula === undefined &&
      (other ||
        !(
          weighed ||
          shared ||
          listed ||
          (!name.risky && coordinated) ||
          isSetAgainst(reading, at, metals) ||
          inCompany(reading, at, hits, name.risky)
        ))
    )
      return;
    metals.push({ id: name.metal, from: at, to: at + 1 });
    take(reading, at, at + 1, 'metal');
  };
  // In "dy and tb for 2022" the first is in the company of the second.
  for (let pass = 0; pass < 2; pass += 1) for (const at of reading.tokens.keys()) readShort(at);
  const ordered = metals.toSorted((a, b) => a.from - b.from);
  return {
    metals: [...new Set(ordered.map((metal) => metal.id))],
    families: [...new Set(families.map(({ id }) => id))],
    sectors: [...sectors],
    countries: [...countries],
    product,
    ours: [...ordered, ...families, ...(product === null ? [] : [product])],
  };
}

const AGAINST = /^(?:vs|versus|v|against)$/u;

/** "Pr vs nd oxide": what a metal is set against is one, even where it is a word as well. */
const isSetAgainst = (
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
function isPaired({ tokens }: Reading, at: number, { shortNames }: Vocabulary): boolean {
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
function isListed(
  { tokens }: Reading,
  at: number,
  { shortNames }: Vocabulary,
  metals: readonly { readonly from: number; readonly to: number }[],
): boolean {
  const isMetal = (i: number) => metals.some(({ from, to }) => from === i && to === i + 1);
  // "Terbium or dysprosium, in 2021": what every sentence has is no symbol in small letters.
  const isSymbol = ({ word }: { readonly word: string }) => shortNames.has(word) && !STOP_WORDS.has(word);
  const isItem = (i: number) => isMetal(i) || isSymbol(tokens[i] ?? { word: '' });
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
function isAsWritten({ tokens, slots }: Reading, at: number, { written }: ShortName): boolean {
  const raw = tokens[at]?.raw ?? '';
  if (written === undefined || FORMULA.test(tokens[at]?.word ?? '')) return true;
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

/**
 * Symbols of elements that no data file has, in the company that makes them metals: "Er price 2023", "Co per kg". Those
 * that are words as well count only as typed. Takes nothing.
 */
export function findSymbols(reading: Reading, hits: readonly Hit[], { ours }: Subjects): readonly Hit[] {
  return reading.tokens.flatMap((token, at): Hit[] => {
    const { raw, word } = token;
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

/** "us" is people, unless it stands where a country would: "the US", "US production", "in the us". */
function isPronoun(reading: Reading, hit: Hit, hits: readonly Hit[]): boolean {
  if (hit.to - hit.from > 1 || wordAt(reading, hit.from) !== 'us') return false;
  const before = wordAt(reading, hit.from - 1);
  if (before === 'the' || before === 'in') return false;
  // In capitals, in a text that is not all capitals, it is the country.
  // "Silver exports from us 2023": nobody is spoken of who trades.
  if (reading.tokens.some(({ word }) => /^(?:import|export)(?:s|ed|ing)?$/u.test(word))) return false;
  if (reading.tokens[hit.from]?.raw === 'US' && reading.tokens.some(({ raw }) => /\p{Ll}{2}/u.test(raw)))
    return false;
  if (PRONOUN_BEFORE.has(before)) {
    const beside = hits.some(
      (h) => h.kind === 'country' && h.from !== hit.from && Math.abs(h.from - hit.from) <= 3,
    );
    return !beside;
  }
  return before === '' && reading.tokens.length === 1;
}

/** Beside another metal: "dy vs tb", "nd, pr and dy". */
function isCoordinated(
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
function inCompany(reading: Reading, at: number, hits: readonly Hit[], risky: boolean): boolean {
  const before = wordAt(reading, at - 1);
  if (risky && IN_PLACE.has(before)) return false;
  // "2 TB" is a disk.
  if (reading.tokens[at - 1]?.value !== undefined && isFree(reading, at - 1)) return false;
  if (reading.tokens.length === 1) return !risky;
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
  const lead = hits.some((hit) => hit.kind === 'follow-up' && hit.from === 0 && hit.to === at);
  return (
    lead || slots.some((slot) => slot === 'year' || slot === 'amount' || slot === 'metal' || slot === 'unit')
  );
}
