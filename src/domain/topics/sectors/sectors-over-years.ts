/** Sector shares over several years. */
import type { Line, Span } from '#src/domain/answer.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Sector } from '#src/domain/series/metal.ts';
import { notes, partCautions } from './sector-cautions.ts';
import { sumOfFigures } from '#src/domain/topics/combined.ts';
import type { SectorTrack } from './sector-tracks.ts';
import { figuresIn } from '#src/domain/series/series.ts';
import {
  cite,
  makePart,
  show,
  yearsInWords,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';

export function manyYears(
  context: TopicContext,
  chosen: readonly SectorTrack[],
  blank: readonly Sector[],
  years: readonly number[],
  wanted: readonly number[],
): TopicResult {
  const { metal, question } = context;
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0];
  const leader = asksWhichMoved(question) ? leaderOf(chosen, from, to, FELL.test(question.text)) : [];
  const headline = chosen.flatMap(({ sector, track }, i): Span[] => {
    const [a, b] = [track.at(from), track.at(to)];
    if (a === undefined || b === undefined) return [];
    return [
      `${i > 0 ? '; ' : ''}${i > 0 ? sector.name.toLowerCase() : sector.name} `,
      show(a),
      ' to ',
      show(b),
    ];
  });
  const figures = chosen.flatMap(({ track }) => figuresIn(track, years));
  const projected = new Set(figures.filter((f) => f.quantity.firmness === 'projected').map((f) => f.year));
  const lacking = wanted.filter((y) => !years.includes(y));
  const adds = question.combine === 'sum' && chosen.length > 1;
  return {
    found: true,
    part: makePart('sectors', {
      headline: [{ strong: [...leader, `${metal.name}, ${from} to ${to}: `, ...headline] }],
      body: [
        ...(question.intent === 'change' ? [movesLine(chosen, from, to)] : []),
        ['Share of all demand.'],
      ],
      table: {
        columns: ['Year', ...chosen.map((t) => t.sector.name), ...(adds ? ['Together'] : [])],
        rows: years.map((year) => [
          [projected.has(year) ? `${year} (projection)` : String(year)],
          ...chosen.map(({ track }): Line => {
            const figure = track.at(year);
            return figure === undefined ? ['no figure'] : [show(figure)];
          }),
          ...(adds ? [togetherIn(chosen, year)] : []),
        ]),
      },
      cautions: [
        ...(question.perUnit === null
          ? []
          : [['These are shares: tonnes are worked out for a single year.']]),
        ...(lacking.length > 0 ? [[`No figure for ${yearsInWords(lacking)}.`]] : []),
        ...partCautions(context, chosen),
        ...notes(blank),
      ],
      citations: cite(figures),
      chart: { kind: 'sectors-over-time', metal: metal.id, from, to },
      chartWanted: question.chart || years.length > 2,
    }),
    suggestions: [
      {
        label: 'When did one pass another?',
        ask: `when did renewables overtake electronics in ${metal.name} demand`,
        need: { intent: 'overtake', metals: [metal.id], metrics: ['demand'] },
      },
    ],
  };
}

const FELL =
  /\b(?:fell|lost|lose|loses|losing|shrank|shrink|shrinking|declin\w{1,4}|drop\w{0,4}|least|slowest)\b/iu;
const WHICH = /\b(?:which|what|who)\b|\b(?:fastest|slowest)\b/iu;

/** "Which sector grew fastest": which of them, over the years there are. */
export const asksWhichMoved = ({ intent, sectors, text }: Question): boolean =>
  intent === 'change' && sectors.length !== 1 && WHICH.test(text);

/** "Renewable energy: 14 percentage points up; electronics: 9 down." */
function movesLine(chosen: readonly SectorTrack[], from: number, to: number): Line {
  return chosen.flatMap(({ sector, track }, at): Span[] => {
    const [a, b] = [track.at(from), track.at(to)];
    if (a === undefined || b === undefined) return [];
    const gap = b.quantity.range.low - a.quantity.range.low;
    const size = Math.abs(gap);
    const name = at === 0 ? sector.name : `; ${sector.name.toLowerCase()}`;
    return [
      `${name}: ${gap < 0 ? 'down' : 'up'} `,
      { quantity: { range: { low: size, high: size }, unit: 'points' }, from: [a, b] },
    ];
  });
}

/** "Renewable energy moved up most, by 14 percentage points. " */
function leaderOf(chosen: readonly SectorTrack[], from: number, to: number, down: boolean): Span[] {
  const moves = chosen.flatMap(({ sector, track }) => {
    const [a, b] = [track.at(from), track.at(to)];
    return a === undefined || b === undefined
      ? []
      : [{ sector, from: [a, b], gap: b.quantity.range.low - a.quantity.range.low }];
  });
  const [first, second] = moves.toSorted((a, b) => (down ? a.gap - b.gap : b.gap - a.gap));
  if (first === undefined || second === undefined || first.gap === second.gap) return [];
  const gap = down ? -first.gap : first.gap;
  if (gap <= 0) return [];
  const quantity = { range: { low: gap, high: gap }, unit: 'points' as const };
  return [`${first.sector.name} ${down ? 'lost' : 'gained'} most, `, { quantity, from: first.from }, '. '];
}

/** The shares of a year together; nothing where one of them is missing. */
function togetherIn(chosen: readonly SectorTrack[], year: number): Line {
  const figures = chosen.flatMap(({ track }) => track.at(year) ?? []);
  const total = figures.length === chosen.length ? sumOfFigures(figures) : undefined;
  return total === undefined ? ['no figure'] : [{ quantity: total, from: figures }];
}
