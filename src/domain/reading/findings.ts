/** All that is read off a question before anything is decided: the slots, the cues, and what is left over. */
import { withHighs } from './phrases/highs.ts';
import type { AmountsRead } from './amounts/masses/amount-parts.ts';
import { readAmounts } from './amounts/masses/amounts.ts';
import { readEnergy } from './amounts/energy.ts';
import {
  giveBack,
  takeLasting,
  withSecondary,
  withSharedWords,
  withStocks,
  withUseMetals,
  findUses,
} from './phrases/other-words.ts';
import { withIdioms } from './phrases/idioms.ts';
import { takeBesideSources } from './phrases/beside-sources.ts';
import { readParts } from './subjects/parts.ts';
import { countWords, startReading, take, wordAt, type Reading } from './reading.ts';
import { readCount, readRank } from './subjects/ranks.ts';
import { withRegions } from './subjects/regions.ts';
import { readSubjects, type Subjects } from './subjects/subjects.ts';
import { takePurities, withoutPurities } from './subjects/purity-of.ts';
import { findSymbols, isFormula } from './subjects/symbols.ts';
import { asksForProducers, namesProducers, withoutPlaces } from './subjects/without.ts';
import type { When } from '#src/domain/measure/times/when.ts';
import type { Token } from './tokens.ts';
import type { Hit, Vocabulary } from './vocabulary.ts';
import { findPhrases } from './phrases/find-phrases.ts';
import { readThreshold, type ThresholdRead } from './amounts/threshold.ts';
import { readTimes, type Horizon, type TimesRead } from './times/times.ts';
import { withoutAskersTrade } from './subjects/of-the-asker.ts';
import { METRIC_CUES, isEveryday, isOfAsker, isOtherwise, withMarkets } from './phrases/other-senses.ts';
import { findDirections } from './phrases/directions.ts';
import { takeGrades, gradedGoods, isOfProduct } from './phrases/grades.ts';
import { ranksProducers, ranksConsumers, speaksOfMining, asksWhere } from './subjects/who-mines.ts';
import { withoutThreshold, withoutNetworks, withoutSingles } from './amounts/masses/no-amounts.ts';

export interface Findings {
  readonly reading: Reading;
  readonly words: readonly string[];
  readonly hits: readonly Hit[];
  /** Whether a cue was found: "change", "compare", "sources". */
  readonly has: (cue: string) => boolean;
  readonly amounts: AmountsRead;
  readonly times: TimesRead;
  /** The size of a battery in kilowatt-hours. */
  readonly energy: number | null;
  readonly threshold: ThresholdRead | null;
  readonly subjects: Subjects;
  /** Names of what the sectors named count in: "wind power". */
  readonly parts: readonly string[];
  readonly allCountries: boolean;
  /** The place in an order of countries that is asked for; 1 for the first. */
  readonly rank: number | null;
  /** How many of an order are wanted. */
  readonly listed: number | undefined;
  /** Countries that are to be left out. */
  readonly without: readonly string[];
  /** Of each metal that is named a source counts what is consumed. */
  readonly consumed: boolean;
  /** Words that were understood, and words that were not; stop words are neither. */
  readonly known: number;
  readonly unknown: number;
  /** The latter, as typed. */
  readonly unread: readonly string[];
}

/** Cues whose words change what a figure would mean, so they do not count as understood. */
const NOT_UNDERSTOOD = new Set(['thing', 'company', 'sense', 'place-name', 'other', 'use', 'reason']);

