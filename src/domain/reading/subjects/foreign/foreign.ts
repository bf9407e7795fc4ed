/**
 * Finds a subject that we have no data on. A lexicon knows the usual ones (copper, bitcoin, Tesla, Germany); the
 * sentence's build finds the rest: in "price of X", "X price", "how much is an X", an X that is none of our words.
 */
import type { Findings } from '#src/domain/reading/findings.ts';
import { findHeads, judgedGoods, OWNERS } from './foreign-heads.ts';
import { currencyAsked, isListed, isPriceOf, exchanged, besideCompare } from './foreign-beside.ts';
import {
  isJoined,
  isNoun,
  nounsFrom,
  runOf,
  skipToNoun,
  type Found,
  type Role,
  type Sentence,
} from './foreign-roles.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';
import { rawText, wordAt } from '#src/domain/reading/reading.ts';
import { sectorHead, sectorCompound } from './foreign-sectors.ts';

interface ForeignContext {
  readonly metrics: readonly AskedMetric[];
  /** The intent decided on would be answered by a figure. */
  readonly figures: boolean;
  /** A figure as it is, and no change of it. */
  readonly plain: boolean;
  readonly reason: boolean;
}

/** Metrics whose figure belongs to whoever produces or uses. */
const OWNED: ReadonlySet<AskedMetric> = new Set(['production', 'demand', 'share', 'reserves']);
const LONGEST = 60;

/** What is known by country: of these, countries can be left out. */
const BY_COUNTRY: ReadonlySet<AskedMetric> = new Set(['production', 'reserves', 'share', 'import-sources']);

/** A subject that there is no data on. */
interface Foreign extends Found {
  /** As typed. */
  readonly words: string;
  /** A list names it; else only the sentence's build says that it is a subject. */
  readonly listed: boolean;
}

const LISTED: ReadonlySet<Role | undefined> = new Set(['thing', 'company', 'sense', 'place']);

/** The foreign subject, or null. */
export function findForeign(findings: Findings, sentence: Sentence, context: ForeignContext): Foreign | null {
  const found = foreignSpan(findings, sentence, context);
  if (found === undefined) return null;
  const words = subjectText(findings, found).trim().slice(0, LONGEST);
  const listed = sentence.roles.slice(found.from, found.to).some((role) => LISTED.has(role));
  return words === '' ? null : { words, from: found.from, to: found.to, listed };
}

/** As typed; a chemical symbol by its name, so that it is told from a word. */
export function subjectText({ hits, reading }: Findings, { from, to }: Found): string {
  const symbol = to - from === 1 ? hits.find((hit) => hit.kind === 'thing' && hit.from === from) : undefined;
  return symbol === undefined || symbol.id === 'thing' ? rawText(reading, from, to) : symbol.id;
}

function foreignSpan(
  findings: Findings,
  sentence: Sentence,
  { metrics, figures, plain, reason }: ForeignContext,
): Found | undefined {
  const { subjects, has, amounts, times, words } = findings;
  const named = subjects.ours.length > 0;
  const money = named ? undefined : (currencyAsked(sentence) ?? exchanged(findings));
  if (money !== undefined) return money;
  const judged = named ? undefined : judgedGoods(findings, sentence);
  if (judged !== undefined) return judged;
  const sense = runOf(sentence, 'sense');
  // "Price of gold and bitcoin": it is said that there is nothing on the one, and the other is answered.
  const besideOurs = sense !== undefined && subjects.metals.length > 0 && isListed(sentence, sense);
  if (sense !== undefined && !(named && reason) && !besideOurs) return widen(sentence, sense);
  const elsewhere = elsewhereSpan(findings, metrics);
  if (elsewhere !== undefined) return elsewhere;
  if (reason && named) return undefined;
  const slots =
    metrics.length > 0 || amounts.amount !== null || times.years.length > 0 || subjects.metals.length > 1;
  const howMuch = words.some((word, at) => word === 'how' && /^(?:much|many)$/u.test(words[at + 1] ?? ''));
  const asked = howMuch || (figures && slots);
  const owned =
    metrics.some((metric) => OWNED.has(metric)) || (metrics.length === 0 && words.includes('much'));
  const left = asked && !reason ? excluded(sentence, plain ? metrics : []) : undefined;
  if (left !== undefined) return left;
  const actor = owned && !reason ? (runOf(sentence, 'company') ?? actorOf(sentence)) : undefined;
  if (actor !== undefined) return actor;
  const place = asked && !reason ? runOf(sentence, 'place') : undefined;
  if (place !== undefined) return place;
  const thing = runOf(sentence, 'thing');
  // "ferrite magnet price": magnets, but not ours.
  if (thing !== undefined && thing.to === subjects.product?.from && subjects.metals.length === 0)
    return thing;
  const compound =
    named || reason ? undefined : (sectorHead(findings, sentence) ?? sectorCompound(findings, sentence));
  if (compound !== undefined) return compound;
  const beside = named && has('compare') ? besideCompare(sentence) : undefined;
  if (beside !== undefined) return beside;
  const mentioned = thing ?? runOf(sentence, 'company');
  const heads = asked ? findHeads(findings, sentence) : { foreign: undefined, ours: false };
  const lexical = heads.foreign !== undefined && isLexical(sentence, heads.foreign);
  if (named) {
    if (mentioned !== undefined && (has('compare') || has('than'))) return mentioned;
    // "price of Sm and Nd": it is said that there is nothing on the one, and the other is answered.
    if (heads.foreign !== undefined && lexical && isListed(sentence, heads.foreign)) return undefined;
    const made = heads.foreign !== undefined && isMadeOf(sentence, heads.foreign);
    const theirs =
      heads.foreign !== undefined && subjects.metals.length === 0 && isOwned(sentence, heads.foreign);
    return (lexical && !heads.ours) || made || theirs ? heads.foreign : undefined;
  }
  if (heads.foreign !== undefined && (lexical || !reason || isPriceOf(findings, heads.foreign)))
    return heads.foreign;
  return reason ? subjectOf(sentence) : mentioned;
}

