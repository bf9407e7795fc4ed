/** What people let the bot know of its FAQ answers: kept without names, and learned from by nobody but a person. */

export const FEEDBACK_OUTCOMES = ['helpful', 'unhelpful', 'chosen', 'unfit', 'unanswered'] as const;

/**
 * `helpful`, `unhelpful`: said of an answer. `chosen`: of what "did you mean" offered, this was it. `unfit`: nothing of
 * what it offered was it. `unanswered`: there was no answer.
 */
export type FeedbackOutcome = (typeof FEEDBACK_OUTCOMES)[number];

export interface Feedback {
  /** The question as typed, without what names people. */
  readonly text: string;
  readonly outcome: FeedbackOutcome;
  /** The FAQ entry that answered, or was chosen. */
  readonly faq: string | null;
}

/** How long it is kept. */
export const FEEDBACK_DAYS = 90;

/** A longer text is no question to learn from. */
const LONGEST = 300;

/** Addresses, mentions, links and long numbers: what may name a person. */
const NAMING =
  /<[@#!][^>]*>|@[\p{L}\p{N}._-]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|https?:\/\/\S+|\+?\d[\d ()./-]{6,}\d/giu;

/** What is kept of a text; empty where nothing is worth keeping. @example withoutNames('ask @ana why') // 'ask … why' */
export function withoutNames(text: string): string {
  const plain = text.replace(NAMING, '…').replace(/\s+/g, ' ').trim();
  return plain.length > LONGEST || !/\p{L}{2}/u.test(plain) ? '' : plain;
}
