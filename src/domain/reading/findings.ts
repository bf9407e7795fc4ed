/** All that is read off a question before anything is decided: the slots, the cues, and what is left over. */
import type { AmountsRead, MassRead } from './amounts/amount-parts.ts';
import { readAmounts } from './amounts/amounts.ts';
import { readEnergy } from './amounts/energy.ts';
import { isEverydayWord } from './subjects/commodity-words.ts';
import {
  giveBack,
  takeLasting,
  withSecondary,
  withSharedWords,
  withStocks,
  withUseMetals,
} from './subjects/other-words.ts';
import { withIdioms } from './subjects/idioms.ts';
import { readParts } from './subjects/parts.ts';
import { countWords, isFree, startReading, take, wordAt, type Reading } from './reading.ts';
import { readCount, readRank } from './subjects/ranks.ts';
import { findSymbols, isFormula, readSubjects, type Subjects } from './subjects/subjects.ts';
import { asksForProducers, namesProducers, withoutPlaces } from './subjects/without.ts';
import type { When } from '#src/domain/measure/times/when.ts';
import type { Token } from './tokens.ts';
import { STOP_WORDS } from './words/plain-words.ts';
import { findPhrases, type Hit, type Vocabulary } from './vocabulary.ts';
import { readThreshold, type ThresholdRead } from './amounts/threshold.ts';
import { readTimes, type Horizon, type TimesRead } from './times/times.ts';

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
/** Cues whose words go to the slot that they name. */
const METRIC_CUES = new Set(['metric', 'weak', 'loose']);

const MINING = /^(?:min(?:e|es|ed|ers?|ing)|produc|reserve|deposit|suppl|output|dug|dig|exporter|rare)/u;

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
  const ranked = readRank(reading);
  const phrased = withoutPlaces(
    reading,
    withIdioms(reading, findPhrases(vocabulary, reading), vocabulary).filter(
      (hit) => !isVerb(reading, hit) && !isOwnWish(reading, hit) && !isAside(reading, hit),
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
  const meant = [withStocks, withSecondary, withUseMetals, withSharedWords].reduce(
    (all, change) => change(reading, all, vocabulary),
    named,
  );
  const read = withMarkets(reading, meant, vocabulary);
  const subjects = readSubjects(reading, read, vocabulary);
  if (subjects.metals.length === 0) giveBack(reading, 'reserve-life');
  const without = read.flatMap(({ kind, id }) => (kind === 'without' ? [id] : []));
  const orders = ranked !== undefined || without.length > 0 || ranksProducers(tokens);
  const symbols = findSymbols(reading, read, subjects);
  // "Crude", "spot" and "office" tell tables of a metal apart, and are words of their own where none is named.
  const phrases = read.filter(
    ({ from, to, kind }) =>
      !symbols.some((symbol) => symbol.from === from) &&
      !(kind === 'current' && (isLeadIn(reading, from, to, read) || isSpotOfYear(reading, from))) &&
      !(kind === 'other' && isOfTables(reading, { from, to }, subjects, vocabulary)) &&
      !(kind === 'other' && orders && namesProducers(reading, from, to)) &&
      !(kind === 'sources' && isOfImports(reading, from)) &&
      !(kind === 'other' && isOfUsTrade(reading, from, to, subjects)) &&
      (kind !== 'facet' || subjects.metals.length > 0) &&
      (kind !== 'end use' || subjects.metals.some((id) => vocabulary.useWords.has(id))),
  );
  const amounts = subjects.ours.length === 0 ? withoutNetworks(reading, masses) : masses;
  // "Kg of copper in a 60 kWh pack" asks for a mass, and of no price.
  const ofPack: readonly Hit[] = reading.slots.flatMap((slot, at) =>
    slot === 'energy' && subjects.metals.length > 0
      ? [{ kind: 'metric', id: 'intensity', from: at, to: at + 1 }]
      : [],
  );
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
    ...ofPack.slice(0, 1),
    ...(lasting === undefined || subjects.metals.length === 0 ? [] : [lasting]),
    ...symbols,
    ...findDrift(reading),
    ...findAboveYear(reading),
    ...findOutermost(reading),
  ];
  // "Arsenic trioxide" is a name of the metal's, and its price is none of the metal.
  const formula = tokens.some(
    ({ word }, at) => reading.slots[at] === 'metal' && (isFormula(word) || word === 'trioxide'),
  );
  const has = (cue: string) => hits.some((hit) => hit.kind === cue) || (cue === 'oxide' && formula);
  const consumed = subjects.metals.length > 0 && subjects.metals.every((id) => vocabulary.consumed.has(id));
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
      (consumed &&
        hits.some(({ kind, id }) => kind === 'metric' && id === 'demand') &&
        ranksConsumers(tokens)) ||
      (subjects.metals.length > 0 && ranksProducers(tokens)),
    ...countWords(reading),
  };
}

