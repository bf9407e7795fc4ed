/** Finds the FAQ entry that a text asks for, and how sure that is. Pure: the same entries give the same answers. */
import { predictProbability } from './matching/calibration.ts';
import { isFunctionWord } from './matching/known-words.ts';
import { learnModel, type Lesson, type Model } from './matching/model.ts';
import { createRanker } from './matching/ranker.ts';
import { createSpeller } from './matching/spelling.ts';
import { exportModel, fingerprint, importModel, isOf, type MatcherState } from './matching/state.ts';
import { SYNONYMS } from './matching/words/synonyms.ts';
import { createTypeAhead } from './type-ahead.ts';
import { collectPassages, collectPhrasings } from './matching/texts.ts';
import { learnWords, tieWords, typedWords, type EntryVocabulary, type Tie } from './ties.ts';
import type { WordVectors } from './matching/word-vectors.ts';
import { splitWords } from './matching/words/words.ts';

export type { MatcherState };

/** What the matcher needs of an FAQ entry. */
export interface MatchEntry {
  readonly id: string;
  readonly question: string;
  /** Other phrasings of the question. Ten or more make the matcher good. */
  readonly examples: readonly string[];
  /** What is answered; its words speak for the entry too, where its phrasings are few. */
  readonly answer?: string;
}

export interface RankedEntry {
  readonly id: string;
  /** Only good for comparing entries of one match. */
  readonly score: number;
  /** Calibrated probability (0 to 1) that this is the entry asked for. */
  readonly probability: number;
  /** Words of the text, as typed (lower case), that spoke for it. */
  readonly matchedWords: readonly string[];
  /** How strongly each word of the text that it knows, function words aside, is tied to it. */
  readonly ties: readonly Tie[];
}

export interface Match {
  /** Best first; three of them where there are three. */
  readonly ranked: readonly RankedEntry[];
  /** `answer`: give the first. `suggest`: "did you mean". `none`: "I don't know". */
  readonly outcome: 'answer' | 'suggest' | 'none';
  /** Calibrated probability (0 to 1) that the first is right. */
  readonly confidence: number;
}

interface MatcherOptions {
  /** The share of answers given at once that should be right; 0.95 unless said. */
  readonly precision?: number | undefined;
  /** The share (0 up to 1) of questions that no entry answers, which the precision is to hold with; 0.4 unless said. */
  readonly strangers?: number | undefined;
  /** What a matcher of the same entries exported: it is then not learned again. Another's is left alone. */
  readonly state?: MatcherState | undefined;
  /** Word vectors, by which questions in other words than any phrasing's are found; without them there is no such help. */
  readonly wordVectors?: WordVectors | undefined;
}

/** Calibrated probabilities (0 to 1) that decide a match's outcome. */
export interface Thresholds {
  /** From here on the first entry is given as the answer. It follows from the precision. */
  readonly answerFrom: number;
  /** From here on the first three together are worth a "did you mean". */
  readonly suggestFrom: number;
}

export interface Matcher {
  readonly thresholds: Thresholds;
  /** Never throws, whatever the text. */
  match(text: string): Match;
  /** Questions for what has been typed so far, best first (type-ahead). */
  propose(prefix: string, limit: number): readonly string[];
  /** What was learned, for `MatcherOptions.state`; undefined where there is nothing to match. */
  exportState(): MatcherState | undefined;
}

const DEFAULT_PRECISION = 0.95;
const DEFAULT_STRANGERS = 0.4;
/** Below this for the first three together, nothing is suggested. */
const SUGGEST_FROM = 0.3;
const NOTHING: Match = { ranked: [], outcome: 'none', confidence: 0 };

function createEmptyMatcher(precision: number, propose: Matcher['propose']): Matcher {
  return {
    thresholds: { answerFrom: precision, suggestFrom: SUGGEST_FROM },
    match: () => NOTHING,
    propose,
    exportState: () => undefined,
  };
}

/** What is learned from the entries, with all that says how. */
function planLesson(entries: readonly MatchEntry[], options: MatcherOptions): Lesson {
  return {
    phrasings: collectPhrasings(entries),
    passages: collectPassages(entries),
    entryCount: entries.length,
    precision: options.precision ?? DEFAULT_PRECISION,
    strangers: options.strangers ?? DEFAULT_STRANGERS,
    table: options.wordVectors,
  };
}

