/** Who answers: the figures, the FAQ, or both. */
import { MARKET_WORDS, STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';
import type { Match } from '#src/domain/faq/matcher.ts';
import type { Question } from '#src/domain/reading/question.ts';

/** `unsure`: there are figures, but most of the question was not understood, so they are only offered. */
type Respondent = 'figures' | 'faq' | 'both' | 'unsure' | 'neither';

/** From this share of understood words on, figures are what was asked for. */
const UNDERSTOOD_WELL = 0.9;
/** Below this share, the words that were not understood outweigh a year or an amount beside them. */
const UNDERSTOOD_BARELY = 0.7;
/** A question that asks for reasons is the FAQ's from this probability on, whatever figures it names. */
const REASON_PROBABILITY = 0.3;
/** Below this share of understood words, figures would answer something that was not asked. */
const TOO_LITTLE = 0.6;
const TOO_LITTLE_WITH_SLOT = 0.4;
/** An FAQ entry this sure stands beside figures; a slot as plain as a year needs the surer one to be outweighed. */
const SURE = 0.9;
const VERY_SURE = 0.95;

/** What the topics can do for a question. */
interface Reach {
  /** Whether a topic can speak to it at all. */
  readonly any: boolean;
  /** Whether one of them has the figure. */
  readonly found: boolean;
}

/** Decides between figures and the FAQ. @param thisYear The calendar year of the person's today. */
export function arbitrate(question: Question, match: Match, reach: Reach, thisYear: number): Respondent {
  const sure = match.outcome === 'answer';
  const strange = (question.stranger ?? null) !== null;
  // "rain forecast" shares one word with an entry, and names something that the entry does not know.
  // Why something is so is asked of the FAQ, whatever stands beside it: "why the sharp increase".
  const other = strange && !question.reason;
  if (!reach.any) return sure && !(other && isThin(question, match)) ? 'faq' : 'neither';
  if (other) return sure && knowsStranger(question, match) ? 'faq' : 'unsure';
  if (question.intent === 'help') return 'figures';
  if (question.reason) {
    if (sure || (match.ranked[0]?.probability ?? 0) >= REASON_PROBABILITY) return 'faq';
    // "Do elections affect the price": a price is no answer to it.
    return isUnsure(question) ? 'unsure' : 'figures';
  }
  // A check is worded in many ways, and its cues are plain.
  if (!sure) return isUnsure(question) && !question.verify ? 'unsure' : 'figures';
  const verySure = match.confidence >= VERY_SURE;
  if (namesSlot(question)) {
    // "Where will it be in five years" has no figure; an outlook is what there is.
    const ahead = !reach.found && question.amounts.length === 0 && question.years.every((y) => y > thisYear);
    if (verySure && isLoose(question) && wordsBeyondSlots(question, match).length > 1) return 'both';
    return verySure && (ahead || question.understood < UNDERSTOOD_BARELY) ? 'faq' : 'figures';
  }
  if (question.understood < UNDERSTOOD_BARELY || (verySure && !reach.found)) return 'faq';
  if (isPlain(question)) {
    if (question.understood < UNDERSTOOD_WELL) return 'faq';
    return verySure && wordsBeyondSlots(question, match).length > 0 ? 'both' : 'figures';
  }
  return match.confidence >= SURE ? 'both' : 'figures';
}

function isUnsure(question: Question): boolean {
  return question.understood < (namesSlot(question) ? TOO_LITTLE_WITH_SLOT : TOO_LITTLE);
}

/** Words that spoke for the best FAQ entry and for no slot of the grammar: "spot or *contract* for neodymium". */
function wordsBeyondSlots(question: Question, match: Match): readonly string[] {
  const slots = (question.evidence ?? []).map((e) => e.words.toLowerCase()).join(' ');
  const inSlots = new Set<string>(slots.match(WORDS) ?? []);
  return (match.ranked[0]?.matchedWords ?? []).filter((w) => !inSlots.has(w));
}

const WORDS = /[\p{L}\p{N}]+/gu;

/**
 * Whether a subject that looks foreign is one that the best FAQ entry speaks of ("new mines in Africa"), so that the
 * entry may answer although no figure may. Something must speak for the entry besides that subject and the slots:
 * what a foreign thing costs is no FAQ entry's business.
 */
export function faqKnows(question: Question, match: Match): boolean {
  const { foreign, metrics, reason, securities } = question;
  const priced = metrics.includes('price') || securities === true;
  if (foreign === null || (priced && !reason)) return false;
  const subject = new Set<string>(foreign.toLowerCase().match(/\p{L}{2,}/gu));
  const known = match.ranked[0]?.matchedWords ?? [];
  const others = wordsBeyondSlots(question, match).filter((w) => !subject.has(w));
  const sure = match.outcome === 'answer' && match.confidence >= SURE;
  return sure && [...subject].every((w) => known.includes(w)) && others.length > 0;
}

/** An entry that is sure, and speaks of the word that may be another subject. */
function knowsStranger({ stranger }: Question, match: Match): boolean {
  const word = stranger?.toLowerCase() ?? '';
  return match.confidence >= SURE && (match.ranked[0]?.matchedWords ?? []).includes(word);
}

/** One word spoke for an entry, and it is not the one that may be another subject. */
function isThin(question: Question, match: Match): boolean {
  const telling = wordsBeyondSlots(question, match).filter((w) => !STOP_WORDS.has(w) && !MARKET_WORDS.has(w));
  return telling.length === 0 || (telling.length === 1 && !knowsStranger(question, match));
}

/** A year, an amount, a country and the like: what figures have and FAQ entries don't. */
function namesSlot(question: Question): boolean {
  const ranked =
    question.allCountries || question.metrics.includes('share') || question.metrics.includes('demand');
  return (
    question.years.length > 0 ||
    question.amounts.length > 0 ||
    question.countries.length > 0 ||
    question.finerTime !== null ||
    question.percent !== null ||
    question.perUnit !== null ||
    (question.extreme !== null && !ranked)
  );
}

/** Only "now" or a country is named, which FAQ questions name too: "US-China tensions", "hard to get right now". */
function isLoose(question: Question): boolean {
  const { years, amounts, finerTime, percent, perUnit, extreme, current } = question;
  const timeless = years.length === 0 || (current && years.length === 1);
  return (
    timeless &&
    amounts.length === 0 &&
    finerTime === null &&
    percent === null &&
    perUnit === null &&
    extreme === null
  );
}

/** A price, a cost or a comparison is a figure by itself; an FAQ entry beside it would mostly be in the way. */
function isPlain({ intent, metrics }: Question): boolean {
  if (intent === 'cost' || intent === 'compare' || intent === 'overtake' || intent === 'chart') return true;
  return intent !== 'sources' && metrics.length > 0 && metrics.every((m) => m === 'price');
}
