/** What a question is about: metals, sectors, countries, products, from the phrases found and the symbols in company. */
import { STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';
import { isFree, take, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import type { Hit, Vocabulary } from '#src/domain/reading/vocabulary.ts';
import {
  FORMULA,
  isSetAgainst,
  isPaired,
  isListed,
  isAsWritten,
  isCoordinated,
  inCompany,
} from './symbols.ts';

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

const I_BEHIND = /^(?:do|did|can|could|should|would|may|must|shall|will|am|if|when|where|as|that)$/u;

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
    // "How do I share an answer" is of nobody's iodine.
    if (word === 'i' && I_BEHIND.test(wordAt(reading, at - 1))) return;
    const formula = FORMULA.exec(word)?.[1];
    const name = vocabulary.shortNames.get(formula ?? word);
    if (name === undefined) return;
    const listed = isListed(reading, at, vocabulary, metals);
    if (!isAsWritten(reading, at, name) && !listed) return;
    // "EU copper": in capitals a place is one.
    const isPlace = hits.some(({ kind, from }) => kind === 'place-name' && from === at);
    if (
      isPlace &&
      /^\p{Lu}{2}$/u.test(reading.tokens[at]?.raw ?? '') &&
      reading.tokens.some(({ raw }) => /\p{Ll}{2}/u.test(raw))
    )
      return;
    // "5 kg Dy": right behind a mass, a symbol is what it is a mass of.
    const clear = !name.risky || /^\p{Lu}\p{Ll}$/u.test(reading.tokens[at]?.raw ?? '');
    const beforeOf = reading.tokens[at - 1]?.word === 'of' ? at - 2 : at - 1;
    const weighed = clear && reading.slots[beforeOf] === 'amount';
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
  // "Share of us in world production".
  if (
    before === 'of' &&
    /^(?:share|production|output|reserves|imports|exports|part)$/u.test(wordAt(reading, hit.from - 2))
  )
    return false;
  if (PRONOUN_BEFORE.has(before)) {
    const beside = hits.some(
      (h) => h.kind === 'country' && h.from !== hit.from && Math.abs(h.from - hit.from) <= 3,
    );
    return !beside;
  }
  return before === '' && reading.tokens.length === 1;
}
