/** The highest, the lowest and the mean of a figure over years; projections are told apart from the rest. */
import type { Line, Part, Span } from '#src/domain/answer.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { exactly, isExact, midpoint, type Quantity } from '#src/domain/measure/figure.ts';
import { answerLargestMove } from './largest-move.ts';
import {
  figureIn,
  inTime,
  judgeExtreme,
  otherVerdict,
  overlaps,
  pickExtreme,
  poolOf,
  verdictLine,
  yearInQuestion,
  type Extreme,
} from './extreme-verdict.ts';
import { whenOf, type Series } from '#src/domain/series/series.ts';
import { summarise } from '#src/domain/series/statistics.ts';
import {
  basisOf,
  capitalised,
  cite,
  firmness,
  makePart,
  nameOf,
  missing,
  show,
  sourceName,
  sourceNames,
  uniqueCitations,
  yearsInWords,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { atPeakLine } from './at-peak.ts';
import { placedPart } from './placed.ts';
import { basesCaution, basisInFull } from '#src/domain/topics/disagreement.ts';
import { askHistory } from '#src/domain/topics/suggestions.ts';

/** "Copper highest month ever". */
const MONTHS = /\bmonths?\b|\bmonthly\b/iu;

type Pool = readonly [Figure, ...Figure[]];

/**
 * Answers "peak price", "cheapest year", "average production" over the years named, or all of them, and whether a year is
 * the one. @param others Other sources' tracks of the same, which are said beside it.
 */
export function answerExtreme(
  context: TopicContext,
  topic: 'price' | 'production' | 'sectors',
  track: Series,
  others: readonly Series[] = [],
): TopicResult {
  const { metal, question } = context;
  const { extreme } = question;
  const move = answerLargestMove(context, topic, track);
  if (move !== undefined) return move;
  const what = topic === 'price' ? 'price' : track.label.toLowerCase();
  const { pool, projected } = poolOf(track, question);
  const [first, ...rest] = pool;
  const claimed = yearInQuestion(question);
  // The lowest of one year is of its months or days: its mean alone is none.
  const isOfMonths = MONTHS.test(question.text);
  const finer =
    topic === 'price' &&
    isYearly(track) &&
    (pool.length === 1 || isOfMonths) &&
    extreme !== 'mean' &&
    claimed === undefined
      ? others.find((other) => !isYearly(other) && poolOf(other, question).pool.length > 1)
      : undefined;
  if (finer !== undefined)
    return answerExtreme(
      context,
      topic,
      finer,
      others.filter((other) => other !== finer && !isYearly(other)),
    );
  if (first === undefined || extreme === null) {
    return missing(
      topic,
      [`I have no ${what} of ${metal.name.toLowerCase()} for ${yearsInWords(question.years)}.`],
      [[`I have ${yearsInWords(track.years)}.`]],
      [],
    );
  }
  const common = {
    ...(topic === 'price' ? { chart: chartOf(metal.id, track) } : {}),
    chartWanted: question.chart,
  };
  const outlook = projected.map((f): Line => [`Projected for ${f.year}: `, show(f), '.']);
  const made = (part: Pick<Part, 'headline' | 'body' | 'cautions' | 'citations'>): TopicResult => ({
    found: true,
    part: makePart(topic, { ...common, ...part }),
    suggestions:
      extreme === 'mean' ? [] : [askHistory(metal, 'All years', topic === 'price' ? 'price' : 'production')],
  });
  const placed =
    question.placed === undefined
      ? undefined
      : placedPart(question, what, question.placed, [track, ...others.filter(isYearly)]);
  if (placed !== undefined) return made(placed);
  if (extreme !== 'mean' && claimed !== undefined)
    return made(verdictPart(question, what, extreme, claimed, [track, ...others.filter(isYearly)]));
  const beside = others.flatMap((other) => {
    const all = poolOf(other, question).pool;
    // A mean is worked out within one edition; a highest is picked out of all of them.
    const [one, ...more] = extreme === 'mean' ? all.filter((f) => f.series === all.at(-1)?.series) : all;
    return one === undefined ? [] : [{ other, pool: [one, ...more] as const }];
  });
  const citations = uniqueCitations([
    ...cite([...pool, ...projected]),
    ...beside.flatMap(({ other, pool: own }) =>
      other.cadence === 'day'
        ? [other.citation({ from: own[0].at, to: own.at(-1)?.at ?? own[0].at })]
        : cite(own),
    ),
  ]);
  const name = nameOf(first);
  const over = overInWords(pool);
  if (extreme === 'mean') {
    return made({
      headline: [{ strong: [`${name}, mean ${what} ${over}: `, ...meanOf([first, ...rest])] }],
      body: [
        ['The mean of the yearly figures.'],
        ...beside.map((b) => otherLine(b.pool, 'mean', meanOf(b.pool))),
      ],
      cautions: [...outlook, ...basesCaution([first, ...beside.flatMap((b) => b.pool[0])])],
      citations,
    });
  }
  const best = pickExtreme([first, ...rest], extreme);
  const [rival, ...more] = pool.filter((f) => f !== best && overlaps(f, best));
  const closest = rival && pickExtreme([rival, ...more], extreme);
  const other = extreme === 'highest' ? 'lowest' : 'highest';
  const opposite = pickExtreme([first, ...rest], other);
  const apart = question.combine === 'difference' && pool.length > 1;
  const [high, low] = extreme === 'highest' ? [best, opposite] : [opposite, best];
  const ofNow = topic === 'price' && !apart ? atPeakLine(question, extreme, [track, ...others]) : undefined;
  const plain: Line = [
    { strong: [`${name}, ${extreme} ${what} ${over}: `, show(best), ` ${inTime(best)}`] },
    firmness(best),
  ];
  return made({
    headline: apart
      ? [{ strong: [`${name}, ${what} ${over}, the highest less the lowest: `, gapOf(high, low)] }]
      : (ofNow ?? plain),
    body: [
      ...(ofNow === undefined ? [] : [plain]),
      ...(apart ? [[`The ${extreme}: `, ...figureIn(best), '.']] : []),
      ...(closest === undefined
        ? []
        : [['It overlaps with ', show(closest), ` ${inTime(closest)}, so either may be the ${extreme}.`]]),
      ...(pool.length > 1 ? [[`The ${other}: `, ...figureIn(opposite), '.']] : []),
      ...beside.map((b) => otherLine(b.pool, extreme, figureIn(pickExtreme(b.pool, extreme)))),
    ],
    cautions: [...outlook, ...basesCaution([first, ...beside.flatMap((b) => b.pool[0])])],
    citations,
  });
}

/** Yes or no first, then each other source's own verdict. */
export function verdictPart(
  question: Question,
  what: string,
  extreme: Extreme,
  year: number,
  [track, ...others]: readonly [Series, ...Series[]],
): Pick<Part, 'headline' | 'body' | 'cautions' | 'citations'> {
  const verdict = judgeExtreme(track, question, year, extreme);
  const beside = others.map((other) => ({ other, verdict: judgeExtreme(other, question, year, extreme) }));
  const apart = beside.some((b) => b.verdict.word !== verdict.word);
  const sample = verdict.figures[0] ?? track.at(track.periods.at(-1) ?? 0);
  const name = sample === undefined || track.cadence === 'day' ? track.name : nameOf(sample);
  const { projected } = poolOf(track, question, true);
  return {
    headline: verdictLine(
      verdict,
      name,
      `${what}, ${extreme}`,
      apart && sample !== undefined ? sourceName(sample) : undefined,
    ),
    body: [...verdict.more, ...beside.map((b) => otherVerdict(b.other, b.verdict, extreme))],
    cautions: [
      ...projected
        .filter((f) => f.year !== year)
        .map((f): Line => [`Projected for ${f.year}: `, show(f), '.']),
      ...(sample === undefined
        ? []
        : basesCaution([sample, ...beside.flatMap(({ verdict: { figures } }) => figures[0] ?? [])])),
    ],
    citations: cite([...verdict.figures, ...beside.flatMap((b) => b.verdict.figures)]),
  };
}

/** "USGS MCS 2026 (oxide, 99.5 % minimum), highest 2021 to 2025: $134/kg in 2022." */
function otherLine(pool: Pool, words: string, found: readonly Span[]): Line {
  const [first] = pool;
  const basis = first.at.length > 7 ? basisInFull(first) : basisOf(first);
  return capitalised([
    `${whoseOf(pool)}${basis && ` (${basis})`}, ${words} ${overInWords(pool)}: `,
    ...found,
    '.',
  ]);
}

/** From the one to the other, no nearer than both are printed. */
function gapOf(high: Figure, low: Figure): Span {
  const [{ range: a, unit }, { range: b }] = [high.quantity, low.quantity];
  const range = { low: Math.max(0, a.low - b.high), high: a.high - b.low };
  return { quantity: { range, unit }, from: [high, low] };
}

const isYearly = ({ cadence }: Series): boolean => cadence === 'year';

/** A quote’s edition is its day, and a history has many. */
const whoseOf = (pool: Pool): string =>
  pool[0].at.length > 7 ? pool[0].citation.source.publisher : sourceNames(pool);

/** "2021 to 2025", "2 Jan 2026 to 27 Nov 2026". */
function overInWords(pool: readonly Figure[]): string {
  const [first, last] = [pool[0], pool.at(-1)];
  if (first === undefined || last === undefined || first.at.length === 4)
    return yearsInWords(pool.map((f) => f.year));
  return first === last ? whenOf(first) : `${whenOf(first)} to ${whenOf(last)}`;
}

/** The mean of the figures, no more exact than they are: of their lower and of their upper ends, where any is a range. */
function meanOf(pool: Pool): readonly Span[] {
  const { range, unit } = summarise(pool)?.average.quantity ?? pool[0].quantity;
  if (isExact(range)) return [{ quantity: { range, unit }, from: pool }];
  const middle: Quantity = { range: exactly(midpoint(range)), unit };
  return [
    { quantity: { range, unit }, from: pool },
    ' (',
    { quantity: middle, from: pool },
    ' between midpoints)',
  ];
}

function chartOf(metal: string, { years }: Series) {
  return { kind: 'price', metal, from: years[0] ?? 0, to: years.at(-1) ?? 0 } as const;
}
