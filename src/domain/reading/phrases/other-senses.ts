/** Phrases that say something else where they stand: "share the presentation", "I need the price", "the US price", "lead the team". */
import { isEverydayWord } from '#src/domain/reading/phrases/commodity-words.ts';
import { wordAt, type Reading } from '#src/domain/reading/reading.ts';
import type { Subjects } from '#src/domain/reading/subjects/subjects.ts';
import { STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';
import type { Hit, Vocabulary } from '#src/domain/reading/vocabulary.ts';

/** Cues whose words go to the slot that they name. */
export const METRIC_CUES = new Set(['metric', 'weak', 'loose']);

/** What is said of whoever asks, or to somebody: "share the presentation", "I need the price", "and the source please". */
export const isOfAsker = (reading: Reading, hit: Hit): boolean =>
  isVerb(reading, hit) || isOwnWish(reading, hit) || isAside(reading, hit);

/** Whether beside what the question is of it is no cue: "now as a chart", "US spot 2022", "premium zircon", "source of imports". */
export function isOtherwise(
  reading: Reading,
  hit: Hit,
  hits: readonly Hit[],
  subjects: Subjects,
  vocabulary: Vocabulary,
): boolean {
  const { kind, from, to } = hit;
  if (kind === 'current') return isLeadIn(reading, from, to, hits) || isSpotOfYear(reading, from);
  if (kind === 'sources') return isOfImports(reading, from);
  if (kind !== 'other') return false;
  return isOfTables(reading, hit, subjects, vocabulary) || isOfUsTrade(reading, from, to, subjects);
}

/** "European magnesium price", "copper US price": a place by which a metal's prices are told apart is no country of output. */
export function withMarkets(
  { tokens }: Reading,
  hits: readonly Hit[],
  { markets }: Vocabulary,
): readonly Hit[] {
  const metals = hits.flatMap(({ kind, id }) => (kind === 'metal' ? [id] : []));
  const priced = hits.some(
    ({ kind, id, from }) =>
      id === 'price' && (kind === 'metric' || (kind === 'weak' && tokens[from]?.word === 'spot')),
  );
  // "European magnesium production" is of a place, and of no price.
  const isCounted = !priced && hits.some(({ kind, id }) => kind === 'metric' && id !== 'price');
  const isBehindMetal = (at: number) => hits.some(({ kind, to }) => kind === 'metal' && to === at);
  const isMarket = ({ kind, from, to }: Hit) => {
    if (!(kind === 'place-name' && !isCounted) && !(kind === 'country' && priced)) return false;
    const words = tokens
      .slice(from, to)
      .map(({ word }) => word)
      .join(' ');
    // "Give us the price".
    const isPeople = words === 'us' && tokens[from]?.raw !== 'US' && !isBehindMetal(from);
    return !isPeople && metals.some((id) => markets.get(id)?.has(words) === true);
  };
  return hits.map((hit) => (isMarket(hit) ? { ...hit, kind: 'facet', id: 'facet' } : hit));
}

/** "lead" and "tin" where they are no commodity. */
export function isEveryday(
  { everyday }: Vocabulary,
  reading: Reading,
  hit: Hit,
  hits: readonly Hit[],
): boolean {
  if (hit.kind !== 'metal' || hit.to - hit.from > 1 || !everyday.has(wordAt(reading, hit.from))) return false;
  return isEverydayWord(reading, hit, hits);
}

/** "And now neodymium", "now as a chart": what is to come next, where nothing is measured. */
function isLeadIn(reading: Reading, from: number, to: number, hits: readonly Hit[]): boolean {
  const opens = from === 0 || (from === 1 && /^(?:and|ok|okay|so|then)$/u.test(wordAt(reading, 0)));
  if (!opens || wordAt(reading, from) !== 'now' || to - from > 1 || to >= reading.tokens.length) return false;
  // "Now at 2022 prices".
  const isDated = reading.slots.includes('year') && AT.test(wordAt(reading, to));
  return !hits.some(
    ({ kind, id }) =>
      (METRIC_CUES.has(kind) && !(isDated && id === 'price')) || kind === 'change' || kind === 'compare',
  );
}
const AT = /^(?:at|with|for|by|using|in)$/u;

/** "US spot 2022": the market, and no price of today. */
const isSpotOfYear = (reading: Reading, from: number): boolean =>
  wordAt(reading, from) === 'spot' && reading.slots.includes('year');

/** "Rare earth exports us 2024": how much, and not what is done about exports. */
const isOfUsTrade = (
  { tokens, slots }: Reading,
  from: number,
  to: number,
  { countries, metals }: Subjects,
): boolean =>
  to === from + 1 &&
  /^(?:im|ex)ports?$/u.test(tokens[from]?.word ?? '') &&
  slots.includes('year') &&
  metals.length > 0 &&
  countries.length === 1 &&
  countries[0] === 'United States';

/** "The largest source of US potash imports": a country, and not where figures are from. */
const isOfImports = ({ tokens }: Reading, at: number): boolean =>
  /^sources?$/u.test(tokens[at]?.word ?? '') &&
  tokens.some(({ word }) => /^imports?$/u.test(word)) &&
  !tokens.some(({ word }) => FIGURES_OF.test(word));

const FIGURES_OF = /^(?:numbers?|figures?|data|prices?|values?|stats?)$/u;

/** "Premium zircon": a word that tells the metal's own tables apart is no other question. */
function isOfTables(
  { tokens }: Reading,
  { from, to }: Pick<Hit, 'from' | 'to'>,
  { metals }: Subjects,
  { facets }: Vocabulary,
): boolean {
  return tokens.slice(from, to).every(({ word }) => metals.some((id) => facets.get(id)?.has(word) === true));
}

/** "share the presentation", "kindly share your price", "rate my talk": the word asks somebody to do something. */
function isVerb(reading: Reading, { kind, from, to }: Hit): boolean {
  const metric = kind === 'metric' || kind === 'weak';
  if (!metric || to - from > 1 || !/^(?:share|rate)$/u.test(wordAt(reading, from))) return false;
  const before = wordAt(reading, from - 1);
  const opens = before === '' || /^(?:please|pls|kindly|you|to|and)$/u.test(before);
  return opens && /^(?:the|a|an|this|that|your|my|our|it|me|us|with|some)$/u.test(wordAt(reading, to));
}

/** "I need the price", "we use 20 kg": whoever asks, not the world. */
function isOwnWish(reading: Reading, { kind, id, from }: Hit): boolean {
  const isUse = kind === 'weak' || /^(?:consum|us)/u.test(wordAt(reading, from));
  if (!isUse || id !== 'demand') return false;
  let before = from - 1;
  while (/^(?:really|just|only|also|urgently|still|would|will|d|ll)$/u.test(wordAt(reading, before)))
    before -= 1;
  // "Need the price of 2022".
  if (before < 0) return /^needs?$/u.test(wordAt(reading, from));
  return /^(?:i|we|u|you|id|ill|well)$/u.test(wordAt(reading, before));
}

/** "The 2024 price and the source please": every answer names its sources. */
function isAside({ tokens, slots }: Reading, { kind, from, to }: Hit): boolean {
  if (kind !== 'sources' || !slots.includes('year')) return false;
  const before = tokens.slice(Math.max(0, from - 3), from).map(({ word }) => word);
  const after = tokens.slice(to).map(({ word }) => word);
  const joined = before.some((word) => /^(?:and|plus|with|incl|including)$/u.test(word));
  return joined && after.every((word) => STOP_WORDS.has(word));
}
