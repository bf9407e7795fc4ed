/**
 * What a question wants that no figure answers, although its words name figures: the mass of metal in a thing, makers by
 * name, volatility, what a metal is, why something did not happen. Told apart here, so that no figure stands in for it.
 */
import { FALLS, RISES, WENT_DOWN, WENT_UP } from '#src/domain/reading/words/move-words.ts';
import { MARKET_WORDS, STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';
import type { Findings } from '#src/domain/reading/findings.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';
import type { Aside } from '#src/domain/reading/frame.ts';
import { turnedOf } from '#src/domain/reading/amounts/oxide-and-metal.ts';
import { readConverted } from '#src/domain/reading/amounts/converted.ts';
import { rawText, wordAt } from '#src/domain/reading/reading.ts';
import { isFormula } from './symbols.ts';

const VOLATILITY = /^(?:volatil\p{L}*|deviation|variance|vola)$/u;
const CORRELATION = /^correlat\p{L}*$/u;
const COMPANIES = /^(?:compan(?:y|ies)|firms?|manufacturers?|corporations?|vendors?|refiners?|brands?)$/u;
const NAMING = /^(?:which|what|who|list|name|names|there)$/u;
/** Between the cue and the makers they make it a question about something else: "what does it mean for mining firms". */
const NOT_NAMED = /^(?:for|do|does|did|to|by|from|mean|means|can|should|help|helps)$/u;
const DENYING = /^(?:not|never|didnt|doesnt|dont|isnt|wasnt|arent|werent|hasnt|havent|hadnt|wont)$/u;
const ENDING = /^(?:stop|stops|stopped|stopping|cease|ceased|quit|failed|fail)$/u;
const isRise = (word: string): boolean =>
  RISES.has(word) || WENT_UP.has(word) || /^(?:recover(?:ed)?|expensive)$/u.test(word);
const isFall = (word: string): boolean => FALLS.has(word) || WENT_DOWN.has(word);
const MEASURE = /^(?:percent|percentage|pct|%|share|fraction|proportion|content|part)$/u;
const MARKET_SIDE = /^(?:use|used|uses|demand|goes|go|going|consumption|consumed|sector|sectors|market)$/u;

interface AsideContext {
  readonly metrics: readonly AskedMetric[];
  readonly reason: boolean;
  readonly foreign: string | null;
}

/** What is wanted besides figures; null where figures or the FAQ are to answer. */
export function readAside(findings: Findings, context: AsideContext): Aside | null {
  // What is in a kilowatt-hour of battery is known.
  const ofBattery = context.metrics.includes('intensity');
  if (context.foreign !== null) return ofBattery ? null : readContent(findings);
  const converted = context.reason ? undefined : readConverted(findings);
  if (converted !== undefined) return converted;
  const denied = readDenial(findings, context);
  if (denied !== undefined) return { kind: 'denial', denied };
  const { words } = findings;
  if (!context.reason && words.some((word) => VOLATILITY.test(word))) return { kind: 'volatility' };
  if (!context.reason && words.some((word) => CORRELATION.test(word))) return { kind: 'correlation' };
  if (namesCompanies(words) || asksForMakers(findings)) return { kind: 'companies' };
  const does = tradersAsked(findings);
  if (does !== undefined) return { kind: 'traders', does };
  if (ofBattery) return null;
  return (
    readContent(findings) ?? (asksWhatItIs(findings) && !isDated(findings) ? { kind: 'description' } : null)
  );
}

/** "What was iron ore in May": of a time, a price is meant, unless it is what it is used for. */
const isDated = ({ times, words }: Findings): boolean =>
  (times.years.length > 0 || times.finer !== null) &&
  !words.some((word) => /^(?:for|uses?|used)$/u.test(word));

/** "Why didn't it rise", "why has it stopped falling": of the price, for the rest is the FAQ's. */
function readDenial({ words, hits, has }: Findings, { metrics }: AsideContext): 'rise' | 'fall' | undefined {
  const why = words.some((word, at) => word === 'why' || (word === 'how' && words[at + 1] === 'come'));
  if (!why) return undefined;
  const weak = hits.some(({ kind, id }) => kind === 'weak' && id !== 'price');
  const other = weak || metrics.some((metric) => metric !== 'price') || has('sector') || has('other');
  if (other || !(has('change') || hits.some(({ id }) => id === 'price'))) return undefined;
  const from = words.findIndex(
    (word, at) => DENYING.test(word) || ENDING.test(word) || (word === 'longer' && words[at - 1] === 'no'),
  );
  if (from < 0) return undefined;
  const move = words.slice(from).find((word) => isRise(word) || isFall(word));
  // "why is it not cheaper": what was expected to fall did not.
  return move === undefined ? undefined : isRise(move) ? 'rise' : 'fall';
}

/** "Which companies make it", "name the firms that mine neodymium": makers are to be named. */
function namesCompanies(words: readonly string[]): boolean {
  const at = words.findIndex((word) => COMPANIES.test(word));
  if (at < 0) return false;
  const cue = words.findLastIndex((word, i) => i < at && NAMING.test(word));
  return cue >= 0 && at - cue <= 5 && !words.slice(cue + 1, at).some((word) => NOT_NAMED.test(word));
}

/** "Who makes magnets", "who sells NdFeB": of goods that contain a metal no country has a figure. */
function asksForMakers({
  words,
  subjects: { product, countries, metals },
  reading,
  times,
  amounts,
}: Findings): boolean {
  if (product === null || countries.length > 0 || times.years.length > 0 || amounts.amount !== null)
    return false;
  const who = words.findIndex((word) => /^(?:who|whos)$/u.test(word));
  const does = words.findIndex((word) =>
    /^(?:makes?|making|manufactures?|produces?|producing|sells?|selling|supplies|builds?)$/u.test(word),
  );
  const isOfMetal = metals.length > 0 && reading.slots[product.from - 1] !== 'metal';
  return who >= 0 && does > who && does - who <= MOST_BETWEEN && product.from > does && !isOfMetal;
}
const MOST_BETWEEN = 2;

const TRADERS = /^(?:importers?|exporters?|buyers?|purchasers?)$/u;
const USERS = /^(?:consumers?|users?)$/u;
const TRADING = /^(?:imports?|exports?|buys?|purchases?)$/u;
const USING = /^(?:consumes?|uses?)$/u;
const MOST = /^(?:most|biggest|largest|main|leading|major|top|greatest)$/u;

/** "Who buys the most neodymium, sector wise": those are counted. */
const SECTORS = /^(?:sectors?|segments?|industr(?:y|ies)|end)$/u;

/** "Biggest importer of copper", "which country buys the most tin"; of a country that is named there may be figures. */
function tradersAsked({ words, subjects, times }: Findings): 'trade' | 'use' | undefined {
  if (words.some((word) => SECTORS.test(word))) return undefined;
  if (subjects.countries.length > 0 || subjects.metals.length === 0 || times.years.length > 1)
    return undefined;
  const most = words.findIndex((word) => MOST.test(word));
  if (most < 0) return undefined;
  const who = words.some(
    (word, at) => word === 'who' || (word === 'which' && words[at + 1]?.startsWith('countr') === true),
  );
  const has = (named: RegExp, doing: RegExp): boolean =>
    words.some((word, at) => named.test(word) && at > most && at - most <= 2) ||
    (who && words.some((word, at) => doing.test(word) && at < most));
  if (has(TRADERS, TRADING)) return 'trade';
  return has(USERS, USING) ? 'use' : undefined;
}

/** "How much neodymium is in a motor", "what percent of a magnet is neodymium". */
function readContent(findings: Findings): Aside | null {
  const { words, hits, subjects, times, amounts, has, reading } = findings;
  if (turnedOf(findings) === 'metal of oxide') {
    const priced = hits.some(({ id }) => id === 'price');
    return { kind: 'content', of: 'oxide', thing: '', ...(priced ? { priced: true as const } : {}) };
  }
  if (times.years.length > 0 || amounts.amount !== null || amounts.money !== null) return null;
  const thing = hits.find(({ kind, from }) => kind === 'use' && isContainer(findings, from));
  const inThing =
    thing !== undefined && words.every((word) => !/^(?:demand|share|sectors?|market)$/u.test(word));
  const ofMarket = words.some((word) => MARKET_SIDE.test(word) && word !== 'use');
  if (subjects.countries.length > 0 || (ofMarket && !inThing)) return null;
  const measured = words.some((word) => MEASURE.test(word));
  const howMuch = words.some((word, at) => word === 'how' && /^(?:much|many)$/u.test(words[at + 1] ?? ''));
  const metal = subjects.metals.length > 0;
  // "Recycled magnet is big part of supply": of what is done with it.
  // "What part of a magnet's cost is neodymium": of money, and of no mass.
  const ofMoney = hits.some(({ kind, id }) => kind === 'metric' && id === 'price');
  if (measured && subjects.product !== null && ofMoney) return { kind: 'part of price' };
  if (measured && subjects.product !== null && !has('reason') && !has('other'))
    return { kind: 'content', of: 'product', thing: '' };
  const oxide = has('oxide') && words.some((word) => isFormula(word) || word === 'oxide');
  if (measured && oxide && metal && !ofMoney) return { kind: 'content', of: 'oxide', thing: '' };
  if (!howMuch || !metal || hits.some(({ kind, id }) => kind === 'metric' && id === 'price')) return null;
  if (subjects.product !== null) {
    const inside = words.some((word) =>
      /^(?:in|inside|within|per|contain|contains|have|has|hold|holds)$/u.test(word),
    );
    return inside ? { kind: 'content', of: 'product', thing: '' } : null;
  }
  if (thing === undefined) return null;
  return { kind: 'content', of: 'thing', thing: rawText(reading, thing.from, thing.to) };
}

/** "in a 3 MW turbine", "does an EV use", "per motor": one of them, not all that there are. */
function isContainer({ reading, words }: Findings, at: number): boolean {
  let before = at - 1;
  while (
    before >= 0 &&
    !/^(?:in|into|inside|within|per|an?|one|each|every|single|does|do)$/u.test(wordAt(reading, before))
  )
    before -= 1;
  return (
    before >= 0 &&
    at - before <= 4 &&
    !words.slice(before + 1, at).some((word) => STOP_WORDS.has(word) && word.length > 2)
  );
}

/** "What is terbium", "what is europium used for", and nothing beside it. */
function asksWhatItIs({ words, subjects, reading, times, amounts, hits, has }: Findings): boolean {
  // "What about terbium" leans on what was asked before.
  if (has('follow-up') || has('help') || subjects.metals.length !== 1) return false;
  if (times.years.length > 0 || amounts.amount !== null) return false;
  const what = words.findIndex((word) => /^(?:what|whats|define|explain|describe)$/u.test(word));
  const uses = words.some((word) => /^(?:use|uses|used|applications?)$/u.test(word));
  if (what < 0 && !uses) return false;
  if (hits.some(({ kind }) => kind === 'metric' || kind === 'sector' || kind === 'country')) return false;
  return words.every(
    (word, at) =>
      reading.slots[at] === 'metal' ||
      /^(?:used|use|uses|applications?|main|mainly|exactly|element|metal)$/u.test(word) ||
      (STOP_WORDS.has(word) && !/^(?:worth|now)$/u.test(word)) ||
      MARKET_WORDS.has(word) ||
      /^(?:define|explain|describe)$/u.test(word),
  );
}
