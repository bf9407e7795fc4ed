/** "Why this answer": what was read from a question, what the FAQ made of it, and by which thresholds. */
import { entryOf } from '#src/domain/faq/find-entry.ts';
import type { Answer, Suggestion } from '#src/domain/answer.ts';
import { answerPiece, type AskContext } from './ask.ts';
import type { Catalog } from './catalog.ts';
import { insteadOf } from './instead.ts';
import { readingInWords } from './reading-in-words.ts';
import type { Thresholds } from '#src/domain/faq/matcher.ts';
import { READ_FIRST } from '#src/domain/topics/left-out.ts';
import type { ReadPiece, ReadText } from './read-text.ts';

/** An FAQ entry that was weighed. */
export interface Candidate {
  readonly id: string;
  readonly question: string;
  /** Only good for comparing candidates of one question. */
  readonly score: number;
  /** Calibrated probability (0 to 1) that this entry is meant. */
  readonly probability: number;
  /** Words of the question, as typed, that spoke for it. */
  readonly matchedWords: readonly string[];
}

export interface Explanation {
  /** The question, as typed. */
  readonly text: string;
  /** How it was read, in a buyer's words. */
  readonly reading: string;
  /** What of it was not used, as typed. */
  readonly leftOut: readonly string[];
  /** What else it might have meant, likeliest first: each has an answer. */
  readonly instead: readonly Suggestion[];
  readonly outcome: Answer['outcome'];
  /** Who answered: topics from the data, the FAQ, both of them, or nobody. */
  readonly answeredBy: 'figures' | 'faq' | 'both' | 'nobody';
  readonly topic: Answer['topic'];
  /** What was read from which words: `{ slot: 'year', words: 'last year' }`. */
  readonly slots: readonly { readonly slot: string; readonly words: string }[];
  /** Share (0 to 1) of the words, stop words aside, that a slot was read from. */
  readonly understood: number;
  readonly repairs: Answer['repairs'];
  /** A subject that there is no data on, which is why no figure answered. */
  readonly foreign: string | null;
  /** The question before it was needed to read it. */
  readonly leansOn: string | null;
  /** Best first: the first, the runner-up and the third. */
  readonly candidates: readonly Candidate[];
  readonly thresholds: Thresholds;
}

/**
 * Explains the answer to a text; one explanation for each question in it, as far as they are answered.
 * @example explain(readText('price in 2022', catalog, now), catalog, { now })[0]?.slots // [{ slot: 'price', words: 'price' }, ...]
 */
export function explain(
  { pieces }: Pick<ReadText, 'pieces'>,
  catalog: Catalog,
  context: AskContext,
): readonly Explanation[] {
  return pieces.map((piece) => explainOne(piece, catalog, context));
}

/** What of a text `explain` leaves out, in words; `undefined` where it is nothing. */
export function unexplained({ pieces, unread, cut }: ReadText): string | undefined {
  const all = pieces.length + unread.length;
  if (unread.length > 0) return `I explained the first ${pieces.length} of ${all} questions.`;
  return cut ? READ_FIRST : undefined;
}

function explainOne(piece: ReadPiece, catalog: Catalog, context: AskContext): Explanation {
  const { question: read } = piece;
  const answer = answerPiece(piece, catalog, context);
  const candidates = catalog.matcher.match(read.text).ranked;
  return {
    text: read.text,
    reading: readingInWords(answer.question, catalog),
    leftOut: leftOutOf(answer),
    instead: insteadOf(answer, catalog, context),
    outcome: answer.outcome,
    answeredBy: whoAnswered(answer),
    topic: answer.topic,
    slots: read.evidence ?? [],
    understood: read.understood,
    repairs: answer.repairs,
    foreign: answer.question.foreign,
    leansOn: read.followUp ? (context.previous?.text ?? null) : null,
    candidates: candidates.map((candidate) => ({
      ...candidate,
      question: entryOf(catalog.faq, candidate.id)?.entry.question ?? candidate.id,
    })),
    thresholds: catalog.matcher.thresholds,
  };
}

/** The words that no slot took, and what was named and not used; of an FAQ answer those that spoke for no entry are none. */
function leftOutOf({ question, faq, topic }: Answer): readonly string[] {
  if (faq !== null && topic === 'faq') return [];
  const named = (question.leftOut ?? []).map(({ words }) => words);
  const said = named.join(' ').toLowerCase();
  const unread = (question.unread ?? []).filter((word) => !said.includes(word.toLowerCase()));
  return [...new Set([...named, ...unread])];
}

function whoAnswered({ outcome, topic, faq }: Answer): Explanation['answeredBy'] {
  if (outcome !== 'answer') return 'nobody';
  if (faq === null) return 'figures';
  return topic === 'faq' ? 'faq' : 'both';
}
