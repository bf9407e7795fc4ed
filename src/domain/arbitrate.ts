/** Who answers: the figures, the FAQ, or both. */
import type { Match } from './matcher.ts';
import type { Question } from './question.ts';

/** `unsure`: there are figures, but most of the question was not understood, so they are only offered. */
export type Respondent = 'figures' | 'faq' | 'both' | 'unsure' | 'neither';

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

/**
 * Decides between figures and the FAQ.
 * @param hasFigures Whether a topic can speak to the question at all.
 */
export function arbitrate(question: Question, match: Match, hasFigures: boolean): Respondent {
  const sure = match.outcome === 'answer';
  if (!hasFigures) return sure ? 'faq' : 'neither';
  if (question.intent === 'help') return 'figures';
  if (question.reason) {
    return sure || (match.ranked[0]?.probability ?? 0) >= REASON_PROBABILITY ? 'faq' : 'figures';
  }
  if (!sure) return isUnsure(question) ? 'unsure' : 'figures';
  if (namesSlot(question)) {
    return question.understood < UNDERSTOOD_BARELY && match.confidence >= VERY_SURE ? 'faq' : 'figures';
  }
  if (question.understood < UNDERSTOOD_BARELY) return 'faq';
  if (isPlain(question)) return question.understood >= UNDERSTOOD_WELL ? 'figures' : 'faq';
  return match.confidence >= SURE ? 'both' : 'figures';
}

function isUnsure(question: Question): boolean {
  return question.understood < (namesSlot(question) ? TOO_LITTLE_WITH_SLOT : TOO_LITTLE);
}

/**
 * Whether a subject that looks foreign is one that the best FAQ entry speaks of ("new mines in Africa"), so that the
 * entry may answer although no figure may. What a foreign thing costs is no FAQ entry's business.
 */
export function faqKnows({ foreign, metrics, reason }: Question, match: Match): boolean {
  if (foreign === null || (metrics.includes('price') && !reason)) return false;
  const words = foreign.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const known = match.ranked[0]?.matchedWords ?? [];
  const sure = match.outcome === 'answer' && match.confidence >= SURE;
  return sure && words.length > 0 && words.every((w) => known.includes(w));
}

/** A year, an amount, a country and the like: what figures have and FAQ entries don't. */
function namesSlot(question: Question): boolean {
  const ranked =
    question.allCountries || question.metrics.includes('share') || question.metrics.includes('demand');
  return (
    question.years.length > 0 ||
    question.amount !== null ||
    question.countries.length > 0 ||
    question.finerTime !== null ||
    question.percent !== null ||
    question.perUnit !== null ||
    (question.extreme !== null && !ranked)
  );
}

/** A price, a cost, a comparison or a source is a figure by itself; an FAQ entry beside it would only be in the way. */
function isPlain({ intent, metrics }: Question): boolean {
  if (
    intent === 'cost' ||
    intent === 'compare' ||
    intent === 'overtake' ||
    intent === 'sources' ||
    intent === 'chart'
  )
    return true;
  return metrics.length > 0 && metrics.every((m) => m === 'price');
}