const OPENING =
  /^(?:why|will|would|can|could|should|is|are|was|were|do|does|did|has|have|the|a|an|these|those)$/u;

/** "Why is rent so expensive", "will the dow fall", "can honey be recycled": whose reasons or prospects are asked for. */
function subjectOf(sentence: Sentence): Found | undefined {
  const at = sentence.roles.findIndex((_, i) => !OPENING.test(wordAt(sentence.reading, i)));
  return at > 0 && isNoun(sentence, at) ? nounsFrom(sentence, at) : undefined;
}

/** "who is on production", "production is down": people or machines, unless a metal, a place or a time is named. */
function elsewhereSpan(
  { hits, words, subjects, allCountries, times }: Findings,
  metrics: readonly AskedMetric[],
): Found | undefined {
  const bare = subjects.ours.length + subjects.countries.length + subjects.sectors.length === 0;
  const metric = hits.find((hit) => hit.kind === 'metric' && hit.id === 'production');
  if (!bare || allCountries || metric === undefined || metrics.length > 1) return undefined;
  const who = words[0] === 'who';
  // "is production growing" is about figures; "down" is said of machines too.
  const moves = hits.filter((hit) => hit.kind === 'change');
  if (moves.some(({ from, to }) => !words.slice(from, to).some((word) => word === 'up' || word === 'down')))
    return undefined;
  // "how much more output is needed".
  const measured = hits.some(({ kind, from }) => kind === 'weak' && from === metric.to + 1);
  const state = (words[metric.to] === 'is' && !measured) || (metric.from === 1 && words[0] === 'is');
  if (!who && (!state || times.years.length > 0 || words.length > 6)) return undefined;
  return { from: who ? 0 : metric.from, to: words.length };
}

function isLexical({ roles }: Sentence, { from, to }: Found): boolean {
  return roles.slice(from, to).some((role) => role === 'thing' || role === 'company');
}

/** "magnet for my fridge price": somebody's thing has a price of its own. */
function isOwned({ reading }: Sentence, { from }: Found): boolean {
  return OWNERS.has(wordAt(reading, from - 1));
}

/** "neodymium laser price": what is made of our metal has a price of its own. */
function isMadeOf({ roles }: Sentence, { from, to }: Found): boolean {
  return roles[from - 1] === 'ours' && roles.slice(from, to).every((role) => role === 'use');
}

/** "apple stock price", "share price of lynas", not "stock price": with the nouns before it, and those that it is of. */
function widen(sentence: Sentence, { from, to }: Found): Found {
  const belongs = (at: number) =>
    isNoun(sentence, at) || sentence.roles[at] === 'ours' || OWNERS.has(wordAt(sentence.reading, at));
  let start = from;
  while (start > 0 && belongs(start - 1) && isJoined(sentence, start)) start -= 1;
  const of = wordAt(sentence.reading, to) === 'of' && isNoun(sentence, to + 1);
  return of ? nounsFrom(sentence, to + 1, start) : { from: start, to };
}

/** "how much neodymium does an EV use", "how much neodymium is in a phone", "mined by Acme". */
function actorOf(sentence: Sentence): Found | undefined {
  const { reading, roles } = sentence;
  for (let at = 0; at < roles.length - 1; at += 1) {
    const word = wordAt(reading, at);
    const subject = /^(?:does|do|did)$/u.test(word);
    const afterVerb = /^(?:is|are|was|were|does|do|did|has|have|had|will|would|can|could)$/u.test(
      wordAt(reading, at - 1),
    );
    const inside =
      /^(?:in|into|by|per)$/u.test(word) && (roles[at - 1] !== 'plain' || (word === 'in' && afterVerb));
    if (!subject && !inside) continue;
    const next = skipToNoun(sentence, at + 1);
    if (isNoun(sentence, next)) return nounsFrom(sentence, next);
  }
  return undefined;
}

/** "Price outside China": all but what we have. Of what is known by country the rest is answered. */
function excluded({ reading: { slots } }: Sentence, metrics: readonly AskedMetric[]): Found | undefined {
  const from = slots.indexOf('without');
  if (from < 0 || metrics.some((metric) => BY_COUNTRY.has(metric))) return undefined;
  return { from, to: slots.lastIndexOf('without') + 1 };
}
