/** The one place where what somebody typed is read: each of its questions once, for all that is done with them. */
import type { Catalog } from './catalog.ts';
import { questionOf, type Need } from '#src/domain/reading/need.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { plainReading, type TextReading } from '#src/domain/reading/readings.ts';
import { isList, MOST_QUESTIONS, splitQuestions } from '#src/domain/reading/split-questions.ts';
import { admit } from '#src/domain/reading/text-door.ts';

/** One question with its words, and what they may mean, best first. */
export interface ReadPiece {
  readonly words: string;
  /** As it stands. */
  readonly question: Question;
  readonly readings: readonly [TextReading, ...(readonly TextReading[])];
}

/** A text that was read. */
export interface ReadText {
  /** As it was let in. */
  readonly text: string;
  /** Whether something was cut off its end: it is said. */
  readonly cut: boolean;
  readonly whole: ReadPiece;
  /** What "this year" and "yesterday" are counted from. */
  readonly now: Date;
  /** The questions in it, each with its words; one that is the whole where there are no others. */
  readonly pieces: readonly ReadPiece[];
  /** Pieces that were not read, for there are too many. */
  readonly unread: readonly string[];
  /** Each piece is a line or a point of a list, and is meant. */
  readonly isList: boolean;
  /** The FAQ's entry that is asked for, where that is chosen. */
  readonly entry?: string;
}

/** Reads a text, and each of several questions in it. @param cut Whether something was cut off before. */
export function readText(
  typed: string,
  { readings }: Pick<Catalog, 'readings'>,
  now: Date,
  cut = false,
): ReadText {
  const admitted = admit(typed);
  const { text } = admitted;
  const read = (words: string): ReadPiece => readPiece(words, readings(words, now));
  const whole = read(text);
  const split = splitQuestions(text);
  return {
    text,
    cut: cut || admitted.cut,
    whole,
    now,
    pieces: split.length === 1 ? [whole] : split.slice(0, MOST_QUESTIONS).map(read),
    unread: split.slice(MOST_QUESTIONS),
    isList: split.length > 1 && isList(text),
  };
}

/** Reads what somebody meant, in full where the words leave out what was spoken of: one question, as they are. */
export const readInFull = (words: string, { readings }: Pick<Catalog, 'readings'>, now: Date): ReadPiece => {
  const { text } = admit(words);
  return readPiece(text, readings(text, now));
};

/** What a button asks, which nobody typed: it is not read. @param words The same for who reads along */
export const askedBy = (need: Need, words: string, now: Date): ReadText =>
  askedAs(questionOf(need, words), now);

/** A question that is data already, as if its words had been read. */
export function askedAs(question: Question, now: Date): ReadText {
  const { text } = question;
  const whole = readPiece(text, [plainReading(question)]);
  return { text, cut: false, whole, now, pieces: [whole], unread: [], isList: false };
}

/** The FAQ's entry that a button asks for. */
export const askedOfFaq = (entry: string, words: string, now: Date): ReadText => ({
  ...askedBy({}, words, now),
  entry,
});

/** All that its questions may mean. */
export const questionsOf = ({ whole, pieces }: ReadText): readonly Question[] => [
  ...new Set([whole, ...pieces].flatMap(({ readings }) => readings.map(({ question }) => question))),
];

function readPiece(words: string, readings: ReadPiece['readings']): ReadPiece {
  return { words, question: readings[0].question, readings };
}
