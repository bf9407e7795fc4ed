/** How sector shares move: on the year before, and when one sector passed another. */
import type { Line, Span } from '#src/domain/answer.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Sector } from '#src/domain/series/metal.ts';
import type { SectorTrack } from './sector-tracks.ts';
import {
  cite,
  firmness,
  makePart,
  missing,
  show,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import type { Series } from '#src/domain/series/series.ts';

/** "Renewable energy: up 3 points on 2023 (31 %)"; nothing for a track's first year. */
export function changeLines(sector: Sector, track: Series, figure: Figure): Line[] {
  const before = track.at(figure.year - 1);
  if (before === undefined) return [];
  const gap = figure.quantity.range.low - before.quantity.range.low;
  if (gap === 0) return [[`${sector.name}: as in ${before.year}.`]];
  const size = Math.abs(gap);
  const points: Span = {
    quantity: { range: { low: size, high: size }, unit: 'points' },
    from: [before, figure],
  };
  return [
    [`${sector.name}: ${gap > 0 ? 'up' : 'down'} `, points, ` on ${before.year} (`, show(before), ').'],
  ];
}

/** When the sectors changed places: the last year led by one, any tie, and the first year led by the other. */
export function overtaking({ metal, question }: TopicContext, all: readonly SectorTrack[]): TopicResult {
  const named = all.filter((t) => question.sectors.includes(t.sector.id));
  const [a, b] = named.length > 1 ? named : all;
  if (a === undefined || b === undefined) {
    return missing(
      'sectors',
      [`I have fewer than two sectors with shares for ${metal.name.toLowerCase()}.`],
      [],
      [],
    );
  }
  const years = a.track.years.flatMap((year) => {
    const [x, y] = [a.track.at(year), b.track.at(year)];
    return x === undefined || y === undefined
      ? []
      : [{ year, x, y, lead: Math.sign(x.quantity.range.low - y.quantity.range.low) }];
  });
  const start = years.find((p) => p.lead !== 0);
  const passed = start && years.find((p) => p.year > start.year && p.lead === -start.lead);
  const ties = years.filter((p) => p.lead === 0);
  const tieLines: Line[] = ties.map((p) => [`In ${p.year} they were level at `, show(p.x), '.']);
  const table = {
    columns: ['Year', a.sector.name, b.sector.name],
    rows: years.map((p): Line[] => [[`${p.year}${firmness(p.x)}`], [show(p.x)], [show(p.y)]]),
  };
  const fields = {
    table,
    citations: cite(years.flatMap((p) => [p.x, p.y])),
    chart: {
      kind: 'sectors-over-time',
      metal: metal.id,
      from: years[0]?.year ?? 0,
      to: years.at(-1)?.year ?? 0,
    } as const,
    chartWanted: true,
  };
  if (start === undefined || passed === undefined) {
    const leader = start === undefined ? 'Neither' : start.lead > 0 ? a.sector.name : b.sector.name;
    const part = makePart('sectors', {
      headline: [{ strong: [`${leader} led in every year that I have.`] }],
      body: tieLines,
      ...fields,
    });
    return { found: true, part, suggestions: [] };
  }
  const [winner, loser] = passed.lead > 0 ? [a, b] : [b, a];
  const [won, lost] = passed.lead > 0 ? [passed.x, passed.y] : [passed.y, passed.x];
  return {
    found: true,
    part: makePart('sectors', {
      headline: [
        {
          strong: [
            `${winner.sector.name} passed ${loser.sector.name.toLowerCase()} in ${passed.year}: `,
            show(won),
            ' against ',
            show(lost),
          ],
        },
        won.quantity.firmness === 'projected' ? ' (projection)' : '',
      ],
      body: tieLines,
      ...fields,
    }),
    suggestions: [],
  };
}
