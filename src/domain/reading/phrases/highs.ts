/** "Nickel 2022 high", "zinc price low": the highest and the lowest, and no kind of the metal. */
import { isYear } from '#src/domain/measure/days.ts';
import { wordAt, type Reading } from '#src/domain/reading/reading.ts';
import type { Hit } from '#src/domain/reading/vocabulary.ts';

/** As the last word, behind a year, a metal or its price. */
export function withHighs(reading: Reading, hits: readonly Hit[]): readonly Hit[] {
  const at = reading.tokens.length - 1;
  const kind = { high: 'highest', low: 'lowest' }[wordAt(reading, at)];
  if (kind === undefined || at < 1) return hits;
  const before = wordAt(reading, at - 1);
  const isBehind =
    isYear(before) ||
    hits.some(
      (hit) => hit.to === at && (hit.kind === 'metal' || (hit.kind === 'metric' && hit.id === 'price')),
    );
  const isNamed = hits.some((hit) => hit.kind === 'metal') && !hits.some((hit) => hit.kind === 'reason');
  // "Is nickel high", "why is the price low".
  const asks = /^(?:is|are|was|were|why|how|too|so)$/u.test(wordAt(reading, 0));
  if (!isBehind || !isNamed || asks) return hits;
  return [...hits.filter((hit) => hit.from !== at), { kind, id: kind, from: at, to: at + 1 }];
}
