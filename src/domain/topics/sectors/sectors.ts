/** Who uses it, by figures: sector shares of a year or over years, when one passed another, tonnes implied. */
import { says } from '#src/domain/reading/asked/manner.ts';
import type { Line, Span } from '#src/domain/answer.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { multiply, scale, type Quantity } from '#src/domain/measure/figure.ts';
import type { Sector } from '#src/domain/series/metal.ts';
import { about } from '#src/domain/measure/rounding.ts';
import { notes, partCautions, projectionCaution, restCaution, restInWords } from './sector-cautions.ts';
import { changeLines, overtaking } from './sector-moves.ts';
import { apartLine, sumOfFigures } from '#src/domain/topics/combined.ts';
import { answerThreshold } from '#src/domain/topics/verdicts/threshold.ts';
import { sectorTracks, type SectorTrack } from './sector-tracks.ts';
import { newestYear, type Series } from '#src/domain/series/series.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import {
  cite,
  firmness,
  listInWords,
  makePart,
  missing,
  show,
  yearsInWords,
  type Topic,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { askFor, askHistory } from '#src/domain/topics/suggestions.ts';
import { answerExtreme } from '#src/domain/topics/verdicts/extreme.ts';
import { answerUses, hasUses } from '#src/domain/topics/supply-chain/uses.ts';
import { asksWhichMoved, manyYears } from './sectors-over-years.ts';

export const answerSectors: Topic = (context) => {
  const { metal, question, thisYear } = context;
  const all = sectorTracks(metal);
  const [sample] = all;
  // What has no sectors may have uses, or what is consumed of it.
  const ofUses = says(question, 'use') || says(question, 'goes into');
  if (sample === undefined && (hasUses(metal) || ofUses)) return answerUses(context);
  if (sample === undefined) {
    return missing(
      'sectors',
      [`I have no sector shares for ${metal.name.toLowerCase()}.`],
      [],
      shareSuggestions(context),
    );
  }
  const named = metal.sectors.filter((s) => question.sectors.includes(s.id));
  const blank = named.filter((s) => !all.some((t) => t.sector.id === s.id));
  const chosen = named.length === 0 ? all : all.filter((t) => named.includes(t.sector));
  if (chosen.length === 0) return withoutFigures(context, blank, all);
  const [only] = chosen;
  const verdict =
    only !== undefined && named.length === 1
      ? answerThreshold(context, {
          topic: 'sectors',
          what: `share of ${only.sector.name.toLowerCase()}`,
          track: only.track,
        })
      : undefined;
  if (verdict !== undefined) return verdict;
  // "Average ev share", "when was the electronics share lowest".
  const isOver = question.years.length !== 1 || question.span !== null;
  if (question.extreme !== null && only !== undefined && named.length === 1 && isOver)
    return answerExtreme(context, 'sectors', only.track);
  if (question.intent === 'overtake') return overtaking(context, all);
  const wanted =
    question.years.length > 0
      ? question.years
      : defaultYears(question.chart || asksWhichMoved(question), sample.track, thisYear);
  const years = wanted.filter((y) => chosen.some((t) => t.track.at(y) !== undefined));
  if (years.length === 0) {
    return missing(
      'sectors',
      [`I have no sector shares for ${yearsInWords(wanted)}.`],
      [[`I have ${yearsInWords(sample.track.years)}.`]],
      shareSuggestions(context),
    );
  }
  const [year] = years;
  return years.length === 1 && year !== undefined
    ? oneYear(context, chosen, all, blank, year)
    : manyYears(context, chosen, blank, years, wanted);
};

function defaultYears(chart: boolean, track: Series, thisYear: number): readonly number[] {
  const newest = newestYear(track, thisYear);
  return chart || newest === undefined ? track.years : [newest];
}

