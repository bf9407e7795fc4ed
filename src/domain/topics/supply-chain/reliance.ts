/** How far the United States depends on imports of it, and where these come from: the only country whose figures the source has. */
import type { Line } from '#src/domain/answer.ts';
import { figureAt, findSeries, type Figure } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { silenceInWords, silencesIn, type Silent } from '#src/domain/series/packs/silence.ts';
import { holderOf, withGroupCaution } from '#src/domain/topics/group.ts';
import {
  cite,
  firmness,
  listInWords,
  makePart,
  missing,
  show,
  uniqueCitations,
  type Topic,
} from '#src/domain/topics/topic.ts';
import { answerRelianceList, asksForAll } from './reliance-list.ts';
import type { Suggestion } from '#src/domain/answer.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';
import { US } from './counted.ts';
import { importsFromPlaces, sourcesByForm, type SourcesOfForm } from './import-places.ts';

const METRIC = 'import-reliance';

export const answerReliance: Topic = (context) => {
  if (asksForAll(context)) return answerRelianceList(context);
  const { metal, question } = context;
  const holder = holderOf(context, (m) => m.tables.some((table) => table.metric === METRIC));
  if (holder === undefined)
    return missing(
      'reliance',
      [`I have no import reliance of ${metal.name.toLowerCase()}.`],
      [],
      [sourcesOf(metal)],
    );
  const all = findSeries(holder, { metric: METRIC, country: US });
  // Mica has one for sheet and one for scrap and flake: both are said, and not one for all.
  const [own = all, ...others] = [...Map.groupBy(all, ({ form }) => form).values()];
  const form = others.length === 0 ? undefined : own[0]?.form;
  const family = own;
  const years = [...new Set(family.flatMap(({ points }) => points.map(({ year }) => year)))];
  const silent = silencesIn(holder, { metric: METRIC, country: US });
  const known = [...new Set([...years, ...silent.map(({ at }) => Number(at))])].toSorted((a, b) => a - b);
  const wanted = question.years.filter((year) => known.includes(year));
  const year = question.years.length > 0 ? wanted.at(-1) : known.at(-1);
  if (year === undefined)
    return missing(
      'reliance',
      [`I have no US import reliance of ${metal.name.toLowerCase()} for that year.`],
      [[`I have ${known[0]} to ${known.at(-1)}.`]],
      [sourcesOf(metal)],
    );
  const figure = figureAt(holder, family, year);
  const said = silent.find(({ at }) => Number(at) === year);
  const what = `${metal.name}${form === undefined ? '' : `, ${form}`}, US net import reliance`;
  const result = {
    found: true,
    part: makePart('reliance', {
      headline:
        figure === undefined
          ? [{ strong: [`${what}, ${year}: ${said === undefined ? 'not given' : inWords(said)}`] }]
          : [{ strong: [`${what}, ${year}: `, show(figure)] }, firmness(figure)],
      body: [...ofOthers(holder, others, year), ...earlier(holder, family, silent, known, year)],
      cautions: [
        [
          'Imports less exports, as a part of apparent consumption in the United States; no source here has it for another country.',
        ],
        ...notesOf(figure ?? said),
      ],
      citations: uniqueCitations([...cite([figure]), ...(said === undefined ? [] : [said.citation])]),
    }),
    suggestions: [sourcesOf(metal)],
  };
  return withGroupCaution(context, holder, result);
};

/** "Sheet: 100 % (estimate).": the other forms in the same year. */
const ofOthers = (metal: Metal, others: readonly Parameters<typeof figureAt>[1][], year: number): Line[] =>
  others.flatMap((family) => {
    const figure = figureAt(metal, family, year);
    const name = family[0]?.form ?? '';
    return figure === undefined
      ? []
      : [[`${name.charAt(0).toUpperCase()}${name.slice(1)}: `, show(figure), firmness(figure), '.']];
  });