/** "European magnesium price", "copper US price": a place by which a metal's prices are told apart is no country of output. */
function withMarkets({ tokens }: Reading, hits: readonly Hit[], { markets }: Vocabulary): readonly Hit[] {
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

/** What a figure is held against is no amount of an order and no price that was offered. */
function withoutThreshold(read: AmountsRead, { mass, unit }: ThresholdRead): AmountsRead {
  const amounts = read.amounts.filter((amount) => amount !== mass);
  const isMoney = unit !== '%' && mass === undefined;
  const moneys = isMoney ? [] : read.moneys;
  const percents = unit === '%' ? [] : read.percents;
  return {
    ...read,
    amounts,
    amount: amounts[0] ?? null,
    moneys,
    money: moneys[0] ?? null,
    percents,
    percent: percents.length === 0 ? null : read.percent,
  };
}

/** "lead" and "tin" where they are no commodity. */
function isEveryday({ everyday }: Vocabulary, reading: Reading, hit: Hit, hits: readonly Hit[]): boolean {
  if (hit.kind !== 'metal' || hit.to - hit.from > 1 || !everyday.has(wordAt(reading, hit.from))) return false;
  return isEverydayWord(reading, hit, hits);
}

/** "Top lithium producers", "the largest copper mining countries": the metal stands between; "where does chromite come from". */
function ranksProducers(tokens: readonly Token[]): boolean {
  if (asksForOrigin(tokens.map(({ word }) => word)) || asksWho(tokens)) return true;
  const top = tokens.findIndex(({ word }) =>
    /^(?:top|biggest|largest|leading|main|major|principal|smallest|least)$/u.test(word),
  );
  if (top < 0) return false;
  return tokens
    .slice(top + 1, top + 6)
    .some(({ word }) =>
      /^(?:producers?|miners?|makers?|producing|mining|countries|nations|refiners?|smelters?)$/u.test(word),
    );
}

/** "Who consumes the most copper", "largest zinc consumer". */
const ranksConsumers = (tokens: readonly Token[]): boolean =>
  tokens.some(({ word }) => /^(?:who|which)$/u.test(word)) &&
  tokens.some(({ word }) => /^(?:most|biggest|largest)$/u.test(word));

const WHILE = /^(?:still|else|actually|really|currently|now|all|even|today|mainly|mostly)$/u;
const MINES =
  /^(?:mines?|mining|producing|refining|mined|produces?|produced|refines?|refined|smelts?|smelted|digs?|extracts?)$/u;

/** "Who still mines it", "who else refines gallium". */
function asksWho(tokens: readonly Token[]): boolean {
  // "Whose output is the highest".
  if (tokens[0]?.word === 'whose' && tokens.some(({ word }) => /^(?:output|production|mines?)$/u.test(word)))
    return true;
  const who = tokens.findIndex(({ word }) => /^(?:who|anybody|anyone|somebody|someone)$/u.test(word));
  if (who < 0) return false;
  const verb = tokens.findIndex(({ word }, at) => at > who && !WHILE.test(word));
  return verb > 0 && MINES.test(tokens[verb]?.word ?? '') && tokens[verb + 1]?.word !== 'most';
}

const FIGURES_WORDS =
  /^(?:numbers?|figures?|data|prices?|info|information|values?|stats?|imports?|imported)$/u;
const DUG = /^(?:mined|produced|dug|made|refined|smelted|extracted|sourced)$/u;

/** "Where does the world's chromite come from", "where is tin mined": of what is dug, not of figures or imports. */
function asksForOrigin(words: readonly string[]): boolean {
  const where = words.findIndex((word) => word === 'where' || word === 'wheres');
  if (where < 0 || words.some((word) => FIGURES_WORDS.test(word))) return false;
  const rest = words.slice(where + 1);
  const comes = rest.findIndex((word) => /^(?:comes?|coming|originates?)$/u.test(word));
  return (comes >= 0 && rest[comes + 1] === 'from') || rest.some((word) => DUG.test(word));
}

/** "And now neodymium", "now as a chart": what is to come next, where nothing is measured. */
function isLeadIn(reading: Reading, from: number, to: number, hits: readonly Hit[]): boolean {
  const opens = from === 0 || (from === 1 && /^(?:and|ok|okay|so|then)$/u.test(wordAt(reading, 0)));
  if (!opens || wordAt(reading, from) !== 'now' || to - from > 1 || to >= reading.tokens.length) return false;
  return !hits.some(({ kind }) => METRIC_CUES.has(kind) || kind === 'change' || kind === 'compare');
}

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

/** "who leads the team" ranks no producers: a metal must be named, or mining spoken of. */
function speaksOfMining(tokens: readonly Token[], { ours, sectors }: Subjects): boolean {
  return ours.length + sectors.length > 0 || tokens.some(({ word }) => MINING.test(word));
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

/** "5g" is a network, and "sector 7g" a place, unless a metal is weighed. Gives the words back. */
function withoutNetworks({ tokens, slots }: Reading, read: AmountsRead): AmountsRead {
  const isNetwork = ({ at, next }: MassRead) =>
    next - at === 2 &&
    /^\d$/u.test(tokens[at]?.raw ?? '') &&
    tokens[at + 1]?.word === 'g' &&
    tokens[at + 1]?.glued === true;
  for (const { at } of read.amounts.filter(isNetwork)) slots.fill(undefined, at, at + 2);
  const amounts = read.amounts.filter((amount) => !isNetwork(amount));
  return { ...read, amounts, amount: amounts[0] ?? null };
}

const HOW_USED =
  /^(?:goes|go|went|ends|used|uses|use|using|consumed|consumes|takes|share|part|percent|percentage|%|fraction|demand)$/u;

/** "How much aluminium goes to packaging": a use that the source has a share of, where a part is asked for. Takes it. */
function findUses(reading: Reading, { metals }: Subjects, { useWords }: Vocabulary): readonly Hit[] {
  const { tokens } = reading;
  // "How much of tellurium is for solar cells".
  const isFor = tokens.some(
    ({ word }, at) => word === 'for' && /^(?:is|are|goes|meant)$/u.test(tokens[at - 1]?.word ?? ''),
  );
  if (!isFor && !tokens.some(({ word }) => HOW_USED.test(word))) return [];
  return tokens.flatMap(({ word }, at): Hit[] => {
    if (!metals.some((id) => useWords.get(id)?.has(word) === true)) return [];
    take(reading, at, at + 1, 'end use');
    return [{ kind: 'end use', id: 'named', from: at, to: at + 1 }];
  });
}

/** "Kg of copper in a pack": the unit that is wanted, and no amount. */
function withoutSingles(read: AmountsRead): AmountsRead {
  const amounts = read.amounts.filter(({ single }) => !single);
  return { ...read, amounts, amount: amounts[0] ?? null, priced: false };
}

/** "N52", "N42SH": a grade, where magnets are spoken of, or as it is written. */
function takeGrades(reading: Reading): void {
  const ofMagnets = reading.tokens.some(({ word }) => /^(?:magnets?|ndfeb)$/u.test(word));
  for (const [at, { word, raw }] of reading.tokens.entries())
    if (GRADE.test(word) && (ofMagnets || raw.startsWith('N'))) take(reading, at, at + 1, 'grade');
}

const GRADE = /^n(?:2[5-9]|[34]\d|5[0-8])(?:m|h|sh|uh|eh|ah|th)?$/u;

/** A grade is one of magnets, where nothing else says what the goods are. */
function gradedGoods({ slots }: Reading, hits: readonly Hit[], { phrases }: Vocabulary): readonly Hit[] {
  const at = slots.indexOf('grade');
  const magnet = phrases.get('magnet')?.flatMap(({ words, tags }) => (words.length > 1 ? [] : tags));
  const id = magnet?.find(({ kind }) => kind === 'product')?.id;
  const isKnown = at < 0 || id === undefined || hits.some(({ kind }) => kind === 'product');
  return isKnown ? [] : [{ kind: 'product', id, from: at, to: at + 1 }];
}

/** "Scrap magnets", "old magnets": magnets, and no scrap of steel. */
function isOfProduct(reading: Reading, { kind, to }: Hit, hits: readonly Hit[]): boolean {
  const beside = hits.some((other) => other.kind === 'product' && other.from === to);
  return kind === 'metal' && beside && wordAt(reading, to - 1) === 'scrap';
}

/** What can go up or down: "is nd up this year", "how much is it down", but not "look up the price". */
const RISES = new Set(['metal', 'price', 'production', 'share', 'demand', 'sector', 'product']);
const BEFORE_DRIFT = new Set('it they that this is are was were gone went much far percent %'.split(' '));

/** "Is 2026 above 2025": one year set against another. Takes the word. */
function findAboveYear(reading: Reading): readonly Hit[] {
  const first = reading.slots.indexOf('year');
  if (first < 0) return [];
  return reading.tokens.flatMap(({ word }, at): Hit[] => {
    const isSide = /^(?:above|below|over|under|past)$/u.test(word) && isFree(reading, at);
    if (!isSide || first >= at || reading.slots[at + 1] !== 'year') return [];
    take(reading, at, at + 1, 'compare');
    return [{ kind: 'compare', id: 'compare', from: at, to: at + 1 }];
  });
}

/** "5-year high", "3y low": of the time that stands before it. Takes the word. */
function findOutermost(reading: Reading): readonly Hit[] {
  return reading.tokens.flatMap(({ word }, at): Hit[] => {
    const kind = /^highs?$/u.test(word) ? 'highest' : /^lows?$/u.test(word) ? 'lowest' : undefined;
    const isOfTime = reading.slots[at - 1] === 'year' && /\p{L}/u.test(reading.tokens[at - 1]?.raw ?? '');
    if (kind === undefined || !isOfTime) return [];
    take(reading, at, at + 1, kind);
    return [{ kind, id: kind, from: at, to: at + 1 }];
  });
}

/** "up" and "down" where they say that something changed. Takes them. */
function findDrift(reading: Reading): readonly Hit[] {
  const hits: Hit[] = [];
  for (let at = 1; at < reading.tokens.length; at += 1) {
    const word = wordAt(reading, at);
    if ((word !== 'up' && word !== 'down') || !isFree(reading, at) || wordAt(reading, at + 1) === 'to')
      continue;
    // "What do they make up together", "take up".
    if (/^(?:ma[dk]e|makes|making|takes?|took|adds?|added|sums?|uses?)$/u.test(wordAt(reading, at - 1)))
      continue;
    if (!RISES.has(reading.slots[at - 1] ?? '') && !BEFORE_DRIFT.has(wordAt(reading, at - 1))) continue;
    take(reading, at, at + 1, 'change');
    hits.push({ kind: 'change', id: 'change', from: at, to: at + 1 });
  }
  return hits;
}
