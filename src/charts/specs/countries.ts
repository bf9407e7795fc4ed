/** Who mines it: countries of one year, ranked. */
import type { ChartSubject } from '#src/domain/answer.ts';
import { families, figureAt, findSeries } from '#src/domain/catalog.ts';
import { exactly, isExact, midpoint, type Range } from '#src/domain/figure.ts';
import { isNumeric, type Metal, type NumericSeries } from '#src/domain/metal.ts';
import type { Figures, Mark, RankingSpec } from '../spec.ts';
import { altTextOf, compactText, figureText, footText, percentText, unitText } from '../words.ts';
import { basisText, markOf, sourcesOf } from './series.ts';
import { weakest } from './sectors.ts';

/** More bars than this can't be read at 360 px; the smallest are added up and called so. */
const MOST_ROWS = 13;

interface Row {
  readonly label: string;
  readonly range: Range;
  readonly mark: Mark;
  readonly collective: boolean;
  readonly series: NumericSeries;
}

export function countriesSpec(
  subject: Extract<ChartSubject, { kind: 'countries' }>,
  metal: Metal,
  catalog: Figures,
): RankingSpec | undefined {
  const group = catalog.metals.find((m) => m.id === metal.group);
  for (const owner of group === undefined ? [metal] : [metal, group]) {
    const rows = rowsOf(owner, subject.year);
    if (rows.length > 0) return rankingSpec(subject.year, metal, owner, rows);
  }
  return undefined;
}

function rowsOf(metal: Metal, year: number): readonly Row[] {
  const named = new Set(metal.series.filter(isNumeric).flatMap((s) => s.country ?? []));
  return [...named]
    .flatMap((country): Row[] => {
      const [family] = families(findSeries(metal, { metric: 'production', role: 'headline', country }));
      const figure = family && figureAt(metal, family, year);
      if (figure === undefined) return [];
      return [
        {
          label: country,
          range: figure.quantity.range,
          mark: markOf(figure.quantity.firmness),
          collective: country.toLowerCase().startsWith('other'),
          series: figure.series,
        },
      ];
    })
    .toSorted((a, b) => Number(a.collective) - Number(b.collective) || midpoint(b.range) - midpoint(a.range));
}

function rankingSpec(year: number, metal: Metal, owner: Metal, all: readonly Row[]): RankingSpec | undefined {
  const [top] = all;
  if (top === undefined) return undefined;
  // Bars on one axis must count one thing.
  const rows = shorten(all.filter((row) => row.series.unit === top.series.unit));
  const { unit } = top.series;
  const mark = weakest(rows.map((row) => row.mark));
  const word = mark === 'reported' ? '' : `, ${mark}`;
  const instead = owner === metal ? '' : ` (none are given for ${metal.name.toLowerCase()} alone)`;
  const share = worldShare(owner, top, year);
  const finding =
    share === undefined ? figureText(top.range, unit) : `${percentText(share)} % of the world’s`;
  const title = `${top.label} mined ${share === undefined ? 'most' : ''} ${owner.name.toLowerCase()}`;
  const what = `${owner.name} mined, ${unitText(unit)} of ${basisText(top.series)}, ${year}${word}`;
  return {
    kind: 'ranking',
    unit,
    rows: rows.map(({ label, range, mark: own, collective }) => ({ label, range, mark: own, collective })),
    title:
      share === undefined
        ? `${title}: ${finding} in ${year}`
        : `${top.label} mined ${finding} ${owner.name.toLowerCase()} in ${year}`,
    subtitle: `${what}${instead}`,
    foot: footText(
      sourcesOf(
        owner,
        rows.map((row) => row.series),
      ),
    ),
    altText: altTextOf([
      `Horizontal bars of ${owner.name.toLowerCase()} mined by country in ${year}${word}, ${unitText(unit)}.`,
      `${rows.map((row) => `${row.label} ${isExact(row.range) ? compactText(row.range.low) : figureText(row.range, unit)}`).join(', ')}.`,
    ]),
  };
}

/** The top country's part of the world, both from one edition; percent. */
function worldShare(metal: Metal, top: Row, year: number): number | undefined {
  const world = findSeries(metal, { metric: 'production', role: 'headline' }).find(
    (s) => s.source === top.series.source && s.unit === top.series.unit,
  );
  const point = world?.points.find((p) => p.year === year);
  if (point === undefined || midpoint(point.range) <= 0 || !isExact(point.range) || !isExact(top.range))
    return undefined;
  return (top.range.low / point.range.low) * 100;
}

function shorten(rows: readonly Row[]): readonly Row[] {
  if (rows.length <= MOST_ROWS) return rows;
  const single = rows.filter((row) => !row.collective);
  const collective = rows.filter((row) => row.collective);
  const kept = single.slice(0, MOST_ROWS - 1 - collective.length);
  const rest = single.slice(kept.length);
  const [first] = rest;
  if (first === undefined) return rows;
  const sum = rest.reduce((t, r) => ({ low: t.low + r.range.low, high: t.high + r.range.high }), exactly(0));
  const joined: Row = {
    ...first,
    label: `${rest.length} more`,
    range: sum,
    mark: weakest(rest.map((r) => r.mark)),
    collective: true,
  };
  return [...kept, joined, ...collective];
}