function oneYear(
  context: TopicContext,
  chosen: readonly SectorTrack[],
  all: readonly SectorTrack[],
  blank: readonly Sector[],
  year: number,
): TopicResult {
  const { metal, question } = context;
  const shares = chosen.flatMap(({ sector, track }) => {
    const figure = track.at(year);
    return figure === undefined ? [] : [{ sector, track, figure }];
  });
  const allFigures = all.flatMap(({ track }) => track.at(year) ?? []);
  const production = seriesIn(metal, { metric: 'production' }, question.perUnit)[0]?.at(year);
  const headline: Span[] = [`${metal.name}, ${year}: `, ...restInWords(question.rest === true, allFigures)];
  shares.forEach(({ sector, figure }, i) => {
    headline.push(`${i > 0 ? ', ' : ''}${i > 0 ? sector.name.toLowerCase() : sector.name} `, show(figure));
  });
  const total =
    question.combine === 'sum' && shares.length === chosen.length
      ? sumOfFigures(shares.map(({ figure }) => figure))
      : undefined;
  if (total !== undefined)
    headline.push('; together ', { quantity: total, from: shares.map(({ figure }) => figure) });
  const moves = shares.flatMap(({ sector, track, figure }) => changeLines(sector, track, figure));
  const implied = production === undefined ? [] : [impliedTonnes(shares, production)];
  return {
    found: true,
    part: makePart('sectors', {
      headline: [{ strong: headline }, shares[0] === undefined ? '' : firmness(shares[0].figure)],
      body: [...apart(question, shares), ...moves, ...implied],
      cautions: [
        ...projectionCaution(year, shares),
        ...restCaution(allFigures, chosen.length === all.length),
        ...partCautions(context, chosen),
        ...notes(blank),
      ],
      citations: cite([...shares.map((s) => s.figure), ...(implied.length > 0 ? [production] : [])]),
      chart: { kind: 'sectors', metal: metal.id, year },
      chartWanted: question.chart,
    }),
    suggestions: [askHistory(metal, 'Sectors over time', 'share')],
  };
}

/** How far two of them lie apart, where that is asked. */
function apart(
  { combine }: TopicContext['question'],
  shares: readonly { readonly sector: Sector; readonly figure: Figure }[],
): readonly Line[] {
  const [one, other] = shares.map(({ sector, figure }) => ({
    name: sector.name,
    inText: sector.name.toLowerCase(),
    figure,
  }));
  return combine === 'difference' && one !== undefined && other !== undefined ? [apartLine(one, other)] : [];
}

/** Share times production is tonnes of demand only if demand equals production, and is called so. */
function impliedTonnes(shares: readonly { sector: Sector; figure: Figure }[], production: Figure): Line {
  const line: Span[] = [];
  shares.forEach(({ sector, figure }, i) => {
    const range = scale(multiply(figure.quantity.range, production.quantity.range), 0.01);
    const tonnes: Quantity = { range, unit: production.quantity.unit };
    const quantity = about(tonnes, figure.quantity.range, production.quantity.range);
    line.push(
      i > 0 ? ', ' : 'Implied: ',
      { quantity, from: [figure, production] },
      ` for ${sector.name.toLowerCase()}`,
    );
  });
  return [...line, ' (share times production of ', show(production), ', if demand equals production).'];
}

function withoutFigures(
  context: TopicContext,
  blank: readonly Sector[],
  all: readonly SectorTrack[],
): TopicResult {
  const { metal } = context;
  const names = listInWords(blank.map((s) => s.name.toLowerCase()));
  const have = listInWords(all.map((t) => t.sector.name.toLowerCase()));
  return missing(
    'sectors',
    [`I have no share for ${names} in ${metal.name.toLowerCase()} demand.`],
    [...notes(blank), [`I have ${have}. What they leave over is not the share of ${names}.`]],
    shareSuggestions(context),
  );
}

function shareSuggestions({ metal, catalog }: TopicContext) {
  const known =
    sectorTracks(metal).length > 0 ? metal : catalog.metals.find((m) => sectorTracks(m).length > 0);
  return known === undefined ? [] : [askFor(known, 'share', { label: `${known.name} by sector` })];
}
