/** Two years of one metal: how much each figure moved, on one axis in percent. */
import type { ChartSubject } from '#src/domain/series/chart-subject.ts';
import { endsAt, families, type Figure } from '#src/domain/series/figures.ts';
import { gapBetween, midpoint, type Range } from '#src/domain/measure/figure.ts';
import { isNumeric, type Metal, type NumericSeries } from '#src/domain/series/metal.ts';
import type { ChartSpec, Firmness } from '#src/charts/spec.ts';
import { altTextOf, capital, changeText, footText, pointsText, spanText } from '#src/charts/words.ts';
import { barKey, weakest } from './lines.ts';
import { changeWithin, firmnessOf, sourcesOf } from './series.ts';

interface Row {
  readonly label: string;
  /** The figures themselves: "92 to 110 USD/kg". */
  readonly detail: string;
  /** How far it moved: in percent of the first figure, or of a share in percentage points. */
  readonly moved: Range;
  readonly midpoint: number;
  /** The same in words: "up 33 to 73 %". */
  readonly text: string;
  readonly firmness: Firmness;
  readonly series: NumericSeries;
}

export function changesSpec(
  subject: Extract<ChartSubject, { kind: 'compare-years' }>,
  metal: Metal,
): ChartSpec | undefined {
  const from = Math.min(...subject.years);
  const to = Math.max(...subject.years);
  if (from === to) return undefined;
  const found = families(
    metal.series
      .filter(isNumeric)
      .filter((s) => s.role !== 'prose' && s.country === undefined && s.metric !== 'reserves')
      .toSorted((a, b) => edition(metal, b) - edition(metal, a))
      .toSorted((a, b) => Number(a.role === 'benchmark') - Number(b.role === 'benchmark')),
  );
  const order = ['price', 'production', 'share'];
  const rows = found
    .flatMap((family) => rowOf(metal, family, from, to) ?? [])
    .toSorted((a, b) => order.indexOf(a.series.metric) - order.indexOf(b.series.metric));
  if (rows.length === 0) return undefined;
  const points = rows.map(({ moved: range, midpoint: middle, text, firmness }, at) => {
    const tone = middle < 0 ? ('benchmark' as const) : undefined;
    return { at, range, firmness, text, tone };
  });
  const shares = rows.some((row) => row.series.metric === 'share');
  const projected = rows.some((row) => row.firmness === 'projected');
  return {
    of: 'compare-years',
    x: {
      of: 'rows',
      first: 0,
      places: rows.map(({ label, detail, text }) => ({ name: label, detail, text })),
    },
    y: { headroom: 0 },
    // How firm they are, their details say.
    key: barKey(points, 'main').filter(({ swatch }) => swatch === 'pale'),
    marks: [{ kind: 'bar', label: '', tone: 'main', look: 'change', points }],
    title: `${metal.name}, ${from} to ${to}${projected ? ' (projected)' : ''}: ${findingOf(rows)}`,
    subtitle: `Change from ${from} to ${to}${projected ? ' (projected)' : ''} in % of the ${from} figure${shares ? '; shares in percentage points' : ''}`,
    foot: footText(
      sourcesOf(
        metal,
        rows.map((row) => row.series),
      ),
    ),
    altText: altTextOf([
      `Bars of how ${metal.name.toLowerCase()} figures changed from ${from} to ${to}.`,
      ...rows.map((row) => `${row.label}: ${row.detail}, ${row.text}.`),
    ]),
  };
}

/** The first two figures that moved; a price that two sources have is said with both. */
function findingOf(rows: readonly Row[]): string {
  return rows
    .slice(0, 2)
    .map((row) => {
      const label = row.label.charAt(0).toLowerCase() + row.label.slice(1);
      return `${label} ${row.text}`;
    })
    .join('; ');
}

function edition(metal: Metal, series: NumericSeries): number {
  return metal.sources[series.source]?.editionYear ?? 0;
}

function rowOf(metal: Metal, family: readonly NumericSeries[], from: number, to: number): Row | undefined {
  const ends = endsAt(metal, family, from, to);
  const movement = ends && movementOf(metal, family, ends);
  if (ends === undefined || movement === undefined) return undefined;
  const [a, b] = [ends[0].quantity, ends[1].quantity];
  const { series } = ends[0];
  const firmness = weakest([firmnessOf(a.firmness), firmnessOf(b.firmness)]);
  return {
    label: rowLabel(metal, series),
    detail: `${spanText(a.range, b.range, a.unit)}${firmness === 'estimated' ? ' est.' : ''}`,
    ...movement,
    firmness,
    series,
  };
}

/** A share moves by points, as it does in an answer's text; what it is relative to is easily misread. */
function movementOf(
  metal: Metal,
  family: readonly NumericSeries[],
  [from, to]: readonly [Figure, Figure],
): Pick<Row, 'moved' | 'midpoint' | 'text'> | undefined {
  if (from.series.metric === 'share') {
    const points = gapBetween(from.quantity.range, to.quantity.range);
    return { moved: points, midpoint: midpoint(points), text: pointsText(points) };
  }
  const change = changeWithin(metal, family, from.year, to.year);
  return (
    change && { moved: change.printed ?? change.percent, midpoint: change.midpoint, text: changeText(change) }
  );
}

function rowLabel(metal: Metal, series: NumericSeries): string {
  const publisher = metal.sources[series.source]?.publisher ?? '';
  if (series.metric === 'share')
    return `${metal.sectors.find((s) => s.id === series.sector)?.name ?? capital(series.sector ?? '')} share`;
  const many = metal.series.some(
    (s) => s.metric === series.metric && s.family !== series.family && isNumeric(s) && s.role === 'benchmark',
  );
  const name = series.metric === 'price' ? 'Price' : 'Production';
  return many || series.role === 'benchmark' ? `${name} (${publisher})` : name;
}
