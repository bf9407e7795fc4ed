/** The price of several years that a cost is wanted at: the highest, the lowest, or their mean. */
import type { Line } from '#src/domain/answer.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Series } from '#src/domain/series/series.ts';
import { summarise } from '#src/domain/series/statistics.ts';
import { show } from '#src/domain/topics/topic.ts';
import { overlaps, pickExtreme, poolOf } from '#src/domain/topics/verdicts/extreme-verdict.ts';

/** Such a price. */
export interface PickedPrice {
  readonly figure: Figure;
  /** The nearest that may be the extreme as well, as their ranges meet. */
  readonly rivals: readonly Figure[];
  /** "at the highest price", beside the cost. */
  readonly words: string;
}

const WORDS = { highest: 'at the highest price', lowest: 'at the lowest price', mean: 'at the mean price' };

/** A price that is the highest or the lowest of its days already. */
export const pickedOf = (extreme: Question['extreme'], figure: Figure): PickedPrice | undefined =>
  extreme === 'highest' || extreme === 'lowest' ? { figure, rivals: [], words: WORDS[extreme] } : undefined;

/** By a series' figures of the years that are named, or of all that was; `undefined` where none is wanted, or there are none. */
export function extremePrice(
  track: Series | undefined,
  question: Pick<Question, 'extreme' | 'years' | 'span'>,
): PickedPrice | undefined {
  const { extreme } = question;
  if (track === undefined || extreme === null) return undefined;
  const [first, ...rest] = poolOf(track, question).pool;
  if (first === undefined) return undefined;
  const pool = [first, ...rest] as const;
  const words = WORDS[extreme];
  if (extreme === 'mean') {
    // A mean is worked out within one edition.
    const own = pool.filter(({ series }) => series === pool.at(-1)?.series);
    const mean = summarise(own)?.average;
    return mean && { figure: mean, rivals: [], words };
  }
  const figure = pickExtreme(pool, extreme);
  const [rival, ...rivals] = pool.filter((one) => one !== figure && overlaps(one, figure));
  return { figure, rivals: rival === undefined ? [] : [pickExtreme([rival, ...rivals], extreme)], words };
}

/** "It overlaps with $125/kg in 2024, so either may be the highest." */
export const rivalLines = (rivals: readonly Figure[], extreme: Question['extreme']): Line[] =>
  rivals.map((rival) => [
    'It overlaps with ',
    show(rival),
    ` in ${rival.year}, so either may be the ${extreme}.`,
  ]);
