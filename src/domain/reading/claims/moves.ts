/** Operators over figures that are worked out: the largest move from year to year, and output times its price. */
import { FALLS, LOSSES, RISES } from '../words/move-words.ts';
import type { Findings } from '../findings.ts';
import type { Question } from '../question.ts';

const LARGEST =
  /^(?:biggest|largest|highest|greatest|strongest|steepest|sharpest|fastest|most|worst|best|max|maximum)$/u;
const MOVE = /^(?:changes?|swings?|moves?|movements?|changed|moved)$/u;
/** Words between: "the biggest yearly price jump". */
const REACH = 4;

/** "Which year had the biggest price jump", "grew most in which year"; `null` where no move is ranked. */
export function readLargest({ words, subjects }: Findings): (Question['largest'] & {}) | null {
  if (subjects.metals.length > 1) return null;
  const at = words.findIndex((word) => LARGEST.test(word));
  // "Which sector grew most" ranks sectors.
  if (at < 0 || words.some((word) => /^(?:sectors?|countr(?:y|ies)|metals?|segments?)$/u.test(word)))
    return null;
  const near = [...words.slice(at + 1, at + 1 + REACH), ...words.slice(Math.max(0, at - 2), at)];
  if (near.some((word) => RISES.has(word))) return 'rise';
  if (near.some((word) => FALLS.has(word) || LOSSES.has(word))) return 'fall';
  return near.some((word) => MOVE.test(word)) ? 'move' : null;
}

const VALUE =
  /\b(?:market size|how (?:big|large|huge) (?:is|was) (?:the )?(?:\w+ ){0,3}market|size of (?:the )?(?:\w+ ){0,3}market|(?:production|output|market|mine) (?:value|worth)|market (?:is |was )?worth|value of (?:the )?(?:\w+ ){0,4}(?:production|output|market)|(?:production|output|market) (?:is |was )?worth|(?:volume|production|output|price) (?:times|multiplied by|x|\*) (?:the )?(?:volume|production|output|price))\b/u;

/** "Market size in dollars", "value of the output", "production times price": of a metal that is named, or of nothing else. */
export function asksForValue({ words, subjects, amounts }: Findings): boolean {
  if (amounts.amount !== null || subjects.countries.length > 0 || !VALUE.test(words.join(' '))) return false;
  return subjects.metals.length > 0 || !words.some((word) => /^(?:size|worth)$/u.test(word));
}
