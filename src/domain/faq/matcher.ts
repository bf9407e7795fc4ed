/** Finds the FAQ entry that a text asks for, and how sure that is. Pure: the same entries give the same answers. */
import { predictProbability } from './matching/calibration.ts';
import { isFunctionWord } from './matching/known-words.ts';
import { learnModel, type Lesson, type Model } from './matching/model.ts';
import { createRanker } from './matching/ranker.ts';
import { createSpeller } from './matching/spelling.ts';
import { exportModel, fingerprint, importModel, isOf, type MatcherState } from './matching/state.ts';
import { stemmer as stem } from 'stemmer';
import { SYNONYMS } from './matching/synonyms.ts';
import { createTypeAhead } from './matching/type-ahead.ts';
import type { EntryText } from './matching/vocabulary.ts';
import type { WordVectors } from './matching/word-vectors.ts';
import { splitWords } from './matching/words.ts';

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

/** A word of the text that an entry's phrasings know. */
export interface Tie {
  /** As typed, in lower case. */
  readonly word: string;
  /** Numbers of the entry's phrasings that have it: words of one phrasing belong together. */
  readonly phrasings: readonly number[];
  /** How many that is, as a share (0 to 1) of the entry's phrasings. */
  readonly share: number;
  /** It was known only after its spelling was mended, so it may be another word. */
  readonly mended: boolean;
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
  /** The share (0 up to 1) of questions that no entry answers, which the precision is to hold with; 0.5 unless said. */
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
const DEFAULT_STRANGERS = 0.5;
/** Below this for the first three together, nothing is suggested. */
const SUGGEST_FROM = 0.3;
const NOTHING: Match = { ranked: [], outcome: 'none', confidence: 0 };

/** The distinct phrasings of each entry, its question among them, as words. */
function collectPhrasings(entries: readonly MatchEntry[]): readonly EntryText[] {
  return entries.flatMap(({ question, examples }, entry) => {
    const distinct = new Map(
      [question, ...examples].map((text) => {
        const words = splitWords(text);
        return [words.join(' '), words];
      }),
    );
    distinct.delete('');
    return [...distinct.values()].map((words) => ({ entry, words }));
  });
}

/** Shorter passages are labels. */
const SHORTEST_PASSAGE = 3;

/** The sentences of the answers, as words; of a placeholder, what it stands for ("price" of `{{price 2025}}`). */
function collectPassages(entries: readonly MatchEntry[]): readonly EntryText[] {
  return entries.flatMap(({ answer = '' }, entry) =>
    answer
      .replaceAll(/\{\{(\w+)[^}]*\}\}/gu, '$1')
      .split(/(?<=[.!?:;])\s+|\n+/u)
      .map((sentence) => ({ entry, words: splitWords(sentence) }))
      .filter(({ words }) => words.length >= SHORTEST_PASSAGE),
  );
}

/** The words of one entry's phrasings. */
interface EntryVocabulary {
  phrasings: number;
  /** The numbers of the phrasings that have a stem, by stem. */
  readonly stems: Map<string, number[]>;
}

function learnWords(vocabulary: EntryVocabulary, words: readonly string[]): void {
  const { stems } = vocabulary;
  for (const key of new Set(words.map(stem))) {
    const having = stems.get(key);
    if (having === undefined) stems.set(key, [vocabulary.phrasings]);
    else having.push(vocabulary.phrasings);
  }
  vocabulary.phrasings += 1;
}

/** The typed words that an entry knows, each once; `repaired` has what each stands for. */
function tieWords(
  typed: readonly string[],
  repaired: readonly (readonly string[])[],
  { phrasings, stems }: EntryVocabulary,
): readonly Tie[] {
  const ties = new Map<string, Tie>();
  for (const [at, word] of typed.entries()) {
    const meant = repaired[at] ?? [word];
    const having = meant.flatMap((one) => stems.get(stem(one)) ?? []);
    if (having.length === 0) continue;
    const share = having.length / phrasings;
    ties.set(word, { word, phrasings: having, share, mended: meant[0] !== word });
  }
  return [...ties.values()];
}

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

/** Whether a state was learned from these entries in this way, so that nothing need be learned again. */
export function isStateOf(
  state: MatcherState,
  entries: readonly MatchEntry[],
  options: MatcherOptions,
): boolean {
  return isOf(state, fingerprint(planLesson(entries, options)));
}

/** What a first question needs, and nobody before it. */
interface Engine {
  readonly model: Model;
  readonly mark: string;
  match(text: string): Match;
}

/**
 * Builds a matcher for the entries; what it needs is learned, or taken from the state, with the first question. An entry without phrasings counts its
 * question as one.
 */
export function createMatcher(entries: readonly MatchEntry[], options: MatcherOptions = {}): Matcher {
  const propose = createTypeAhead(entries.map(({ question }) => question));
  const lesson = planLesson(entries, options);
  if (lesson.phrasings.length === 0) return createEmptyMatcher(lesson.precision, propose);
  let built: Engine | undefined;
  const engine = (): Engine => (built ??= buildEngine(entries, lesson, options.state));
  return {
    get thresholds() {
      return { answerFrom: engine().model.answerFrom, suggestFrom: SUGGEST_FROM };
    },
    match: (text) => engine().match(text),
    propose,
    exportState: () => exportModel(engine().model, engine().mark),
  };
}

function buildEngine(
  entries: readonly MatchEntry[],
  lesson: Lesson,
  state: MatcherState | undefined,
): Engine {
  const { phrasings, table } = lesson;
  const mark = fingerprint(lesson);
  const kept = state !== undefined && isOf(state, mark) ? importModel(state, table) : undefined;
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
    const confidence = predictProbability(right, evidence);
    const together = Math.max(confidence, predictProbability(listed, evidence));
    // What the first leaves of the three's probability, the others get by their share of the competition.
    const others = (shares[order[1] ?? -1] ?? 0) + (shares[order[2] ?? -1] ?? 0);
    const ranked = order.map((entry, place): RankedEntry => {
      const share = others === 0 ? 0 : (shares[entry] ?? 0) / others;
      const shared = tieWords(typed, repaired, vocabularies[entry]!);
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
  return { model, mark, match };
}
