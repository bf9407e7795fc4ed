/** Who mines it: countries of one year, ranked. */
import type { ChartSubject } from '#src/domain/series/chart-subject.ts';
import { families, figureAt, findSeries } from '#src/domain/series/figures.ts';
import {
  exactly,
  inMass,
  isExact,
  isMassUnit,
  midpoint,
  type Range,
  type Unit,
} from '#src/domain/measure/figure.ts';
import { isNumeric, type Metal, type NumericSeries } from '#src/domain/series/metal.ts';
import { shareOf } from '#src/domain/measure/rounding.ts';
import type { ChartSpec, Figures, Firmness } from '#src/charts/spec.ts';
import {
  altTextOf,
  compactText,
  figureText,
  footText,
  percentText,
  rangeText,
  unitText,
} from '#src/charts/words.ts';
import { barKey, weakest } from './lines.ts';
import { basisText, firmnessOf, sourcesOf } from './series.ts';

/** More bars than this can't be read at 360 px; the smallest are added up and called so. */
const MOST_ROWS = 13;

interface Row {
  readonly label: string;
  readonly unit: Unit;
  readonly range: Range;
  readonly firmness: Firmness;
  readonly collective: boolean;
  readonly series: NumericSeries;
}

export function countriesSpec(
  subject: Extract<ChartSubject, { kind: 'countries' }>,
  metal: Metal,
  catalog: Figures,
): ChartSpec | undefined {
  const group = catalog.metals.find((m) => m.id === metal.group);
  for (const owner of group === undefined ? [metal] : [metal, group]) {
    const rows = rowsOf(owner, subject.year);
    if (rows.length > 0) return rankingSpec(subject.year, metal, owner, rows);
  }
  return undefined;
}

function rowsOf(metal: Metal, year: number): readonly Row[] {
  const named = new Set(metal.series.filter(isNumeric).flatMap((s) => s.country ?? []));
  return inOneUnit(
    [...named].flatMap((country): Row[] => {
      const [family] = families(findSeries(metal, { metric: 'production', role: 'headline', country }));
      const figure = family && figureAt(metal, family, year);
      if (figure === undefined) return [];
      return [
        {
          label: country,
          unit: figure.quantity.unit,
          range: figure.quantity.range,
          firmness: firmnessOf(figure.quantity.firmness),
          collective: country.toLowerCase().startsWith('other'),
          series: figure.series,
        },
      ];
    }),
  ).toSorted((a, b) => Number(a.collective) - Number(b.collective) || midpoint(b.range) - midpoint(a.range));
}

/** Bars on one axis count one thing: masses in the first one's unit, and nothing that is no mass. */
function inOneUnit(rows: readonly Row[]): readonly Row[] {
  const unit = rows[0]?.unit;
  if (unit === undefined || !isMassUnit(unit)) return rows.filter((row) => row.unit === unit);
  return rows
    .map((row) => {
      const { range, unit: own } = inMass({ range: row.range, unit: row.unit }, unit);
      return { ...row, range, unit: own };
    })
    .filter((row) => row.unit === unit);
}

function rankingSpec(year: number, metal: Metal, owner: Metal, all: readonly Row[]): ChartSpec | undefined {
  const [top] = all;
  if (top === undefined) return undefined;
  const rows = shorten(all);
  const points = rows.map(({ range, firmness, collective }, at) => {
    const tone = collective ? ('bar' as const) : undefined;
    return { at, range, firmness, text: rangeText(range), tone };
  });
  const { unit } = top;
  const least = weakest(rows.map((row) => row.firmness));
  const word = least === 'reported' ? '' : `, ${least}`;
  const instead = owner === metal ? '' : ` (none are given for ${metal.name.toLowerCase()} alone)`;
  const share = worldShare(owner, top, year);
  const finding =
    share === undefined ? figureText(top.range, unit) : `${percentText(share)} % of the world’s`;
  const title = `${top.label} mined ${share === undefined ? 'most' : ''} ${owner.name.toLowerCase()}`;
  const what = `${owner.name} mined, ${unitText(unit)} of ${basisText(top.series)}, ${year}${word}`;
  return {
    of: 'countries',
    x: { of: 'rows', first: 0, places: rows.map(({ label }, i) => ({ name: label, text: points[i]?.text })) },
    y: { headroom: 0, zero: true },
    key: barKey(points, 'main'),
    marks: [{ kind: 'bar', label: '', tone: 'main', look: 'row', points }],
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
    (s) => s.source === top.series.source,
  );
  const total = world && figureAt(metal, [world], year)?.quantity;
  if (total === undefined || !isExact(total.range) || !isExact(top.range)) return undefined;
  return shareOf({ range: top.range, unit: top.unit }, total)?.range.low;
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
    firmness: weakest(rest.map((r) => r.firmness)),
    collective: true,
  };
  return [...kept, joined, ...collective];
}
