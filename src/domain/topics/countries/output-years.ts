/** Output over time, of the world or of a country: one year with the one before it and its part of the world, or several years. */
import { says } from '#src/domain/reading/asked/manner.ts';
import type { Line, Span } from '#src/domain/answer.ts';
import type { Threshold } from '#src/domain/reading/frame.ts';
import { shareOf } from '#src/domain/measure/rounding.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { seriesOfTable } from '#src/domain/series/packs/with-tables.ts';
import { figuresIn, newestObserved, newestYear, yearBefore, type Series } from '#src/domain/series/series.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { shareOfOutput } from './share-of-world.ts';
import { differenceOf, sumOfFigures } from '../combined.ts';
import { US } from '../supply-chain/counted.ts';
import { judgeRange, SAID } from '../verdicts/past-line.ts';
import { stageLines } from '../supply-chain/stages.ts';
import {
  against,
  capitalised,
  cite,
  countedAs,
  firmness,
  makePart,
  missing,
  show,
  sourceName,
  yearsInWords,
  type TopicContext,
  type TopicResult,
} from '../topic.ts';
import { askFor, askHistory } from '#src/domain/topics/suggestions.ts';
import { topProducers } from './country-tracks.ts';

/** "What share of lead is recycled": what is won from scrap beside what is used. */
function partOfUse({ metal, question }: TopicContext, figure: Figure): Line[] {
  if (figure.series.stage !== 'secondary' || !says(question, 'part')) return [];
  const used = metal.tables
    .filter((table) => table.metric === 'consumption' && /apparent/iu.test(table.label))
    .flatMap((table) =>
      seriesIn({ ...metal, series: seriesOfTable(table) }, { metric: 'consumption', country: US }),
    )
    .flatMap((track) => track.at(figure.year) ?? []);
  const [first] = used;
  const share = first && shareOf(figure.quantity, first.quantity);
  return share === undefined || first === undefined
    ? []
    : [
        [
          'That is ',
          { quantity: share, from: [figure, first] },
          ' of apparent consumption in the United States (',
          show(first),
          firmness(first),
          ').',
        ],
      ];
}

/** "Refinery production": what is made of what was mined is said to be, for a country may have the one and not the other. */
const stageSaid = (stage: string | undefined): string => {
  if (stage === 'secondary') return 'secondary production (from scrap)';
  return stage === 'refinery' || stage === 'smelter' ? `${stage} production` : 'production';
};

/** The figures of the years that are asked for; the newest where none is. */
export function answerTrack(context: TopicContext, track: Series, country: string | undefined): TopicResult {
  const { metal, question, thisYear } = context;
  const history = question.chart || question.span !== null;
  // "Current production": what was observed last, before what is expected.
  const expected = question.current && question.years.length === 1 && question.span === null && !history;
  const observed = expected ? newestObserved(track, thisYear) : undefined;
  const wanted =
    observed !== undefined
      ? [observed]
      : question.years.length > 0
        ? question.years
        : history
          ? track.years
          : [newestYear(track, thisYear) ?? thisYear];
  const figures = figuresIn(track, wanted);
  const [first, last] = [figures[0], figures.at(-1)];
  const stage = stageSaid(first?.series.stage);
  const label = country === undefined ? `world ${stage}` : `${stage}, ${country}`;
  if (first === undefined || last === undefined) {
    return missing(
      'production',
      [
        `I have no ${label} of ${metal.name.toLowerCase()} for ${question.finerTime ?? yearsInWords(wanted)}.`,
      ],
      [[`I have ${yearsInWords(track.years)}.`]],
      [
        askFor(metal, 'production', {
          label: `Production ${track.years.at(-1)}`,
          year: track.years.at(-1),
          country,
        }),
      ],
      cite([track.at(track.years[0] ?? 0)]),
    );
  }
  const lacking = wanted.filter((y) => track.at(y) === undefined);
  return figures.length === 1
    ? oneYear(context, track, label, country, first, lacking)
    : manyYears(context, label, figures, lacking, country);
}

/** "Is its share above 65 %": yes or no first; '' where no such line is drawn. */
function shareVerdict(threshold: Threshold | null, share: Span): string {
  if (threshold?.unit !== '%' || typeof share !== 'object' || !('quantity' in share)) return '';
  return `${SAID[judgeRange(share.quantity.range, threshold.value, threshold.side)]}. `;
}

