/** "Is terbium dearer than dysprosium", "was it cheaper in 2023 than in 2022": what is to be confirmed of the first of two. */
import { HIGHER, LOWER } from '../words/move-words.ts';
import type { Findings } from '../findings.ts';
import type { Comparative } from '../frame.ts';

/** A question that begins so wants yes or no. */
const POLAR =
  /^(?:is|are|was|were|has|have|had|did|does|do|will|isn't|isnt|wasn't|wasnt|aren't|arent|weren't|werent)$/u;
/** So near before "than" stands what is compared by: "more expensive in 2022 than". */
const REACH = 4;

/** @returns `undefined` where nothing is to be confirmed */
export function readComparative({ words, times, amounts }: Findings): Comparative | undefined {
  const than = words.indexOf('than');
  const [first = ''] = words;
  // "Cheaper than in 2021?".
  const polar = POLAR.test(first) || LOWER.has(first) || HIGHER.has(first);
  if (than < 0 || !polar || amounts.money !== null || times.span !== null) return undefined;
  const before = words.slice(Math.max(0, than - REACH), than);
  const at = before.findLastIndex((word) => LOWER.has(word) || HIGHER.has(word));
  const word = before[at];
  if (word === undefined) return undefined;
  const side = LOWER.has(word) ? 'lower' : 'higher';
  const yearIn = (some: readonly string[]): number | undefined =>
    times.years.find((year) => some.includes(String(year)));
  return { side, of: yearIn(words.slice(0, than)), than: yearIn(words.slice(than)) };
}