/** Of all that a state is learned from; cutting thousands of phrasings into words would take a start longer. */
function markOf(
  entries: readonly MatchEntry[],
  { precision, strangers, wordVectors }: MatcherOptions,
): string {
  return fingerprint([
    precision ?? DEFAULT_PRECISION,
    strangers ?? DEFAULT_STRANGERS,
    wordVectors?.dimensions,
    entries.map(({ question, examples, answer }) => [question, examples, answer]),
  ]);
}

/** Whether a state was learned from these entries in this way, so that nothing need be learned again. */
export function isStateOf(
  state: MatcherState,
  entries: readonly MatchEntry[],
  options: MatcherOptions,
): boolean {
  return isOf(state, markOf(entries, options));
}

/** What a first question needs, and nobody before it. */
interface Engine {
  readonly model: Model;
  match(text: string): Match;
}

/**
 * Builds a matcher for the entries; what it needs is learned, or taken from the state, with the first question. An entry without phrasings counts its
 * question as one.
 */
export function createMatcher(entries: readonly MatchEntry[], options: MatcherOptions = {}): Matcher {
  const propose = createTypeAhead(entries.map(({ question }) => question));
  const hasWords = entries.some((entry) =>
    [entry.question, ...entry.examples].some((text) => splitWords(text).length > 0),
  );
  if (!hasWords) return createEmptyMatcher(options.precision ?? DEFAULT_PRECISION, propose);
  let built: Engine | undefined;
  const engine = (): Engine => (built ??= buildEngine(entries, options));
  return {
    get thresholds() {
      return { answerFrom: engine().model.answerFrom, suggestFrom: SUGGEST_FROM };
    },
    match: (text) => engine().match(text),
    propose,
    exportState: () => exportModel(engine().model, markOf(entries, options)),
  };
}

function buildEngine(entries: readonly MatchEntry[], options: MatcherOptions): Engine {
  const { state } = options;
  const lesson = planLesson(entries, options);
  const { phrasings, table } = lesson;
  const kept =
    state !== undefined && isStateOf(state, entries, options) ? importModel(state, table) : undefined;
  const model = kept ?? learnModel(lesson);
  const { weights, vocabulary, right, listed, answerFrom } = model;
  const ranker = createRanker(vocabulary, phrasings, weights);
  const speller = createSpeller(
    phrasings.map(({ words }) => words),
    SYNONYMS,
    (word) => table?.rowOf(word) !== undefined,
  );
  const vocabularies = entries.map((): EntryVocabulary => ({ phrasings: 0, stems: new Map() }));
  for (const { entry, words } of phrasings) learnWords(vocabularies[entry]!, words);

  const match = (text: string): Match => {
    const typed = splitWords(text);
    if (typed.length === 0) return NOTHING;
    const repaired = speller.repair(typed);
    const { order, scores, shares, evidence } = ranker.rank(repaired.flat());
    const words = typedWords(typed, repaired);
    const confidence = predictProbability(right, evidence);
    const together = Math.max(confidence, predictProbability(listed, evidence));
    // What the first leaves of the three's probability, the others get by their share of the competition.
    const others = (shares[order[1] ?? -1] ?? 0) + (shares[order[2] ?? -1] ?? 0);
    const ranked = order.map((entry, place): RankedEntry => {
      const share = others === 0 ? 0 : (shares[entry] ?? 0) / others;
      const shared = tieWords(words, vocabularies[entry]!);
      const ties = shared.filter(({ word }) => !isFunctionWord(word));
      return {
        id: entries[entry]?.id ?? '',
        score: scores[entry] ?? 0,
        probability: place === 0 ? confidence : Math.min(confidence, (together - confidence) * share),
        matchedWords: (ties.length > 0 ? ties : shared).map(({ word }) => word),
        ties,
      };
    });
    const outcome = confidence >= answerFrom ? 'answer' : together >= SUGGEST_FROM ? 'suggest' : 'none';
    return { ranked, outcome, confidence };
  };
  return { model, match };
}