/** Reads the tokens: what is certain first (masses, dates), then phrases, then names that only count in company. */
export function gatherFindings(
  vocabulary: Vocabulary,
  tokens: readonly Token[],
  today: string,
  horizon: Horizon,
  known?: readonly When[],
): Findings {
  const reading = startReading(tokens);
  takeGrades(reading);
  const energy = readEnergy(reading);
  const weighed = readAmounts(reading);
  const threshold = readThreshold(reading, weighed);
  const masses = threshold === null ? weighed : withoutThreshold(weighed, threshold);
  const times = readTimes(reading, today, horizon, known);
  const lasting = takeLasting(reading);
  takeBesideSources(reading);
  const ranked = readRank(reading);
  const phrased = withoutPlaces(
    reading,
    withoutAskersTrade(
      reading,
      withIdioms(reading, findPhrases(vocabulary, reading), vocabulary).filter(
        (hit) => !isOfAsker(reading, hit),
      ),
    ),
  );
  const found = phrased.filter((hit) => !isEveryday(vocabulary, reading, hit, phrased));
  const goods = [...found, ...gradedGoods(reading, found, vocabulary)];
  const asides = goods.filter((hit) => isOfProduct(reading, hit, goods));
  for (const { from, to } of asides) take(reading, from, to, 'filler');
  const { hits: named, parts } = readParts(
    reading,
    goods.filter((hit) => !asides.includes(hit)),
  );
  const meant = [withStocks, withSecondary, withUseMetals, withSharedWords, withHighs].reduce(
    (all, change) => change(reading, all, vocabulary),
    named,
  );
  const read = withoutPurities(reading, withRegions(reading, withMarkets(reading, meant, vocabulary)));
  const subjects = readSubjects(reading, read, vocabulary);
  if (subjects.metals.length === 0) giveBack(reading, 'reserve-life');
  const without = read.flatMap(({ kind, id }) => (kind === 'without' ? [id] : []));
  const orders = ranked !== undefined || without.length > 0 || ranksProducers(tokens);
  takePurities(reading, subjects.ours.length > 0);
  const symbols = findSymbols(reading, read, subjects.ours);
  // "Crude", "spot" and "office" tell tables of a metal apart, and are words of their own where none is named.
  const phrases = read.filter(
    (hit) =>
      !symbols.some((symbol) => symbol.from === hit.from) &&
      !isOtherwise(reading, hit, read, subjects, vocabulary) &&
      !(hit.kind === 'other' && orders && namesProducers(reading, hit.from, hit.to)) &&
      (hit.kind !== 'facet' || subjects.metals.length > 0) &&
      (hit.kind !== 'end use' || subjects.metals.some((id) => vocabulary.useWords.has(id))),
  );
  const amounts = subjects.ours.length === 0 ? withoutNetworks(reading, masses) : masses;
  // "Kg of copper in a 60 kWh pack" asks for a mass, and of no price.
  const pack = subjects.metals.length > 0 ? reading.slots.indexOf('energy') : -1;
  const ofPack: readonly Hit[] =
    pack < 0 ? [] : [{ kind: 'metric', id: 'intensity', from: pack, to: pack + 1 }];
  for (const { kind, id, from, to } of phrases) {
    if (kind === 'country' || NOT_UNDERSTOOD.has(kind) || (kind === 'follow-up' && from > 0)) continue;
    take(reading, from, to, METRIC_CUES.has(kind) ? id : kind);
  }
  const listed = readCount(reading);
  const priced = phrases.some(({ kind, id }) => kind === 'metric' && id === 'price');
  const uses = priced ? [] : findUses(reading, subjects, vocabulary);
  // "The second largest use".
  const usesAt =
    ranked !== undefined && /^(?:end|uses?|applications?)$/u.test(wordAt(reading, ranked.to))
      ? ranked.to
      : -1;
  const hits = [
    ...phrases,
    ...uses,
    ...(usesAt < 0 ? [] : [{ kind: 'end use', id: 'end-use', from: usesAt, to: usesAt + 1 }]),
    ...ofPack,
    ...(lasting === undefined || subjects.metals.length === 0 ? [] : [lasting]),
    ...symbols,
    ...findDirections(reading),
  ];
  // "Arsenic trioxide" is a name of the metal's, and its price is none of the metal.
  const formula = tokens.some(
    ({ word }, at) => reading.slots[at] === 'metal' && (isFormula(word) || word === 'trioxide'),
  );
  const kinds = new Set<string>(hits.map(({ kind }) => kind));
  if (formula) kinds.add('oxide');
  const has = (cue: string) => kinds.has(cue);
  const consumed = subjects.metals.length > 0 && subjects.metals.every((id) => vocabulary.consumed.has(id));
  const counted = countWords(reading);
  const ranksReserves = has('highest') && hits.some((hit) => hit.kind === 'metric' && hit.id === 'reserves');
  return {
    reading,
    words: tokens.map((token) => token.word),
    hits,
    has,
    amounts: hits.some(({ kind, id }) => kind === 'metric' && id === 'intensity')
      ? withoutSingles(amounts)
      : amounts,
    times,
    energy,
    threshold,
    subjects,
    parts,
    rank: ranked?.rank ?? null,
    listed,
    without: [...new Set(without)],
    consumed,
    allCountries:
      (ranked !== undefined && usesAt < 0 && speaksOfMining(tokens, subjects)) ||
      (without.length > 0 && subjects.metals.length > 0 && asksForProducers(reading)) ||
      (has('all countries') && !has('other') && speaksOfMining(tokens, subjects)) ||
      (ranksReserves && subjects.countries.length === 0) ||
      asksWhere(tokens, subjects) ||
      (consumed &&
        hits.some(({ kind, id }) => kind === 'metric' && id === 'demand') &&
        ranksConsumers(tokens)) ||
      (subjects.metals.length > 0 && ranksProducers(tokens)),
    known: counted.known,
    unknown: counted.unknown,
    unread: counted.unread,
  };
}
