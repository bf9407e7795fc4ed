/** "Has silver outperformed gold since 2020", "which grew faster, Peru or the DRC": how several that are named moved, set against each other. */
import { FALLS, OUTDONE, RISES, UNDERDONE } from '../words/move-words.ts';
import type { Findings } from '../findings.ts';
import type { Race } from '../frame.ts';

/** A question that begins so wants yes or no. */
const POLAR = /^(?:is|are|was|were|has|have|had|did|does|do)$/u;
const ASKING = /^(?:which|whichever|who|whose|what)$/u;
const SET =
  /^(?:more|less|most|least|faster|fastest|quicker|better|worse|best|worst|slower|slowest|than|vs|versus|against|compared?)$/u;
const GROWN = /^(?:growth|gains?|performance|performed|change|changes|returns?|up|moves?|moved)$/u;
const SHRUNK = /^(?:down)$/u;
const WORSE = /^(?:worse|worst|least|less|slower|slowest)$/u;
const ENTERED = 2;

/** `null` where less than two are named, or not how they moved is what is asked. */
export function readRace({ words, subjects, amounts, threshold, has }: Findings): Race | null {
  const entered = Math.max(subjects.metals.length, subjects.countries.length);
  const isOther = subjects.sectors.length > 0 || amounts.amount !== null || threshold !== null;
  if (entered < ENTERED || isOther) return null;
  const some = (test: (word: string) => boolean): boolean => words.some(test);
  const outdone = some((word) => OUTDONE.has(word));
  const underdone = some((word) => UNDERDONE.has(word));
  const falls = some((word) => FALLS.has(word) || SHRUNK.test(word));
  const rises = some((word) => RISES.has(word) || GROWN.test(word));
  const better = has('change') && some((word) => /^(?:better|worse|best|worst)$/u.test(word));
  const isSet = some((word) => SET.test(word));
  if (!outdone && !underdone && !better && !(isSet && (rises || falls))) return null;
  const isLess = some((word) => WORSE.test(word));
  const way = (falls && !rises) || underdone || (isLess && !falls) ? 'fall' : 'rise';
  return {
    way: falls && isLess ? 'rise' : way,
    // "Did zinc rise or fall against lead" is of no one side, "is gold or silver up more" of no one of them.
    polar: POLAR.test(words[0] ?? '') && !words.includes('or'),
    leader: some((word) => ASKING.test(word)) || (POLAR.test(words[0] ?? '') && rises !== falls),
  };
}
