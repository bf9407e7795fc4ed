/** "When did it fall", "in which years did output drop", "did it ever fall": the years with such a move, and not the change over all of them. */
import { FALLS, RISES } from '../words/move-words.ts';
import type { Findings } from '../findings.ts';
import { readLargest } from './moves.ts';

const YEARS = /^(?:years?|period)$/u;
const WHICH = /^(?:which|what|any|some|list|many)$/u;
const EVER = /\b(?:at|in) (?:any|some) (?:time|point|stage|moment|year)\b/u;
const ASKED = /^(?:did|has|have|was|were|does|do|the|its?|price|prices|output|production)$/u;
const COMING = /^(?:will|would|could|might|may|can|should|is|are|to)$/u;
const OFTEN = /\bhow (?:often|many (?:times|years))\b/u;
const OVER = /\byears? (?:with|of|when|where|that|in which|it|the price)\b/u;
/** One of many is ranked, or another thing moves. */
const OTHER =
  /^(?:sectors?|segments?|countr(?:y|ies)|metals?|minerals?|commodit(?:y|ies)|each|than|why|how come)$/u;
const GONE_UP =
  /\b(?:go|goes|went|gone|going|come|came|coming|be|was|were|got|get|become|became) (?:up|dearer|higher|more expensive)\b/u;
const GONE_DOWN =
  /\b(?:go|goes|went|gone|going|come|came|coming|be|was|were|got|get|become|became) (?:down|cheaper|lower|less expensive)\b/u;

/** Which way it moved in the years that are asked for; `undefined` where no years are. */
export function readMoved(findings: Findings): 'rise' | 'fall' | undefined {
  const { words, subjects, amounts, threshold, times, allCountries, has } = findings;
  const isOther =
    threshold !== null ||
    amounts.money !== null ||
    amounts.amount !== null ||
    allCountries ||
    subjects.countries.length > 1 ||
    subjects.sectors.length > 1 ||
    subjects.metals.length > 1 ||
    has('overtake') ||
    has('reason') ||
    times.finer !== null ||
    (times.years.length > 0 && times.span === null) ||
    words.some((word) => OTHER.test(word));
  const text = words.join(' ');
  if (isOther || readLargest(findings) !== null || !asksWhen(words, text)) return undefined;
  const rises = words.some((word) => RISES.has(word)) || GONE_UP.test(text);
  const falls = words.some((word) => FALLS.has(word)) || GONE_DOWN.test(text);
  return rises === falls ? undefined : rises ? 'rise' : 'fall';
}

function asksWhen(words: readonly string[], text: string): boolean {
  if (OFTEN.test(text) || OVER.test(text) || EVER.test(text)) return true;
  const when = words.indexOf('when');
  const next = words[when + 1] ?? '';
  if (when >= 0) return words[when - 1] !== 'since' && !COMING.test(next) && (ASKED.test(next) || when < 2);
  const ever = words.includes('ever') && words.some((word) => /^(?:did|has|have|was)$/u.test(word));
  return ever || words.some((word, at) => WHICH.test(word) && YEARS.test(words[at + 1] ?? ''));
}
