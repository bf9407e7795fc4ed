/** "Which year had the biggest price jump": of all moves from one year to the next, the largest, and not the highest figure. */
import type { Line } from '#src/domain/answer.ts';
import { changeOf } from '#src/domain/measure/changes.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Series } from '#src/domain/series/series.ts';
import {
  cite,
  firmness,
  makePart,
  nameOf,
  show,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { askHistory } from '#src/domain/topics/suggestions.ts';

type Asked = NonNullable<Question['largest']>;
const SAID: Readonly<Record<Asked, string>> = {
  rise: 'largest rise in a year',
  fall: 'largest fall in a year',
  move: 'largest move in a year',
};

interface Move {
  readonly from: Figure;
  readonly to: Figure;
  readonly percent: number;
}

/** `undefined` where no such move is asked for, or there is none. Projections are no moves that happened. */
export function answerLargestMove(
  { metal, question, thisYear }: TopicContext,
  topic: 'price' | 'production' | 'sectors',
  track: Series,
): TopicResult | undefined {
  const asked = question.largest ?? null;
  if (asked === null) return undefined;
  const years = track.years.filter(
    (year) => year <= thisYear && (question.span === null || question.years.includes(year)),
  );
  const moves = years.flatMap((year, at): Move[] => {
    const before = years[at - 1];
    const [from, to] = (before === undefined ? undefined : track.ends(before, year)) ?? [];
    if (from === undefined || to === undefined || to.quantity.firmness === 'projected') return [];
    return [{ from, to, percent: changeOf(from.quantity, to.quantity).midpoint }];
  });
  const sized = moves.filter(({ percent }) =>
    asked === 'move' ? true : asked === 'rise' ? percent > 0 : percent < 0,
  );
  const [first, ...others] = sized;
  if (first === undefined) return undefined;
  const largest = others.reduce(
    (best, one) => (Math.abs(one.percent) > Math.abs(best.percent) ? one : best),
    first,
  );
  const { from, to } = largest;
  const what = topic === 'price' ? 'price' : track.label.toLowerCase();
  return {
    found: true,
    part: makePart(topic, {
      headline: [{ strong: [`${nameOf(from)} ${what}, ${SAID[asked]}: ${to.year}, `, ...change(largest)] }],
      body: [
        [
          'From ',
          show(from),
          firmness(from),
          ` in ${from.year} to `,
          show(to),
          firmness(to),
          ` in ${to.year}.`,
        ],
      ],
      table: {
        columns: ['Year', 'Figure', 'Change'],
        rows: moves.map((one): Line[] => [
          [String(one.to.year)],
          [show(one.to), firmness(one.to)],
          change(one),
        ]),
      },
      citations: cite(moves.flatMap((one) => [one.from, one.to])),
    }),
    suggestions: topic === 'sectors' ? [] : [askHistory(metal, 'All years', topic)],
  };
}

const change = (of: Move): Line => [
  { change: changeOf(of.from.quantity, of.to.quantity), from: [of.from, of.to] },
];
