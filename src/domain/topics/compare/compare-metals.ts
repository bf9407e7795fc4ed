/** Several metals side by side, like for like: one form, one unit and one edition where the sources have them. */
import type { Line, Span } from '#src/domain/answer.ts';
import { metalOf, type Figure } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { apartLine } from '../combined.ts';
import { nameInText } from '#src/domain/series/material.ts';
import { movesLine } from './race-run.ts';
import { ratioLine } from './compare-ratio.ts';
import { basesCaution } from '../disagreement.ts';
import { pricesOf } from '../price/prices.ts';
import type { Series } from '#src/domain/series/series.ts';
import { alike } from '#src/domain/series/one-unit.ts';
import { countedAsked, countedIn, countedInWords, type Counted } from '../supply-chain/counted.ts';
import { comparativeWords, leaderWords } from '../verdicts/comparative.ts';
import {
  cite,
  countedAs,
  firmness,
  listInWords,
  makePart,
  missing,
  show,
  sourceName,
  yearsInWords,
  type TopicContext,
  type TopicResult,
} from '../topic.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';

type Compared = 'price' | Counted;

/** The price, or what else was asked for, of several metals over the years that all of them have. */
export function compareMetals(context: TopicContext): TopicResult {
  const { question, catalog, thisYear } = context;
  const metals = question.metals.map((id) => metalOf(catalog, id));
  const metric = countedAsked(question.metrics) ?? 'price';
  const tracks = metals.flatMap((metal) => trackOf(metal, metals, metric, question) ?? []);
  const shared = (tracks[0]?.years ?? []).filter((y) => tracks.every((t) => t.years.includes(y)));
  const wanted = question.years.length > 0 ? shared.filter((y) => question.years.includes(y)) : shared;
  const year = wanted.findLast((y) => y <= thisYear);
  const complete = tracks.length === metals.length && tracks.length > 1;
  if (!complete || (year === undefined && question.years.length > 0))
    return nothing(context, metals, tracks, metric, complete ? shared : []);
  // Where no year is shared, the newest of each is said with its year.
  const found = year === undefined ? tracks.map((t) => newest(t, thisYear)) : oneEdition(tracks, year);
  const figures = alike(found) ?? found;
  const bases = new Set(figures.map((f) => f.series.basis));
  const form = metric === 'price' && bases.size === 1 ? formOf(figures) : '';
  const rows = wanted.map((y): Line[] => [
    [String(y)],
    ...inOneUnit(oneEdition(tracks, y)).map((f): Line => [show(f), firmness(f)]),
  ]);
  const what = metric === 'price' ? '' : `, ${countedInWords(metric, figures[0]?.series.country)}`;
  const verdict =
    comparativeWords(question.comparative, figures[0], figures.length === 2 ? figures[1] : undefined) ||
    leaderWords(question.extreme, figures);
  return {
    found: true,
    part: makePart('compare', {
      headline: [
        { strong: [verdict, `${year ?? 'Newest figures'}${form}${what}: `, ...sideBySide(figures, year)] },
      ],
      body: [
        ratioLine(figures.map(sideOf), ({ metal }) => metal.name),
        ...apart(question, figures),
        ...(question.span === null ? [] : movesLine(tracks, wanted)),
      ],
      table: wanted.length === 0 ? undefined : { columns: ['Year', ...metals.map((m) => m.name)], rows },
      cautions: [
        ...(metric === 'price' ? basesCaution(figures, 'so compare with care') : []),
        ...asItIsPrinted(found, figures),
        ...(metric === 'price'
          ? []
          : figures.flatMap((f): Line[] =>
              countedAs(f) === '' ? [] : [[`${f.metal.name}: ${countedAs(f)}`]],
            )),
      ],
      citations: cite(figures),
      ...(metric === 'price'
        ? {
            chart: {
              kind: 'compare-metals',
              metals: metals.map((m) => m.id),
              from: wanted[0] ?? Math.min(...figures.map((f) => f.year)),
              to: wanted.at(-1) ?? Math.max(...figures.map((f) => f.year)),
            } as const,
          }
        : {}),
      chartWanted: metric === 'price' && (question.chart || wanted.length > 2),
    }),
    suggestions: figures.slice(0, 3).map((f) => askFor(f.metal, metric, { year: f.year })),
  };
}

