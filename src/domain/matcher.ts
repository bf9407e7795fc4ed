/** Finds the FAQ entry that a text asks for, and how sure that is. Pure and deterministic: the same entries, the same answer. */
import { findThreshold, fitLogistic, predictProbability } from './matching/calibration.ts';
import { createRanker } from './matching/ranker.ts';
import { createSpeller } from './matching/spelling.ts';
import { stem } from './matching/stemmer.ts';
import { createTypeAhead } from './matching/type-ahead.ts';
import { splitWords } from './matching/words.ts';

/** What the matcher needs of an FAQ entry. */
export interface MatchEntry {
  readonly id: string;
  readonly question: string;
  /** Other phrasings of the question. Ten or more make the matcher good. */
  readonly examples: readonly string[];
}

export interface RankedEntry {
  readonly id: string;
  /** Only good for comparing entries of one match. */
  readonly score: number;
  /** Calibrated probability (0 to 1) that this is the entry asked for. */
  readonly probability: number;
  /** Words of the text, as typed (lower case), that spoke for it. */
  readonly matchedWords: readonly string[];
}

export interface Match {
  /** Best first; three of them where there are three. */
  readonly ranked: readonly RankedEntry[];
  /** `answer`: give the first. `suggest`: "did you mean". `none`: "I don't know". */
  readonly outcome: 'answer' | 'suggest' | 'none';
  /** Calibrated probability (0 to 1) that the first is right. */
  readonly confidence: number;
}

export interface MatcherOptions {
  /** The share of answers given at once that should be right; 0.95 unless said. */
  readonly precision?: number;
}

export interface Matcher {
  /** Never throws, whatever the text. */
  match(text: string): Match;
  /** Questions for what has been typed so far, best first (type-ahead). */
  propose(prefix: string, limit: number): readonly string[];
}

const DEFAULT_PRECISION = 0.95;
/** Entries that are reported. */
const SHOWN = 5;
/** Below this for the first three together, nothing is suggested. */
const SUGGEST_FROM = 0.3;
/** Weights of the evidence before any trial is seen. */
const PRIOR = [2, 3, 2, 1, 2, 3, -5.5];
const PRIOR_STRENGTH = 1;
/** With fewer trials than this, the threshold is not taken from them. */
const FEWEST_TRIALS = 20;

const NOTHING: Match = { ranked: [], outcome: 'none', confidence: 0 };

/** Builds a matcher for the entries. An entry without phrasings counts its question as one. */
export function createMatcher(entries: readonly MatchEntry[], options: MatcherOptions = {}): Matcher {
  const precision = options.precision ?? DEFAULT_PRECISION;
  const propose = createTypeAhead(entries.map(({ question }) => question));
  if (entries.length === 0) return { match: () => NOTHING, propose };

  const phrasings: (readonly string[])[] = [];
  const entryOf: number[] = [];
  const wordCounts = new Map<string, number>();
  const stemsOf = entries.map(() => new Set<string>());
  for (const [entry, { question, examples }] of entries.entries()) {
    const seen = new Set<string>();
    for (const text of [question, ...examples]) {
      const words = splitWords(text);
      const line = words.join(' ');
      if (line === '' || seen.has(line)) continue;
      seen.add(line);
      phrasings.push(words);
      entryOf.push(entry);
      for (const word of words) {
        wordCounts.set(word, (wordCounts.get(word) ?? 0) + 1);
        stemsOf[entry]?.add(stem(word));
      }
    }
  }
  if (phrasings.length === 0) return { match: () => NOTHING, propose };

  const repair = createSpeller(wordCounts);
  const ranker = createRanker({ phrasings, entryOf, entryCount: entries.length });
  // Without a wrong trial beside the right ones there is nothing to tell apart.
  const weights = entries.length > 1 ? fitLogistic(ranker.trials, PRIOR, PRIOR_STRENGTH) : PRIOR;
  const judged = ranker.trials.map(({ evidence, right, weight }) => ({
    probability: predictProbability(weights, evidence),
    right,
    weight,
  }));
  const answerFrom = judged.length < FEWEST_TRIALS ? precision : findThreshold(judged, precision);

  const match = (text: string): Match => {
    const typed = splitWords(text);
    if (typed.length === 0) return NOTHING;
    const words = typed.map(repair);
    const { scores, evidence } = ranker.rank(words);
    const confidence = predictProbability(weights, evidence);
    const order = [...scores.keys()]
      .sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0))
      .slice(0, SHOWN);
    let left = 1 - confidence;
    const ranked = order.map((entry, place): RankedEntry => {
      // What the first leaves is shared out: each next takes the same part of the rest.
      const probability = place === 0 ? confidence : Math.min(confidence, left * confidence);
      if (place > 0) left -= probability;
      const stems = stemsOf[entry] ?? new Set();
      return {
        id: entries[entry]?.id ?? '',
        score: scores[entry] ?? 0,
        probability,
        matchedWords: typed.filter((_, at) => stems.has(stem(words[at] ?? ''))),
      };
    });
    const together = ranked.slice(0, 3).reduce((sum, { probability }) => sum + probability, 0);
    const outcome = confidence >= answerFrom ? 'answer' : together >= SUGGEST_FROM ? 'suggest' : 'none';
    return { ranked, outcome, confidence };
  };
  return { match, propose };
}
