/** What people let the bot know of its FAQ answers: kept without names, and learned from by nobody but a person. */

import { admit } from '#src/domain/reading/text-door.ts';

const FEEDBACK_OUTCOMES = ['helpful', 'unhelpful', 'chosen', 'unfit', 'unanswered'] as const;

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

/** Mentions, addresses and telephone numbers, in digits of any script: what names somebody by its form. */
const NAMING =
  /<[@#!][^<>]*>|[@＠][\p{L}\p{N}._-]+|(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+(?:[@＠]|[([]at[)\]])[\p{L}\p{N}.-]+|(?:https?:\/\/|www\.)\S+|\+?\p{Nd}[\p{Nd} ()./-]{6,}\p{Nd}/giu;

/** A name after a title or several, of up to three words: "Mr Brown", "Frau Dr. Ana Schmidt". "DR Congo" is a country. */
const TITLED =
  /\b(?:(?:[Mm]rs?|MRS?|[Mm][Ss]|[Dd]r(?!\.?\s+[Cc]ongo)|[Pp]rof(?:essor)?|[Hh]err|[Ff]rau|Mme|Madame|Monsieur|[Ss]eñora?|Signora?)\b\.?\s+)+[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+){0,2}/gu;

/** Years and dates, which only look like a telephone number: "2021-2025", "2026-11-20". */
const TIMES = /^(?:(?:19|20)\d\d(?:-\d\d){0,2}[ ()./-]*)+$/;

/** A word that is an id, an order's number or a host: "U012AB3CD", "PO-123456", "corp.example". */
function isCode(word: string): boolean {
  const digits = word.match(/\d/g)?.length ?? 0;
  if (/^[UWCDGTB][A-Z0-9]{8,}$/.test(word) && digits > 0) return true;
  return (
    /\p{L}/u.test(word) &&
    (digits >= 5 || /^[\p{L}\d-]{2,}(?:\.[\p{L}\d-]{2,})*\.\p{Ll}{2,}(?:\/.*)?$/u.test(word))
  );
}

/** What is kept of a text; empty where nothing is worth keeping. @example withoutNames('ask @ana why') // 'ask … why' */
export function withoutNames(text: string): string {
  const typed = admit(text);
  if (typed.cut) return '';
  const plain = typed.text
    .replaceAll(TITLED, '…')
    .replace(NAMING, (found) => (TIMES.test(found) ? found : '…'))
    .trim()
    .split(/\s+/)
    .map((word) => (isCode(word.replace(/[.,;:!?)]{1,9}$/, '')) ? '…' : word))
    .join(' ');
  return plain.length > LONGEST || !/\p{L}{2}/u.test(plain) ? '' : plain;
}