/** A price is of the same form as the other metals' where there is one: oxide beside oxide. */
function trackOf(
  metal: Metal,
  metals: readonly Metal[],
  metric: Compared,
  question: TopicContext['question'],
): Series | undefined {
  const { source, form, perUnit } = question;
  if (metric !== 'price') return countedIn(metal, metric, question);
  const oxide = metals.every((m) => pricesOf(m, { source, form: 'oxide', perUnit: null }).main !== undefined);
  return pricesOf(metal, { source, form: oxide ? 'oxide' : form, perUnit }).main;
}

function nothing(
  { question }: TopicContext,
  metals: readonly Metal[],
  tracks: readonly Series[],
  metric: Compared,
  shared: readonly number[],
): TopicResult {
  const when = question.years.length > 0 ? ` for ${yearsInWords(question.years)}` : '';
  const what = metric === 'price' ? 'prices' : metric;
  // Of another form there may well be one.
  const as = metric === 'price' && question.form !== null ? ` as ${question.form}` : '';
  const held = metals.filter((m) => tracks.some((t) => t.at(t.years[0] ?? 0)?.metal === m));
  const lacking = metals.filter((m) => !held.includes(m)).map((m) => m.name.toLowerCase());
  return missing(
    'compare',
    [`I can't compare ${what} of ${listInWords(metals.map((m) => m.name))}${when}.`],
    [
      ...(lacking.length > 0 ? [[`I have no ${metric} of ${listInWords(lacking, 'or')}${as}.`]] : []),
      ...(shared.length > 0 ? [[`I have both for ${yearsInWords(shared)}.`]] : []),
    ],
    held.slice(0, 3).map((m) => askFor(m, metric)),
  );
}

/** The figures of a year, all of the newest edition that has all of them; where none has, each of its newest. */
function oneEdition(tracks: readonly Series[], year: number): readonly Figure[] {
  const found = tracks.flatMap((t) => t.at(year) ?? []);
  const [first] = found;
  const editions = first === undefined ? [] : [first, ...first.superseded].map(sourceName);
  for (const edition of editions) {
    const same = found.flatMap((f) => [f, ...f.superseded].find((one) => sourceName(one) === edition) ?? []);
    if (same.length === found.length) return same;
  }
  return found;
}

function newest(track: Series, thisYear: number): Figure {
  const year = track.years.findLast((y) => y <= thisYear) ?? track.years[0] ?? thisYear;
  const figure = track.at(year);
  if (figure === undefined) throw new Error(`a track without its own year ${year}`);
  return figure;
}

/** How far the two lie apart, where that is asked and they are alike. */
function apart({ combine }: TopicContext['question'], figures: readonly Figure[]): readonly Line[] {
  const [one, other, ...others] = figures;
  if (combine !== 'difference' || one === undefined || other === undefined || others.length > 0) return [];
  const line = apartLine(named(one), named(other));
  return line.length === 0 ? [] : [line];
}

const named = (figure: Figure) => ({
  name: figure.metal.name,
  inText: nameInText(figure.metal.name),
  figure,
});

const sideOf = (figure: Figure) => ({ figure, when: String(figure.year) });

const inOneUnit = (figures: readonly Figure[]) => alike(figures) ?? figures;

/** "Dysprosium $260/kg (estimate); Terbium $810/kg (estimate)". */
function sideBySide(figures: readonly Figure[], year: number | undefined): Span[] {
  return figures.flatMap((f, i): Span[] => [
    `${i > 0 ? '; ' : ''}${f.metal.name} `,
    show(f),
    `${year === undefined ? ` in ${f.year}` : ''}${firmness(f)}`,
  ]);
}

/** "Copper’s source prints $9,200/t.": where a figure is shown in another unit than its source's. */
function asItIsPrinted(found: readonly Figure[], shown: readonly Figure[]): Line[] {
  return found.flatMap((figure, i): Line[] => {
    const { series, metal, year } = figure;
    const point = series.points.find((p) => p.year === year);
    if (point === undefined || shown[i]?.quantity.unit === series.unit) return [];
    const quantity = { range: point.range, unit: series.unit };
    const printed = { quantity, from: [{ ...figure, quantity: { ...figure.quantity, ...quantity } }] };
    return [[`${metal.name} is printed as `, printed, ` in ${sourceName(figure)}.`]];
  });
}

function formOf([figure]: readonly Figure[]): string {
  return figure === undefined || figure.series.basis === 'unstated' ? '' : `, ${figure.series.basis}`;
}
