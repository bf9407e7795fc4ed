/** "Cheapest of zinc, lead and tin", "which is dearer, gold or silver": which of several that are named, and not which of its years. */
import { HIGHER, LOWER } from '../words/move-words.ts';
import type { Findings } from '#src/domain/reading/findings.ts';

const OF_TIME = /^(?:years?|months?|when|days?|quarters?|weeks?|ever)$/u;
const ASKING = /^(?:which|whichever|who)$/u;
const AMONG = /^(?:of|among|amongst|between|from|out)$/u;
const BETWEEN = /^(?:the|these|of|all|following|three|two|four|five|[:,])$/u;

/** The end of the order that is asked for; `undefined` where no one of them is. */
export function leaderAsked({ words, hits, subjects, times }: Findings): 'highest' | 'lowest' | undefined {
  if (subjects.metals.length < 2 || times.years.length > 1 || words.some((word) => OF_TIME.test(word)))
    return undefined;
  const asks = words.some((word) => ASKING.test(word));
  for (const side of ['lowest', 'highest'] as const) {
    const comparative = side === 'lowest' ? LOWER : HIGHER;
    const other = side === 'lowest' ? 'highest' : 'lowest';
    const extremes = hits.filter(({ kind }) => kind === side);
    if (hits.some(({ kind }) => kind === other)) continue;
    if (asks && (extremes.length > 0 || words.some((word) => comparative.has(word)))) return side;
    if (extremes.some(({ to }) => leadsTo(words, subjects, to))) return side;
  }
  return undefined;
}

/** "Cheapest of these: zinc", "cheapest: zinc": what follows is a name. */
function leadsTo(words: readonly string[], { ours }: Findings['subjects'], from: number): boolean {
  let at = from;
  if (AMONG.test(words[at] ?? '')) at += 1;
  while (BETWEEN.test(words[at] ?? '')) at += 1;
  return ours.some((one) => one.from === at);
}
