/** Countries ranked by what they mine or hold. */
import type { Line } from '#src/domain/answer.ts';
import { metalOf, type Figure } from '#src/domain/series/figures.ts';
import { apartLine, sumOfFigures } from '#src/domain/topics/combined.ts';
import { holderOf, withGroupCaution } from '#src/domain/topics/group.ts';
import { ratioLine } from '#src/domain/topics/compare/compare-ratio.ts';
import { stageCaution } from '#src/domain/topics/supply-chain/stages.ts';
import { besideLead, leadOf, type Ranked } from './rank-lead.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { alike } from '#src/domain/series/one-unit.ts';
import {
  cite,
  countedAs,
  figureLabel,
  firmness,
  listInWords,
  makePart,
  missing,
  show,
  yearsInWords,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { leftOut, leftBehind } from './rank-left-out.ts';
import { countriesCounted, topProducers, countryTracks, rank } from './country-tracks.ts';

/** All countries, or those named, in the newest year that they have, or the one asked for. */
export function answerRanking(context: TopicContext, metric: 'production' | 'reserves'): TopicResult {
  const { metal, question } = context;
  const holder = holderOf(context, (m) => countriesCounted(m, metric).length > 0);
  const tracks = holder === undefined ? [] : countryTracks(context, holder, metric);
  const years = [...new Set(tracks.flatMap((t) => t.track.years))].toSorted((a, b) => a - b);
  // "Nowadays" is of the newest year.
  const asked = question.current && question.years.length === 1 ? undefined : question.years.at(-1);
  const year = metric === 'reserves' ? years.at(-1) : (asked ?? years.at(-1));
  const without = question.without ?? [];
  // "Where does Peru rank": among all of them.
  const [placed, ...others] = question.allCountries ? question.countries : [];
  const isPlaced = placed !== undefined && others.length === 0;
  const named =
    question.countries.length > 0 && !isPlaced
      ? tracks.filter((t) => question.countries.includes(t.country))
      : tracks;
  const chosen = named.filter((t) => !without.includes(t.country));
  const ranked = year === undefined ? [] : rank(chosen, year);
  const [top] = ranked;
  // Where a year has the United States alone, it leads nobody.
  const isAlone = ranked.length === 1 && chosen.length > 1 && question.countries.length === 0;
  if (holder === undefined || top === undefined || year === undefined || isAlone) {
    const several = years.filter((one) => tracks.filter(({ track }) => track.at(one)).length > 1);
    const known = isAlone ? several : years;
    const have = known.length > 0 ? [[`I have countries for ${yearsInWords(known)}.`]] : [];
    return missing(
      metric,
      [
        `I have no ${metric} by country of ${metal.name.toLowerCase()}${year === undefined ? '' : ` for ${year}`}.`,
      ],
      have,
      topProducers(holder ?? metalOf(context.catalog, context.catalog.defaultMetal), context),
    );
  }
  const world = seriesIn(holder, { metric }, question.perUnit).flatMap((t) => t.at(year) ?? []);
  const sameEdition = [...world, ...world.flatMap((f) => f.superseded)].find(
    (f) => f.series.source === top.figure.series.source,
  );
  const [, total] = (sameEdition && alike([top.figure, sameEdition])) ?? [];
  const when = figureLabel(top.figure);
  const kinds = new Set(ranked.map((r) => firmness(r.figure)));
  const rows: Line[][] = ranked
    .slice(0, question.listed)
    .map(({ country, figure }) => [
      [country],
      kinds.size > 1 ? [show(figure), firmness(figure)] : [show(figure)],
    ]);
  const lead = leadOf(question, ranked, isPlaced ? placed : undefined) ?? { said: 'leads', first: top };
  const { said, first } = lead;
  const lacking = without.length === 0 ? '' : ` without ${listInWords(without)}`;
  const what = metric === 'reserves' ? 'reserves' : `${top.figure.series.stage ?? 'mine'} production`;
  const begins = `${holder.name}, ${what}${lacking}, ${when}: `;
  const all = ranked.map(({ figure }) => figure);
  const sum =
    question.combine === 'sum' && question.countries.length > 1 && ranked.length > 1
      ? sumOfFigures(all)
      : undefined;
  const set = sum === undefined ? setApart(question, ranked, when) : undefined;
  const leading: Line[] = [[`${first.country} ${said}, `, show(first.figure), firmness(first.figure), '.']];
  const result: TopicResult = {
    found: true,
    part: makePart(metric, {
      headline: [
        {
          strong:
            set !== undefined
              ? [begins, ...set]
              : sum === undefined
                ? [`${begins}${numberOf(question, ranked)}${first.country} ${said}, `, show(first.figure)]
                : [
                    `${begins}${listInWords(ranked.map(({ country }) => country))} together, `,
                    { quantity: sum, from: all },
                  ],
        },
        set === undefined ? firmness(sum === undefined ? first.figure : { quantity: sum }) : '',
      ],
      body: [
        ...(isPlaced && !ranked.some((one) => one.country === placed)
          ? [[`${placed} is not among the countries that the source lists.`]]
          : []),
        ...(set === undefined ? [] : leading),
        ...(sum === undefined ? besideLead(ranked, lead) : []),
        ...leftOut(tracks, without, year),
        ...(total === undefined
          ? []
          : [['World total in the same edition: ', show(total), firmness(total), '.']]),
      ],
      table: { columns: ['Country', metric === 'reserves' ? 'Reserves' : 'Production'], rows },
      cautions: [
        ...(kinds.size === 1 && first.figure.quantity.firmness === 'estimated'
          ? [['All of these are estimates.']]
          : []),
        ...(metric === 'production' ? stageCaution(context, first.figure) : []),
        ...leftBehind(chosen, ranked, year),
        ...[...new Set(ranked.flatMap((r) => [countedAs(r.figure), ...r.figure.series.notes]))]
          .filter((note) => note !== '')
          .map((note): Line => [note]),
      ],
      citations: cite([...all, total]),
      ...(metric === 'production' ? { chart: { kind: 'countries', metal: holder.id, year } as const } : {}),
      chartWanted: question.chart || (metric === 'production' && ranked.length > 3),
    }),
    suggestions: [],
    leads: sum === undefined ? first.country : undefined,
  };
  return withGroupCaution(context, holder, result);
}

/** By how much, or by how many times, the first leads the second, where that is asked: it is what is told first. */
function setApart(
  { combine, text }: TopicContext['question'],
  ranked: readonly Ranked[],
  when: string,
): Line | undefined {
  const [one, other, ...more] = ranked.filter(({ country }) => country !== 'Other');
  if (one === undefined || other === undefined) return undefined;
  if (more.length === 0 && RATIO.test(text)) {
    const nameOf = (figure: Figure) => ranked.find((each) => each.figure === figure)?.country ?? '';
    return ratioLine(
      [one, other].map(({ figure }) => ({ figure, when })),
      nameOf,
    );
  }
  if (combine !== 'difference') return undefined;
  return apartLine({ ...one, name: one.country }, { ...other, name: other.country });
}
const RATIO =
  /\bratios?\b|\b(?:how many|x) times\b|\btimes (?:as|more|larger|bigger)\b|\bfactor\b|\bmultiple\b/iu;

/** "12 countries are listed; ": where their number is asked for. "Other" is none, and neither is one that has nothing. */
function numberOf({ ofCountries }: TopicContext['question'], ranked: readonly Ranked[]): string {
  if (ofCountries !== 'number') return '';
  const listed = ranked.filter(
    ({ country, figure }) => country !== 'Other' && figure.quantity.range.high > 0,
  ).length;
  return listed === 1 ? 'one country is listed; ' : `${listed} countries are listed; `;
}
