/** What orders of commodities share: which way they go, and how those are told that have no place in them. */
import type { Line } from '#src/domain/answer.ts';
import type { Across } from '#src/domain/reading/frame.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { listInWords, missing, type TopicContext, type TopicResult } from '#src/domain/topics/topic.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';

export type AcrossContext = Pick<TopicContext, 'question' | 'thisYear'>;

/** So many are shown where it is not said how many. */
export const SHOWN = 10;

export const inOrder = ({ way }: Across, a: number, b: number): number => (way === 'highest' ? b - a : a - b);

const MOST_LEFT = 12;

export const namesOf = (metals: readonly Metal[]): string =>
  metals.length > MOST_LEFT
    ? `${metals.length} others`
    : listInWords(metals.map(({ name }) => name.toLowerCase()));

export function leftOut(left: readonly Metal[]): Line[] {
  if (left.length === 0) return [];
  return [[`Left out, for want of a figure or a unit that can be set beside these: ${namesOf(left)}.`]];
}

export const nothing = (name: string, metric: 'price', members: readonly Metal[]): TopicResult =>
  missing(
    metric,
    [`I have no prices of ${name} that can be set beside each other.`],
    [],
    members.slice(0, 3).map((metal) => askFor(metal, metric)),
  );
