/** The highest, the lowest and the mean of a figure over years; projections are told apart from the rest. */
import type { Line } from '../answer.ts';
import type { Figure } from '../catalog.ts';
import { isExact, midpoint, type Quantity } from '../figure.ts';
import { allFigures, figuresIn, type Track } from './track.ts';
import {
  cite,
  firmness,
  makePart,
  nameOf,
  missing,
  show,
  yearsInWords,
  type TopicContext,
  type TopicResult,
} from './topic.ts';

const WORD = { highest: 'highest', lowest: 'lowest' } as const;

/** Answers "peak price", "cheapest year", "average production" over the years named, or all of them. */
export function answerExtreme(
  context: TopicContext,
  topic: 'price' | 'production' | 'sectors',
  track: Track,
): TopicResult {
  const { metal, question } = context;
  const figures = question.years.length > 0 ? figuresIn(track, question.years) : allFigures(track);
  const settled = figures.filter((f) => f.quantity.firmness !== 'projected');
  const pool = settled.length > 0 ? settled : figures;
  const what = topic === 'price' ? 'price' : (track.family[0]?.label ?? topic).toLowerCase();
  const [sample] = pool;
  if (sample === undefined || question.extreme === null) {
    return missing(
      topic,
      [`I have no ${what} of ${metal.name.toLowerCase()} for ${yearsInWords(question.years)}.`],
      [[`I have ${yearsInWords(track.years)}.`]],
      [],
    );
  }
  const over = yearsInWords(pool.map((f) => f.year));
  const name = nameOf(sample);
  const projected = figures.filter((f) => !pool.includes(f));
  const outlook: Line[] = projected.map((f) => [`Projected for ${f.year}: `, show(f), '.']);
  const common = {
    cautions: outlook,
    citations: cite(figures),
    ...(topic === 'price'
      ? {
          chart: {
            kind: 'price',
            metal: metal.id,
            from: track.years[0] ?? 0,
            to: track.years.at(-1) ?? 0,
          } as const,
        }
      : {}),
    chartWanted: question.chart,
  };
  if (question.extreme === 'mean') {
    const mean = pool.reduce((sum, f) => sum + midpoint(f.quantity.range), 0) / pool.length;
    const quantity: Quantity = { ...sample.quantity, range: { low: mean, high: mean }, firmness: undefined };
    const ranged = pool.some((f) => !isExact(f.quantity.range));
    return {
      found: true,
      part: makePart(topic, {
        headline: [{ strong: [`${name}, mean ${what} ${over}: `, { quantity }] }],
        body: [
          [
            ranged
              ? 'The mean of the yearly figures, where a range counts with its midpoint.'
              : 'The mean of the yearly figures.',
          ],
        ],
        ...common,
      }),
      suggestions: [],
    };
  }
  const best = pickExtreme(pool, question.extreme);
  const rivals = pool.filter((f) => f !== best && overlaps(f, best));
  const rival = rivals.length === 0 ? undefined : pickExtreme(rivals, question.extreme);
  const other = question.extreme === 'highest' ? 'lowest' : 'highest';
  const opposite = pickExtreme(pool, other);
  const oppositeLine: Line = [
    `The ${other}: `,
    show(opposite),
    ` in ${opposite.year}`,
    firmness(opposite),
    '.',
  ];
  const rivalLine: Line[] =
    rival === undefined
      ? []
      : [
          [
            'It overlaps with ',
            show(rival),
            ` in ${rival.year}, so either may be the ${WORD[question.extreme]}.`,
          ],
        ];
  return {
    found: true,
    part: makePart(topic, {
      headline: [
        { strong: [`${name}, ${WORD[question.extreme]} ${what} ${over}: `, show(best), ` in ${best.year}`] },
        firmness(best),
      ],
      body: [...rivalLine, ...(pool.length > 1 ? [oppositeLine] : [])],
      ...common,
    }),
    suggestions: [
      { label: 'All years', ask: `${metal.name} ${topic === 'price' ? 'price' : 'production'} history` },
    ],
  };
}

/** The highest by its high end, the lowest by its low end: the reading that no range can contradict. */
function pickExtreme(pool: readonly Figure[], extreme: 'highest' | 'lowest'): Figure {
  return pool.reduce((best, f) => {
    const better =
      extreme === 'highest'
        ? f.quantity.range.high > best.quantity.range.high
        : f.quantity.range.low < best.quantity.range.low;
    return better ? f : best;
  });
}

function overlaps(a: Figure, b: Figure): boolean {
  return a.quantity.range.low <= b.quantity.range.high && b.quantity.range.low <= a.quantity.range.high;
}