function oneYear(
  context: TopicContext,
  track: Series,
  label: string,
  country: string | undefined,
  figure: Figure,
  lacking: readonly number[],
): TopicResult {
  const { metal, catalog, question, thisYear } = context;
  const earlier = yearBefore(track, figure);
  const share = country === undefined ? undefined : shareOfOutput(catalog, metal.id, country, figure.year);
  const body: Line[] = [];
  if (earlier !== undefined) body.push([...capitalised(against(figure, earlier)), '.']);
  body.push(...partOfUse(context, figure));
  const projected = question.current ? figuresIn(track, question.years) : [];
  for (const later of projected.filter((f) => f.year > figure.year))
    body.push([`For ${later.year} the source has `, show(later), firmness(later), '.']);
  const ofShare = question.metrics.includes('share') || question.threshold?.unit === '%';
  const leads = share !== undefined && ofShare;
  if (leads) body.unshift(['Its output: ', show(figure), firmness(figure), '.']);
  else if (share !== undefined)
    body.push(['That is ', share, ` of the world total in the same edition (${sourceName(figure)}).`]);
  return {
    found: true,
    part: makePart('production', {
      headline: leads
        ? [
            {
              strong: [
                shareVerdict(question.threshold ?? null, share),
                `${metal.name}, share of world production, ${country ?? ''}, ${figure.year}: `,
                share,
              ],
            },
            firmness(figure),
          ]
        : [{ strong: [`${metal.name}, ${label}, ${figure.year}: `, show(figure)] }, firmness(figure)],
      body,
      cautions: [
        ...stageLines(context, figure),
        ...(lacking.length > 0 && !question.current ? [[`No figure for ${yearsInWords(lacking)}.`]] : []),
        ...(question.years.length === 0 && figure.year < thisYear
          ? [[`This is the newest figure I have; none for ${thisYear}.`]]
          : []),
        ...[countedAs(figure), ...figure.series.notes].filter((n) => n !== '').map((note): Line => [note]),
        ...figure.superseded.map((o): Line => [
          `${sourceName(o)}, an older edition, had `,
          show(o),
          firmness(o),
          '.',
        ]),
      ],
      citations: cite([figure, ...figure.superseded]),
      ...chartOf(metal, country, figure.year, track.years),
      chartWanted: question.chart,
    }),
    suggestions: [
      country === undefined ? askHistory(metal, 'History', 'production') : topProducers(metal, context)[0],
    ].filter((suggestion) => suggestion !== undefined),
  };
}

function chartOf(metal: Metal, country: string | undefined, year: number, years: readonly number[]) {
  if (country !== undefined) return { chart: { kind: 'countries', metal: metal.id, year } } as const;
  return {
    chart: { kind: 'production', metal: metal.id, from: years[0] ?? year, to: years.at(-1) ?? year },
  } as const;
}

function manyYears(
  context: TopicContext,
  label: string,
  figures: readonly Figure[],
  lacking: readonly number[],
  country: string | undefined,
): TopicResult {
  const { metal, question } = context;
  const [first, last] = [figures[0], figures.at(-1)];
  if (first === undefined || last === undefined) throw new Error('manyYears needs figures');
  const editions = new Set(figures.map((f) => f.series.source)).size;
  const total = question.combine === 'sum' && lacking.length === 0 ? sumOfFigures(figures) : undefined;
  const when = yearsInWords(figures.map((f) => f.year));
  const ends: Line = [show(first), ' to ', show(last)];
  return {
    found: true,
    part: makePart('production', {
      headline: [
        {
          strong: [
            `${metal.name}, ${label}, ${when}: `,
            ...(total === undefined ? ends : [{ quantity: total, from: figures }, ' in all']),
          ],
        },
        total === undefined ? firmness(last) : firmness({ quantity: total }),
      ],
      body: [
        ...(total === undefined ? [] : [['From ', ...ends, ' a year.']]),
        ...(editions === 1
          ? [[...capitalised(against(last, first)), ...differenceOf(first, last), '.']]
          : []),
      ],
      table: {
        columns: ['Year', 'Production', 'Source'],
        rows: figures.map((f) => [[String(f.year)], [show(f), firmness(f)], [sourceName(f)]]),
      },
      cautions: [
        ...(lacking.length > 0 ? [[`No figure for ${yearsInWords(lacking)}.`]] : []),
        ...(editions > 1
          ? [['The years come from different editions, so no change is worked out between them.']]
          : []),
      ],
      citations: cite(figures),
      ...chartOf(
        metal,
        country,
        last.year,
        figures.map((f) => f.year),
      ),
      chartWanted: question.chart || figures.length > 2,
    }),
    suggestions: [],
  };
}
