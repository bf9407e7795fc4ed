/** All about a year, or a metal: its price, production, sectors and supply, each line from its own source. */
import type { Line, Span } from '#src/domain/answer.ts';
import type { StatusSeries } from '#src/domain/series/metal.ts';
import { disagreements } from './disagreement.ts';
import { pricesOf } from './price/prices.ts';
import { sectorTracks } from './sectors/sector-tracks.ts';
import { yearBefore } from '#src/domain/series/series.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import {
  against,
  cite,
  firmness,
  makePart,
  nameOf,
  missing,
  show,
  yearsInWords,
  type Topic,
} from './topic.ts';
import { askAbout, askFor, askHistory } from '#src/domain/topics/suggestions.ts';

export const answerSummary: Topic = ({ metal, question, thisYear }) => {
  const prices = pricesOf(metal, question);
  const production = seriesIn(metal, { metric: 'production' })[0];
  const years = [...new Set([...(prices.main?.years ?? []), ...(production?.years ?? [])])].toSorted(
    (a, b) => a - b,
  );
  const year = question.years.at(-1) ?? years.findLast((y) => y <= thisYear) ?? years.at(-1) ?? thisYear;
  const price = prices.main?.at(year);
  const output = production?.at(year);
  const sectors = sectorTracks(metal).flatMap(({ sector, track }) => {
    const figure = track.at(year);
    return figure === undefined ? [] : [{ sector, figure }];
  });
  const supply = metal.series
    .filter((s): s is StatusSeries => s.metric === 'supply-status')
    .flatMap((s) => s.points.filter((p) => p.year === year))[0];
  const lead = price ?? output;
  if (lead === undefined) {
    return missing(
      'summary',
      [`I have nothing on ${metal.name.toLowerCase()} for ${year}.`],
      [[`I have ${yearsInWords(years)}.`]],
      [askAbout(metal, years.at(-1), `About ${years.at(-1)}`)],
    );
  }
  const noted = price === undefined ? { lines: [], figures: [] } : disagreements(price, prices);
  const body: Line[] = [];
  if (question.years.length === 0) body.push([metal.description]);
  const previous = prices.main && price && yearBefore(prices.main, price);
  if (price !== undefined && previous !== undefined) body.push(['Price: ', ...against(price, previous), '.']);
  if (price !== undefined && output !== undefined)
    body.push(['Production: ', show(output), firmness(output), '.']);
  if (sectors.length > 0) {
    const shares = sectors.flatMap(({ sector, figure }, i): Span[] => [
      `${i > 0 ? ', ' : ''}${sector.name.toLowerCase()} `,
      show(figure),
    ]);
    body.push(['Demand: ', ...shares, '.']);
  }
  if (supply !== undefined) body.push([`Supply: ${supply.state.toLowerCase()}.`]);
  const projected = lead.quantity.firmness === 'projected';
  return {
    found: true,
    part: makePart('summary', {
      headline: [{ strong: [`${nameOf(lead)}, ${year}: `, show(lead)] }, firmness(lead)],
      body,
      cautions: [
        ...(projected ? [[`All figures for ${year} are the source's projections, not what happened.`]] : []),
        ...noted.lines,
      ],
      citations: cite([lead, output, ...sectors.map((s) => s.figure), ...noted.figures]),
      chart:
        price === undefined
          ? undefined
          : {
              kind: 'price',
              metal: metal.id,
              from: prices.main?.years[0] ?? year,
              to: prices.main?.years.at(-1) ?? year,
            },
      chartWanted: question.chart,
    }),
    suggestions: [
      ...(sectors.length > 0 ? [askFor(metal, 'share', { label: `Sectors ${year}`, year })] : []),
      ...(price === undefined ? [] : [askHistory(metal, 'Price history')]),
    ],
  };
};
