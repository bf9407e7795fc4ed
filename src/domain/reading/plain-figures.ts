/** Questions that can mean nothing but a figure, and by what they say which. */
import { isAboutFigures } from './asked/asks-of.ts';
import type { TokensRead } from './understand.ts';
import type { Question } from './question.ts';
import { isListed } from './subjects/foreign/foreign-beside.ts';
import type { Role } from './subjects/foreign/foreign-roles.ts';

/** What a word is that may be a thing: one of a list, what things are used as, or not known. */
export type NounKind = 'listed' | 'use' | 'unknown';

export const NOUNS: ReadonlyMap<Role, NounKind> = new Map([
  ['thing', 'listed'],
  ['company', 'listed'],
  ['place', 'listed'],
  ['sense', 'listed'],
  ['use', 'use'],
  ['unknown', 'unknown'],
]);

/**
 * Whether nothing else can be meant.
 * @param clean Every word was read, and none of them speaks against a figure
 * @param whole No word was taken for noise
 */
export function isPlainFigure(read: TokensRead, clean: boolean, whole: boolean): boolean {
  if (clean && isAboutFigures(read.question.intent) && saysWhich(read)) return true;
  return (
    whole &&
    (isCheck(read) ||
      isOrder(read) ||
      isOffered(read) ||
      isMove(read) ||
      isBesideOurs(read) ||
      isNamedFigure(read) ||
      isPartOfDemand(read) ||
      isMarketSize(read))
  );
}

/** Of an amount or a part of demand it is only said what it is used for. */
const OF_USE = /^(?:used|used for|what for|for what|depends? on)$/u;

/** "What share of neodymium goes into wind turbines": a part that is asked for, of a sector or of what it counts in. */
function isPartOfDemand({ question, foreign, doubts, findings }: TokensRead): boolean {
  const { hits, words, subjects } = findings;
  const { metrics, sectors, why } = question;
  const named = hits.some(({ kind, id }) => kind === 'metric' && (id === 'share' || id === 'demand'));
  const reasons = hits.filter(({ kind }) => kind === 'reason' || kind === 'other');
  const onlyUse = reasons.every(({ from, to }) => OF_USE.test(words.slice(from, to).join(' ')));
  const asks = words.some((word) => /^(?:what|how|which|give|show|tell)$/u.test(word));
  const ofSector = sectors.length > 0 && metrics.every((metric) => metric === 'share' || metric === 'demand');
  const doubted = doubts.remark !== null || doubts.stranger !== null || foreign !== null;
  const tells = question.intent === 'value' && metrics.length > 0;
  return (
    named && ofSector && subjects.ours.length > 0 && asks && tells && onlyUse && why !== true && !doubted
  );
}

/** "How big is the neodymium market": of a metal that is named. */
function isMarketSize({ question, foreign, findings }: TokensRead): boolean {
  return (
    question.valued === true && findings.subjects.metals.length > 0 && foreign === null && !question.reason
  );
}

/** "Why does USGS say 56 when you say 125": the numbers are what is to be checked. */
function isCheck({ question, foreign, findings }: TokensRead): boolean {
  const sourced = findings.has('usgs') || findings.has('report');
  const numbered = /\d/u.test(question.text);
  const why = question.why === true && !numbered;
  return foreign === null && question.intent === 'sources' && question.verify && sourced && !why;
}

/** "Paid 118 a kilo, did I overpay": a price for a mass is of what we have prices of. */
function isOffered({ question, foreign, doubts: { remark, stranger, vague } }: TokensRead): boolean {
  const doubted = remark !== null || stranger !== null || vague || foreign !== null;
  const offered = question.offer?.per !== undefined || question.offer?.unitAssumed === true;
  return offered && question.intent === 'cost' && !doubted;
}

/** "Neodymium chloride price 2024": a metal, its metric and a year are named, and the one word that is not understood is said. */
function isNamedFigure({ question, foreign, doubts, findings, sentence }: TokensRead): boolean {
  const { subjects, has, hits, unknown, times } = findings;
  const doubted = doubts.remark !== null || doubts.stranger !== null || doubts.vague || foreign !== null;
  // "Telluride" may be a slip, and a place.
  if (doubted || question.reason || has('other') || has('use') || question.repairs.length > 0) return false;
  const listed = sentence.roles.some((role) => role === 'thing' || role === 'company' || role === 'sense');
  const named = subjects.ours.length > 0 && hits.some(({ kind }) => kind === 'metric');
  return named && !listed && unknown === 1 && times.years.length > 0 && question.intent === 'value';
}

