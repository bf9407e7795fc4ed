/** What a table counts beside price, output and reserves: capacity, consumption, trade, stocks. By country, or of the United States. */
import type { Line, TopicId } from '#src/domain/answer.ts';
import { findSeries, type Figure } from '#src/domain/series/figures.ts';
import type { Metal, NumericSeries } from '#src/domain/series/metal.ts';
import { newestYear, type Series } from '#src/domain/series/series.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { silenceInWords, silencesIn } from '#src/domain/series/packs/silence.ts';
import { holderOf, withGroupCaution } from '#src/domain/topics/group.ts';
import {
  cite,
  countedAs,
  firmness,
  makePart,
  missing,
  show,
  uniqueCitations,
  yearsInWords,
  type Topic,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';
import { countedOf, noWorld, US } from './counted.ts';

type Counted = Extract<NumericSeries['metric'], TopicId>;

/** The topic of one such metric. */
export const answerTable =
  (metric: Counted): Topic =>
  (context) => {
    const { question } = context;
    const holder = holderOf(context, (m) => m.tables.some((table) => table.metric === metric));
    const world = holder !== undefined && seriesIn(holder, { metric }).length > 0;
    const country = question.countries[0] ?? (world ? undefined : US);
    const isByCountry =
      holder !== undefined &&
      holder.countries.some(
        ({ name }) => name !== US && findSeries(holder, { metric, country: name }).length > 0,
      );
    if (question.allCountries && holder !== undefined && !isByCountry)
      return ofUsAlone(context, holder, metric);
    const [track, ...others] =
      holder === undefined ? [] : countedOf(holder, metric, country, question.perUnit);
    const result =
      track === undefined || holder === undefined
        ? silent(context, holder, metric, country)
        : figures(context, { track, others }, metric, country);
    return holder === undefined ? result : withGroupCaution(context, holder, result);
  };

/** "Who consumes most": nobody is ranked by what is known of one. */
function ofUsAlone({ metal }: TopicContext, holder: Metal, metric: Counted): TopicResult {
  const newest = seriesIn(holder, { metric, country: US })
    .slice(0, 1)
    .flatMap((track) => track.at(track.years.at(-1) ?? 0) ?? []);
  return missing(
    metric,
    [`I have no ${metric} of ${metal.name.toLowerCase()} by country.`],
    [
      ['The source has it for the United States alone.'],
      ...newest.map((figure): Line => [`${figure.year}: `, show(figure), firmness(figure), '.']),
    ],
    [askFor(metal, metric, { label: `US ${metric}` })],
    cite(newest),
  );
}

function figures(
  { metal, question, thisYear }: TopicContext,
  { track, others }: { readonly track: Series; readonly others: readonly Series[] },
  metric: Counted,
  country: string | undefined,
): TopicResult {
  // "Nowadays" is of the newest year.
  const isNow = question.current && question.years.length === 1;
  const wanted =
    question.years.length > 0 && !isNow ? question.years : [newestYear(track, thisYear) ?? thisYear];
  const found = wanted.flatMap((year) => track.at(year) ?? []);
  const [first, last] = [found[0], found.at(-1)];
  const what = `${metal.name}, ${metric}${country === undefined ? ', world' : `, ${country}`}`;
  if (first === undefined || last === undefined)
    return missing(
      metric,
      [`I have no ${metric} of ${metal.name.toLowerCase()} for ${yearsInWords(wanted)}.`],
      [[`I have ${yearsInWords(track.years)}.`]],
      [],
    );
  const beside = others.flatMap((one) => one.at(last.year) ?? []);
  const apart: Line[] =
    beside.length === 0
      ? []
      : [
          [
            'Counted apart by the source: ',
            ...beside.flatMap((one, at): Line => [
              `${at === 0 ? '' : '; '}${one.series.form ?? one.series.label}, `,
              show(one),
              firmness(one),
            ]),
            '.',
          ],
        ];
  return {
    found: true,
    part: makePart(metric, {
      headline: [
        {
          strong: [
            noWorld(question, country, `${metric} of ${metal.name.toLowerCase()}`),
            `${what}, ${last.year}: `,
            show(last),
          ],
        },
        firmness(last),
      ],
      body: [[`As the source words it: ${last.series.label}.`], ...apart],
      ...(found.length > 1
        ? {
            table: {
              columns: ['Year', 'Figure'],
              rows: found.map((one): Line[] => [[String(one.year)], [show(one), firmness(one)]]),
            },
          }
        : {}),
      cautions: cautions(last),
      citations: cite([...found, ...beside]),
    }),
    suggestions: [askFor(metal, 'import-reliance', { label: 'US import reliance' })],
  };
}

const cautions = (figure: Figure): Line[] =>
  [countedAs(figure), ...figure.series.notes.slice(0, 2)].filter((note) => note !== '').map((note) => [note]);

/** What stands in place of a number, or that there is nothing. */
function silent(
  { metal, question }: TopicContext,
  holder: Metal | undefined,
  metric: Counted,
  country: string | undefined,
): TopicResult {
  const said = holder === undefined ? [] : silencesIn(holder, { metric, country });
  const found = said.findLast(({ at }) => question.years.length === 0 || question.years.includes(Number(at)));
  if (found === undefined || holder === undefined) {
    const others = holder === undefined ? [] : findSeries(holder, { metric, country: US });
    return missing(
      metric,
      [
        `I have no ${metric} of ${metal.name.toLowerCase()}${country === undefined ? '' : ` for ${country}`}.`,
      ],
      others.length === 0 ? [] : [['The source has it for the United States alone.']],
      [askFor(metal, 'production', { label: 'Production' })],
    );
  }
  return {
    found: true,
    part: makePart(metric, {
      headline: [
        {
          strong: [
            noWorld(question, country, `${metric} of ${metal.name.toLowerCase()}`),
            `${metal.name}, ${metric}${country === undefined ? '' : `, ${country}`}, ${found.at}: ${silenceInWords(found, 'USGS')}`,
          ],
        },
      ],
      citations: uniqueCitations([found.citation]),
    }),
    suggestions: [],
  };
}
