/**
 * Weighs the candidates: how likely each is what was asked for. One logistic model, fitted to made questions by `npm run learn`;
 * three rules are never learned and stand here.
 */
import { knowsWord, type WordWeights } from '#src/domain/faq/faq-evidence.ts';
import { MARKET_WORDS, STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';
import type { TextReading } from '#src/domain/reading/readings.ts';
import type { Candidate, Candidates, FaqCandidate } from './candidates.ts';
import { beyondSlots, signalsOf, type Signals } from './signals.ts';
import LEARNED from './judge.json' with { type: 'json' };

export interface Weighed {
  readonly candidate: Candidate;
  /** 0 to 1, calibrated by trials that include strangers. */
  readonly probability: number;
}

/** What was learned. */
export interface Judgement {
  /** By the name of the signal. */
  readonly weights: Readonly<Record<Candidate['kind'], Readonly<Record<string, number>>>>;
  /** Of the likeliest candidate's log odds: a slope and a constant, for the best of many looks better than it is. */
  readonly calibration: readonly number[];
  /** From which probability on so large a share of what is answered at once is right; by ascending share. */
  readonly thresholds: readonly { readonly precision: number; readonly from: number }[];
}

const SHIPPED: Judgement = LEARNED;

/** The candidates that may answer at all, the likeliest first. */
export function weighCandidates(
  among: Candidates,
  { weights, calibration }: Judgement = SHIPPED,
): readonly Weighed[] {
  const allowed = [...among.data, ...among.faq].filter((candidate) => mayAnswer(candidate, among));
  const [slope = 1, constant = 0] = calibration;
  return allowed
    .map((candidate) => ({
      candidate,
      probability:
        1 / (1 + Math.exp(-slope * logOdds(signalsOf(candidate, among), weights[candidate.kind]) - constant)),
    }))
    .toSorted((a, b) => b.probability - a.probability);
}

function logOdds(signals: Signals, weights: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const name in signals) {
    const signal = signals[name] ?? 0;
    // Most are nothing.
    if (signal !== 0) sum += signal * (weights[name] ?? 0);
  }
  return sum;
}

/** The probability from which on a candidate is given as the answer. @param precision The share of answers that is to be right */
export function answerFrom(precision: number, { thresholds }: Judgement = SHIPPED): number {
  return thresholds.find((one) => one.precision >= precision)?.from ?? 1;
}

/**
 * A subject that there is no data on and that is what is asked about bars figures, and the FAQ too, unless an entry speaks of it
 * ("new mines in Africa") and of more than it.
 */
export function mayAnswer(candidate: Candidate, { whole, foreign, match, words }: Candidates): boolean {
  const { metrics, reason, securities } = whole.question;
  if (candidate.kind === 'faq') {
    if (!whole.cues.named && !speaksOf(candidate, whole, words[candidate.rank])) return false;
    const { stranger } = whole.cues.doubts;
    const beyond = beyondSlots(whole.question, match, candidate.rank);
    const unread = (whole.question.evidence ?? []).length === 0 && beyond.length < FEW;
    if ((stranger !== null || unread) && !whole.cues.named && !reason && isThin(beyond)) return false;
  } else if (isOfUs(candidate.reading) && !isWhole(candidate.reading)) {
    return false;
  }
  if (foreign === null) return true;
  if (candidate.kind === 'data') {
    const { question, cues } = candidate.reading;
    return question.foreign === null && (!whole.cues.foreignListed || cues.left.renamed > 0);
  }
  if ((metrics.includes('price') || securities === true) && !reason) return false;
  const subject = new Set<string>(foreign.toLowerCase().match(/\p{L}{2,}/gu));
  const { entry, rank } = candidate;
  const beyond = beyondSlots(whole.question, match, rank);
  // What only the sentence's build makes a subject may be misspelt.
  const knows = (word: string) =>
    knowsWord(entry, word) || (!whole.cues.foreignListed && entry.matchedWords.includes(word));
  // "Can recyclng fix the shortage": what is asked of it is a slot's word that the entry has too.
  const asks = ({ word, mended }: (typeof entry.ties)[number]) => !mended && !STOP_WORDS.has(word);
  const more =
    reason && !whole.cues.foreignListed
      ? entry.ties.filter((tie) => asks(tie)).map(({ word }) => word)
      : beyond;
  return [...subject].every((word) => knows(word)) && more.some((word) => !subject.has(word));
}