/** "Neodymium and coffee prices 2024": what stands in a list with a metal of ours is named as not covered, and the rest is answered. */
function isBesideOurs({ question, foreign, findings, sentence }: TokensRead): boolean {
  const { subjects, has, hits, reading } = findings;
  if (foreign !== null || question.reason || question.intent !== 'value' || has('other') || has('use'))
    return false;
  const nouns = sentence.roles.flatMap((role, at) =>
    NOUNS.has(role) && reading.slots[at] === undefined ? [at] : [],
  );
  const asked = subjects.metals.length > 0 && hits.some(({ kind }) => kind === 'metric');
  // A word that nothing knows may be a slip of what is asked.
  const isGood = (at: number) =>
    NOUNS.get(sentence.roles[at] ?? 'plain') === 'listed' && isListed(sentence, { from: at, to: at + 1 });
  return asked && nouns.length > 0 && nouns.every(isGood);
}

/** What no entry says, and nothing else is called. */
const OF_ITS_OWN: ReadonlySet<string> = new Set([
  'end-use',
  'import-reliance',
  'import-sources',
  'intensity',
]);

/** "How strongly did nd appreciate from 2021 to 2024": whatever the verb, a named metal moved between two years. */
function isMove({ question, foreign, findings: { subjects } }: TokensRead): boolean {
  const each = /^(?:did|has|have)\b.*\b(?:every|each) year\b/iu.test(question.text);
  const moved = question.intent === 'change' && (question.span !== null || each) && subjects.ours.length > 0;
  return moved && foreign === null && !question.reason && question.understood >= 0.5;
}

const GOODS = /^(?:minerals|metals|commodities|materials|elements)$/u;

/** "The Nd in a 650 kg turbine magnet at 2024": what an amount of ours costs, whatever it is for. */
function isOrder({ question, foreign, doubts: { remark, stranger, vague }, findings }: TokensRead): boolean {
  const doubted = remark !== null || stranger !== null || vague || foreign !== null || question.reason;
  const asked =
    (question.intent === 'cost' && question.amounts.length > 0) ||
    question.metrics.some((metric) => OF_ITS_OWN.has(metric));
  // "Which minerals does the US import 100 % of": of all of them.
  const ofAll =
    question.metrics.includes('import-reliance') && findings.words.some((word) => GOODS.test(word));
  const known = asked && (findings.subjects.ours.length > 0 || ofAll);
  return known && !doubted;
}

const BY_COUNTRY = /^(?:countries|country|nations)$/u;

/** "Production by country", "top producing countries"; "which country leads" has an entry of its own. */
function isByCountry(words: readonly string[], word: string, at: number): boolean {
  return (
    word === 'countries' || (BY_COUNTRY.test(word) && /^(?:by|per|each|every)$/u.test(words[at - 1] ?? ''))
  );
}

const METRICS = new Set(['metric', 'weak', 'loose']);

/** Which figure is meant is said: by a slot, by a metal and its price, or by nothing but a metric. */
function saysWhich({ question, findings: { hits, subjects, words } }: TokensRead): boolean {
  const { metrics } = question;
  // "China": a place alone says nothing of what.
  const placed = question.countries.length > 0 && question.years.length === 0 && subjects.ours.length === 0;
  if (placed && !hits.some(({ kind }) => METRICS.has(kind))) return false;
  if (slotsOf(question) > 0) return true;
  const names = subjects.ours.reduce((sum, { from, to }) => sum + to - from, 0);
  const terse = words.length - names <= TERSE;
  // "Who produces the most" has an entry of its own, a list of countries has figures.
  if (question.allCountries)
    return words.length - names <= TERSE + 1 && words.some((word, at) => isByCountry(words, word, at));
  if (question.extreme !== null) return true;
  // "Latest USGS figure for nd oxide": whose, of what and of which form.
  if (question.source !== null && question.form !== null && subjects.ours.length > 0) return true;
  const strong = hits.some(({ kind }) => kind === 'metric');
  if (strong && subjects.ours.length > 0 && metrics.length > 0)
    return terse || metrics.every((metric) => metric === 'price');
  if (question.intent === 'sources') return question.verify;
  return (metrics.length > 0 || question.source !== null) && words.length <= TERSE;
}

/** Words of a question that is nothing but a metric, names aside: "price today", "rare earths production". */
const TERSE = 3;

const flag = (value: boolean): number => (value ? 1 : 0);

/** How many kinds of slots are filled: a year, an amount, a country and the like, which figures have and entries don't. */
export function slotsOf(question: Question): number {
  const timed = question.years.length > 0 && !(question.current && question.years.length === 1);
  return (
    flag(timed) +
    flag(question.amounts.length > 0 || (question.money ?? null) !== null) +
    flag(
      question.countries.length > 0 ||
        (question.without ?? []).length > 0 ||
        (question.rank ?? null) !== null,
    ) +
    flag(question.finerTime !== null) +
    flag(question.percent !== null) +
    flag(question.perUnit !== null || question.currency !== null)
  );
}
