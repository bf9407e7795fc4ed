/** "Which of them rose most": how each of several metals moved, the one that is asked for first. */
import type { Line } from '#src/domain/answer.ts';
import type { Change } from '#src/domain/measure/changes.ts';
import { FALLS, RISES } from '#src/domain/reading/words/move-words.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { TopicResult } from '../topic.ts';

/** Which way the largest move is wanted; `undefined` where none is. */
function wayAsked({ intent, metals, text }: Question): 'rise' | 'fall' | undefined {
  if (intent !== 'change' || metals.length < 2) return undefined;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const asks = words.some((word) => /^(?:which|what|who)$/u.test(word));
  if (!asks || !words.some((word) => /^(?:most|more)$/u.test(word))) return undefined;
  if (words.some((word) => RISES.has(word))) return 'rise';
  return words.some((word) => FALLS.has(word)) ? 'fall' : undefined;
}

/** In the order that is asked for; as they came where none is, or one of them has no change. */
export function byMostMoved(results: readonly TopicResult[], question: Question): readonly TopicResult[] {
  const way = wayAsked(question);
  const moves = results.flatMap((result) => {
    const change = changeIn(result.part.headline);
    return change === undefined ? [] : [{ result, change }];
  });
  if (way === undefined || moves.length < results.length) return results;
  const sorted = moves.toSorted((a, b) =>
    way === 'rise' ? b.change.midpoint - a.change.midpoint : a.change.midpoint - b.change.midpoint,
  );
  return sorted.map(({ result }) => result);
}

function changeIn(line: Line): Change | undefined {
  for (const span of line) {
    if (typeof span === 'string') continue;
    if ('change' in span) return span.change;
    const inner = 'strong' in span ? changeIn(span.strong) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}