const inWords = (silent: Silent): string =>
  silent.silence === 'net exporter'
    ? 'net exporter (it sells more abroad than it buys)'
    : silenceInWords(silent, 'USGS');

const notesOf = (of: Pick<Figure, 'series'> | undefined): Line[] =>
  (of?.series.notes ?? []).slice(0, 2).map((note) => [note]);

/** "2021 to 2024: 77 %, 72 %, net exporter". */
function earlier(
  metal: Metal,
  family: Parameters<typeof figureAt>[1],
  silent: readonly Silent[],
  years: readonly number[],
  until: number,
): Line[] {
  const before = years.filter((year) => year < until);
  if (before.length === 0) return [];
  const spans = before.flatMap((year, at): Line => {
    const figure = figureAt(metal, family, year);
    const said = silent.find((one) => Number(one.at) === year);
    const value =
      figure === undefined
        ? [said === undefined ? 'not given' : silenceInWords(said, 'USGS')]
        : [show(figure), firmness(figure)];
    return [at === 0 ? `${year}: ` : `; ${year}: `, ...value];
  });
  return [[...spans, '.']];
}

const sourcesOf = (metal: Metal): Suggestion =>
  askFor(metal, 'import-sources', { label: 'Where imports come from' });

/** Who sells it to the United States, by share of four years together. */
export const answerImportSources: Topic = (context) => {
  const { metal, question } = context;
  const holder = holderOf(context, (m) => m.tables.some(({ metric }) => metric === 'import-sources'));
  if (holder === undefined)
    return missing(
      'reliance',
      [`I have no import sources of ${metal.name.toLowerCase()}.`],
      [],
      [askFor(metal, 'import-reliance', { label: 'US import reliance' })],
    );
  const byForm = sourcesByForm(holder, question.form === 'oxide' ? 'oxide' : question.text);
  const ofPlaces = question.rank == null ? importsFromPlaces(context, holder, byForm) : undefined;
  if (ofPlaces !== undefined) return withGroupCaution(context, holder, ofPlaces);
  const [{ form, figures: all } = NOTHING, ...rest] = byForm;
  const shares = all.filter(({ series: { country = '' } }) => question.without?.includes(country) !== true);
  const countries = shares.filter(({ series }) => series.country !== 'Other');
  // "The third biggest supplier": that one, and who is level with it.
  const wanted = countries[(question.rank ?? 1) - 1];
  const isRanked = (question.rank ?? 1) > 1 && wanted !== undefined;
  const level = countries.filter(
    ({ quantity }) =>
      quantity.range.high === wanted?.quantity.range.high && quantity.range.low === wanted.quantity.range.low,
  );
  const lead = isRanked ? level : countries.slice(0, 3);
  const lines = lead.flatMap((figure, at): Line => [
    at === 0 ? '' : ', ',
    `${figure.series.country} `,
    show(figure),
  ]);
  const others = rest.flatMap((one) => one.form ?? []);
  return withGroupCaution(context, holder, {
    found: true,
    part: makePart('reliance', {
      headline: [
        {
          strong: [
            `${metal.name}${form === undefined ? '' : ` (${form})`}, US imports 2021 to 2024 by source${isRanked ? `, number ${question.rank}` : ''}: `,
            ...lines,
          ],
        },
      ],
      table: {
        columns: ['Country', 'Share of imports'],
        rows: shares.map((figure) => [[figure.series.country ?? ''], [show(figure), firmness(figure)]]),
      },
      body: [
        ...(isRanked && level.length > 1 ? [['As printed, they are level.']] : []),
        ...(others.length === 0 ? [] : [[`The source has them for ${listInWords(others)} too.`]]),
      ],
      cautions: [
        [
          'Of the imports of the United States over four years together; no source here has them for another country.',
        ],
      ],
      citations: cite(shares),
    }),
    leads: lead[0]?.series.country,
    suggestions: [askFor(metal, 'import-reliance', { label: 'US import reliance' })],
  });
};

const NOTHING: SourcesOfForm = { form: undefined, figures: [] };