/** Words of any question that speak for an entry together, where no slot took one: "main consumers", "real time data". */
const FEW = 2;
/** Words of content that an entry knows: as many are no chance. */
const ENOUGH = 1.5;

/** Nothing but words of any question speaks for an entry. */
const isThin = (words: readonly string[]): boolean =>
  words.every((word) => STOP_WORDS.has(word) || MARKET_WORDS.has(word));

/** Whether an entry is about what was asked, where nothing of ours is named. */
function speaksOf({ entry }: FaqCandidate, { question, cues }: TextReading, weights = NOTHING): boolean {
  const { known, slips, strange } = weights;
  // "Why is rent so expensive": whatever is asked of it, it is not ours.
  if (cues.nouns.some(({ word, kind }) => kind === 'listed' && !knowsWord(entry, word))) return false;
  const { remark, stranger } = cues.doubts;
  if (!question.reason && remark !== null) return false;
  if (!question.reason && stranger !== null && !entry.matchedWords.includes(stranger)) return false;
  // What it knows of the words outweighs what it does not.
  const most = cues.trade > 0 && known >= ENOUGH ? known : known / 2;
  // "Where did you come from": a word of any question alone says nothing where whoever answers is spoken of.
  const least = cues.addressed ? 1 : 0.5;
  return known + slips >= least && strange + slips / 2 <= Math.max(most, slips);
}

/** "My card is stolen. Help!" asks for no help of ours, nor does "will Ecuador require proof" ask for proof of our figures. */
const isOfUs = ({ question, cues }: TextReading): boolean =>
  question.intent === 'help' ||
  (question.intent === 'sources' &&
    !cues.named &&
    cues.metric !== 'strong' &&
    question.source === null &&
    question.percent === null);

/** As it stands, with nothing in it that is not understood; where sources are asked for, but for a slip or a word beside it. */
const isWhole = ({ cost, cues, question }: TextReading): boolean =>
  cost <= (question.intent === 'sources' ? ONE_EDIT : 0) && cues.nouns.length === 0;
const ONE_EDIT = 1;

const NOTHING: WordWeights = { known: 0, slips: 0, strange: 0 };

/** From this share of an entry's phrasings on, a word is its own: "api", "data", and not "insurance" or "phone". */
const OWN_WORD = 0.2;
/** Words that an entry knows: from here on it is what was asked, where nothing else was said. */
const PLENTY = 2;

/** "I want to get new insurance", "connect my card to the app": a matter of whoever asks, in words that any trade has. */
function isPrivate({ entry, rank }: FaqCandidate, { whole: { cues }, words }: Candidates): boolean {
  if (cues.named || cues.trade > 0 || cues.metric === 'strong' || !cues.single) return false;
  const { known, strange } = words[rank] ?? NOTHING;
  return (known < PLENTY || strange > 0) && entry.ties.every(({ share }) => share < OWN_WORD);
}

/** So near an entry must be to be told before figures, where it shares nothing but their slots with what was asked. */
const NEAR = 0.75;

/** "Who makes the most neodymium": an entry on who consumes most shares the words of the slots alone, and figures answer them. */
const isOfSlots = ({ entry, rank }: FaqCandidate, { whole, match, said }: Candidates): boolean =>
  said?.kind === 'figures' &&
  whole.cues.clean &&
  whole.question.allCountries &&
  // "Which country mines the least" is of no entry on who mines most.
  (whole.question.extreme === 'lowest' ||
    (entry.probability < NEAR && beyondSlots(whole.question, match, rank).length === 0));

/**
 * Whether a candidate is only offered, however likely: an entry in a matter of whoever asks; a figure where a word may name another subject, nothing of ours is named, and
 * no other spelling of it is read.
 */
export function isOnlyOffered(candidate: Candidate, among: Candidates): boolean {
  const { whole } = among;
  if (candidate.kind === 'faq') return isPrivate(candidate, among) || isOfSlots(candidate, among);
  const { remark, stranger, vague } = candidate.reading.cues.doubts;
  if (remark !== null || stranger !== null || vague) return true;
  const doubted =
    whole.question.foreign !== null ||
    whole.cues.doubts.stranger !== null ||
    whole.cues.doubts.vague ||
    whole.cues.doubts.remark !== null;
  return doubted && candidate.reading.cues.left.mended + candidate.reading.cues.left.renamed === 0;
}
