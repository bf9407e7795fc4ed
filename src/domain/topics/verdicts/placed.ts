/** Where a figure stands among those of other years, for "is that a lot": a place among them, and no yes or no. */
import type { Line, Part } from '#src/domain/answer.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Series } from '#src/domain/series/series.ts';
import {
  basisOf,
  cite,
  firmness,
  nameOf,
  show,
  sourceNames,
  yearsInWords,
} from '#src/domain/topics/topic.ts';
import { basesCaution } from '#src/domain/topics/disagreement.ts';
import { figureIn, pickExtreme, poolOf } from './extreme-verdict.ts';

type Placed = NonNullable<Question['placed']>;

interface Place {
  readonly own: Figure;
  readonly pool: readonly [Figure, ...Figure[]];
  /** From the highest, 1 for it; two where printed ranges leave it open. */
  readonly from: number;
  readonly to: number;
}

/** The figure of that year among its track's years; `undefined` where it has none, or no other. */
function placeOf(track: Series, question: Question, year: Placed): Place | undefined {
  const { pool } = poolOf(track, { ...question, years: [], span: null }, true);
  const own = year === 'newest' ? pool.at(-1) : track.at(year);
  if (track.cadence !== 'year' || own === undefined) return undefined;
  const others = pool.filter((figure) => figure.year !== own.year);
  if (others.length === 0) return undefined;
  const { low, high } = own.quantity.range;
  const above = others.filter(({ quantity: { range } }) => range.low > high).length;
  const below = others.filter(({ quantity: { range } }) => range.high < low).length;
  return { own, pool: [own, ...others], from: above + 1, to: others.length + 1 - below };
}

/** "the highest of 6 years, 2020 to 2025". */
function inWords({ pool, from, to }: Place): string {
  const all = `of ${pool.length} years, ${yearsInWords(pool.map(({ year }) => year).toSorted((a, b) => a - b))}`;
  if (from !== to) return `between number ${from} and number ${to} ${all}, the highest first`;
  if (from === 1) return `the highest ${all}`;
  return from === pool.length ? `the lowest ${all}` : `number ${from} ${all}, the highest first`;
}

/** What is said of it; `undefined` where there is nothing to hold it against. @param what "price" */
export function placedPart(
  question: Question,
  what: string,
  year: Placed,
  [track, ...others]: readonly [Series, ...Series[]],
): Pick<Part, 'headline' | 'body' | 'cautions' | 'citations'> | undefined {
  const place = placeOf(track, question, year);
  if (place === undefined) return undefined;
  const { own, pool } = place;
  const beside = others.flatMap((other) => placeOf(other, question, year) ?? []);
  return {
    headline: [
      { strong: [`${nameOf(own)}, ${what}, ${own.year}: `, show(own)] },
      firmness(own),
      `: ${inWords(place)}`,
    ],
    body: [
      ['The highest: ', ...figureIn(pickExtreme(pool, 'highest')), '.'],
      ['The lowest: ', ...figureIn(pickExtreme(pool, 'lowest')), '.'],
      ...beside.map((one): Line => {
        const basis = basisOf(one.own);
        return [`${sourceNames([one.own])}${basis && ` (${basis})`}: `, show(one.own), `, ${inWords(one)}.`];
      }),
    ],
    cautions: basesCaution([own, ...beside.map((one) => one.own)]),
    citations: cite([...pool, ...beside.flatMap((one) => one.pool)]),
  };
}
