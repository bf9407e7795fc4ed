/** "When did it fall": of each source the years with such a move on the year before, and those that its ranges leave open. */
import { says } from '#src/domain/reading/asked/manner.ts';
import type { Line, Span } from '#src/domain/answer.ts';
import { changeOf } from '#src/domain/measure/changes.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { verdictBySource } from './change-verdict.ts';
import type { Series } from '#src/domain/series/series.ts';
import {
  basisOf,
  capitalised,
  cite,
  makePart,
  nameOf,
  sourceName,
  sourceNames,
  yearsInWords,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';

type Way = 'rise' | 'fall';
interface Move {
  readonly from: Figure;
  readonly to: Figure;
  /** Whether it went that way, not so, or may have. */
  readonly word: 'yes' | 'no' | 'open';
}

/** `undefined` where no source has two years in a row. @param what "price", "world production" */
export function answerMovedYears(
  context: TopicContext,
  way: Way,
  what: string,
  tracks: readonly Series[],
): TopicResult | undefined {
  const told = tracks
    .map((track) => movesOf(track, way, context))
    .filter((moves): moves is readonly [Move, ...Move[]] => moves.length > 0);
  const [main, ...others] = told;
  if (main === undefined) return undefined;
  const [{ to: sample }] = main;
  const name = sample.series.metric === 'price' ? nameOf(sample) : context.metal.name;
  const asksWhether = says(context.question, 'whether');
  const verdict = asksWhether
    ? verdictBySource(
        told.map((moves) => ({
          word: (['yes', 'open'] as const).find((one) => moves.some(({ word }) => word === one)) ?? 'no',
          by: sourceName(moves[0].to),
        })),
      )
    : '';
  return {
    found: true,
    part: makePart('change', {
      headline: [{ strong: [`${verdict}${name} ${what}, years with a ${way}: `, ...yearsOf(main)] }],
      body: [
        ...openLine(main, way),
        ...others.map((moves): Line => {
          const basis = basisOf(moves[0].to);
          return capitalised([
            `${sourceNames(moves.map((one) => one.to))}${basis && ` (${basis})`}: `,
            ...yearsOf(moves),
            '.',
          ]);
        }),
      ],
      cautions: [
        [
          `Each year is set against the one before it: ${yearsInWords(main.map(({ to }) => to.year))} by ${sourceNames(main.map(({ to }) => to))}.`,
        ],
      ],
      citations: cite(told.flatMap((moves) => moves.flatMap(({ from, to }) => [from, to]))),
      chartWanted: context.question.chart,
    }),
    suggestions: [],
  };
}

function movesOf(track: Series, way: Way, { question, thisYear }: TopicContext): readonly Move[] {
  const years = track.years.filter((year) => year <= thisYear);
  return years.flatMap((year, at): Move[] => {
    const before = years[at - 1];
    const pair = before === year - 1 ? track.ends(before, year) : undefined;
    const isIn = question.span === null || (year > question.span.from && year <= question.span.to);
    if (pair === undefined || !isIn || pair[1].quantity.firmness === 'projected') return [];
    const [from, to] = pair;
    const { percent } = changeOf(from.quantity, to.quantity);
    const [low, high] = way === 'rise' ? [percent.low, percent.high] : [-percent.high, -percent.low];
    return [{ from, to, word: low > 0 ? 'yes' : high <= 0 ? 'no' : 'open' }];
  });
}

/** "2023 (-41.8 %) and 2024 (-28.2 %)"; "none". */
function yearsOf(moves: readonly Move[]): Span[] {
  const found = moves.filter(({ word }) => word === 'yes');
  if (found.length === 0) return ['none'];
  const shown = found.slice(-MOST_TOLD);
  const all = found.length > shown.length ? `${found.length} of ${moves.length}, the last of them ` : '';
  return [all, ...listed(shown)];
}

/** More than these are counted. */
const MOST_TOLD = 6;

const listed = (found: readonly Move[]): Span[] =>
  found.flatMap(({ from, to }, at): Span[] => [
    `${at === 0 ? '' : at === found.length - 1 ? ' and ' : ', '}${to.year} (`,
    { change: changeOf(from.quantity, to.quantity), from: [from, to] },
    ')',
  ]);

function openLine(moves: readonly Move[], way: Way): Line[] {
  return moves
    .filter(({ word }) => word === 'open')
    .map(({ from, to }): Line => [
      `${to.year} may be one: `,
      { change: changeOf(from.quantity, to.quantity), from: [from, to] },
      ` on ${from.year}, and its range leaves open whether it did ${way}.`,
    ]);
}
