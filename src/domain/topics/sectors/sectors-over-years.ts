/** Sector shares over several years. */
import type { Line, Span } from '#src/domain/answer.ts';
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
      headline: [{ strong: [`${metal.name}, ${from} to ${to}: `, ...headline] }],
      body: [['Share of all demand.']],
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

/** The shares of a year together; nothing where one of them is missing. */
function togetherIn(chosen: readonly SectorTrack[], year: number): Line {
  const figures = chosen.flatMap(({ track }) => track.at(year) ?? []);
  const total = figures.length === chosen.length ? sumOfFigures(figures) : undefined;
  return total === undefined ? ['no figure'] : [{ quantity: total, from: figures }];
}
